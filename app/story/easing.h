// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <cmath>

namespace Detour {

/// How things move, each a pure function of a share 0…1 of time, exact at both ends.

/// As a hand moves a thing: speed and acceleration begin and end at nothing (minimum jerk).
[[nodiscard]] inline qreal handMoved(qreal t)
{
    return t * t * t * (10 - 15 * t + 6 * t * t);
}

/// Arrives fast, and has come to rest well before its time is over.
[[nodiscard]] inline qreal settled(qreal t)
{
    const qreal left = 1 - qMin(1.0, t * 2);
    return 1 - left * left * left;
}

/// Falls under gravity, hits the ground at two thirds, and bounces once to a tenth of the height.
[[nodiscard]] inline qreal fallen(qreal t)
{
    constexpr qreal ground = 0.66;
    constexpr qreal bounce = 0.1;
    if (t < ground) {
        return t * t / (ground * ground);
    }
    const qreal up = (t - ground) / (1 - ground); // 0…1 within the bounce
    return 1 - bounce * 4 * up * (1 - up);
}

/// Grows like something on a spring: beyond its size by a tenth, and back.
[[nodiscard]] inline qreal sprung(qreal t)
{
    if (t <= 0 || t >= 1) {
        return t <= 0 ? 0.0 : 1.0;
    }
    return 1 - std::exp(-6 * t) * std::cos(8.5 * t) * (1 - t);
}

} // namespace Detour
