// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/chaindifference.h"
#include "semantics/comparison.h"
#include "semantics/safetext.h"

#include <algorithm>

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

/// "Authorization and Cookie went along", of those that the first request had.
QString credentialWords(const Request &first, const Request &last)
{
    QStringList gone;
    QStringList kept;
    for (const Field &field : first.fields) {
        const QString name = wireText(field.name, longestMethod);
        if (isCredentialField(field.name) && !gone.contains(name) && !kept.contains(name)) {
            (last.fields.contains(field.name) ? kept : gone).append(name);
        }
    }
    QString words = kept.isEmpty() ? QString() : u", with "_s + kept.join(u" and "_s);
    return words + (gone.isEmpty() ? QString() : u", without "_s + gone.join(u" and "_s));
}

/// The first thing by which two groups differ; nothing where their chains are equal but for other fields.
std::optional<ChainDifference> partingOf(const RedirectChain &a, const RedirectChain &b)
{
    const QList<ChainDifference> differences = differencesFrom(a, b);
    const auto parting = std::find_if(differences.cbegin(), differences.cend(), [](const ChainDifference &difference) {
        return !difference.what.startsWith("field-"_L1) || isCredentialField(difference.name);
    });
    return parting == differences.cend() ? std::nullopt : std::optional(*parting);
}

/// "Go net/http turns PUT into GET on 301. … (measured: Go net/http 1.19.8)"
QString worded(const Reason &reason, const QString &clientName)
{
    QString text = reason.text;
    const bool namesClient = text.contains(u"his client"_s);
    text.replace(u"This client"_s, clientName).replace(u"this client"_s, clientName);
    return namesClient ? u"%1 (%2)"_s.arg(text, reason.reference)
                       : u"%1: %2 (%3)"_s.arg(clientName, text, reason.reference);
}

/// The reason at a hop (1-based): that of `rule`, or the deciding one where `rule` is empty. Where nothing was decided,
/// how it ended.
QString reasonOf(const RedirectChain &chain, int hop, const QString &rule)
{
    const bool isThere = hop >= 1 && hop <= chain.hops.size() && chain.hops.at(hop - 1).decision;
    if (!isThere) {
        return chain.end ? u"%1: %2"_s.arg(chain.clientName, chain.end->message) : QString();
    }
    const QList<Reason> &reasons = chain.hops.at(hop - 1).decision->reasons;
    const auto found = std::find_if(reasons.cbegin(), reasons.cend(),
                                    [&rule](const Reason &reason) { return rule.isEmpty() || reason.rule == rule; });
    return found == reasons.cend() ? QString() : worded(*found, chain.clientName);
}

/// Where the client did nothing of its own, what the base did is the reason, and is told as the base's.
QString reasonBehind(const RedirectChain &base, const RedirectChain &chain, const ChainDifference &difference)
{
    const QString own = reasonOf(chain, difference.hop, difference.rule);
    return own.isEmpty() ? reasonOf(base, difference.hop, difference.rule) : own;
}

/// The rule by which the base changed the field that a difference is about; empty if it left it alone.
QString ruleOfField(const RedirectChain &base, const ChainDifference &difference)
{
    const bool isThere = difference.hop <= base.hops.size() && base.hops.at(difference.hop - 1).decision;
    const QList<Change> changes = isThere ? base.hops.at(difference.hop - 1).decision->changes : QList<Change>();
    const auto found = std::find_if(changes.cbegin(), changes.cend(), [&difference](const Change &change) {
        return !change.name.isEmpty() && change.name.compare(difference.name, Qt::CaseInsensitive) == 0;
    });
    return found == changes.cend() ? QString() : found->rule;
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
    return methods + contentWords(first, last) + credentialWords(first, last)
           + (end.isEmpty() ? QString() : u"; "_s + end);
}

QStringList groupTitles(const QList<RedirectChain> &chains, const QList<ComparisonGroup> &groups)
{
    constexpr qsizetype longestTarget = 60;
    QStringList words;
    for (const ComparisonGroup &group : groups) {
        words.append(whatIsSentWords(chains.at(group.members.constFirst())));
    }
    QStringList titles = words;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        const Hop *last = chains.at(groups.at(i).members.constFirst()).lastHop();
        if (last && words.count(words.at(i)) > 1) {
            titles[i] += u", at "_s + wireText(last->exchange.request.target.toBytes(), longestTarget);
        }
    }
    return titles;
}

QString whyTheyDiffer(const QList<RedirectChain> &chains, const QList<ComparisonGroup> &groups, qsizetype mostGroups)
{
    if (groups.isEmpty()) {
        return {};
    }
    const RedirectChain &base = chains.at(groups.constFirst().members.constFirst());
    QStringList sentences;
    std::optional<ChainDifference> first;
    for (const ComparisonGroup &group : groups.sliced(1, std::min(groups.size(), mostGroups) - 1)) {
        const RedirectChain &chain = chains.at(group.members.constFirst());
        const std::optional<ChainDifference> parting = partingOf(base, chain);
        if (parting) {
            first = !first || parting->hop < first->hop ? parting : first;
            sentences.append(reasonBehind(base, chain, *parting));
        }
    }
    const bool isAboutAField = first && first->what.startsWith("field-"_L1);
    const QString ofTheField = isAboutAField ? reasonOf(base, first->hop, ruleOfField(base, *first)) : QString();
    sentences.prepend(ofTheField.isEmpty() ? reasonOf(base, first ? first->hop : 1, {}) : ofTheField);
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
