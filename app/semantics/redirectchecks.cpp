// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/redirectchecks.h"

#include "semantics/locationsteps.h"
#include "semantics/origin.h"
#include "semantics/safetext.h"
#include "semantics/urlpieces.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

Decision delivered(const Reason &reason)
{
    Decision decision;
    decision.action = Action::Deliver;
    decision.reasons = {reason};
    return decision;
}

Decision stopped(const QString &code, const Reason &reason)
{
    Decision decision;
    decision.action = Action::Stop;
    decision.stopCode = code;
    decision.reasons = {reason};
    return decision;
}

/// The rule ids of one situation, by what the policy does in it.
struct Situation
{
    QString follow;
    QString deliver;
    QString stop;
    QString stopCode;
};

/// Ends the turn, or notes why it goes on.
std::optional<Decision> handled(Turn &turn, Handling handling, const Situation &situation, const QStringList &words)
{
    switch (handling) {
    case Handling::Follow:
        turn.notes.append(turn.because(situation.follow, words));
        return std::nullopt;
    case Handling::Deliver:
        return delivered(turn.because(situation.deliver, words));
    case Handling::Stop:
        return stopped(situation.stopCode, turn.because(situation.stop, words));
    }
    Q_UNREACHABLE();
}

/// Which one of several Location fields counts, or nothing if that cannot be said; notes what was passed over.
std::optional<QByteArray> chosenLocation(Turn &turn, const QList<QByteArray> &values)
{
    const bool areEqual = values.count(values.constFirst()) == values.size();
    const QStringList words{QString::number(values.size())};
    switch (turn.policy.duplicateLocations) {
    case DuplicateLocations::Join:
        if (values.size() > 1) {
            turn.notes.append(turn.because(u"joined-locations"_s, words));
        }
        break;
    case DuplicateLocations::First:
    case DuplicateLocations::FirstNotEmpty:
        if (!areEqual) {
            turn.notes.append(turn.because(u"first-location"_s, words));
        }
        break;
    case DuplicateLocations::Last:
        if (!areEqual) {
            turn.notes.append(turn.because(u"last-location"_s, words));
        }
        break;
    case DuplicateLocations::Stop:
        break;
    }
    return locationThatCounts(values, turn.policy.duplicateLocations);
}

std::optional<Decision> unreadable(Turn &turn, const QByteArray &location, const QString &why)
{
    const Situation situation{{}, u"bad-location-delivered"_s, u"bad-location"_s, u"bad-location"_s};
    return handled(turn, turn.policy.unparsableLocation, situation, {locationWord(location), why});
}

/// Go: the first request's content would have to return, and cannot.
bool lacksFirstContent(const Turn &turn)
{
    const bool isRepeat = turn.response.status == 307 || turn.response.status == 308;
    const std::optional<Request> &first = turn.context.first;
    return isRepeat && turn.policy.firstContentReturns && first && first->content && first->content->oneShot;
}

QString redirectsWord(int count)
{
    return count == 1 ? u"1 redirect was"_s : u"%1 redirects were"_s.arg(count);
}

} // namespace

std::optional<Decision> checkTable(Turn &turn)
{
    const StatusRow *row = turn.policy.rowFor(turn.response.status);
    if (!row) {
        const bool isFinal = !isRedirection(turn.response.status);
        return delivered(turn.because(isFinal ? u"final-response"_s : u"not-a-redirect-status"_s, turn.tableWords()));
    }
    turn.rule = row->ruleFor(turn.request.method);
    turn.ruleId = row->ruleIdFor(turn.request.method);
    if (turn.rule == MethodRule::Deliver) {
        return delivered(turn.because(turn.ruleId, turn.tableWords()));
    }
    if (turn.rule == MethodRule::Refuse) {
        return stopped(u"refused-method"_s, turn.because(turn.ruleId, turn.tableWords()));
    }
    const bool isOneShot = turn.request.content && turn.request.content->oneShot;
    if (isOneShot && turn.policy.oneShotForcedMethods.contains(turn.request.method.token())
        && (turn.rule == MethodRule::Get || turn.rule == MethodRule::GetIfContent)) {
        turn.rule = MethodRule::KeepWithoutContent;
        turn.ruleId = u"forced-method-stays"_s;
    }
    return std::nullopt;
}

std::optional<Decision> checkLocation(Turn &turn)
{
    const QList<QByteArray> values = turn.response.fields.values("Location");
    const QStringList statusWord{QString::number(turn.response.status)};
    if (values.isEmpty()) {
        const Situation missing{{}, u"no-location"_s, u"missing-location"_s, u"missing-location"_s};
        return handled(turn, turn.policy.missingLocation, missing, statusWord);
    }
    const std::optional<QByteArray> location = chosenLocation(turn, values);
    if (!location) {
        return stopped(u"ambiguous-location"_s,
                       turn.because(u"ambiguous-location"_s, {QString::number(values.size())}));
    }
    if (location->isEmpty()) {
        const Situation empty{u"empty-location-same-target"_s, u"empty-location-delivered"_s, u"empty-location"_s,
                              u"missing-location"_s};
        if (auto end = handled(turn, turn.policy.emptyLocation, empty, statusWord)) {
            return end;
        }
    }
    if (turn.policy.longestLocation >= 0 && location->size() > turn.policy.longestLocation) {
        return unreadable(turn, *location, u"it is longer than this client reads"_s);
    }
    turn.isLocationAbsolute = !splitUrl(location->trimmed()).scheme.isEmpty();
    const Result<TargetUri> target =
        resolveLocation(locationBase(turn.request, turn.policy), *location, turn.policy.dialect);
    if (!target) {
        return unreadable(turn, *location, target.error().message);
    }
    if (target->isHttp() && target->host.value_or(QByteArray()).isEmpty()) {
        return unreadable(turn, *location, u"it names no host"_s); // RFC 9110 §4.2.1
    }
    turn.target = *target;
    return std::nullopt;
}

