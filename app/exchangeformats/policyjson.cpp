// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/policyjson.h"

#include "exchangeformats/wirejson.h"

#include <QJsonArray>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString methodRuleName(MethodRule rule)
{
    switch (rule) {
    case MethodRule::Keep:
        return u"keep"_s;
    case MethodRule::KeepWithoutContent:
        return u"keep-without-content"_s;
    case MethodRule::KeepWithEmptyContent:
        return u"keep-with-empty-content"_s;
    case MethodRule::Get:
        return u"get"_s;
    case MethodRule::GetIfContent:
        return u"get-if-content"_s;
    case MethodRule::Deliver:
        return u"deliver"_s;
    case MethodRule::Refuse:
        return u"refuse"_s;
    }
    Q_UNREACHABLE();
}

/// {"POST": "get", "*": "keep"}: the star stands for every method without an entry of its own.
QJsonObject rowToJson(const StatusRow &row)
{
    QJsonObject object{{u"*"_s, methodRuleName(row.otherwise)}};
    for (auto entry = row.byMethod.cbegin(); entry != row.byMethod.cend(); ++entry) {
        object[wireString(entry.key())] = methodRuleName(entry.value());
    }
    return object;
}

/// What a policy says of one version, or of a range of them.
QJsonObject rulesToJson(const ClientPolicy &policy)
{
    QJsonObject rules;
    for (auto row = policy.rows.cbegin(); row != policy.rows.cend(); ++row) {
        rules[QString::number(row.key())] = rowToJson(row.value());
    }
    if (policy.otherRedirection) {
        rules["other-3xx"_L1] = rowToJson(*policy.otherRedirection);
    }
    return {{u"version"_s, policy.version},
            {u"summary"_s, policy.summary},
            {u"limit"_s, policy.redirectLimit < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(policy.redirectLimit)},
            {u"rules"_s, rules}};
}

} // namespace

QJsonObject policyToJson(const ClientPolicy &policy)
{
    QJsonArray versions;
    for (const VersionRange &range : policy.versions) {
        QJsonObject entry = rulesToJson(*range.policy);
        entry["from"_L1] = range.from;
        entry["before"_L1] = range.before;
        versions.append(entry);
    }
    QJsonObject object = rulesToJson(policy);
    object["id"_L1] = policy.id;
    object["name"_L1] = policy.name;
    object["versions"_L1] = versions;
    return object;
}

} // namespace Detour
