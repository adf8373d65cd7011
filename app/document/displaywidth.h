// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace Detour {

/// How many cells of a terminal the text takes: two for wide East Asian characters and emoji, none for marks that stand
/// on the character before.
[[nodiscard]] int displayWidth(QStringView text);

/// Breaks at spaces (not at no-break spaces) into lines of at most `width` cells. A longer word stands alone on a line
/// of its own, or is cut if `cutsWords`. At least one line, which may be empty; `width` is at least 2.
[[nodiscard]] QStringList wrapText(const QString &text, int width, bool cutsWords);

/// Padded with spaces to `width` cells; longer text stays as it is.
[[nodiscard]] QString padded(const QString &text, int width);

} // namespace Detour
