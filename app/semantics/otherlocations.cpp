// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/locationdialects.h"
#include "semantics/rfc3986.h"
#include "semantics/urlpieces.h"
#include "semantics/whatwgurl.h"

#include <QUrl>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

Result<TargetUri> resolveAsNodeHttp(const TargetUri &base, QByteArrayView location)
{
    if (holdsControls(location)) {
        return Error{u"bad-url"_s, u"it holds a control character"_s};
    }
    Result<TargetUri> target = parseWhatwgUrl(latin1AsUtf8(location), &base);
    if (target && target->query && target->query->isEmpty()) {
        target->query.reset(); // the path is put together from URL.search, which is empty for "x?", too
    }
    return target;
}

Result<TargetUri> resolveAsRustUrl(const TargetUri &base, QByteArrayView location)
{
    Result<TargetUri> target = parseWhatwgUrl(location, &base);
    const QByteArray host = target ? target->host.value_or(QByteArray()) : QByteArray();
    const bool isOdd =
        std::any_of(host.cbegin(), host.cend(), [](char c) { return QByteArrayView("{}`\"").contains(c); });
    return isOdd ? Error{u"bad-url"_s, u"its host has a character that no host has"_s} : target;
}

Result<TargetUri> resolveAsQUrl(const TargetUri &base, QByteArrayView location)
{
    QUrl url = QUrl::fromEncoded(withoutBlanks(location).toByteArray(), QUrl::TolerantMode);
    if (!url.isValid()) {
        return Error{u"bad-url"_s, url.isEmpty() ? u"it is empty"_s : u"this client cannot read it as a URL"_s};
    }
    if (url.isRelative()) {
        url = QUrl::fromEncoded(base.toBytes()).resolved(url);
    }
    UrlPieces pieces = splitUrl(url.toEncoded(QUrl::FullyEncoded));
    if (pieces.hasAuthority()) { // QNetworkAccessManager asks for the path like this
        pieces.path = withoutDotSegments(pieces.path);
        while (pieces.path.startsWith("//")) {
            pieces.path.remove(0, 1);
        }
    }
    if (pieces.hasAuthority()) {
        // An empty port, and a host in upper case or another script, are already gone.
        return targetOf(pieces, HostNames::Idna);
    }
    return pieces.scheme.startsWith("http") ? Error{u"bad-url"_s, u"it names no host"_s}
                                            : targetOf(pieces, HostNames::Idna);
}

} // namespace Detour
