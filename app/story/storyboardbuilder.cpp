// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/storyboardbuilder.h"

#include "story/captionwriter.h"
#include "story/hopdrawer.h"
#include "story/hopsentence.h"
#include "story/words.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

/// Whether stepping stops at the end of a beat. A sign that nothing follows but its verdict is no moment of its own.
bool isStop(BeatKind kind, BeatKind next)
{
    switch (kind) {
    case BeatKind::Request:
    case BeatKind::Answer:
    case BeatKind::Flip:
    case BeatKind::SheetFalls:
    case BeatKind::TokenFalls:
    case BeatKind::PadlockTurns:
    case BeatKind::LoopCloses:
    case BeatKind::Verdict:
    case BeatKind::Stop:
    case BeatKind::End:
        return true;
    case BeatKind::SignArrives:
        return next == BeatKind::Flip || next == BeatKind::SheetFalls || next == BeatKind::TokenFalls
               || next == BeatKind::PadlockTurns;
    case BeatKind::Wait:
        return false;
    }
    return false;
}

/// "files" for files.localhost, whose first label is its name in the lab; the host for all others.
QString laneName(const TargetUri &target)
{
    const QByteArray host = target.host.value_or(QByteArray());
    const bool inLab = host.endsWith(".localhost") && host.indexOf('.') > 0;
    return inLab ? shortText(QByteArrayView(host).first(host.indexOf('.')), 32) : shortText(host, 48);
}

Hop pendingHop(const Request &request)
{
    Hop hop;
    hop.exchange.request = request;
    return hop;
}

} // namespace

void StoryboardBuilder::build(const RedirectChain &chain)
{
    if (m_board.isWaiting() || chain.traceId != m_board.m_traceId || chain.hops.size() < m_board.m_settledHops) {
        const Pace pace = m_board.m_pace;
        m_board = Storyboard();
        m_board.m_pace = pace;
    }
    m_board.m_traceId = chain.traceId;
    forgetUnsettled();
    if (chain.hops.isEmpty()) {
        return;
    }
    openClientLane(chain.clientName);
    const bool running = chain.outcome == Outcome::Running;
    const auto count = int(chain.hops.size());
    for (int i = m_board.m_settledHops; i < count; ++i) {
        const bool last = i == count - 1;
        noteLoop(chain, i);
        HopState state;
        if (last) {
            state = {chain.end, !running, chain.isWithheld()};
        }
        addHop(chain.hops.at(i), i > 0 ? &chain.hops.at(i - 1) : nullptr, state);
    }
    const Hop &last = chain.hops.last();
    if (running && last.decision && last.decision->action == Action::Follow && last.decision->next) {
        addHop(pendingHop(*last.decision->next), &last, HopState());
    }
    // The last one may still be stopped from outside, after its verdict.
    m_board.m_settledHops = count - 1;
    finish();
}

void StoryboardBuilder::buildWaiting(const Request &request, const QString &clientName)
{
    openClientLane(clientName);
    const Hop pending = pendingHop(request);
    HopDrawing drawing = drawHop(pending, {}, std::nullopt);
    drawing.sentence = hopSentence(drawing, pending, 0);
    drawing.lane = laneFor(request.target, 0, 0);
    m_board.m_hops.append(drawing);
    m_board.m_firstBeatOfHop.append(0);
    m_board.m_captions.append({0, u"Ready."_s, u"Nothing has been sent yet."_s});
    m_board.m_stops = {0};
}

void StoryboardBuilder::holdNext()
{
    Storyboard &board = m_board;
    const int held = int(board.m_hops.size()) - 1;
    if (held <= board.m_settledHops) {
        return; // nothing was decided on that could be held
    }
    const int firstBeat = board.m_firstBeatOfHop.at(held);
    const qreal start = board.m_beats.value(firstBeat, {BeatKind::Request, held, board.m_duration, 0}).start;
    board.m_beats.resize(firstBeat);
    while (board.m_captions.last().start >= start) {
        board.m_captions.removeLast();
    }
    while (board.m_stops.last() > start) {
        board.m_stops.removeLast();
    }
    board.m_duration = start;
}

