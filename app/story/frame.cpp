// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/frame.h"

#include <algorithm>
#include <cmath>

namespace Detour {

namespace {

constexpr qreal laneOpeningTime = 300; ///< ms
constexpr qreal restingShare = 0.45;   ///< of the answer's beat, in which the capsule goes to its place in the column

qreal inOutCubic(qreal t)
{
    return t < 0.5 ? 4 * t * t * t : 1 - std::pow(2 - 2 * t, 3) / 2;
}

qreal outCubic(qreal t)
{
    return 1 - std::pow(1 - t, 3);
}

qreal eased(BeatKind kind, qreal t)
{
    switch (kind) {
    case BeatKind::Request:
    case BeatKind::Answer:
    case BeatKind::SignArrives:
    case BeatKind::Flip:
        return inOutCubic(t);
    case BeatKind::SheetFalls:
        return t * t * (3 - 2 * t);
    case BeatKind::Verdict:
    case BeatKind::Stop:
    case BeatKind::End:
        // They arrive early and then stay, so that there is time to read.
        return outCubic(qMin(1.0, t * 2));
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
    case BeatKind::SignArrives:
        frame.sign = progress;
        break;
    case BeatKind::Flip:
        frame.flip = progress;
        break;
    case BeatKind::SheetFalls:
        frame.fall = progress;
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
            frame.rest = qMax(frame.rest, inOutCubic(qMin(1.0, linear / restingShare)));
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
    return stills ? 1.0 : outCubic(qMin(1.0, (time - lane.opensAt) / laneOpeningTime));
}

int turnsUntil(const QList<Marker> &markers, qreal time)
{
    const auto after = std::upper_bound(markers.begin(), markers.end(), time,
                                        [](qreal at, const Marker &marker) { return at < marker.time; });
    const auto passed = int(std::distance(markers.begin(), after));
    // Only the last marker can be something else than a turn.
    return passed > 0 && markers.at(passed - 1).kind != Marker::Kind::Turn ? passed - 1 : passed;
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
