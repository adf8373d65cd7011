// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Detour {

/// What happens on the stage, one after another. A redirect is drawn as a turn (Answer … Leave) round the client's
/// line.
enum class BeatKind {
    Request,      ///< the capsule travels from the client to the origin
    Wait,         ///< the origin works
    Answer,       ///< the answer comes back
    LoopCloses,   ///< the request turns out to be one that was sent before: a line leads back to it (only in a cycle)
    SignArrives,  ///< the sign, and a copy of the last request waits at it
    Flip,         ///< the capsule turns over: the method changes (only if it does)
    SheetFalls,   ///< the body falls off, its fields are struck out (only if it does)
    TokenFalls,   ///< a credential turns red and falls off (only where one is removed)
    PadlockTurns, ///< the padlock opens or closes (only where the scheme changes)
    Verdict,      ///< what is sent next, in a sentence
    Stop,         ///< the octagon: nothing more is sent
    End,          ///< the final answer rests
};

/// A beat on the time line. Times are milliseconds of story time (its pace says how that relates to the network's
/// clock).
struct Beat
{
    BeatKind kind = BeatKind::Request;
    int hop = 0; ///< 0-based
    qreal start = 0;
    qreal duration = 0;

    friend bool operator==(const Beat &, const Beat &) = default;
    [[nodiscard]] qreal end() const { return start + duration; }
    /// 0 before, 1 after, linear between.
    [[nodiscard]] qreal progressAt(qreal time) const
    {
        return duration <= 0 ? (time >= start ? 1.0 : 0.0) : qBound(0.0, (time - start) / duration, 1.0);
    }
};

} // namespace Detour
