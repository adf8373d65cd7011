// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/storyboard.h"

namespace Detour {

/// How much of one hop has been told at a moment. Every number is a progress 0…1 after easing; what is 0 is not drawn.
struct HopFrame
{
    int hop = 0;       ///< index into Storyboard::hops()
    qreal request = 0; ///< the capsule's way to the origin; 0: it waits at the client
    bool arrived = false;
    qreal rest = 0;    ///< 0: the capsule is where `request` says; 1: it rests at the client's end, as a record
    qreal answer = 0;  ///< the answer's way back
    qreal loop = 0;    ///< the line back to the hop whose request this one repeats
    qreal sign = 0;    ///< the turn's bend and the sign
    qreal flip = 0;    ///< 0: the old method, 1: the new one, between: height goes to 0 and back
    qreal fall = 0;    ///< the sheet's fall, in even time: falling is the painter's
    qreal token = 0;   ///< the credentials' fall, likewise
    qreal padlock = 0; ///< its turn: 0 as it was, 1 as it is for the next request
    qreal verdict = 0;
    qreal stop = 0;
    qreal end = 0; ///< the final answer's ring

    friend bool operator==(const HopFrame &, const HopFrame &) = default;
};

/// What is on the stage at a moment. What the playhead has not reached is not in it.
struct Frame
{
    qreal time = 0; ///< ms, clamped
    /// Only those that have begun, in order, and only within the asked range; the first has at 0, and one that is held
    /// back stands at the client at the end.
    QList<HopFrame> hops;
    QList<qreal> laneOpening; ///< one a lane: 0 not there yet, 1 open
    QString captionLead;
    QString captionText;
    int currentHop = -1; ///< 0-based; -1 before anything
    int turnsPassed = 0;
    int loopsBegun = 0; ///< of Storyboard::loops(); the last of them may still be closing, its progress is its hop's
    bool atEnd = false;

    friend bool operator==(const Frame &, const Frame &) = default;
};

/// The state of the stage at `time` (ms, clamped to 0…duration). Pure: forwards, backwards and after a scrub alike.
/// Only hops `firstHop`…`lastHop` are filled in (lastHop < 0: all), so long chains stay cheap.
/// With `stills` progress is 0 or 1 only (reduced motion).
[[nodiscard]] Frame frameAt(const Storyboard &board, qreal time, int firstHop = 0, int lastHop = -1,
                            bool stills = false);

} // namespace Detour