void StoryboardBuilder::forgetUnsettled()
{
    Storyboard &board = m_board;
    const int settled = board.m_settledHops;
    if (board.m_hops.size() <= settled) {
        return;
    }
    const int firstBeat = board.m_firstBeatOfHop.at(settled);
    const qreal start = board.m_beats.at(firstBeat).start;
    board.m_hops.resize(settled);
    board.m_firstBeatOfHop.resize(settled);
    board.m_beats.resize(firstBeat);
    while (!board.m_captions.isEmpty() && board.m_captions.last().start >= start) {
        board.m_captions.removeLast();
    }
    while (!board.m_markers.isEmpty() && board.m_markers.last().hop >= settled) {
        board.m_markers.removeLast();
    }
    while (!board.m_loops.isEmpty() && board.m_loops.last().from >= settled) {
        board.m_loops.removeLast();
    }
    while (!board.m_stops.isEmpty() && board.m_stops.last() > start) {
        board.m_stops.removeLast();
    }
    while (!board.m_lanes.isEmpty() && board.m_lanes.last().openedByHop >= settled) {
        board.m_lanes.removeLast();
    }
    board.m_laneOf.removeIf([&board](const auto &entry) { return entry.value() >= board.m_lanes.size(); });
    board.m_duration = start;
}

void StoryboardBuilder::noteLoop(const RedirectChain &chain, int hop)
{
    for (const Finding &finding : chain.findings) {
        const bool isHere = finding.code == "cycle"_L1 && finding.hops.size() >= 2 && finding.hops.last() == hop + 1;
        if (isHere && finding.hops.first() >= 1 && finding.hops.first() <= hop) {
            m_board.m_loops.append({hop, finding.hops.first() - 1, shortText(finding.message.toUtf8(), 300)});
            return;
        }
    }
}

void StoryboardBuilder::placeInLoop(HopDrawing &drawing, int index) const
{
    if (m_board.m_loops.isEmpty()) {
        return;
    }
    const Loop &loop = m_board.m_loops.constLast();
    const int length = loop.from - loop.to;
    const HopDrawing &before = m_board.m_hops.at(index - length);
    const HopDrawing &last = m_board.m_hops.constLast();
    const bool goesOn = index == loop.from || last.sameAs >= 0;
    if (goesOn && before.method == drawing.method && before.target == drawing.target) {
        drawing.sameAs = before.sameAs >= 0 ? before.sameAs : index - length;
        drawing.round = before.round + 1;
    }
}

void StoryboardBuilder::openClientLane(const QString &clientName)
{
    if (m_board.m_lanes.isEmpty()) {
        m_board.m_lanes.append({u"You"_s, shortText(clientName.toUtf8(), 40), 0, 0});
    }
}

int StoryboardBuilder::laneFor(const TargetUri &target, int hop, qreal time)
{
    const Origin origin = Origin::of(target);
    if (const auto known = m_board.m_laneOf.constFind(origin); known != m_board.m_laneOf.constEnd()) {
        return *known;
    }
    Lane lane{laneName(target), shortText(target.authority(), 64), hop, time};
    for (const Lane &other : std::as_const(m_board.m_lanes)) {
        if (other.detail == lane.detail) {
            // The same host and port by another scheme is another origin.
            lane.detail = QString::fromLatin1(origin.scheme) + "://"_L1 + lane.detail;
            break;
        }
    }
    const auto index = int(m_board.m_lanes.size());
    m_board.m_lanes.append(lane);
    m_board.m_laneOf.insert(origin, index);
    return index;
}

