// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/exchange.h"
#include "story/beat.h"

namespace Detour {

/// How the time of the story relates to the time of the network.
enum class Pace {
    EqualSteps, ///< every hop takes its time to be understood
    RealTime,   ///< ways and waits as long as they were, within what can be watched
};

/// How long a beat of this exchange takes, in milliseconds at speed 1. In real time the ways and the wait take what was
/// measured, but no longer than a person waits and no shorter than an eye needs; what was not measured takes its equal
/// step, and the client's own work, which takes no time, stays short.
[[nodiscard]] qreal durationOf(BeatKind kind, const Exchange &exchange, Pace pace);

/// How long the answer was waited for, in milliseconds, if that is known.
[[nodiscard]] std::optional<double> waitOf(const Timing &timing);

} // namespace Detour
