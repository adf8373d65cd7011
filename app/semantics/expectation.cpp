// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/expectation.h"

#include "semantics/location.h"
#include "semantics/percentencoding.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// As the transport writes it (RFC 7617 §2).
QByteArray basicOf(const QByteArray &userinfo)
{
    const qsizetype colon = userinfo.indexOf(':');
    const QByteArray user = percentDecoded(colon < 0 ? userinfo : userinfo.left(colon));
    const QByteArray password = colon < 0 ? QByteArray() : percentDecoded(userinfo.mid(colon + 1));
    return "Basic " + QByteArray(user + ":" + password).toBase64();
}

QByteArray credentialValue(const Request &request, const QByteArray &name)
{
    if (const std::optional<QByteArray> value = request.fields.value(name)) {
        return *value;
    }
    const bool isOfUrl = name == "Authorization" && request.target.userinfo;
    return isOfUrl ? basicOf(*request.target.userinfo) : QByteArray();
}

/// `sent`: the value in the next request. The jar's cookies come after those that were typed.
std::optional<bool> keptIn(const Request &request, const QByteArray &sent)
{
    const QByteArray name = credentialOf(request);
    if (name.isEmpty()) {
        return std::nullopt;
    }
    const QByteArray had = credentialValue(request, name);
    return !sent.isEmpty() && (sent == had || (name == "Cookie" && sent.startsWith(QByteArray(had + "; "))));
}

QByteArray bareTarget(const TargetUri &target)
{
    return target.withoutFragment().withoutUserinfo().toBytes();
}

ContentFate fateOf(const std::optional<ContentInfo> &before, const std::optional<ContentInfo> &after)
{
    if (!after || (!before && after->bytes == 0)) {
        return ContentFate::None;
    }
    const bool isEmptied = after->bytes == 0 && before->bytes != 0;
    return isEmptied ? ContentFate::Empty : ContentFate::Same;
}

/// RFC 9112 §3: method, target and version, as the lab read them.
struct RequestLine
{
    QByteArray method;
    QByteArray target;
};

std::optional<RequestLine> readLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || parts.at(0).isEmpty() || !parts.at(1).startsWith('/')) {
        return std::nullopt;
    }
    return RequestLine{parts.at(0), parts.at(1)};
}

/// A Host set by hand names no place; the address that was asked does.
QByteArray recordedTarget(const Exchange &next, const QByteArray &originForm)
{
    TargetUri asked = next.request.target.withoutFragment().withoutUserinfo();
    const std::optional<QByteArray> host = next.received->fields.value("Host");
    const QByteArray authority = host && !next.request.fields.contains("Host") ? *host : asked.authority();
    const bool tls = next.labRecord ? next.labRecord->tls : asked.scheme == "https";
    return (tls ? "https://" : "http://") + authority + originForm;
}

/// A POST without a body may go out with "Content-Length: 0" (RFC 9110 §8.6): an empty body looks the same there, and
/// only who sent it knows which of the two it was.
std::optional<ContentInfo> recordedContent(const Exchange &next)
{
    const std::optional<ContentInfo> &content = next.received->content;
    return content && content->bytes == 0 && !next.request.content ? std::nullopt : content;
}

} // namespace

QList<QByteArray> credentialNames()
{
    return {"Authorization"_ba, "Proxy-Authorization"_ba, "Cookie"_ba};
}

QByteArray credentialOf(const Request &request)
{
    const QList<QByteArray> names = credentialNames();
    for (const QByteArray &name : names) {
        const bool isOfJar = name == "Cookie" && request.isGenerated(name);
        if (!isOfJar && !credentialValue(request, name).isEmpty()) {
            return name;
        }
    }
    return {};
}

Expectation expectationOf(const Request &request, const Decision &decision)
{
    Expectation expectation;
    if (!decision.next) {
        expectation.sends = false;
        return expectation;
    }
    expectation.method = decision.next->method.token();
    expectation.content = fateOf(request.content, decision.next->content);
    expectation.credentialsKept = keptIn(request, credentialValue(*decision.next, credentialOf(request)));
    expectation.target = bareTarget(decision.next->target);
    return expectation;
}

Expectation observedAfter(const Request &request, const Exchange *next)
{
    Expectation seen;
    if (!next) {
        seen.sends = false;
        return seen;
    }
    const QByteArray name = credentialOf(request);
    seen.method = next->request.method.token();
    seen.content = fateOf(request.content, next->request.content);
    seen.credentialsKept = keptIn(request, credentialValue(next->request, name));
    seen.target = bareTarget(next->request.target);
    if (next->received) {
        if (const std::optional<RequestLine> line = readLine(next->received->line)) {
            seen.method = line->method;
            seen.target = recordedTarget(*next, line->target);
        }
        seen.content = fateOf(request.content, recordedContent(*next));
        seen.credentialsKept = keptIn(request, next->received->fields.value(name).value_or(QByteArray()));
    }
    return seen;
}

QByteArray locationTarget(const Request &request, const Response &response)
{
    const std::optional<QByteArray> location = response.fields.value("Location");
    if (!location) {
        return {};
    }
    const auto target = resolveLocation(request.target, *location, LocationDialect::WhatwgUrl);
    return target ? bareTarget(*target) : QByteArray();
}

} // namespace Detour
