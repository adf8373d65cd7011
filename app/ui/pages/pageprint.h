// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "semantics/result.h"

class QPagedPaintDevice;
class QWidget;

namespace Detour {

class PageCatalog;

/// Draws the page black on white, the code of all servers below each other, with its name and the number of the sheet
/// at the foot. Returns how many sheets. Error "cannot-print" where the device takes nothing.
[[nodiscard]] Result<int> printPage(const Page &page, PageCatalog &catalog, QPagedPaintDevice &device);

/// Asks for a printer and prints. Both return at once; what went wrong is said in a box over `parent`. `catalog`
/// outlives `parent`.
void askAndPrint(QWidget *parent, const Page &page, PageCatalog &catalog);
/// Asks for a file and writes a PDF.
void askAndSavePdf(QWidget *parent, const Page &page, PageCatalog &catalog);

} // namespace Detour
