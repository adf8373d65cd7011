// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/comparetable.h"

#include "semantics/chaindifference.h"
#include "semantics/comparison.h"
#include "semantics/displaytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype mostSteps = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("CompareTable", text);
}

bool hasBytes(const Request &request)
{
    return request.content && request.content->bytes != 0;
}

Capsule capsuleOf(const Request &request, const Request &first)
{
    return {request.method.token(), hasBytes(request) ? Sheet::Full : hasBytes(first) ? Sheet::Dropped : Sheet::None};
}

QString knownFromText(KnownFrom source)
{
    switch (source) {
    case KnownFrom::Measured:
        return tr("measured");
    case KnownFrom::Standard:
        return tr("by the book");
    case KnownFrom::Tests:
        return tr("its own tests");
    }
    Q_UNREACHABLE();
}

QString bodyText(const RedirectChain &chain)
{
    const Request &first = chain.hops.constFirst().exchange.request;
    const Request &last = chain.hops.constLast().exchange.request;
    if (chain.hops.size() < 2 || !hasBytes(first))
        return u"–"_s;
    if (hasBytes(last))
        return tr("%1, sent again").arg(byteCount(last.content->bytes));
    return last.content && first.method == last.method ? tr("empty") : tr("none");
}

std::pair<QString, CellMark> contentTypeCell(const RedirectChain &chain)
{
    switch (contentTypeOf(chain)) {
    case LeftOver::NothingToSay:
        return {u"–"_s, CellMark::None};
    case LeftOver::Kept:
        return {tr("kept"), CellMark::Tick};
    case LeftOver::Removed:
        return {tr("removed"), CellMark::Cross};
    case LeftOver::LeftBehind:
        return {tr("left behind"), CellMark::Warning};
    }
    Q_UNREACHABLE();
}

/// "method, body, Referer": what the differences are about, each once.
QString differsText(const QList<ChainDifference> &differences)
{
    QStringList words;
    for (const ChainDifference &difference : differences) {
        QString word = difference.what.section(u'-', 0, 0);
        if (word == "field"_L1)
            word = wireText(difference.name, 40);
        else if (word == "action"_L1)
            word = tr("whether it follows");
        if (!words.contains(word))
            words.append(word);
    }
    return words.join(u", "_s);
}

/// The reason of that rule at a hop of the chain, as a sentence with its reference; empty if it is not among them.
QString reasonText(const RedirectChain &chain, int hop, const QString &rule)
{
    const bool isThere = hop >= 1 && hop <= chain.hops.size() && chain.hops.at(hop - 1).decision;
    const QList<Reason> reasons = isThere ? chain.hops.at(hop - 1).decision->reasons : QList<Reason>();
    const auto found =
        std::find_if(reasons.cbegin(), reasons.cend(), [&rule](const Reason &reason) { return reason.rule == rule; });
    return found == reasons.cend() ? QString() : u"%1 (%2)"_s.arg(found->text, found->reference);
}

/// Where the client did nothing of its own, what the base did is the reason.
QString reasonBehind(const RedirectChain &base, const RedirectChain &chain, const ChainDifference &difference)
{
    const QString own = reasonText(chain, difference.hop, difference.rule);
    const QString other = own.isEmpty() ? reasonText(base, difference.hop, difference.rule) : QString();
    return other.isEmpty() ? own : tr("Unlike %1: %2").arg(base.clientName, other);
}

/// The reasons behind the differences, each once; without differences the deciding one.
QString whyText(const RedirectChain &base, const RedirectChain &chain, const QList<ChainDifference> &differences)
{
    QStringList texts;
    for (const ChainDifference &difference : differences)
        texts.append(reasonBehind(base, chain, difference));
    texts.removeAll(QString());
    texts.removeDuplicates();
    const std::optional<Decision> &first = chain.hops.constFirst().decision;
    if (texts.isEmpty() && first && !first->reasons.isEmpty())
        texts.append(reasonText(chain, 1, first->reasons.constFirst().rule));
    if (texts.isEmpty() && chain.end)
        texts.append(chain.end->message);
    return withoutTrickery(texts.join(u' '));
}

CompareRow rowOf(const QList<RedirectChain> &chains, int client, const ClientPolicy &policy)
{
    const RedirectChain &chain = chains.at(client);
    const Request &first = chain.hops.constFirst().exchange.request;
    const QList<ChainDifference> differences = differencesFrom(chains.constFirst(), chain);
    CompareRow row;
    row.client = client;
    row.limit = policy.redirectLimit < 0 ? std::numeric_limits<int>::max() : policy.redirectLimit;
    const bool followed = chain.hops.size() > 1;
    if (followed)
        row.sendsNext = capsuleOf(chain.hops.constLast().exchange.request, first);
    const auto [contentType, mark] = contentTypeCell(chain);
    row.contentTypeMark = mark;
    row.texts = {policy.name,
                 policy.version,
                 followed ? whatIsSentWords(chain) : tr("nothing"),
                 bodyText(chain),
                 contentType,
                 policy.redirectLimit < 0 ? tr("any number") : tr("at most %1").arg(policy.redirectLimit),
                 knownFromText(policy.knownFrom),
                 differsText(differences)};
    row.why = whyText(chains.constFirst(), chain, differences);
    return row;
}

