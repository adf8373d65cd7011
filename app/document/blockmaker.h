// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/markdowntree.h"

namespace Detour {

// Blocks that no author wrote: what fills a fence is put together from these.

[[nodiscard]] Inline textInline(const QString &text);
[[nodiscard]] Inline codeInline(const QString &text);
[[nodiscard]] Inline strongInline(const QString &text);
[[nodiscard]] Inline linkInline(const QString &address, const QString &text);

[[nodiscard]] Block paragraphBlock(const QList<Inline> &inlines);
/// `language` is what stands after a fence; a LF is put at the end.
[[nodiscard]] Block codeBlock(const QString &language, const QString &code);
/// Rows of cells; the first row is the header.
[[nodiscard]] Block tableBlock(const QList<QList<QList<Inline>>> &rows);

/// The words of one paragraph of Markdown; where it is more than that, the characters as they stand.
[[nodiscard]] QList<Inline> inlinesOf(const QString &markdown);

} // namespace Detour
