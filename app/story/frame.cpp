// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/frame.h"

#include "story/easing.h"

#include <algorithm>

namespace Detour {

namespace {

constexpr qreal laneOpeningTime = 400; ///< ms
constexpr qreal restingShare = 0.45;   ///< of the answer's beat, in which the capsule goes to its place in the column

qreal eased(BeatKind kind, qreal t)
{
    switch (kind) {
    case BeatKind::Request:
    case BeatKind::Answer:
    case BeatKind::LoopCloses:
    case BeatKind::SignArrives:
    case BeatKind::Flip:
        return handMoved(t);
    case BeatKind::Verdict:
    case BeatKind::Stop:
    case BeatKind::End:
        // They arrive early and then stay, so that there is time to read.
        return settled(t);
    case BeatKind::SheetFalls:
    case BeatKind::TokenFalls:
    case BeatKind::PadlockTurns:
    case BeatKind::Wait:
        return t;
    }
    return t;
}

void setProgress(HopFrame &frame, BeatKind kind, qreal progress)
{
    switch (kind) {
    case BeatKind::Request:
        frame.request = progress;
        frame.arrived = progress >= 1;
        break;
    case BeatKind::Wait:
        break;
    case BeatKind::Answer:
        frame.answer = progress;
        break;
    case BeatKind::LoopCloses:
        frame.loop = progress;
        break;
    case BeatKind::SignArrives:
        frame.sign = progress;
        break;
    case BeatKind::Flip:
        frame.flip = progress;
        break;
    case BeatKind::SheetFalls:
        frame.fall = progress;
        break;
    case BeatKind::TokenFalls:
        frame.token = progress;
        break;
    case BeatKind::PadlockTurns:
        frame.padlock = progress;
        break;
    case BeatKind::Verdict:
        frame.verdict = progress;
        break;
    case BeatKind::Stop:
        frame.stop = progress;
        break;
    case BeatKind::End:
        frame.end = progress;
        break;
    }
}

HopFrame hopFrameAt(const Storyboard &board, int hop, qreal time, bool stills)
{
    HopFrame frame;
    frame.hop = hop;
    const auto [first, last] = board.beatsOfHop(hop);
    for (int i = first; i < last; ++i) {
        const Beat &beat = board.beats().at(i);
        if (time <= beat.start) {
            break;
        }
        const qreal linear = stills ? 1.0 : beat.progressAt(time);
        setProgress(frame, beat.kind, eased(beat.kind, linear));
        // What ends a hop's wait, an answer or a failure, sends the capsule to its place.
        if (beat.kind == BeatKind::Answer || beat.kind == BeatKind::Stop) {
            frame.rest = qMax(frame.rest, handMoved(qMin(1.0, linear / restingShare)));
        }
    }
    return frame;
}

void setCaption(Frame &frame, const QList<Caption> &captions)
{
    if (captions.isEmpty()) {
        return;
    }
    const auto after = std::lower_bound(captions.begin(), captions.end(), frame.time,
                                        [](const Caption &caption, qreal at) { return caption.start < at; });
    const Caption &caption = after == captions.begin() ? *after : *std::prev(after);
    frame.captionLead = caption.lead;
    frame.captionText = caption.text;
}

qreal laneOpeningAt(const Lane &lane, qreal time, bool stills)
{
    if (lane.opensAt <= 0) {
        return 1;
    }
    if (time <= lane.opensAt) {
        return 0;
    }
    return stills ? 1.0 : settled(qMin(1.0, (time - lane.opensAt) / laneOpeningTime));
}

int turnsUntil(const QList<Marker> &markers, qreal time)
{
    const auto after = std::upper_bound(markers.begin(), markers.end(), time,
                                        [](qreal at, const Marker &marker) { return at < marker.time; });
    const auto passed = int(std::distance(markers.begin(), after));
    // Only the last marker can be something else than a turn.
    return passed > 0 && markers.at(passed - 1).kind != Marker::Kind::Turn ? passed - 1 : passed;
}

int loopsUntil(const Storyboard &board, int currentHop, qreal time)
{
    const QList<Loop> &loops = board.loops();
    const auto after = std::upper_bound(loops.begin(), loops.end(), currentHop,
                                        [](int hop, const Loop &loop) { return hop < loop.from; });
    auto begun = int(after - loops.begin());
    if (begun > 0 && loops.at(begun - 1).from == currentHop && hopFrameAt(board, currentHop, time, false).loop <= 0) {
        --begun;
    }
    return begun;
}

} // namespace

Frame frameAt(const Storyboard &board, qreal time, int firstHop, int lastHop, bool stills)
{
    Frame frame;
    // Written so that a time that is not a number is the beginning.
    frame.time = time > 0 ? qMin(time, board.duration()) : 0;
    frame.currentHop = board.hopAt(frame.time);
    frame.atEnd = board.duration() > 0 && frame.time >= board.duration();
    setCaption(frame, board.captions());
    frame.turnsPassed = turnsUntil(board.markers(), frame.time);
    frame.loopsBegun = loopsUntil(board, frame.currentHop, frame.time);
    frame.laneOpening.reserve(board.lanes().size());
    for (const Lane &lane : board.lanes()) {
        frame.laneOpening.append(laneOpeningAt(lane, frame.time, stills));
    }
    const int last = lastHop < 0 ? frame.currentHop : qMin(lastHop, frame.currentHop);
    for (int hop = qMax(0, firstHop); hop <= last; ++hop) {
        frame.hops.append(hopFrameAt(board, hop, frame.time, stills));
    }
    const int held = board.isHeld() && frame.atEnd ? int(board.hops().size()) - 1 : -1;
    if (held >= qMax(0, firstHop) && (lastHop < 0 || held <= lastHop)) {
        frame.hops.append(hopFrameAt(board, held, frame.time, stills));
    }
    return frame;
}

} // namespace Detour
