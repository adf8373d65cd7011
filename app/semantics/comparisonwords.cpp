// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/chaindifference.h"
#include "semantics/comparison.h"
#include "semantics/safetext.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMethod = 24;

QString methodWord(const Request &request)
{
    return wireText(request.method.token(), longestMethod);
}

bool hasBytes(const Request &request)
{
    return request.content && request.content->bytes != 0;
}

QString contentWords(const Request &first, const Request &last)
{
    if (!hasBytes(first)) {
        return {};
    }
    if (hasBytes(last)) {
        return u", the body was sent again"_s;
    }
    return first.method == last.method ? u", but the body was lost"_s : u", the body was dropped"_s;
}

QString endWords(const RedirectChain &chain)
{
    const int followed = chain.redirectCount();
    const QString after =
        followed == 0 ? QString() : u" after %1 redirect%2"_s.arg(followed).arg(followed == 1 ? u""_s : u"s"_s);
    switch (chain.outcome) {
    case Outcome::Running:
        return u"still running"_s;
    case Outcome::Stopped:
        return u"stopped%1: %2"_s.arg(after, chain.end ? chain.end->code : QString());
    case Outcome::Failed:
        return u"failed%1: %2"_s.arg(after, chain.end ? chain.end->code : QString());
    case Outcome::Completed:
        break;
    }
    const Hop *last = chain.lastHop();
    const StatusCode status = last && last->exchange.response ? last->exchange.response->status : 0;
    return isRedirection(status) ? u"%1 not followed%2"_s.arg(status).arg(after) : QString();
}

QString capitalised(const QString &words)
{
    return words.isEmpty() ? words : words.at(0).toUpper() + words.sliced(1);
}

/// The first hop (0-based) after which two chains send something else, fields aside; -1: nowhere.
qsizetype partingHop(const RedirectChain &a, const RedirectChain &b)
{
    const QList<ChainDifference> differences = differencesFrom(a, b);
    const auto parting = std::find_if(differences.cbegin(), differences.cend(), [](const ChainDifference &difference) {
        return !difference.what.startsWith("field-"_L1);
    });
    return parting == differences.cend() ? -1 : parting->hop - 1;
}

/// "Go net/http turns PUT into GET on 301. … (measured: Go net/http 1.19.8)"
QString reasonOf(const RedirectChain &chain, qsizetype hop)
{
    const std::optional<Decision> decision =
        hop >= 0 && hop < chain.hops.size() ? chain.hops.at(hop).decision : std::nullopt;
    if (!decision || decision->reasons.isEmpty()) {
        return {};
    }
    const Reason &reason = decision->reasons.constFirst();
    QString text = reason.text;
    const bool namesClient = text.contains(u"his client"_s);
    text.replace(u"This client"_s, chain.clientName).replace(u"this client"_s, chain.clientName);
    return namesClient ? u"%1 (%2)"_s.arg(text, reason.reference)
                       : u"%1: %2 (%3)"_s.arg(chain.clientName, text, reason.reference);
}

} // namespace

QString whatIsSentWords(const RedirectChain &chain)
{
    const QString end = endWords(chain);
    if (chain.hops.size() < 2) {
        return end.isEmpty() ? u"no redirect"_s : capitalised(end);
    }
    const Request &first = chain.hops.constFirst().exchange.request;
    const Request &last = chain.hops.constLast().exchange.request;
    const QString methods = first.method == last.method ? u"%1 stayed %1"_s.arg(methodWord(first))
                                                        : u"%1 became %2"_s.arg(methodWord(first), methodWord(last));
    return methods + contentWords(first, last) + (end.isEmpty() ? QString() : u"; "_s + end);
}

QString whyTheyDiffer(const QList<RedirectChain> &chains, const QList<ComparisonGroup> &groups, qsizetype mostGroups)
{
    if (groups.isEmpty()) {
        return {};
    }
    const RedirectChain &base = chains.at(groups.constFirst().members.constFirst());
    QStringList sentences;
    qsizetype firstParting = -1;
    for (const ComparisonGroup &group : groups.sliced(1, std::min(groups.size(), mostGroups) - 1)) {
        const RedirectChain &chain = chains.at(group.members.constFirst());
        const qsizetype hop = partingHop(base, chain);
        firstParting = firstParting < 0 || (hop >= 0 && hop < firstParting) ? hop : firstParting;
        sentences.append(reasonOf(chain, hop));
    }
    sentences.prepend(reasonOf(base, std::max<qsizetype>(firstParting, 0)));
    sentences.removeAll(QString());
    sentences.removeDuplicates();
    const qsizetype more = groups.size() - mostGroups;
    if (more > 0) {
        sentences.append(more == 1 ? u"One more way has reasons of its own."_s
                                   : u"%1 more ways have reasons of their own."_s.arg(more));
    }
    return withoutTrickery(sentences.join(u' '));
}

} // namespace Detour
