// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labroutes.h"

#include "lab/resourceroutes.h"
#include "scenario/chainpath.h"

#include <QJsonArray>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView chainPrefix = "/lab/chain/";

ScriptedAnswer echo(const LabRequest &request)
{
    QJsonArray fields;
    for (const Field &field : request.fields) {
        fields.append(QJsonArray{QString::fromLatin1(field.name), QString::fromLatin1(field.value)});
    }
    QJsonValue body; // null: the request had no content at all
    if (const auto &content = request.content) {
        body = QJsonObject{{u"bytes"_s, content->bytes},
                           {u"sha256"_s, QString::fromLatin1(content->sha256)},
                           {u"text"_s, jsonText(content->preview)}};
    }
    ScriptedAnswer answer = jsonAnswer(200, {{u"method"_s, request.method.toString()},
                                             {u"target"_s, QString::fromLatin1(request.target)},
                                             {u"version"_s, QString::fromLatin1(request.version)},
                                             {u"fields"_s, fields},
                                             {u"body"_s, body}});
    answer.fields.append("Cache-Control", "no-store");
    return answer;
}

LabReply chain(const LabRequest &request, const LabPlace &place)
{
    const QByteArray path = request.path();
    const auto parsed = ChainPath::parse(QByteArrayView(path).sliced(chainPrefix.size()));
    if (!parsed) {
        return {textAnswer(400, parsed.error().message), 0};
    }
    const ChainPlace here{place.scheme,    request.authority, place.port,
                          place.otherPort, place.httpPort,    place.httpsPort};
    if (const auto problem = problemAt(*parsed, here)) {
        return {textAnswer(400, problem->message), 0};
    }
    return {answerFor(*parsed, here), parsed->head.delayMs, parsed->head.fault, parsed->head.dripMs};
}

ScriptedAnswer redirectTo(const QByteArray &location)
{
    ScriptedAnswer answer = plainAnswer(302);
    answer.fields.append("Location", location);
    return answer;
}

/// Three ways not to arrive. The growing query ends when the client does, or at the bound of the head.
ScriptedAnswer loop(const LabRequest &request)
{
    const QByteArray path = request.path();
    if (path == "/lab/loop/self") {
        return redirectTo(path);
    }
    if (path == "/lab/loop/ab") {
        return redirectTo("/lab/loop/ba");
    }
    if (path == "/lab/loop/ba") {
        return redirectTo("/lab/loop/ab");
    }
    return redirectTo(request.target.contains('?') ? QByteArray(request.target + 'x') : QByteArray(path + "?x"));
}

bool isLoop(const QByteArray &path)
{
    return path == "/lab/loop/self" || path == "/lab/loop/ab" || path == "/lab/loop/ba" || path == "/lab/loop/grow";
}

} // namespace

LabReply labReply(const LabRequest &request, const LabPlace &place)
{
    const QByteArray path = request.path();
    if (path.startsWith(chainPrefix)) {
        return chain(request, place);
    }
    if (path == "/lab/echo") {
        return {echo(request), 0};
    }
    if (isLoop(path)) {
        return {loop(request), 0};
    }
    if (auto reply = resourceReply(request)) {
        return *std::move(reply);
    }
    const QString list = labAddresses().join(u'\n');
    if (path == "/lab" || path == "/lab/") {
        return {textAnswer(200, u"This is Detour's lab, a small origin server on this computer alone.\n\n"_s + list),
                0};
    }
    return {textAnswer(404, u"There is nothing at this address. The lab answers at:\n\n"_s + list), 0};
}

QStringList labAddresses()
{
    return {
        u"/lab/chain/307/302/303   answers the first code and sends on to the rest; at the end stands /lab/echo"_s,
        u"                         ~abs ~host=NAME ~port ~https ~http ~loc=VALUE ~noloc ~dup ~frag=F: what Location holds"_s,
        u"                         ~delay=MS ~body=TEXT ~cookie=N=V ~cache=DIRECTIVES ~field=NAME:VALUE"_s,
        u"                         ~reset ~close ~truncate ~badlength ~badchunk ~drip=MS ~garbage ~twice ~endless ~huge:"_s,
        u"                         faults on purpose, one a segment"_s,
        u"/lab/echo                the request as it arrived, in JSON"_s,
        u"/lab/loop/self           redirects to itself; also /lab/loop/ab and /lab/loop/grow"_s,
        u"/lab/resource/strong     with ETag and Last-Modified, for conditions (304, 412); also …/weak, …/dated, …/bare"_s,
        u"                         ?v=8&cache=DIRECTIVES&vary=NAMES: another version, Cache-Control, Vary"_s,
        u"/lab/choices             300 with a list and Link; ?preferred=de adds a Location"_s,
        u"/lab/retired/305         and /lab/retired/306: history, not to be obeyed"_s,
        u"/lab/scenario            the scenarios: stories of redirects gone wrong, and mended"_s,
        u"/redirect/N /relative-redirect/N /absolute-redirect/N /redirect-to?url=&status_code= /status/CODE"_s,
        u"/anything /get /post /put /patch /delete /headers /cookies /cookies/set?NAME=VALUE /cookies/delete?NAME"_s,
        u"/etag/TAG /cache /cache/N /delay/S /response-headers?NAME=VALUE   as httpbin has them"_s};
}

} // namespace Detour
