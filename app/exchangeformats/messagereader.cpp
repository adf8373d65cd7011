// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/messagereader.h"

#include "semantics/urlpieces.h"

#include <algorithm>
#include <limits>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 1LL << 53;
constexpr qsizetype mostCookies = 3000; // RFC 6265 §6.1 asks for as many at least
constexpr qsizetype longestWord = 200;

/// The way back from TargetUri::toBytes(): every dialect's URI, nothing rewritten.
std::optional<TargetUri> targetFromBytes(const QByteArray &text)
{
    const UrlPieces pieces = splitUrl(text);
    TargetUri target;
    target.scheme = pieces.scheme;
    target.path = pieces.path;
    target.query = pieces.query;
    target.fragment = pieces.fragment;
    if (!pieces.hasAuthority() || !target.isHttp())
        return std::nullopt;
    QByteArray rest = *pieces.authority;
    if (const qsizetype at = rest.lastIndexOf('@'); at >= 0) {
        target.userinfo = rest.left(at);
        rest = rest.mid(at + 1);
    }
    const qsizetype colon = rest.indexOf(':', rest.startsWith('[') ? qMax(qsizetype(0), rest.indexOf(']')) : 0);
    if (colon >= 0) {
        bool isNumber = false;
        const int port = rest.mid(colon + 1).toInt(&isNumber);
        if (!isNumber || port < 0 || port > 65535)
            return std::nullopt;
        target.port = port;
        rest.truncate(colon);
    }
    target.host = rest;
    if (rest.isEmpty() || target.toBytes() != text)
        return std::nullopt;
    return target;
}

bool isHex(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<double> readMilliseconds(const JsonPlace &place)
{
    return place.isUnknown() ? std::nullopt : std::optional(place.number());
}

Timing readTiming(const JsonPlace &place)
{
    Timing timing;
    timing.startedAt = readMilliseconds(place[u"started"_s]);
    timing.total = readMilliseconds(place[u"total"_s]);
    timing.connect = readMilliseconds(place[u"connect"_s]);
    timing.tls = readMilliseconds(place[u"tls"_s]);
    timing.wait = readMilliseconds(place[u"wait"_s]);
    timing.receive = readMilliseconds(place[u"receive"_s]);
    return timing;
}

Request readRequest(const JsonPlace &place)
{
    Request request;
    request.method = readMethod(place[u"method"_s]);
    request.target = readTarget(place[u"url"_s]);
    request.fields = readFields(place[u"fields"_s]);
    request.content = readContent(place[u"body"_s]);
    return request;
}

ReceivedRequest readReceived(const JsonPlace &place)
{
    return {place[u"line"_s].bytes(longestTraceText), readFields(place[u"fields"_s]), readContent(place[u"body"_s])};
}

Response readResponse(const JsonPlace &place)
{
    Response response;
    response.status = StatusCode(place[u"status"_s].integer(100, 999));
    response.reasonPhrase = place[u"reason"_s].bytes(longestTraceText);
    response.fields = readFields(place[u"fields"_s]);
    response.content = readContent(place[u"body"_s]);
    return response;
}

LabRecord readLabRecord(const JsonPlace &place)
{
    LabRecord record;
    record.connection = quint64(place[u"connection"_s].integer(0, mostBytes));
    record.peerPort = int(place[u"peer_port"_s].integer(0, 65535));
    record.tls = place[u"tls"_s].boolean();
    record.requestBegun = place[u"request_begun_ms"_s].number();
    record.requestRead = place[u"request_read_ms"_s].number();
    record.answerBegun = place[u"answer_begun_ms"_s].number();
    record.answerWritten = place[u"answer_written_ms"_s].number();
    record.rawRequestHead = place[u"request_head"_s].bytes(longestTraceText);
    record.rawAnswerHead = place[u"answer_head"_s].bytes(longestTraceText);
    return record;
}

StoredCookie readCookie(const JsonPlace &place)
{
    StoredCookie cookie;
    cookie.name = place[u"name"_s].bytes(longestTraceText);
    cookie.value = place[u"value"_s].bytes(longestTraceText);
    cookie.domain = place[u"domain"_s].bytes(longestTraceText);
    cookie.path = place[u"path"_s].bytes(longestTraceText);
    cookie.sameSite = place[u"same_site"_s].bytes(longestWord);
    cookie.hostOnly = place[u"host_only"_s].boolean();
    cookie.secure = place[u"secure"_s].boolean();
    cookie.httpOnly = place[u"http_only"_s].boolean();
    const JsonPlace expires = place[u"expires"_s];
    if (!expires.isNull()) {
        cookie.expires = QDateTime::fromString(expires.text(longestWord), Qt::ISODateWithMs).toUTC();
        if (!cookie.expires->isValid())
            expires.fail(u"it has to be a time such as 2026-01-31T12:00:00.000Z, or null"_s);
    }
    return cookie;
}

QList<StoredCookie> readJar(const JsonPlace &place)
{
    QList<StoredCookie> jar;
    for (const JsonPlace &each : place.items(mostCookies))
        jar.append(readCookie(each));
    return jar;
}

} // namespace

