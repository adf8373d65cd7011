// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/markdowntree.h"
#include "document/page.h"
#include "document/pageoptions.h"

namespace Detour {

/// Paragraphs, code and tables as Markdown that reads as the same blocks; any other block is left out. Links that only
/// the window understands are their words.
[[nodiscard]] QString toMarkdown(const QList<Block> &blocks);

/// The page's text as it is written, its fences filled with Markdown.
[[nodiscard]] QString pageToMarkdown(const Page &page, const PageOptions &options);

} // namespace Detour
