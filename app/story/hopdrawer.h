// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/storyboard.h"

namespace Detour {

/// What came before a hop, as far as its words look back. Absent for the first.
struct HopBefore
{
    const Hop *hop = nullptr;  ///< valid during the call
    Sheet sheet = Sheet::None; ///< on its capsule
    Padlock padlock = Padlock::None;
};

/// All that is drawn of `hop` except its lane and its place in a cycle. `end` is the chain's end where it came at this
/// hop; `asked`: what comes of its answer is withheld.
[[nodiscard]] HopDrawing drawHop(const Hop &hop, const HopBefore &before, const std::optional<ChainEnd> &end,
                                 bool asked = false);

} // namespace Detour
