// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Detour {

/// A short Markdown text of ours as a label shows it: paragraphs, emphasis, code and links; all else is words. Links
/// are "page:SLUG#anchor" or https.
[[nodiscard]] QString proseHtml(const QString &markdown);

} // namespace Detour
