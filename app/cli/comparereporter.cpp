// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/comparereporter.h"

#include "semantics/comparison.h"
#include "semantics/displaytext.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSteps = 8; ///< of a route: the first ones and the last one
constexpr qsizetype idColumn = 18;
constexpr qsizetype versionColumn = 34;
constexpr qsizetype typeColumn = 14;
const QString indent = QStringLiteral("   ");

QString column(const QString &text, qsizetype width)
{
    return text.leftJustified(width - 1, u' ') + u' ';
}

QString requestWord(const Request &request)
{
    const bool hasBytes = request.content && request.content->bytes != 0;
    constexpr qsizetype longest = 24;
    return wireText(request.method.token(), longest) + (hasBytes ? u"+body"_s : QString());
}

/// "PUT+body → 301 → PUT → 200"
QString routeText(const RedirectChain &chain)
{
    QStringList steps;
    for (const Hop &hop : chain.hops) {
        steps.append(requestWord(hop.exchange.request));
        if (hop.exchange.response) {
            steps.append(QString::number(hop.exchange.response->status));
        }
    }
    if (chain.outcome != Outcome::Completed && chain.end) {
        steps.append(chain.end->code);
    }
    if (steps.size() > mostSteps) {
        const QString last = steps.constLast();
        steps = steps.first(mostSteps - 1);
        steps.append(u"…"_s);
        steps.append(last);
    }
    return steps.join(u" → "_s);
}

QString leftOverWord(LeftOver leftOver)
{
    switch (leftOver) {
    case LeftOver::NothingToSay:
        return u"–"_s;
    case LeftOver::Kept:
        return u"kept"_s;
    case LeftOver::Removed:
        return u"removed"_s;
    case LeftOver::LeftBehind:
        return u"left behind"_s;
    }
    Q_UNREACHABLE();
}

QString limitWord(int limit)
{
    return limit < 0 ? u"any"_s : QString::number(limit);
}

QString headText(const RedirectChain &base, qsizetype count)
{
    if (base.hops.isEmpty()) {
        return {};
    }
    const Request &first = base.hops.constFirst().exchange.request;
    QString text = requestWord(first) + u' ' + wireText(first.target.toBytes());
    if (first.content && first.content->bytes > 0) {
        text += u", "_s + byteCountInWords(first.content->bytes);
    }
    return text + u", as %1 client%2\n"_s.arg(count).arg(count == 1 ? u""_s : u"s"_s);
}

QString clientRow(const RedirectChain &chain, const ClientPolicy &policy, std::optional<int> limit)
{
    return indent + column(policy.id, idColumn) + column(elided(policy.version, versionColumn - 2), versionColumn)
           + column(leftOverWord(contentTypeOf(chain)), typeColumn) + limitWord(policy.effectiveLimit(limit)) + u'\n';
}

} // namespace

QString comparisonText(const QList<RedirectChain> &chains, const QList<ClientPolicy> &clients, std::optional<int> limit,
                       const TextStyle &style)
{
    if (chains.isEmpty()) {
        return {};
    }
    QString text = headText(chains.constFirst(), chains.size());
    const QString heading = indent + column(u"client"_s, idColumn) + column(u"version"_s, versionColumn)
                            + column(u"Content-Type"_s, typeColumn) + u"at most\n"_s;
    text += style.dressed(heading.chopped(1), TextStyle::Role::Quiet) + u'\n';
    const QList<ComparisonGroup> groups = groupsByWhatIsSent(chains);
    const QStringList titles = groupTitles(chains, groups);
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const ComparisonGroup &group = groups.at(i);
        const RedirectChain &route = chains.at(group.members.constFirst());
        const qsizetype count = group.members.size();
        const QString title =
            wrapped(titles.at(i) + u" (%1 client%2)"_s.arg(count).arg(count == 1 ? u""_s : u"s"_s), {}, indent);
        text += u'\n' + style.dressed(title.chopped(1), TextStyle::Role::Strong) + u'\n';
        text += wrapped(routeText(route), indent, indent);
        for (const int member : group.members) {
            text += clientRow(chains.at(member), clients.at(member), limit);
        }
    }
    const QString why = whyTheyDiffer(chains, groups);
    const QString lead = groups.size() > 1 ? u"Why they differ. "_s : u"Why they send the same. "_s;
    return why.isEmpty() ? text : text + u'\n' + wrapped(lead + why, {}, {});
}

} // namespace Detour
