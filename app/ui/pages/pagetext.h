// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QTextCursor;
class QTextDocument;

namespace Detour {

/// What is selected, as plain text: drawn capsules and signs become words, cells of a row are parted by tabs.
[[nodiscard]] QString selectedText(const QTextCursor &selection);

/// The code in the box whose Copy leads to `link`: one message of an example after the other, parted by "---".
[[nodiscard]] QString codeBeside(const QTextDocument &document, const QString &link);

/// The anchor of the section at `y` of the laid-out document, in its pixels; empty above the first.
[[nodiscard]] QString sectionAt(const QTextDocument &document, qreal y);

} // namespace Detour
