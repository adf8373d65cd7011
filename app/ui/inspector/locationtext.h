// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/inspector/hopview.h"

namespace Detour {

class TextPane;

/// Base and reference and what they make, step by step, as the client reads them; or why there is no target.
void writeLocation(TextPane &pane, const HopView &view);

} // namespace Detour
