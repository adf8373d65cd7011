// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/comparejson.h"

#include "exchangeformats/tracejson.h"
#include "exchangeformats/wirejson.h"
#include "semantics/comparison.h"
#include "semantics/mask.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QJsonObject differenceToJson(const QString &client, const ChainDifference &difference)
{
    QJsonObject object{{u"client"_s, client},
                       {u"hop"_s, difference.hop},
                       {u"what"_s, difference.what},
                       {u"rule"_s, difference.rule.isEmpty() ? QJsonValue(QJsonValue::Null) : difference.rule}};
    if (!difference.name.isEmpty()) {
        object["name"_L1] = wireString(difference.name);
    }
    if (!difference.from.isEmpty() || !difference.to.isEmpty()) {
        object["from"_L1] = wireString(difference.from);
        object["to"_L1] = wireString(difference.to);
    }
    return object;
}

QJsonArray differencesToJson(const QList<RedirectChain> &chains, bool showSecrets)
{
    QJsonArray array;
    for (const RedirectChain &chain : chains.sliced(1)) {
        const QList<ChainDifference> differences = differencesFrom(chains.constFirst(), chain);
        for (const ChainDifference &difference : differences) {
            array.append(differenceToJson(chain.clientId, showSecrets ? difference : masked(difference)));
        }
    }
    return array;
}

QJsonArray groupsToJson(const QList<RedirectChain> &chains, const QList<ComparisonGroup> &groups)
{
    QJsonArray array;
    for (const ComparisonGroup &group : groups) {
        QJsonArray clients;
        for (const int member : group.members) {
            clients.append(chains.at(member).clientId);
        }
        array.append(
            QJsonObject{{u"sent"_s, whatIsSentWords(chains.at(group.members.constFirst()))}, {u"clients"_s, clients}});
    }
    return array;
}

} // namespace

QJsonObject comparisonToJson(const QList<RedirectChain> &chains, bool showSecrets)
{
    QJsonArray traces;
    QList<RedirectChain> shown;
    for (const RedirectChain &chain : chains) {
        traces.append(traceToJson(chain, showSecrets));
        shown.append(showSecrets ? chain : masked(chain));
    }
    const QList<ComparisonGroup> groups = groupsByWhatIsSent(chains);
    const bool isEmpty = chains.isEmpty();
    return {{u"schema"_s, u"detour.compare/1"_s},
            {u"base"_s, isEmpty ? QJsonValue(QJsonValue::Null) : chains.constFirst().clientId},
            {u"traces"_s, traces},
            {u"differences"_s, isEmpty ? QJsonArray() : differencesToJson(chains, showSecrets)},
            {u"groups"_s, groupsToJson(shown, groups)},
            {u"why"_s, whyTheyDiffer(shown, groups)}};
}

} // namespace Detour
