// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/markdowntree.h"
#include "document/page.h"
#include "document/pageoptions.h"

#include <optional>

namespace Detour {

/// What stands in place of a `clients`, `servers` or `codes` fence; a sentence where its data cannot be read. None for
/// every other fence, and without a catalogue.
[[nodiscard]] std::optional<QList<Block>> fenceFilling(const Block &fence, const Page &page,
                                                       const PageOptions &options);

/// Which fences are left to the writer.
enum class KeptFences {
    None,
    Servers, ///< it shows one server at a time
};

/// A page's text with its fences filled. Errors of parseMarkdown().
[[nodiscard]] Result<Block> filledTree(const Page &page, const PageOptions &options,
                                       KeptFences kept = KeptFences::None);

} // namespace Detour
