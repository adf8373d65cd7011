// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Detour {

class PageCatalog;

/// What fills a page's clients, servers and codes fences, and what its reader chose in them.
struct PageOptions
{
    PageCatalog *catalog = nullptr; ///< null: these fences stay as they are written
    QString server;                 ///< id of the server whose code is shown; unknown or empty: the first
    bool showsAllServers = false;   ///< in the window's HTML, as for print; everywhere else all are shown anyway
    QString sortColumn;             ///< of the table of codes: "name" or one of its columns; else by code
    bool sortsDown = false;         ///< from the last to the first
    bool isNarrow = false;          ///< there is room for the first three columns of the table of codes only
};

} // namespace Detour
