// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/inspector/hopview.h"

namespace Detour {

class TextPane;

/// How many changes the hop's decision made; 0 if it was not followed.
[[nodiscard]] int changeCount(const Hop &hop);

/// This request and the next, line by line: what is kept, changed, removed and added, each change with its rule; and
/// what was changed by hand after that.
void writeChanges(TextPane &pane, const HopView &view);

} // namespace Detour
