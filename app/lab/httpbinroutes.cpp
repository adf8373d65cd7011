// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/httpbinroutes.h"

#include "lab/httpbinjson.h"
#include "lab/httpbinredirects.h"
#include "semantics/percentencoding.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *getOnly = "GET, HEAD, OPTIONS";
constexpr const char *getAndPost = "GET, HEAD, POST, OPTIONS";
constexpr const char *sixMethods = "GET, HEAD, POST, PUT, PATCH, DELETE, TRACE, OPTIONS";

struct Call
{
    const LabRequest &request;
    const LabPlace &place;
    QByteArray argument; ///< the path after the route, percent-decoded
};

/// Nothing: this path is not there after all, as /redirect/x.
using Answerer = std::optional<LabReply> (*)(const Call &);

struct Route
{
    QByteArrayView path; ///< with a slash at the end: anything may follow it
    const char *allow;
    Answerer answer;
};

QStringList getKeys()
{
    return {u"args"_s, u"headers"_s, u"origin"_s, u"url"_s};
}

QStringList contentKeys()
{
    return getKeys() + QStringList{u"data"_s, u"files"_s, u"form"_s, u"json"_s};
}

ScriptedAnswer described(const Call &call, const QStringList &keys)
{
    return jsonAnswer(200, httpbinJson(call.request, call.place, keys));
}

std::optional<LabReply> get(const Call &call)
{
    return LabReply{described(call, getKeys()), 0};
}

std::optional<LabReply> withContent(const Call &call)
{
    return LabReply{described(call, contentKeys()), 0};
}

std::optional<LabReply> anything(const Call &call)
{
    return LabReply{described(call, contentKeys() + QStringList{u"method"_s}), 0};
}

std::optional<LabReply> headers(const Call &call)
{
    return LabReply{described(call, {u"headers"_s}), 0};
}

std::optional<LabReply> cookies(const Call &call)
{
    return LabReply{described(call, {u"cookies"_s}), 0};
}

LabReply settingCookies(const QList<FormPair> &pairs)
{
    ScriptedAnswer answer = plainAnswer(302);
    answer.fields.append("Location", "/cookies");
    for (const auto &[name, value] : pairs) {
        auto field = Field::checked("Set-Cookie", name + '=' + value + "; Path=/");
        if (!field || !isToken(name) || value.contains(';')) {
            return {textAnswer(400, u"A cookie's name is a token, and its value has no semicolon."_s), 0};
        }
        answer.fields.append(*std::move(field));
    }
    return {answer, 0};
}

std::optional<LabReply> setCookies(const Call &call)
{
    return settingCookies(call.request.queryItems());
}

std::optional<LabReply> setOneCookie(const Call &call)
{
    const qsizetype slash = call.argument.indexOf('/');
    if (slash < 0) {
        return std::nullopt;
    }
    return settingCookies({{call.argument.left(slash), call.argument.mid(slash + 1)}});
}

/// As httpbin does: every named cookie expires, whatever it was set with.
std::optional<LabReply> deleteCookies(const Call &call)
{
    ScriptedAnswer answer = plainAnswer(302);
    answer.fields.append("Location", "/cookies");
    for (const auto &[name, value] : call.request.queryItems()) {
        if (!isToken(name)) {
            return LabReply{textAnswer(400, u"A cookie's name is a token."_s), 0};
        }
        answer.fields.append("Set-Cookie", name + "=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/");
    }
    return LabReply{answer, 0};
}

/// The tags of If-Match and If-None-Match without quotes and "W/".
QList<QByteArray> tagsOf(const FieldList &fields, QByteArrayView name)
{
    QList<QByteArray> tags;
    for (const QByteArray &value : fields.values(name)) {
        for (QByteArray tag : value.split(',')) {
            tag = tag.trimmed();
            tag = tag.startsWith("W/") ? tag.mid(2) : tag;
            const bool quoted = tag.size() >= 2 && tag.startsWith('"') && tag.endsWith('"');
            tags.append(quoted ? tag.sliced(1, tag.size() - 2) : tag);
        }
    }
    return tags;
}

std::optional<LabReply> etag(const Call &call)
{
    if (call.argument.contains('"') || !Field::checked("ETag", call.argument)) {
        return LabReply{textAnswer(400, u"An entity tag holds no quotes and no control characters."_s), 0};
    }
    const QList<QByteArray> noneMatch = tagsOf(call.request.fields, "If-None-Match");
    const QList<QByteArray> match = tagsOf(call.request.fields, "If-Match");
    ScriptedAnswer answer;
    if (!noneMatch.isEmpty()) {
        const bool matches = noneMatch.contains(call.argument) || noneMatch.contains("*");
        answer = matches ? plainAnswer(304) : described(call, getKeys());
    } else if (!match.isEmpty() && !match.contains(call.argument) && !match.contains("*")) {
        return LabReply{plainAnswer(412), 0};
    } else {
        answer = described(call, getKeys());
    }
    answer.fields.append("ETag", '"' + call.argument + '"');
    return LabReply{answer, 0};
}

std::optional<LabReply> cache(const Call &call)
{
    const FieldList &fields = call.request.fields;
    if (fields.contains("If-None-Match") || fields.contains("If-Modified-Since")) {
        return LabReply{plainAnswer(304), 0};
    }
    ScriptedAnswer answer = described(call, getKeys());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    answer.fields.append("Last-Modified", QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1());
    const QByteArray seed = now.toString(Qt::ISODateWithMs).toLatin1();
    answer.fields.append("ETag", '"' + QCryptographicHash::hash(seed, QCryptographicHash::Md5).toHex() + '"');
    return LabReply{answer, 0};
}

