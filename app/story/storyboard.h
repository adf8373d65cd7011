// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/origin.h"
#include "story/beat.h"
#include "story/hopdrawing.h"
#include "story/pace.h"

#include <QHash>

namespace Detour {

/// A life line: the client (lane 0) or an origin, in the order of first contact.
struct Lane
{
    QString name;        ///< "You", "files"
    QString detail;      ///< "Browsers (Fetch)", "files.localhost:8307"
    int openedByHop = 0; ///< 0-based; the hop that contacts it first (lane 0 and the first origin: 0)
    qreal opensAt = 0;   ///< ms; when it is first contacted (lane 0 and the first origin: 0)

    friend bool operator==(const Lane &, const Lane &) = default;
};

/// A caption that holds after `start`, up to and with the start of the next one: a stop keeps the words that led to it.
struct Caption
{
    qreal start = 0; ///< ms
    QString lead;    ///< "Turn 1."
    QString text;

    friend bool operator==(const Caption &, const Caption &) = default;
};

/// A marker on the time line, at the moment at which its hop is told.
struct Marker
{
    enum class Kind {
        Turn,
        End,
        Stop,
        Question, ///< at a sign whose next request is not told yet
    };
    Kind kind = Kind::Turn;
    int hop = 0;
    qreal time = 0; ///< ms
    StatusCode status = 0;

    friend bool operator==(const Marker &, const Marker &) = default;
};

/// A cycle: the request of hop `from` is the very request of hop `to`, which was before it (both 0-based). Drawn once,
/// when it closes; the rounds after it are numbered at their hops.
struct Loop
{
    int from = 0;
    int to = 0;
    QString words; ///< one sentence

    friend bool operator==(const Loop &, const Loop &) = default;
};

/// A chain as a story: who takes part, what is drawn, and when. A value; equal chains give equal storyboards,
/// and the storyboard of a longer chain begins with that of its prefix (so a playhead keeps its meaning while hops
/// arrive).
///
/// While a chain runs, its last hop is pending: either a hop of the chain that has no answer, or, after a decision to
/// follow, the decided request. In the second case hops() is one longer than the chain's. Where the chain withholds
/// what comes of its last redirection, the story ends at its sign, with a question.
class Storyboard final
{
public:
    Storyboard() = default;

    [[nodiscard]] static Storyboard fromChain(const RedirectChain &chain, Pace pace = Pace::EqualSteps);
    /// A request that waits at the client and was not sent yet: the first start.
    [[nodiscard]] static Storyboard waiting(const Request &request, const QString &clientName);

    /// Makes this the storyboard of `chain`, at the cost of its new hops only. `chain` is the one told so far with more
    /// hops or another outcome; another trace (by traceId) or a shorter one is told from its beginning.
    void growTo(const RedirectChain &chain);
    /// After growTo(): the decided request is not on its way, somebody was asked about it first. It waits at the
    /// client, with no time of its own.
    void holdNext();

    [[nodiscard]] Pace pace() const { return m_pace; }
    [[nodiscard]] const QList<Lane> &lanes() const { return m_lanes; }
    [[nodiscard]] const QList<HopDrawing> &hops() const { return m_hops; }
    [[nodiscard]] const QList<Beat> &beats() const { return m_beats; } ///< by start
    [[nodiscard]] const QList<Caption> &captions() const { return m_captions; }
    [[nodiscard]] const QList<Marker> &markers() const { return m_markers; }
    [[nodiscard]] const QList<Loop> &loops() const { return m_loops; } ///< by `from`
    [[nodiscard]] qreal duration() const { return m_duration; }        ///< ms
    [[nodiscard]] bool isEmpty() const { return m_hops.isEmpty(); }
    /// True for the story of a request that was not sent yet: it has a hop, and no time.
    [[nodiscard]] bool isWaiting() const { return !m_hops.isEmpty() && m_beats.isEmpty(); }
    /// True where the story ends at a question: what is sent next?
    [[nodiscard]] bool asksNext() const { return !m_hops.isEmpty() && m_hops.last().isAsked(); }
    /// True where the last hop is a request that is held back.
    [[nodiscard]] bool isHeld() const { return !m_beats.isEmpty() && m_firstBeatOfHop.last() == m_beats.size(); }

    /// The moments at which stepping stops: ends of the beats that say something, ascending; the first is 0, the last
    /// duration().
    [[nodiscard]] const QList<qreal> &stops() const { return m_stops; }
    [[nodiscard]] qreal nextStop(qreal time) const;
    [[nodiscard]] qreal previousStop(qreal time) const;
    /// The time of the next turn's marker after `time`; duration() if there is none.
    [[nodiscard]] qreal nextTurn(qreal time) const;
    /// The time of the turn's marker before `time`; 0 if there is none.
    [[nodiscard]] qreal previousTurn(qreal time) const;
    /// The 0-based hop whose beats hold `time`, the earlier one where two meet; -1 if empty.
    [[nodiscard]] int hopAt(qreal time) const;
    /// The moment at which hop `hop` is told whole: its verdict, stop or end. 0 for a hop that is not there.
    [[nodiscard]] qreal timeOfHop(int hop) const;
    /// The beats of one hop as indices [first, second) into beats().
    [[nodiscard]] std::pair<int, int> beatsOfHop(int hop) const;

    friend bool operator==(const Storyboard &, const Storyboard &) = default;

private:
    friend class StoryboardBuilder;
    QList<Lane> m_lanes;
    QList<HopDrawing> m_hops;
    QList<Beat> m_beats;
    QList<int> m_firstBeatOfHop;
    QList<Caption> m_captions;
    QList<Marker> m_markers;
    QList<Loop> m_loops;
    QList<qreal> m_stops;
    qreal m_duration = 0;
    Pace m_pace = Pace::EqualSteps;
    QHash<Origin, int> m_laneOf;
    QString m_traceId;
    int m_settledHops = 0; ///< that a longer chain cannot change any more
};

} // namespace Detour
