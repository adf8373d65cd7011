// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/rfc3986.h"

#include "semantics/ipaddress.h"
#include "semantics/percentencoding.h"
#include "semantics/safetext.h"

#include <QList>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximalPort = 65535;

Error badUri(const QString &why)
{
    return {u"bad-url"_s, why};
}

/// RFC 3986 §2: unreserved and sub-delims, which every part may hold.
bool isPlain(char c)
{
    return isAsciiAlpha(c) || isAsciiDigit(c) || QByteArrayView("-._~!$&'()*+,;=").contains(c);
}

/// Every character is plain, one of `also`, or begins a complete %XX.
std::optional<Error> checkCharacters(QByteArrayView part, QByteArrayView also)
{
    for (qsizetype i = 0; i < part.size(); ++i) {
        if (part[i] == '%') {
            if (i + 2 >= part.size() || hexDigitValue(part[i + 1]) < 0 || hexDigitValue(part[i + 2]) < 0) {
                return badUri(u"it holds a “%” that begins no percent-encoded byte"_s);
            }
        } else if (!isPlain(part[i]) && !also.contains(part[i])) {
            const QString shown = part[i] == ' ' ? u"a space"_s : u"“%1”"_s.arg(safeText(part.sliced(i, 1)));
            return badUri(u"it holds %1, which a URI has to percent-encode"_s.arg(shown));
        }
    }
    return std::nullopt;
}

std::optional<Error> parsePort(TargetUri &uri, QByteArrayView digits)
{
    if (digits.isEmpty()) {
        return std::nullopt;
    }
    int port = 0;
    for (const char digit : digits) {
        if (!isAsciiDigit(digit)) {
            return badUri(u"its port is not a number"_s);
        }
        port = std::min(port * 10 + (digit - '0'), maximalPort + 1);
    }
    if (port > maximalPort) {
        return badUri(u"its port is above 65535"_s);
    }
    uri.port = port;
    return std::nullopt;
}

/// RFC 3986 §3.2: authority = [ userinfo "@" ] host [ ":" port ].
std::optional<Error> parseAuthority(TargetUri &uri, QByteArrayView authority)
{
    const qsizetype at = authority.lastIndexOf('@');
    if (at >= 0) {
        if (auto error = checkCharacters(authority.first(at), ":")) {
            return error;
        }
        uri.userinfo = authority.first(at).toByteArray();
        authority = authority.sliced(at + 1);
    }
    const bool isLiteral = authority.startsWith('[');
    const qsizetype bracket = isLiteral ? authority.indexOf(']') : -1;
    if (isLiteral && (bracket < 0 || !parseIpv6(authority.sliced(1, bracket - 1)))) {
        return badUri(u"its host is not an IPv6 address in brackets"_s);
    }
    const qsizetype colon = isLiteral ? bracket + 1 : authority.indexOf(':');
    const QByteArrayView host = colon < 0 ? authority : authority.first(colon);
    if (!isLiteral) {
        if (auto error = checkCharacters(host, "")) {
            return error;
        }
    }
    uri.host = host.toByteArray().toLower();
    const QByteArrayView behind = colon < 0 ? QByteArrayView() : authority.sliced(colon);
    if (!behind.isEmpty() && behind.front() != ':') {
        return badUri(u"its host is followed by something that is no port"_s);
    }
    return behind.isEmpty() ? std::nullopt : parsePort(uri, behind.sliced(1));
}

/// RFC 3986 §5.2.3.
QByteArray merged(const TargetUri &base, const QByteArray &path)
{
    if (base.host && base.path.isEmpty()) {
        return '/' + path;
    }
    return base.path.first(base.path.lastIndexOf('/') + 1) + path;
}

std::optional<Error> checkPathQueryFragment(const TargetUri &uri)
{
    const bool isRelativePath = uri.scheme.isEmpty() && !uri.host;
    if (isRelativePath && uri.path.split('/').constFirst().contains(':')) {
        return badUri(u"its first segment holds a colon but is no scheme"_s); // RFC 3986 §4.2
    }
    for (const QByteArray &part : {uri.path, uri.query.value_or(QByteArray()), uri.fragment.value_or(QByteArray())}) {
        if (auto error = checkCharacters(part, ":@/?")) {
            return error;
        }
    }
    return std::nullopt;
}

/// What TargetUri promises for http and https: "/" at least, no port that goes without saying (RFC 9110 §4.2.3).
void normalizeHttp(TargetUri &uri)
{
    if (!uri.isHttp() || !uri.host) {
        return;
    }
    if (uri.path.isEmpty()) {
        uri.path = QByteArrayLiteral("/");
    }
    if (uri.port == (uri.scheme == "http" ? 80 : 443)) {
        uri.port.reset();
    }
}

} // namespace

Result<TargetUri> parseUriReference(QByteArrayView text)
{
    TargetUri uri;
    if (const qsizetype length = schemeLength(text); length > 0) {
        uri.scheme = text.first(length).toByteArray().toLower();
        text = text.sliced(length + 1);
    }
    if (const qsizetype hash = text.indexOf('#'); hash >= 0) {
        uri.fragment = text.sliced(hash + 1).toByteArray();
        text = text.first(hash);
    }
    if (const qsizetype mark = text.indexOf('?'); mark >= 0) {
        uri.query = text.sliced(mark + 1).toByteArray();
        text = text.first(mark);
    }
    if (text.startsWith("//")) {
        const qsizetype slash = text.indexOf('/', 2);
        const QByteArrayView authority = slash < 0 ? text.sliced(2) : text.sliced(2, slash - 2);
        if (auto error = parseAuthority(uri, authority)) {
            return *error;
        }
        text = text.sliced(2 + authority.size());
    }
    uri.path = text.toByteArray();
    if (auto error = checkPathQueryFragment(uri)) {
        return *error;
    }
    normalizeHttp(uri);
    return uri;
}

QByteArray withoutDotSegments(QByteArrayView path)
{
    QByteArray output;
    const auto dropLastSegment = [&output] { output.truncate(std::max<qsizetype>(output.lastIndexOf('/'), 0)); };
    while (!path.isEmpty()) {
        if (path.startsWith("../")) {
            path = path.sliced(3);
        } else if (path.startsWith("./") || path.startsWith("/./")) {
            path = path.sliced(2);
        } else if (path == "/.") {
            path = "/";
        } else if (path.startsWith("/../")) {
            path = path.sliced(3);
            dropLastSegment();
        } else if (path == "/..") {
            path = "/";
            dropLastSegment();
        } else if (path == "." || path == "..") {
            path = {};
        } else {
            const qsizetype slash = path.indexOf('/', 1);
            const qsizetype length = slash < 0 ? path.size() : slash;
            output += path.first(length);
            path = path.sliced(length);
        }
    }
    return output;
}

TargetUri resolveReference(const TargetUri &base, const TargetUri &reference)
{
    TargetUri target = reference;
    if (!reference.scheme.isEmpty()) {
        target.path = withoutDotSegments(reference.path);
        normalizeHttp(target);
        return target;
    }
    target.scheme = base.scheme;
    if (reference.host) {
        target.path = withoutDotSegments(reference.path);
        normalizeHttp(target);
        return target;
    }
    target.userinfo = base.userinfo;
    target.host = base.host;
    target.port = base.port;
    if (reference.path.isEmpty()) {
        target.path = base.path;
        target.query = reference.query ? reference.query : base.query;
    } else if (reference.path.startsWith('/')) {
        target.path = withoutDotSegments(reference.path);
    } else {
        target.path = withoutDotSegments(merged(base, reference.path));
    }
    return target;
}

} // namespace Detour