std::optional<LabReply> cacheFor(const Call &call)
{
    const bool isNumber = !call.argument.isEmpty() && call.argument.size() <= 9
                          && std::all_of(call.argument.begin(), call.argument.end(), isAsciiDigit);
    if (!isNumber) {
        return std::nullopt;
    }
    ScriptedAnswer answer = described(call, getKeys());
    answer.fields.append("Cache-Control", "public, max-age=" + call.argument);
    return LabReply{answer, 0};
}

std::optional<LabReply> delay(const Call &call)
{
    constexpr double longest = 10;
    bool isNumber = false;
    const double seconds = call.argument.toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0)) {
        return LabReply{textAnswer(400, u"A delay is a number of seconds, at most 10 of which are waited."_s), 0};
    }
    return LabReply{described(call, contentKeys()), int(std::lround(std::min(seconds, longest) * 1000))};
}

std::optional<LabReply> redirectAny(const Call &call)
{
    return redirectTimes(RedirectKind::Any, call.argument, call.request, call.place);
}

std::optional<LabReply> redirectRelative(const Call &call)
{
    return redirectTimes(RedirectKind::Relative, call.argument, call.request, call.place);
}

std::optional<LabReply> redirectAbsolute(const Call &call)
{
    return redirectTimes(RedirectKind::Absolute, call.argument, call.request, call.place);
}

std::optional<LabReply> redirectTo(const Call &call)
{
    return redirectToUrl(call.request);
}

std::optional<LabReply> status(const Call &call)
{
    return statusReply(call.argument);
}

std::optional<LabReply> responseHeaders(const Call &call)
{
    QJsonObject object;
    FieldList asked;
    for (const auto &[name, value] : call.request.queryItems()) {
        auto field = Field::checked(name, value.trimmed());
        if (!field || field->isNamed("Content-Length") || field->isNamed("Transfer-Encoding")
            || field->isNamed("Connection")) {
            return LabReply{textAnswer(400, u"One of these fields cannot be sent."_s), 0};
        }
        object.insert(QString::fromLatin1(field->name), QString::fromLatin1(field->value));
        asked.append(*std::move(field));
    }
    ScriptedAnswer answer = jsonAnswer(200, object);
    if (asked.contains("Content-Type")) {
        answer.fields.remove("Content-Type");
    }
    for (const Field &field : asked) {
        answer.fields.append(field);
    }
    return LabReply{answer, 0};
}

constexpr std::array routes = {
    Route{"/get", getOnly, get},
    Route{"/post", "POST, OPTIONS", withContent},
    Route{"/put", "PUT, OPTIONS", withContent},
    Route{"/patch", "PATCH, OPTIONS", withContent},
    Route{"/delete", "DELETE, OPTIONS", withContent},
    Route{"/anything", sixMethods, anything},
    Route{"/anything/", sixMethods, anything},
    Route{"/headers", getOnly, headers},
    Route{"/cookies", getOnly, cookies},
    Route{"/cookies/set", getOnly, setCookies},
    Route{"/cookies/set/", getOnly, setOneCookie},
    Route{"/cookies/delete", getOnly, deleteCookies},
    Route{"/redirect/", getOnly, redirectAny},
    Route{"/relative-redirect/", getOnly, redirectRelative},
    Route{"/absolute-redirect/", getOnly, redirectAbsolute},
    Route{"/redirect-to", sixMethods, redirectTo},
    Route{"/status/", sixMethods, status},
    Route{"/etag/", getOnly, etag},
    Route{"/cache", getOnly, cache},
    Route{"/cache/", getOnly, cacheFor},
    Route{"/delay/", sixMethods, delay},
    Route{"/response-headers", getAndPost, responseHeaders},
};

const Route *routeFor(const QByteArray &path)
{
    for (const Route &route : routes) {
        if (route.path.endsWith('/') ? path.startsWith(route.path) : path == route.path) {
            return &route;
        }
    }
    return nullptr;
}

bool allows(const Route &route, const Method &method)
{
    for (const QByteArray &allowed : QByteArray(route.allow).split(',')) {
        if (allowed.trimmed() == method.token()) {
            return true;
        }
    }
    return false;
}

/// Every answer of httpbin may be read by a page of another origin.
void allowOtherOrigins(ScriptedAnswer &answer, const LabRequest &request)
{
    answer.fields.append("Access-Control-Allow-Origin", request.fields.value("Origin").value_or("*"));
    answer.fields.append("Access-Control-Allow-Credentials", "true");
    if (!request.method.is("OPTIONS")) {
        return;
    }
    answer.fields.append("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, PATCH, OPTIONS");
    answer.fields.append("Access-Control-Max-Age", "3600");
    if (const auto asked = request.fields.value("Access-Control-Request-Headers")) {
        answer.fields.append("Access-Control-Allow-Headers", *asked);
    }
}

} // namespace

std::optional<LabReply> httpbinReply(const LabRequest &request, const LabPlace &place)
{
    const QByteArray path = request.path();
    const Route *route = routeFor(path);
    if (!route) {
        return std::nullopt;
    }
    std::optional<LabReply> reply;
    if (!allows(*route, request.method)) {
        reply = LabReply{methodNotAllowed(route->allow), 0};
    } else if (request.method.is("OPTIONS")) {
        reply = LabReply{plainAnswer(200), 0};
        reply->answer.fields.append("Allow", route->allow);
    } else {
        const QByteArray argument = percentDecoded(path.mid(route->path.size()));
        reply = route->answer({request, place, argument});
    }
    if (reply) {
        allowOtherOrigins(reply->answer, request);
    }
    return reply;
}

} // namespace Detour
