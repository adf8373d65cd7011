// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/pace.h"

namespace Detour {

namespace {

constexpr qreal shortestWay = 150; // ms
constexpr qreal longestWay = 1500;
constexpr qreal longestWait = 6000;

/// A turn takes about 2.5 s, so that three hops are told in about 8 s.
qreal equalStep(BeatKind kind, bool fromMemory)
{
    switch (kind) {
    case BeatKind::Request:
    case BeatKind::Answer:
        return fromMemory ? 450 : 600;
    case BeatKind::Wait:
        return 150;
    case BeatKind::SignArrives:
    case BeatKind::Flip:
        return 500;
    case BeatKind::SheetFalls:
        return 550;
    case BeatKind::TokenFalls:
        return 750;
    case BeatKind::PadlockTurns:
        return 550;
    case BeatKind::Verdict:
        return 650;
    case BeatKind::LoopCloses:
        return 900;
    case BeatKind::Stop:
    case BeatKind::End:
        return 600;
    }
    return 0;
}

std::optional<double> wayOut(const Timing &timing)
{
    if (!timing.connect && !timing.tls && !timing.total) {
        return std::nullopt;
    }
    return timing.connect.value_or(0) + timing.tls.value_or(0);
}

qreal within(std::optional<double> measured, qreal shortest, qreal longest, qreal unknown)
{
    return measured ? qBound(shortest, qreal(*measured), longest) : unknown;
}

} // namespace

std::optional<double> waitOf(const Timing &timing)
{
    if (timing.wait) {
        return *timing.wait;
    }
    if (!timing.total) {
        return std::nullopt;
    }
    return qMax(0.0, *timing.total - wayOut(timing).value_or(0) - timing.receive.value_or(0));
}

qreal durationOf(BeatKind kind, const Exchange &exchange, Pace pace)
{
    const Timing &timing = exchange.timing;
    const qreal equal = equalStep(kind, exchange.answeredBy != AnswerSource::Server);
    switch (pace) {
    case Pace::EqualSteps:
        return equal;
    case Pace::RealTime:
        break;
    }
    // While an answer is out, its wait runs on: the playhead is where the network is when it comes.
    const bool pending = !exchange.response && !exchange.failure;
    switch (kind) {
    case BeatKind::Request:
        return pending ? shortestWay : within(wayOut(timing), shortestWay, longestWay, equal);
    case BeatKind::Wait:
        return pending ? longestWait : within(waitOf(timing), 0, longestWait, equal);
    case BeatKind::Answer: {
        const bool known = timing.receive || timing.total;
        return within(known ? timing.receive.value_or(0) : std::optional<double>(), shortestWay, longestWay, equal);
    }
    case BeatKind::SignArrives:
    case BeatKind::Flip:
    case BeatKind::SheetFalls:
    case BeatKind::TokenFalls:
    case BeatKind::PadlockTurns:
    case BeatKind::Verdict:
    case BeatKind::LoopCloses:
        return equal / 2;
    case BeatKind::Stop:
    case BeatKind::End:
        return equal;
    }
    return equal;
}

} // namespace Detour
