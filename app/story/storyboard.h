// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/origin.h"
#include "semantics/redirectchain.h"
#include "story/beat.h"

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

enum class Sheet {
    None,    ///< there never was a body
    Full,    ///< a body goes along
    Dropped, ///< dashed: there was one, it stayed behind
};

/// The words of a turn: what becomes of the request at this sign.
struct Verdict
{
    bool methodChanges = false;
    QByteArray methodBefore;
    QByteArray methodAfter;
    Sheet sheetBefore = Sheet::None;
    Sheet sheetAfter = Sheet::None;
    QString sentence;      ///< "Same method, same body"; empty where the capsules tell it
    QString detail;        ///< "22 B sent again"
    QStringList struckOut; ///< "body", "Content-Type", "Authorization": removed on the way
    QStringList added;
    QString dropped;    ///< "48 B dropped"; empty where no sheet falls
    QString nextTarget; ///< as HopDrawing::target of the next request

    [[nodiscard]] bool sheetFalls() const { return sheetBefore == Sheet::Full && sheetAfter != Sheet::Full; }
    /// True where two capsules tell more than a sentence.
    [[nodiscard]] bool showsCapsules() const { return methodChanges || sheetFalls(); }

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

enum class ArrowEnd {
    Answered,
    Stopped, ///< the decision stopped here
    Failed,  ///< no usable answer
    Pending, ///< not answered yet
};

/// All that is drawn of one hop, apart from time. Texts are bounded, without control characters, and elided; full ones
/// are in the chain.
struct HopDrawing
{
    int lane = 1; ///< the origin's
    QByteArray method;
    Sheet sheet = Sheet::None; ///< on the capsule of this request
    QString target;            ///< origin form, elided: "/upload"
    QString requestDetail;     ///< "22 B · application/json", "no body · another origin, so no Authorization"
    ArrowEnd end = ArrowEnd::Pending;
    StatusCode status = 0; ///< 0 while there is no answer
    StatusKind kind = StatusKind::Other;
    QString answerTitle;            ///< "307 Temporary Redirect"
    QString answerDetail;           ///< "Location: /upload-temp" or "text/html · 312 B"
    std::optional<Verdict> verdict; ///< where it is followed
    QString stopTitle;              ///< "Stopped by a rule: scheme refused", "The connection was refused"
    QString stopDetail;             ///< "Nothing was sent, nothing was run."
    QString stopTarget;             ///< the refused Location, elided, or empty
    QString stopTargetNote;         ///< what is wrong with it: "is not an http or https address"
    QString sentence;               ///< the whole hop in one sentence, for screen readers and the table

    /// A redirection is drawn as a turn through its sign where it is followed or stopped, as an end where it is
    /// delivered.
    [[nodiscard]] bool isTurn() const
    {
        return verdict.has_value() || (end == ArrowEnd::Stopped && isRedirection(status));
    }

    friend bool operator==(const HopDrawing &, const HopDrawing &) = default;
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
    enum class Kind { Turn, End, Stop };
    Kind kind = Kind::Turn;
    int hop = 0;
    qreal time = 0; ///< ms
    StatusCode status = 0;

    friend bool operator==(const Marker &, const Marker &) = default;
};

/// A chain as a story: who takes part, what is drawn, and when. A value; equal chains give equal storyboards,
/// and the storyboard of a longer chain begins with that of its prefix (so a playhead keeps its meaning while hops
/// arrive).
///
/// While a chain runs, its last hop is pending: either a hop of the chain that has no answer, or, after a decision to
/// follow, the decided request. In the second case hops() is one longer than the chain's.
class Storyboard final
{
public:
    Storyboard() = default;

    [[nodiscard]] static Storyboard fromChain(const RedirectChain &chain);
    /// A request that waits at the client and was not sent yet: the first start.
    [[nodiscard]] static Storyboard waiting(const Request &request, const QString &clientName);

    /// Makes this the storyboard of `chain`, at the cost of its new hops only. `chain` is the one told so far with more
    /// hops or another outcome; another trace (by traceId) or a shorter one is told from its beginning.
    void growTo(const RedirectChain &chain);
    /// After growTo(): the decided request is not on its way, somebody was asked about it first. It waits at the
    /// client, with no time of its own.
    void holdNext();

    [[nodiscard]] const QList<Lane> &lanes() const { return m_lanes; }
    [[nodiscard]] const QList<HopDrawing> &hops() const { return m_hops; }
    [[nodiscard]] const QList<Beat> &beats() const { return m_beats; } ///< by start
    [[nodiscard]] const QList<Caption> &captions() const { return m_captions; }
    [[nodiscard]] const QList<Marker> &markers() const { return m_markers; }
    [[nodiscard]] qreal duration() const { return m_duration; } ///< ms
    [[nodiscard]] bool isEmpty() const { return m_hops.isEmpty(); }
    /// True for the story of a request that was not sent yet: it has a hop, and no time.
    [[nodiscard]] bool isWaiting() const { return !m_hops.isEmpty() && m_beats.isEmpty(); }
    /// True where the last hop is a request that is held back.
    [[nodiscard]] bool isHeld() const { return !m_beats.isEmpty() && m_firstBeatOfHop.last() == m_beats.size(); }

    /// The moments at which stepping stops: ends of the beats that say something, ascending; the first is 0, the last
    /// duration().
    [[nodiscard]] const QList<qreal> &stops() const { return m_stops; }
    [[nodiscard]] qreal nextStop(qreal time) const;
    [[nodiscard]] qreal previousStop(qreal time) const;
    /// The time of the next turn's marker after `time`; duration() if there is none.
    [[nodiscard]] qreal nextTurn(qreal time) const;
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
    QList<qreal> m_stops;
    qreal m_duration = 0;
    QHash<Origin, int> m_laneOf;
    QString m_traceId;
    int m_settledHops = 0; ///< that a longer chain cannot change any more
};

} // namespace Detour
