// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/storyboard.h"

namespace Detour {

/// The moment of `follower` that belongs to `time` (ms) of `leader`, so that two stories of one request can be played
/// in step: the same hop, the same share of it. A story with fewer hops waits at its end.
[[nodiscard]] qreal timeInStep(const Storyboard &leader, qreal time, const Storyboard &follower);

} // namespace Detour
