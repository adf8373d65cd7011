// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/instep.h"

namespace Detour {

namespace {

qreal startOfHop(const Storyboard &board, int hop)
{
    if (hop >= board.hops().size()) {
        return board.duration();
    }
    const int beat = board.beatsOfHop(hop).first;
    return beat < board.beats().size() ? board.beats().at(beat).start : board.duration();
}

} // namespace

qreal timeInStep(const Storyboard &leader, qreal time, const Storyboard &follower)
{
    const int hop = leader.hopAt(time);
    if (hop < 0 || hop >= follower.hops().size()) {
        return hop < 0 ? 0 : follower.duration();
    }
    if (time >= leader.duration()) {
        return follower.duration();
    }
    const qreal from = startOfHop(leader, hop);
    const qreal length = startOfHop(leader, hop + 1) - from;
    const qreal share = length > 0 ? qBound(0.0, (time - from) / length, 1.0) : 1.0;
    const qreal begins = startOfHop(follower, hop);
    return begins + share * (startOfHop(follower, hop + 1) - begins);
}

} // namespace Detour
