// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/inspector/hopview.h"

namespace Detour {

class TextPane;

/// How long each part took, as bars on one scale, the lab's own times among them; what was not observed is said to be
/// unknown.
void writeTiming(TextPane &pane, const HopView &view);

} // namespace Detour
