// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/tracereader.h"

#include "exchangeformats/messagereader.h"

#include <QJsonDocument>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWord = 200;
constexpr qsizetype mostReasons = 100;

Change readChange(const JsonPlace &place)
{
    Change change;
    QList<std::pair<QString, ChangeKind>> kinds;
    for (const ChangeKind kind :
         {ChangeKind::MethodChanged, ChangeKind::TargetChanged, ChangeKind::FieldChanged, ChangeKind::ContentDropped,
          ChangeKind::ContentEmptied, ChangeKind::ContentAdded, ChangeKind::FieldRemoved, ChangeKind::FieldAdded,
          ChangeKind::FragmentInherited, ChangeKind::SchemeChanged, ChangeKind::OriginChanged})
        kinds.append({changeKindName(kind), kind});
    change.kind = place[u"what"_s].choice(kinds);
    const std::pair<QString, QByteArray *> values[] = {
        {u"name"_s, &change.name}, {u"from"_s, &change.from}, {u"to"_s, &change.to}};
    for (const auto &[name, value] : values) {
        if (const JsonPlace member = place[name]; !member.isMissing())
            *value = member.bytes(longestTraceText);
    }
    if (const JsonPlace rule = place[u"rule"_s]; !rule.isMissing())
        change.rule = rule.text(longestWord);
    return change;
}

/// The next request has the content that its fate leaves of this one's.
std::optional<ContentInfo> contentAfter(ContentFate fate, const Request &request)
{
    switch (fate) {
    case ContentFate::Same:
        return request.content;
    case ContentFate::None:
        break;
    case ContentFate::Empty:
        return ContentInfo{};
    }
    return std::nullopt;
}

Decision readDecision(const JsonPlace &place, const Request &request)
{
    Decision decision;
    decision.action = place[u"action"_s].choice<Action>({{actionName(Action::Follow), Action::Follow},
                                                         {actionName(Action::Deliver), Action::Deliver},
                                                         {actionName(Action::Stop), Action::Stop}});
    for (const JsonPlace &change : place[u"changes"_s].items(mostTraceFields))
        decision.changes.append(readChange(change));
    for (const JsonPlace &reason : place[u"reasons"_s].items(mostReasons)) {
        decision.reasons.append({reason[u"rule"_s].text(longestWord), reason[u"text"_s].text(longestTraceText),
                                 reason[u"reference"_s].text(longestWord)});
    }
    if (decision.reasons.isEmpty())
        place[u"reasons"_s].fail(u"it has to give a reason"_s);
    if (decision.action != Action::Follow)
        return decision;
    const JsonPlace next = place[u"next"_s];
    decision.content = next[u"body"_s].choice<ContentFate>({{contentFateName(ContentFate::Same), ContentFate::Same},
                                                            {contentFateName(ContentFate::None), ContentFate::None},
                                                            {contentFateName(ContentFate::Empty), ContentFate::Empty}});
    Request after;
    after.method = readMethod(next[u"method"_s]);
    after.target = readTarget(next[u"url"_s]);
    after.fields = readFields(next[u"fields"_s]);
    after.content = contentAfter(decision.content, request);
    decision.next = after;
    return decision;
}

/// What a chain promises to those who draw it: only its last hop may lack an answer or end the way.
void checkOrder(const JsonPlace &place, const Hop &hop, bool isLast)
{
    const bool follows = hop.decision && hop.decision->action == Action::Follow;
    if (!hop.exchange.response && hop.decision)
        place[u"decision"_s].fail(u"it has to be null where there is no response"_s);
    else if (!isLast && !follows)
        place[u"decision"_s].fail(u"it has to follow, since another hop comes after it"_s);
}

Outcome readOutcome(const JsonPlace &place)
{
    return place.choice<Outcome>({{outcomeName(Outcome::Completed), Outcome::Completed},
                                  {outcomeName(Outcome::Stopped), Outcome::Stopped},
                                  {outcomeName(Outcome::Failed), Outcome::Failed}});
}

/// An end is told once, of the chain; the hop that it happened to has its part of it.
void tellLastHop(RedirectChain &chain)
{
    Hop &last = chain.hops.last();
    if (!last.exchange.response)
        last.exchange.failure = ExchangeFailure{chain.end ? chain.end->code : u"network-error"_s,
                                                chain.end ? chain.end->message : QString()};
    else if (chain.end && last.decision && last.decision->action == Action::Stop)
        last.decision->stopCode = chain.end->code;
}

RedirectChain readChain(const JsonPlace &root)
{
    RedirectChain chain;
    if (root[u"schema"_s].text(longestWord) != u"detour.trace/1")
        root[u"schema"_s].fail(u"it has to be \"detour.trace/1\"; this is no trace that this Detour can read"_s);
    chain.clientId = root[u"client"_s].text(longestWord);
    chain.clientName = chain.clientId;
    chain.outcome = readOutcome(root[u"outcome"_s]);
    const QList<JsonPlace> hops = root[u"hops"_s].items(mostTraceHops);
    if (hops.isEmpty())
        root[u"hops"_s].fail(u"it has to hold a hop at least"_s);
    for (const JsonPlace &place : hops) {
        Hop hop;
        hop.exchange = readExchange(place);
        if (const JsonPlace decision = place[u"decision"_s]; !decision.isNull())
            hop.decision = readDecision(decision, hop.exchange.request);
        checkOrder(place, hop, chain.hops.size() + 1 == hops.size());
        if (root.hasFailed())
            return chain;
        chain.hops.append(hop);
    }
    const JsonPlace reason = root[u"reason"_s];
    if (chain.outcome != Outcome::Completed)
        chain.end = ChainEnd{reason[u"code"_s].text(longestWord), reason[u"message"_s].text(longestTraceText),
                             int(reason[u"hop"_s].integer(0, chain.hops.size() + 1))};
    else if (!reason.isNull())
        reason.fail(u"it has to be null where the outcome is completed"_s);
    for (const JsonPlace &place : root[u"findings"_s].items(mostTraceHops)) {
        Finding finding{place[u"code"_s].text(longestWord), {}, place[u"message"_s].text(longestTraceText)};
        for (const JsonPlace &hop : place[u"hops"_s].items(mostTraceHops))
            finding.hops.append(int(hop.integer(1, chain.hops.size() + 1)));
        chain.findings.append(finding);
    }
    return chain;
}

} // namespace

Result<RedirectChain> readTrace(const QByteArray &json)
{
    if (json.size() > longestTrace)
        return Error{u"too-large"_s,
                     u"The file has more than %1 MiB; traces are smaller."_s.arg(longestTrace / (1024 * 1024))};
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return Error{u"bad-trace"_s, u"This is no JSON: %1 at byte %2."_s.arg(parsed.errorString()).arg(parsed.offset)};
    std::optional<Error> error;
    const JsonPlace root(document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array()), {}, error);
    RedirectChain chain = readChain(root);
    if (error)
        return Error{u"bad-trace"_s, error->message};
    tellLastHop(chain);
    return chain;
}

} // namespace Detour
