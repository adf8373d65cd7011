// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/clientmemoryrules.h"

#include "semantics/cachedirectives.h"
#include "semantics/stricttransport.h"

#include <algorithm>
#include <array>

namespace Detour {

using std::chrono::seconds;

namespace {

constexpr std::array conditionNames = {"If-None-Match",       "If-Modified-Since", "If-Match",
                                       "If-Unmodified-Since", "If-Range",          "Range"};

/// A 304 is about the connection or about content that it does not carry (RFC 9111 §3.1, §3.2).
constexpr std::array notFreshened = {"Connection",        "Keep-Alive",   "Proxy-Connection", "TE",
                                     "Transfer-Encoding", "Upgrade",      "Trailer",          "Content-Length",
                                     "Content-Encoding",  "Content-Type", "Content-Range"};

bool isRetrieval(const Method &method)
{
    return method.is("GET") || method.is("HEAD");
}

bool isWhole(const Response &response)
{
    return !response.content || response.content->preview.size() == response.content->bytes;
}

/// "en, de" and two lines "en" and "de" are one value (RFC 9111 §4.1).
QByteArray normalized(const FieldList &fields, const QByteArray &name)
{
    return listElements(fields, name).join(", ");
}

} // namespace

bool isWorthKeeping(const Request &request, const Response &response, const Freshness &freshness)
{
    const bool isFinal = response.status >= 200 && response.status != 206 && response.status != 304;
    if (!isCacheable(request) || !isFinal || freshness.basis == FreshnessBasis::NeverKept || !isWhole(response)) {
        return false;
    }
    if (response.content && response.content->bytes > ClientMemory::contentLimit) {
        return false;
    }
    const bool canBeAskedAbout = response.status == 200 && request.method.is("GET") && hasValidator(response);
    return freshness.isEndless() || *freshness.lifetime > seconds(0) || canBeAskedAbout;
}

bool isCacheable(const Request &request)
{
    const auto has = [&request](const char *name) {
        return request.fields.contains(name) && !request.isGenerated(name);
    };
    return isRetrieval(request.method) && !request.content
           && !std::any_of(conditionNames.begin(), conditionNames.end(), has)
           && !CacheDirectives(request.fields).has("no-store");
}

bool answersTo(const RememberedAnswer &answer, const Request &request)
{
    // What a GET brought answers a HEAD, too; not the other way round (RFC 9110 §9.3.2).
    const bool fits = answer.method == request.method || (answer.method.is("GET") && request.method.is("HEAD"));
    if (!fits || !(answer.target == request.target.withoutFragment())) {
        return false;
    }
    const std::optional<FieldList> said = varyingFields(request, answer.response);
    return said && *said == answer.varyingOn;
}

bool isFreshFor(const RememberedAnswer &answer, const Request &request, const QDateTime &now)
{
    const CacheDirectives wanted(request.fields);
    if (wanted.has("no-cache")) {
        return false;
    }
    const seconds age = ageOf(answer, now);
    if (const std::optional<seconds> maxAge = wanted.seconds("max-age"); maxAge && age > *maxAge) {
        return false;
    }
    return answer.freshness.isEndless()
           || *answer.freshness.lifetime > age + wanted.seconds("min-fresh").value_or(seconds(0));
}

std::optional<FieldList> varyingFields(const Request &request, const Response &response)
{
    FieldList varying;
    for (const QByteArray &name : listElements(response.fields, "Vary")) {
        if (name == "*") {
            return std::nullopt;
        }
        varying.append(name.toLower(), normalized(request.fields, name));
    }
    return varying;
}

FieldList conditionsFor(const RememberedAnswer &answer)
{
    FieldList conditions;
    if (answer.response.status != 200 || !answer.method.is("GET")) {
        return conditions;
    }
    if (const std::optional<QByteArray> tag = answer.response.fields.value("ETag")) {
        conditions.append("If-None-Match", *tag);
    }
    if (const std::optional<QByteArray> modified = answer.response.fields.value("Last-Modified")) {
        conditions.append("If-Modified-Since", *modified);
    }
    return conditions;
}

bool isMeantBy(const RememberedAnswer &answer, const Response &notModified)
{
    const std::optional<QByteArray> tag = notModified.fields.value("ETag");
    return !tag || tag->startsWith("W/") || answer.response.fields.value("ETag") == tag;
}

FieldList freshenedFields(const FieldList &stored, const FieldList &notModified)
{
    FieldList fields = stored;
    QList<QByteArray> replaced;
    for (const Field &field : notModified) {
        const auto isIt = [&field](const char *name) { return field.isNamed(name); };
        if (std::any_of(notFreshened.begin(), notFreshened.end(), isIt)) {
            continue;
        }
        if (!replaced.contains(field.name.toLower())) {
            fields.remove(field.name);
            replaced.append(field.name.toLower());
        }
        fields.append(field);
    }
    return fields;
}

bool invalidates(const Method &method, StatusCode status)
{
    return !method.isSafe() && status >= 200 && status < 400;
}

Response hstsUpgrade(const TargetUri &target)
{
    Response response;
    response.status = 307;
    response.reasonPhrase = QByteArrayLiteral("Internal Redirect");
    response.fields.append("Location", upgraded(target).withoutFragment().withoutUserinfo().toBytes());
    response.fields.append("Non-Authoritative-Reason", "HSTS");
    return response;
}

} // namespace Detour
