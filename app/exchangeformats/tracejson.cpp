// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/tracejson.h"

#include "exchangeformats/decisionjson.h"
#include "exchangeformats/wirejson.h"
#include "semantics/mask.h"

#include <cmath>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// Microseconds are as fine as the clocks are; more digits would be noise.
QJsonValue millisecondsToJson(const std::optional<double> &milliseconds)
{
    return milliseconds ? QJsonValue(std::round(*milliseconds * 1000.0) / 1000.0) : QJsonValue(QJsonValue::Null);
}

QJsonObject timingToJson(const Timing &timing)
{
    QJsonObject object{{u"total"_s, millisecondsToJson(timing.total)},
                       {u"connect"_s, millisecondsToJson(timing.connect)},
                       {u"tls"_s, millisecondsToJson(timing.tls)},
                       {u"wait"_s, millisecondsToJson(timing.wait)},
                       {u"receive"_s, millisecondsToJson(timing.receive)}};
    if (timing.startedAt) {
        object["started"_L1] = millisecondsToJson(timing.startedAt);
    }
    return object;
}

QJsonArray namesToJson(const QList<QByteArray> &names)
{
    QJsonArray array;
    for (const QByteArray &name : names) {
        array.append(wireString(name));
    }
    return array;
}

QJsonObject requestToJson(const Exchange &exchange)
{
    const Request &request = exchange.request;
    QJsonObject object{{u"method"_s, request.method.toString()},    {u"url"_s, request.target.toString()},
                       {u"fields"_s, fieldsToJson(request.fields)}, {u"body"_s, contentToJson(request.content)},
                       {u"added"_s, namesToJson(exchange.added)},   {u"sent_times"_s, exchange.sentTimes}};
    if (exchange.received) {
        object["received"_L1] = QJsonObject{{u"line"_s, wireString(exchange.received->line)},
                                            {u"fields"_s, fieldsToJson(exchange.received->fields)},
                                            {u"body"_s, contentToJson(exchange.received->content)}};
    }
    return object;
}

QJsonValue responseToJson(const Exchange &exchange)
{
    if (!exchange.response) {
        return QJsonValue::Null;
    }
    const Response &response = *exchange.response;
    return QJsonObject{{u"status"_s, response.status},
                       {u"reason"_s, wireString(response.reasonPhrase)},
                       {u"fields"_s, fieldsToJson(response.fields)},
                       {u"repeated_fields_observable"_s, exchange.repeatedFieldsVisible},
                       {u"body"_s, contentToJson(response.content)}};
}

QJsonObject labRecordToJson(const LabRecord &record)
{
    return {{u"connection"_s, qint64(record.connection)},
            {u"peer_port"_s, record.peerPort},
            {u"tls"_s, record.tls},
            {u"request_begun_ms"_s, millisecondsToJson(record.requestBegun)},
            {u"request_read_ms"_s, millisecondsToJson(record.requestRead)},
            {u"answer_begun_ms"_s, millisecondsToJson(record.answerBegun)},
            {u"answer_written_ms"_s, millisecondsToJson(record.answerWritten)},
            {u"request_head"_s, wireString(record.rawRequestHead)},
            {u"answer_head"_s, wireString(record.rawAnswerHead)}};
}

QJsonArray jarToJson(const QList<StoredCookie> &jar)
{
    QJsonArray array;
    for (const StoredCookie &cookie : jar) {
        array.append(
            QJsonObject{{u"name"_s, wireString(cookie.name)},
                        {u"value"_s, wireString(cookie.value)},
                        {u"domain"_s, wireString(cookie.domain)},
                        {u"path"_s, wireString(cookie.path)},
                        {u"same_site"_s, wireString(cookie.sameSite)},
                        {u"host_only"_s, cookie.hostOnly},
                        {u"secure"_s, cookie.secure},
                        {u"http_only"_s, cookie.httpOnly},
                        {u"expires"_s, cookie.expires ? QJsonValue(cookie.expires->toUTC().toString(Qt::ISODateWithMs))
                                                      : QJsonValue(QJsonValue::Null)}});
    }
    return array;
}

/// Empty: the server did.
QString answeredByName(AnswerSource source)
{
    switch (source) {
    case AnswerSource::Server:
        break;
    case AnswerSource::StoredRedirect:
        return u"stored-redirect"_s;
    case AnswerSource::StoredResponse:
        return u"stored-response"_s;
    case AnswerSource::HstsUpgrade:
        return u"hsts-upgrade"_s;
    }
    return {};
}

/// As `detour decide` has it, and each change with its rule.
QJsonValue decisionOfHopToJson(const std::optional<Decision> &decision)
{
    if (!decision) {
        return QJsonValue::Null;
    }
    QJsonObject object = decisionToJson(*decision);
    QJsonArray changes = object["changes"_L1].toArray();
    for (qsizetype i = 0; i < changes.size(); ++i) {
        QJsonObject change = changes.at(i).toObject();
        if (!decision->changes.at(i).rule.isEmpty()) {
            change["rule"_L1] = decision->changes.at(i).rule;
        }
        changes[i] = change;
    }
    object["changes"_L1] = changes;
    return object;
}

QJsonObject hopToJson(const Hop &hop)
{
    QJsonObject object{{u"request"_s, requestToJson(hop.exchange)},
                       {u"response"_s, responseToJson(hop.exchange)},
                       {u"timing_ms"_s, timingToJson(hop.exchange.timing)},
                       {u"decision"_s, decisionOfHopToJson(hop.decision)}};
    if (const QString source = answeredByName(hop.exchange.answeredBy); !source.isEmpty()) {
        object["answered_by"_L1] = source;
    }
    if (hop.exchange.labRecord) {
        object["lab"_L1] = labRecordToJson(*hop.exchange.labRecord);
    }
    if (hop.exchange.cookies) {
        object["cookies"_L1] = QJsonObject{{u"before"_s, jarToJson(hop.exchange.cookies->before)},
                                           {u"after"_s, jarToJson(hop.exchange.cookies->after)}};
    }
    if (hop.exchange.changedByUser) {
        object["changed_by_user"_L1] = true;
    }
    if (!hop.exchange.note.isEmpty()) {
        object["note"_L1] = hop.exchange.note;
    }
    return object;
}

QJsonArray findingsToJson(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        QJsonArray hops;
        for (const int hop : finding.hops) {
            hops.append(hop);
        }
        array.append(QJsonObject{{u"code"_s, finding.code}, {u"hops"_s, hops}, {u"message"_s, finding.message}});
    }
    return array;
}

QJsonValue endToJson(const RedirectChain &chain)
{
    if (chain.outcome == Outcome::Completed || !chain.end) {
        return QJsonValue::Null;
    }
    return QJsonObject{{u"code"_s, chain.end->code}, {u"message"_s, chain.end->message}, {u"hop"_s, chain.end->hop}};
}

} // namespace

QJsonObject traceToJson(const RedirectChain &chain, bool showSecrets)
{
    const RedirectChain shown = showSecrets ? chain : masked(chain);
    QJsonArray hops;
    for (const Hop &hop : shown.hops) {
        hops.append(hopToJson(hop));
    }
    return {{u"schema"_s, u"detour.trace/1"_s},
            {u"client"_s, shown.clientId},
            {u"outcome"_s, outcomeName(shown.outcome)},
            {u"reason"_s, endToJson(shown)},
            {u"findings"_s, findingsToJson(shown.findings)},
            {u"hops"_s, hops}};
}

} // namespace Detour
