// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/locationdialects.h"
#include "semantics/percentencoding.h"
#include "semantics/urlpieces.h"
#include "semantics/whatwgurl.h"

#include <QUrl>

namespace Detour {

using namespace Qt::StringLiterals;

Result<TargetUri> resolveAsNodeHttp(const TargetUri &base, QByteArrayView location)
{
    return parseWhatwgUrl(latin1AsUtf8(location), &base);
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
    if (pieces.hasAuthority()) {
        // An empty port, and a host in upper case or another script, are already gone.
        return targetOf(pieces, HostNames::Idna);
    }
    return pieces.scheme.startsWith("http") ? Error{u"bad-url"_s, u"it names no host"_s}
                                            : targetOf(pieces, HostNames::Idna);
}

} // namespace Detour
