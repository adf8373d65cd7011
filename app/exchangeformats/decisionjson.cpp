// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/decisionjson.h"

#include "exchangeformats/wirejson.h"

#include <QJsonDocument>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

bool namesField(ChangeKind kind)
{
    return kind == ChangeKind::FieldChanged || kind == ChangeKind::FieldRemoved || kind == ChangeKind::FieldAdded;
}

/// Only the …-changed kinds have two sides; of the others the request and `next` say what came and went.
bool hasTwoSides(ChangeKind kind)
{
    return kind == ChangeKind::MethodChanged || kind == ChangeKind::TargetChanged || kind == ChangeKind::FieldChanged
           || kind == ChangeKind::SchemeChanged || kind == ChangeKind::OriginChanged;
}

QJsonObject changeToJson(const Change &change)
{
    QJsonObject object{{u"what"_s, changeKindName(change.kind)}};
    if (namesField(change.kind)) {
        object["name"_L1] = wireString(change.name);
    }
    if (hasTwoSides(change.kind)) {
        object["from"_L1] = wireString(change.from);
        object["to"_L1] = wireString(change.to);
    }
    return object;
}

QJsonObject nextToJson(const Request &next, ContentFate content)
{
    return {{u"method"_s, next.method.toString()},
            {u"url"_s, next.target.toString()},
            {u"body"_s, contentFateName(content)},
            {u"fields"_s, fieldsToJson(next.fields)}};
}

QByteArray toLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QJsonObject decisionToJson(const Decision &decision)
{
    QJsonArray changes;
    for (const Change &change : decision.changes) {
        changes.append(changeToJson(change));
    }
    QJsonArray reasons;
    for (const Reason &reason : decision.reasons) {
        reasons.append(
            QJsonObject{{u"rule"_s, reason.rule}, {u"text"_s, reason.text}, {u"reference"_s, reason.reference}});
    }
    QJsonObject object{{u"action"_s, actionName(decision.action)}, {u"changes"_s, changes}, {u"reasons"_s, reasons}};
    if (decision.action == Action::Follow && decision.next) {
        object["next"_L1] = nextToJson(*decision.next, decision.content);
    }
    return object;
}

QByteArray decisionToJsonLine(const QJsonValue &id, const Decision &decision)
{
    QJsonObject object = decisionToJson(decision);
    object["id"_L1] = id;
    return toLine(object);
}

QByteArray decisionErrorToJsonLine(const QJsonValue &id, const QString &error)
{
    return toLine({{u"id"_s, id}, {u"error"_s, error}});
}

} // namespace Detour
