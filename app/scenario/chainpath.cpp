// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/chainpath.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QByteArray withPort(const QByteArray &host, const QByteArray &scheme, int port)
{
    return port == (scheme == "https" ? 443 : 80) ? host : QByteArray(host + ':' + QByteArray::number(port));
}

QByteArray hostOf(const QByteArray &authority)
{
    const qsizetype colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.left(colon) : authority;
}

struct Destination
{
    QByteArray scheme;
    QByteArray authority;
};

QByteArray nextScheme(const ChainSegment &head, const ChainPlace &place)
{
    return head.scheme.value_or(place.scheme);
}

/// Where the request arrived, by the name it used.
Destination here(const ChainPlace &place)
{
    // An HTTP/1.0 request may come without a Host.
    return {place.scheme, place.authority.isEmpty() ? withPort(place.firstHost, place.scheme, place.port)
                                                    : place.authority.toLower()};
}

Destination next(const ChainSegment &head, const ChainPlace &place)
{
    Destination to = here(place);
    const QByteArray scheme = nextScheme(head, place);
    int port = place.port;
    if (scheme != place.scheme) {
        port = scheme == "https" ? place.httpsPort : place.httpPort;
    }
    if (head.otherPort && place.otherPort != 0) {
        port = place.otherPort;
    }
    if (!head.host && scheme == place.scheme && port == place.port) {
        return to;
    }
    QByteArray host = hostOf(to.authority);
    if (head.host) {
        host = head.host->isEmpty() ? place.firstHost : QByteArray(*head.host + ".localhost");
    }
    return {scheme, withPort(host, scheme, port)};
}

QByteArray locationOf(const ChainPath &chain, const ChainPlace &place)
{
    const ChainSegment &head = chain.head;
    if (head.location) {
        return *head.location;
    }
    QByteArray location = chain.rest.isEmpty() ? QByteArray("/lab/echo") : QByteArray("/lab/chain/" + chain.rest);
    if (head.fragment) {
        location += '#' + *head.fragment;
    }
    const Destination from = here(place);
    const Destination to = next(head, place);
    if (head.absolute || to.scheme != from.scheme || to.authority != from.authority) {
        location.prepend(to.scheme + "://" + to.authority);
    }
    return location;
}

} // namespace

Result<ChainPath> ChainPath::parse(QByteArrayView path)
{
    ChainPath chain;
    qsizetype begin = 0;
    do {
        const qsizetype slash = path.indexOf('/', begin);
        const qsizetype end = slash < 0 ? path.size() : slash;
        auto segment = ChainSegment::parse(path.sliced(begin, end - begin));
        if (!segment) {
            return segment.error();
        }
        chain.needsHttps = chain.needsHttps || segment->scheme == "https";
        if (begin == 0) {
            chain.head = *std::move(segment);
            chain.rest = path.sliced(std::min(end + 1, path.size())).toByteArray();
        }
        begin = end + 1;
    } while (begin < path.size());
    return chain;
}

std::optional<Error> problemAt(const ChainPath &chain, const ChainPlace &place)
{
    if (chain.needsHttps && place.httpsPort == 0) {
        return Error{u"bad-chain"_s, u"The chain has ~https, but this lab has no https address to lead to."_s};
    }
    if (chain.head.otherPort && nextScheme(chain.head, place) == "https") {
        return Error{u"bad-chain"_s,
                     u"The chain has ~port, but the lab has one https port only; ~http~port leads to another one."_s};
    }
    return std::nullopt;
}

ScriptedAnswer answerFor(const ChainPath &chain, const ChainPlace &place)
{
    const ChainSegment &head = chain.head;
    ScriptedAnswer answer;
    answer.status = head.status;
    answer.reasonPhrase = registeredReasonPhrase(head.status).toLatin1();
    if (!head.noLocation && (isRedirection(head.status) || head.location)) {
        answer.fields.append("Location", locationOf(chain, place));
        if (head.duplicateLocation) {
            answer.fields.append("Location", "/lab/echo?second");
        }
    }
    for (const Field &field : head.fields) {
        answer.fields.append(field);
    }
    if (head.content) {
        answer.content = *head.content;
        if (!answer.fields.contains("Content-Type")) {
            answer.fields.append("Content-Type", "text/plain; charset=utf-8");
        }
    }
    return answer;
}

} // namespace Detour
