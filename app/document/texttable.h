// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QStringList>

namespace Detour {

/// Rows of cells as lines of at most `width` cells of a terminal: columns aligned and two spaces apart, long cells
/// wrapped, a line of hyphens below the header. The first row is the header; a short row is filled up with empty cells.
[[nodiscard]] QStringList drawTextTable(const QList<QStringList> &rows, int width);

} // namespace Detour