void StoryboardBuilder::addHop(const Hop &hop, const Hop *before, const HopState &state)
{
    const auto index = int(m_board.m_hops.size());
    HopBefore past;
    if (before) {
        past = {before, m_board.m_hops.last().sheet, m_board.m_hops.last().padlock};
    }
    HopDrawing drawing = drawHop(hop, past, state.end, state.asked);
    placeInLoop(drawing, index);
    drawing.sentence = hopSentence(drawing, hop, index);
    qreal time = m_board.m_duration;
    // What the client answers itself contacts nobody.
    drawing.lane = drawing.isFromMemory() ? 0 : laneFor(hop.exchange.request.target, index, time);
    const int turn = int(m_board.m_markers.size()) + 1; // only turns come before another hop

    m_board.m_hops.append(drawing);
    m_board.m_firstBeatOfHop.append(int(m_board.m_beats.size()));
    const CaptionWriter writer(hop, drawing, before, m_board.m_pace);
    const QList<BeatKind> kinds = beatsFor(hop, drawing, state.atRest);
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const BeatKind kind = kinds.at(i);
        const qreal duration = durationOf(kind, hop.exchange, m_board.m_pace);
        m_board.m_beats.append({kind, index, time, duration});
        Caption caption = writer.at(kind, index, turn);
        if (kind == BeatKind::LoopCloses) {
            caption.text = m_board.m_loops.constLast().words;
        }
        caption.start = time;
        m_board.m_captions.append(caption);
        time += duration;
        if (isStop(kind, kinds.value(i + 1, BeatKind::Request)) || (drawing.isAsked() && i == kinds.size() - 1)) {
            m_board.m_stops.append(time);
        }
    }
    m_board.m_duration = time;
    addMarker(drawing);
}

QList<BeatKind> StoryboardBuilder::beatsFor(const Hop &hop, const HopDrawing &drawing, bool atRest) const
{
    QList<BeatKind> kinds{BeatKind::Request};
    if (!drawing.isFromMemory()) {
        kinds << BeatKind::Wait;
    }
    if (hop.exchange.response) {
        kinds << BeatKind::Answer;
    }
    if (!m_board.m_loops.isEmpty() && m_board.m_loops.constLast().from == int(m_board.m_hops.size()) - 1) {
        kinds << BeatKind::LoopCloses;
    }
    if (drawing.isTurn()) {
        kinds << BeatKind::SignArrives;
    }
    if (drawing.verdict) {
        if (drawing.verdict->methodChanges) {
            kinds << BeatKind::Flip;
        }
        if (drawing.verdict->sheetFalls()) {
            kinds << BeatKind::SheetFalls;
        }
        if (drawing.verdict->tokenFalls()) {
            kinds << BeatKind::TokenFalls;
        }
        if (drawing.verdict->scheme != SchemeTurn::None) {
            kinds << BeatKind::PadlockTurns;
        }
        kinds << BeatKind::Verdict;
    }
    if (!drawing.stopTitle.isEmpty()) {
        kinds << BeatKind::Stop;
    } else if (!drawing.verdict && hop.exchange.response && (hop.decision || atRest)) {
        kinds << BeatKind::End;
    }
    return kinds;
}

void StoryboardBuilder::addMarker(const HopDrawing &drawing)
{
    const auto hop = int(m_board.m_hops.size()) - 1;
    const Beat &last = m_board.m_beats.constLast();
    const auto add = [&](Marker::Kind kind, qreal time) {
        m_board.m_markers.append({kind, hop, time, drawing.status});
    };
    if (drawing.isAsked()) {
        add(Marker::Kind::Question, last.end());
    } else if (last.kind == BeatKind::Stop) {
        if (drawing.isTurn()) {
            add(Marker::Kind::Turn, last.start);
        }
        add(Marker::Kind::Stop, last.end());
    } else if (drawing.verdict) {
        add(Marker::Kind::Turn, last.end());
    } else if (last.kind == BeatKind::End) {
        add(Marker::Kind::End, last.end());
    }
}

void StoryboardBuilder::finish()
{
    if (m_board.m_stops.isEmpty() || m_board.m_stops.first() > 0) {
        m_board.m_stops.prepend(0);
    }
    if (m_board.m_stops.last() < m_board.m_duration) {
        m_board.m_stops.append(m_board.m_duration);
    }
}

} // namespace Detour
