// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/policyversions.h"

#include <QVersionNumber>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// A version in full: "18" or "18.20.4".
QString versionText(JsonObjectReader &entry, const QString &name)
{
    QString text = entry.text(name);
    qsizetype end = 0;
    if (QVersionNumber::fromString(text, &end).isNull() || end != text.size()) {
        entry.fail(name, u"it has to be a version such as 18 or 18.20.4"_s);
    }
    return text;
}

bool areApart(const VersionRange &a, const VersionRange &b)
{
    const auto number = [](const QString &version) { return QVersionNumber::fromString(version); };
    return number(a.before) <= number(b.from) || number(b.before) <= number(a.from);
}

/// The entries of a table without those codes.
QJsonArray tableWithout(const QJsonArray &table, const QJsonArray &codes)
{
    QJsonArray left;
    for (const auto &item : table) {
        QJsonObject entry = item.toObject();
        QJsonArray kept;
        const QJsonArray status = entry["status"_L1].toArray();
        std::copy_if(status.begin(), status.end(), std::back_inserter(kept),
                     [&codes](const QJsonValue &code) { return !codes.contains(code); });
        if (!kept.isEmpty()) {
            entry["status"_L1] = kept;
            left.append(entry);
        }
    }
    return left;
}

QJsonArray mergedTable(const QJsonArray &table, const QJsonArray &replacement)
{
    QJsonArray codes;
    QJsonArray merged = replacement;
    for (const auto &item : replacement) {
        const QJsonArray status = item.toObject()["status"_L1].toArray();
        std::copy(status.begin(), status.end(), std::back_inserter(codes));
    }
    const QJsonArray rest = tableWithout(table, codes);
    std::copy(rest.begin(), rest.end(), std::back_inserter(merged));
    return merged;
}

QJsonValue merged(const QString &name, const QJsonValue &value, const QJsonValue &replacement)
{
    if (name == "table"_L1 && value.isArray() && replacement.isArray()) {
        return mergedTable(value.toArray(), replacement.toArray());
    }
    if (!value.isObject() || !replacement.isObject()) {
        return replacement;
    }
    QJsonObject members = value.toObject();
    const QJsonObject others = replacement.toObject();
    for (auto member = others.begin(); member != others.end(); ++member) {
        members[member.key()] = member.value();
    }
    return members;
}

} // namespace

VersionRange readVersionRange(JsonObjectReader &entry, const ClientPolicy &policy)
{
    VersionRange range;
    range.from = versionText(entry, u"from"_s);
    range.before = versionText(entry, u"before"_s);
    if (!range.holds(range.from)) {
        entry.fail(u"before"_s, u"it has to be a later version than “from”"_s);
    }
    if (range.holds(policy.version)) {
        entry.fail(u"from"_s, u"the range holds %1, which the file is about"_s.arg(policy.version));
    }
    if (!std::all_of(policy.versions.cbegin(), policy.versions.cend(),
                     [&range](const VersionRange &other) { return areApart(range, other); })) {
        entry.fail(u"from"_s, u"an entry before it already holds versions of this range"_s);
    }
    for (const QString &name : {u"schema"_s, u"id"_s, u"name"_s, u"versions"_s}) {
        if (entry.has(name)) {
            entry.fail(name, u"it is the same for all versions"_s);
        }
    }
    (void)entry.text(u"version"_s); // both are this range's own: without them, those of the file would stand for it
    (void)entry.text(u"summary"_s);
    return range;
}

QJsonObject policyOfVersions(const QJsonObject &file, const QJsonObject &entry)
{
    QJsonObject policy = file;
    for (auto member = entry.begin(); member != entry.end(); ++member) {
        policy[member.key()] = merged(member.key(), file.value(member.key()), member.value());
    }
    for (const QString &name : {u"from"_s, u"before"_s, u"versions"_s}) {
        policy.remove(name);
    }
    return policy;
}

} // namespace Detour