TargetUri readTarget(const JsonPlace &place)
{
    const QByteArray text = place.bytes(longestTraceText);
    const std::optional<TargetUri> target = holdsControls(text) ? std::nullopt : targetFromBytes(text);
    if (!target)
        place.fail(u"it has to be an http or https URL"_s);
    return target.value_or(TargetUri());
}

Method readMethod(const JsonPlace &place)
{
    const Result<Method> method = Method::fromToken(place.bytes(longestWord));
    if (method)
        return *method;
    place.fail(u"it is no method of a request"_s);
    return {};
}

FieldList readFields(const JsonPlace &place)
{
    FieldList fields;
    for (const JsonPlace &line : place.items(mostTraceFields)) {
        const QList<JsonPlace> pair = line.items(2);
        if (pair.size() != 2) {
            line.fail(u"it has to be a list of a name and a value"_s);
            break;
        }
        const Result<Field> field = Field::received(pair[0].bytes(longestTraceText), pair[1].bytes(longestTraceText));
        if (field)
            fields.append(*field);
        else
            line.fail(u"it is no field of a message"_s);
    }
    return fields;
}

std::optional<ContentInfo> readContent(const JsonPlace &place)
{
    if (place.isNull())
        return std::nullopt;
    ContentInfo content;
    const JsonPlace bytes = place[u"bytes"_s];
    content.bytes = bytes.isNull() ? -1 : bytes.integer(0, mostBytes);
    const JsonPlace digest = place[u"sha256"_s];
    if (!digest.isNull()) {
        content.sha256 = digest.bytes(longestWord);
        if (content.sha256.size() != 64 || !isHex(content.sha256))
            digest.fail(u"it has to be 64 hexadecimal digits in lower case, or null"_s);
    }
    return content;
}

Exchange readExchange(const JsonPlace &hop)
{
    Exchange exchange;
    const JsonPlace request = hop[u"request"_s];
    exchange.request = readRequest(request);
    for (const JsonPlace &name : request[u"added"_s].items(mostTraceFields))
        exchange.added.append(name.bytes(longestWord));
    exchange.sentTimes = int(request[u"sent_times"_s].integer(0, std::numeric_limits<int>::max()));
    if (const JsonPlace received = request[u"received"_s]; !received.isUnknown())
        exchange.received = readReceived(received);
    const JsonPlace response = hop[u"response"_s];
    if (!response.isNull()) {
        exchange.response = readResponse(response);
        exchange.repeatedFieldsVisible = response[u"repeated_fields_observable"_s].boolean();
    }
    exchange.timing = readTiming(hop[u"timing_ms"_s]);
    if (const JsonPlace lab = hop[u"lab"_s]; !lab.isUnknown())
        exchange.labRecord = readLabRecord(lab);
    if (const JsonPlace cookies = hop[u"cookies"_s]; !cookies.isUnknown())
        exchange.cookies = JarChange{readJar(cookies[u"before"_s]), readJar(cookies[u"after"_s])};
    if (const JsonPlace source = hop[u"answered_by"_s]; !source.isUnknown()) {
        exchange.answeredBy = source.choice<AnswerSource>({{u"stored-redirect"_s, AnswerSource::StoredRedirect},
                                                           {u"stored-response"_s, AnswerSource::StoredResponse},
                                                           {u"hsts-upgrade"_s, AnswerSource::HstsUpgrade}});
    }
    if (const JsonPlace changed = hop[u"changed_by_user"_s]; !changed.isUnknown())
        exchange.changedByUser = changed.boolean();
    if (const JsonPlace note = hop[u"note"_s]; !note.isUnknown())
        exchange.note = note.text(longestTraceText);
    return exchange;
}

} // namespace Detour
