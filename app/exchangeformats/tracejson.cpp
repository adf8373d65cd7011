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
    return {{u"total"_s, millisecondsToJson(timing.total)},
            {u"connect"_s, millisecondsToJson(timing.connect)},
            {u"tls"_s, millisecondsToJson(timing.tls)},
            {u"wait"_s, millisecondsToJson(timing.wait)},
            {u"receive"_s, millisecondsToJson(timing.receive)}};
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

QJsonObject hopToJson(const Hop &hop)
{
    QJsonObject object{{u"request"_s, requestToJson(hop.exchange)},
                       {u"response"_s, responseToJson(hop.exchange)},
                       {u"timing_ms"_s, timingToJson(hop.exchange.timing)},
                       {u"decision"_s, hop.decision ? QJsonValue(decisionToJson(*hop.decision)) : QJsonValue::Null}};
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