CompareGroup groupOf(const RedirectChain &chain)
{
    CompareGroup group;
    group.isStopped = chain.outcome != Outcome::Completed;
    const Request &first = chain.hops.constFirst().exchange.request;
    for (const Hop &hop : chain.hops)
        group.route.append({capsuleOf(hop.exchange.request, first),
                            hop.exchange.response ? hop.exchange.response->status : StatusCode(0)});
    if (group.route.size() > mostSteps) {
        group.isCut = true;
        const RouteStep last = group.route.constLast();
        group.route = group.route.first(mostSteps - 1);
        group.route.append(last);
    }
    return group;
}

bool matches(const CompareRow &row, const QString &filter)
{
    const QString all = row.texts.join(u' ');
    const QStringList words = filter.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

void sortRows(QList<CompareRow> &rows, const CompareOrder &order)
{
    if (!order.sortedBy)
        return;
    const int column = static_cast<int>(*order.sortedBy);
    const auto isLess = [column](const CompareRow &a, const CompareRow &b) {
        if (column == static_cast<int>(CompareColumn::Limit))
            return a.limit < b.limit;
        return a.texts.at(column).compare(b.texts.at(column), Qt::CaseInsensitive) < 0;
    };
    std::stable_sort(rows.begin(), rows.end(), [&order, &isLess](const CompareRow &a, const CompareRow &b) {
        return order.descending ? isLess(b, a) : isLess(a, b);
    });
}

QList<CompareGroup> groupedBySource(const QList<RedirectChain> &chains, const QList<ClientPolicy> &clients)
{
    QList<CompareGroup> groups;
    for (const KnownFrom source : {KnownFrom::Standard, KnownFrom::Measured, KnownFrom::Tests}) {
        CompareGroup group;
        group.title = tr("Known from: %1").arg(knownFromText(source));
        for (int i = 0; i < chains.size(); ++i) {
            if (clients.at(i).knownFrom == source)
                group.rows.append(rowOf(chains, i, clients.at(i)));
        }
        groups.append(group);
    }
    return groups;
}

QList<CompareGroup> ungrouped(const QList<RedirectChain> &chains, const QList<ClientPolicy> &clients)
{
    CompareGroup all;
    for (int i = 0; i < chains.size(); ++i)
        all.rows.append(rowOf(chains, i, clients.at(i)));
    return {all};
}

QList<CompareGroup> groupedByWhatIsSent(const QList<RedirectChain> &chains, const QList<ClientPolicy> &clients)
{
    QList<CompareGroup> groups;
    const QList<ComparisonGroup> found = groupsByWhatIsSent(chains);
    const QStringList titles = groupTitles(chains, found);
    for (const ComparisonGroup &members : found) {
        CompareGroup group = groupOf(chains.at(members.members.constFirst()));
        group.title = titles.at(groups.size());
        if (groups.isEmpty())
            group.note = tr("as %1").arg(chains.constFirst().clientName);
        for (const int member : members.members)
            group.rows.append(rowOf(chains, member, clients.at(member)));
        groups.append(group);
    }
    return groups;
}

QList<CompareGroup> grouped(const QList<RedirectChain> &chains, const QList<ClientPolicy> &clients,
                            CompareGrouping grouping)
{
    switch (grouping) {
    case CompareGrouping::WhatIsSent:
        return groupedByWhatIsSent(chains, clients);
    case CompareGrouping::KnownFrom:
        return groupedBySource(chains, clients);
    case CompareGrouping::None:
        return ungrouped(chains, clients);
    }
    Q_UNREACHABLE();
}

} // namespace

QList<CompareGroup> compareTable(const QList<RedirectChain> &chains, const QList<ClientPolicy> &clients,
                                 const CompareOrder &order)
{
    const bool isReady = !chains.isEmpty() && chains.size() == clients.size()
                         && std::none_of(chains.cbegin(), chains.cend(),
                                         [](const RedirectChain &chain) { return chain.hops.isEmpty(); });
    if (!isReady)
        return {};
    QList<CompareGroup> shown;
    const QList<CompareGroup> groups = grouped(chains, clients, order.grouping);
    for (CompareGroup group : groups) {
        group.rows.removeIf([&order](const CompareRow &row) { return !matches(row, order.filter); });
        sortRows(group.rows, order);
        if (!group.rows.isEmpty())
            shown.append(group);
    }
    return shown;
}

QString clientCount(qsizetype count)
{
    return count == 1 ? tr("1 client") : tr("%1 clients").arg(count);
}

QString compareColumnName(CompareColumn column)
{
    switch (column) {
    case CompareColumn::Client:
        return tr("Client");
    case CompareColumn::Version:
        return tr("Version");
    case CompareColumn::SendsNext:
        return tr("Sends at the end");
    case CompareColumn::Body:
        return tr("Body");
    case CompareColumn::ContentType:
        return tr("Content-Type");
    case CompareColumn::Limit:
        return tr("Redirects");
    case CompareColumn::KnownFrom:
        return tr("Known from");
    case CompareColumn::Differs:
        return tr("Differs in");
    }
    Q_UNREACHABLE();
}

} // namespace Detour
