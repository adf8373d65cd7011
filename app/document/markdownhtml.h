// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "document/pageoptions.h"
#include "document/pagestyle.h"

namespace Detour {

/// The page as HTML of the kind QTextDocument shows (its subset of HTML 4): header with its sign and facts strip,
/// then the text. Signs and capsules are images "detour:sign/307?size=64", "detour:bullet/307?size=14",
/// "detour:logo?size=56", "detour:pill/POST+body", "detour:icon/play?size=16", "detour:icon/copy?size=16" and
/// "detour:icon/link?size=14" which the view draws (sizes are of zoom 1: it scales them); links are "page:SLUG#anchor",
/// "run:EXAMPLE", "run:SLUG/EXAMPLE", "copy:EXAMPLE", "copybox:NUMBER" (the code below it), "section:ANCHOR" (copy the
/// address of this section), "server:ID" (show this server's code), "sort:COLUMN" (of the table of codes) and https.
/// Anything else in the text is escaped.
[[nodiscard]] QString pageToHtml(const Page &page, const PageStyle &style, const PageOptions &options = {});
/// The text alone, without a header: for a few paragraphs that are no page.
[[nodiscard]] QString pageTextToHtml(const Page &page, const PageStyle &style, const PageOptions &options = {});
/// A whole, self-contained HTML document for `detour page --format html` (no images: words).
[[nodiscard]] QString pageToStandaloneHtml(const Page &page, const PageOptions &options = {});
/// For the terminal: at most `columns` wide (code and addresses are never broken), headings underlined, tables drawn,
/// links as words with their address.
[[nodiscard]] QString pageToText(const Page &page, int columns = 80, const PageOptions &options = {});

} // namespace Detour