std::optional<Decision> checkScheme(Turn &turn)
{
    if (turn.target.isHttp()) {
        return std::nullopt;
    }
    if (turn.policy.schemesElsewhere.contains(turn.target.scheme)) {
        return stopped(u"refused-scheme"_s,
                       turn.because(u"scheme-followed-elsewhere"_s, {elided(safeText(turn.target.scheme), 40)}));
    }
    const Situation other{{}, u"refused-scheme-delivered"_s, u"refused-scheme"_s, u"refused-scheme"_s};
    return handled(turn, turn.policy.otherScheme, other, {wireText(turn.target.scheme, 40)});
}

std::optional<Decision> checkCycle(Turn &turn)
{
    const bool isCycle = turn.policy.cycleAfter > 1 ? turn.context.timesRedirectedHere >= turn.policy.cycleAfter
                                                    : turn.context.cycleFound;
    if (!turn.policy.cycleStops || !isCycle) {
        return std::nullopt;
    }
    return stopped(u"cycle"_s, turn.because(u"cycle"_s));
}

std::optional<Decision> checkLimit(Turn &turn)
{
    const int limit = turn.policy.effectiveLimit(turn.context.redirectLimit);
    if (limit < 0 || turn.context.redirectsSoFar < limit) {
        return std::nullopt;
    }
    if (turn.context.redirectLimit == 0 && turn.policy.zeroLimit == Handling::Deliver) {
        return delivered(turn.because(u"not-followed"_s));
    }
    const QString stopReason = turn.context.redirectLimit ? u"your-limit"_s : u"too-many-redirects"_s;
    const Situation full{{}, u"limit-delivered"_s, stopReason, u"too-many-redirects"_s};
    return handled(turn, turn.policy.atLimit, full, {redirectsWord(turn.context.redirectsSoFar)});
}

/// Fetch refuses it where the target is not at the first origin, and after a turn to another one even on the way home.
std::optional<Decision> checkUserinfo(Turn &turn)
{
    if (turn.target.userinfo && turn.target.userinfo != turn.request.target.userinfo
        && turn.policy.userinfoUse == UserinfoUse::AuthorizationOrStop && turn.request.fields.contains("Authorization")
        && turn.isSameOriginTurn()) {
        return stopped(u"bad-location"_s, turn.because(u"two-authorizations"_s));
    }
    const bool isOwn =
        turn.target.userinfo == turn.request.target.userinfo && turn.isSameOriginTurn(); // a relative Location
    const TargetUri &first = turn.context.first ? turn.context.first->target : turn.request.target;
    const bool staysHome = isSameOrigin(first, turn.target) && turn.isSameOriginTurn();
    if (!turn.target.userinfo || isOwn || staysHome || turn.policy.userinfoAtOtherOrigin == Handling::Follow) {
        return std::nullopt;
    }
    const Situation elsewhere{{}, u"location-userinfo-delivered"_s, u"location-userinfo"_s, u"bad-location"_s};
    return handled(turn, turn.policy.userinfoAtOtherOrigin, elsewhere, {turn.originWord()});
}

std::optional<Decision> checkOneShotContent(Turn &turn)
{
    const bool isOneShot = turn.request.content ? turn.request.content->oneShot : lacksFirstContent(turn);
    const bool counts = turn.keepsContent() || turn.policy.oneShotEvenIfDropped.contains(turn.response.status);
    if (!isOneShot || !counts) {
        return std::nullopt;
    }
    switch (turn.policy.oneShotContent) {
    case OneShotContent::Stop:
        return stopped(u"body-not-replayable"_s,
                       turn.because(u"body-not-replayable"_s, {turn.request.method.toString()}));
    case OneShotContent::Deliver:
        return delivered(turn.because(u"one-shot-delivered"_s));
    case OneShotContent::SendEmpty:
    case OneShotContent::Buffer:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<Decision> checkDowngrade(Turn &turn)
{
    if (turn.request.target.scheme != "https" || turn.target.scheme != "http") {
        return std::nullopt;
    }
    const Situation downgrade{u"https-to-http"_s, u"insecure-downgrade-delivered"_s, u"insecure-downgrade"_s,
                              u"insecure-downgrade"_s};
    return handled(turn, turn.policy.httpsToHttp, downgrade, {});
}

} // namespace Detour
