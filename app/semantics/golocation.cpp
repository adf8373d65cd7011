// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/locationdialects.h"
#include "semantics/percentencoding.h"
#include "semantics/urlpieces.h"

#include <QList>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

Error badUrl(const QString &why)
{
    return {u"bad-url"_s, why};
}

/// EscapedPath(): a path that is well encoded stays as it is written, any other is decoded and encoded anew.
QByteArray escapedPath(const QByteArray &path)
{
    const bool isWellEncoded = std::all_of(path.cbegin(), path.cend(), [](char c) {
        return isUnreserved(c) || QByteArrayView("!$&'()*+,;=:@[]/%").contains(c);
    });
    if (isWellEncoded) {
        return path;
    }
    return encodedUnless(percentDecoded(path),
                         [](char c) { return isUnreserved(c) || QByteArrayView("$&+,/:;=@").contains(c); });
}

/// resolvePath(): as RFC 3986 §5.2.4, but where ".." leads back to the root, an empty segment behind it is lost, and
/// one leading slash of several goes.
QByteArray goCleaned(const QByteArray &path)
{
    QByteArray cleaned("/");
    bool isFirst = true;
    const QList<QByteArray> segments = path.split('/');
    for (const QByteArray &segment : segments) {
        if (segment == ".") {
            isFirst = false;
        } else if (segment == "..") {
            const qsizetype slash = cleaned.lastIndexOf('/');
            isFirst = slash == 0;
            cleaned.truncate(std::max<qsizetype>(slash, 1));
        } else {
            cleaned += (isFirst ? QByteArray() : QByteArrayLiteral("/")) + segment;
            isFirst = false;
        }
    }
    if (segments.constLast() == "." || segments.constLast() == "..") {
        cleaned += '/';
    }
    return cleaned.startsWith("//") ? cleaned.mid(1) : cleaned;
}

/// Only bytes beyond ASCII may be percent-encoded in a host.
bool isGoHost(const QByteArray &host)
{
    for (qsizetype i = host.startsWith('[') ? host.size() : 0; i < host.size(); ++i) {
        const bool isBadEscape = host[i] == '%' && (!isEscapeAt(host, i) || hexDigitValue(host[i + 1]) < 8);
        if (isBadEscape || QByteArrayView(" \\^`{|}").contains(host[i])) {
            return false;
        }
    }
    return true;
}

bool isGoUserinfo(const QByteArray &userinfo)
{
    return hasOnlyWholeEscapes(userinfo) && std::all_of(userinfo.cbegin(), userinfo.cend(), [](char c) {
               return isUnreserved(c) || QByteArrayView("!$&'()*+,;=:%@").contains(c);
           });
}

/// What url.Parse() refuses.
std::optional<Error> checkGoUrl(const UrlPieces &pieces, QByteArrayView location)
{
    if (std::any_of(location.begin(), location.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; })) {
        return badUrl(u"it holds a control character"_s);
    }
    if (location.startsWith(':')) {
        return badUrl(u"the scheme before its colon is missing"_s);
    }
    if (pieces.scheme.isEmpty() && !pieces.authority && pieces.path.split('/').constFirst().contains(':')) {
        return badUrl(u"its first segment holds a colon but is no scheme"_s);
    }
    if (!hasOnlyWholeEscapes(pieces.path) || !hasOnlyWholeEscapes(pieces.fragment.value_or(QByteArray()))) {
        return badUrl(u"it holds a “%” that begins no percent-encoded byte"_s);
    }
    const QByteArray authority = pieces.authority.value_or(QByteArray());
    const qsizetype at = authority.lastIndexOf('@');
    if (!isGoUserinfo(authority.first(std::max<qsizetype>(at, 0)))) {
        return badUrl(u"its user name or password is not well encoded"_s);
    }
    return isGoHost(authority.mid(at + 1)) ? std::nullopt
                                           : std::optional(badUrl(u"its host has a character that no host has"_s));
}

} // namespace

Result<TargetUri> resolveAsGo(const TargetUri &base, QByteArrayView location)
{
    const QByteArrayView text = withoutBlanks(location);
    UrlPieces target = splitUrl(text);
    if (text.startsWith("///")) {
        target.path.prepend("//"); // without a scheme, three slashes begin a path
        target.authority.reset();
    }
    if (const std::optional<Error> error = checkGoUrl(target, text)) {
        return *error;
    }
    if (target.fragment && target.fragment->isEmpty()) {
        target.fragment.reset();
    }
    if (!target.scheme.isEmpty() || target.hasAuthority()) {
        target.scheme = target.scheme.isEmpty() ? base.scheme : target.scheme;
        target.path = goCleaned(escapedPath(target.path));
        return targetOf(target, HostNames::Idna);
    }
    target.scheme = base.scheme;
    target.authority = piecesOf(base).authority;
    if (target.path.isEmpty()) {
        target.path = base.path;
        target.query = target.query ? target.query : base.query;
    } else {
        const QByteArray path = escapedPath(target.path);
        const QByteArray folder = base.path.first(base.path.lastIndexOf('/') + 1);
        target.path = goCleaned(path.startsWith('/') ? path : folder + path);
    }
    return targetOf(target, HostNames::Idna);
}

} // namespace Detour
