// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

namespace Detour {

/// What becomes of a body, told by shape: lines, none, a dashed edge, a second sheet behind it.
enum class Sheet {
    None,    ///< there never was a body
    Full,    ///< a body goes along
    Dropped, ///< dashed: there was one, it stayed behind
    Empty,   ///< a body of no bytes goes along
    Other,   ///< another body than the one that was to be sent: a person replaced it
};

/// Whether a request goes out encrypted. Only chains that have met https show it; an open one comes after a closed one.
enum class Padlock {
    None,
    Closed,
    Open,
};

enum class SchemeTurn {
    None,
    Upgrade,   ///< http to https
    Downgrade, ///< https to http: what follows can be read on the way
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
    QString dropped;             ///< "48 B dropped"; empty where no sheet falls
    QString nextTarget;          ///< as HopDrawing::target of the next request
    QStringList credentialsLost; ///< names of fields that fall off here
    QStringList credentialsKept; ///< that go along although the origin changes
    QString tokenWords;          ///< beside the fallen token: "Authorization stays: another origin"
    SchemeTurn scheme = SchemeTurn::None;

    [[nodiscard]] bool sheetFalls() const
    {
        return (sheetBefore == Sheet::Full || sheetBefore == Sheet::Other)
               && (sheetAfter == Sheet::Dropped || sheetAfter == Sheet::Empty || sheetAfter == Sheet::None);
    }
    [[nodiscard]] bool tokenFalls() const { return !credentialsLost.isEmpty(); }
    /// True where two capsules tell more than a sentence.
    [[nodiscard]] bool showsCapsules() const { return methodChanges || sheetBefore != sheetAfter; }

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

enum class ArrowEnd {
    Answered,
    Stopped, ///< the decision stopped here
    Failed,  ///< no usable answer
    Pending, ///< not answered yet
    Asked,   ///< a redirection, and what is sent next is not told yet: it is to be predicted
};

/// All that is drawn of one hop, apart from time. Texts are bounded, without control characters, and elided; full ones
/// are in the chain.
struct HopDrawing
{
    int lane = 1; ///< the origin's; 0 where nothing left the client
    QByteArray method;
    Sheet sheet = Sheet::None;      ///< on the capsule of this request
    QStringList credentials;        ///< names of fields on it that prove who asks: "Authorization", "Cookie"
    QStringList missingCredentials; ///< that the turn before it took away
    Padlock padlock = Padlock::None;
    bool changedByUser = false;
    QString target;        ///< origin form, elided: "/upload"
    QString requestDetail; ///< "22 B · application/json", "no body · another origin, so no Authorization"
    int sameAs = -1;       ///< 0-based hop whose very request this is (a cycle); -1: none
    int round = 1;         ///< how often the cycle has come by here, this time counted
    ArrowEnd end = ArrowEnd::Pending;
    AnswerSource answeredBy = AnswerSource::Server;
    QString memoryWords;   ///< where no server answered: "from memory · kept since …"
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
    /// delivered. While it is asked about it is a turn, whatever comes of it.
    [[nodiscard]] bool isTurn() const
    {
        return verdict.has_value() || isAsked() || (end == ArrowEnd::Stopped && isRedirection(status));
    }
    [[nodiscard]] bool isAsked() const { return end == ArrowEnd::Asked; }
    /// True where the answer came out of the client itself: its request never left.
    [[nodiscard]] bool isFromMemory() const { return answeredBy != AnswerSource::Server; }

    friend bool operator==(const HopDrawing &, const HopDrawing &) = default;
};

} // namespace Detour
