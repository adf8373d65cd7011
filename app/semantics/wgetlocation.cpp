// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/locationdialects.h"
#include "semantics/percentencoding.h"
#include "semantics/rfc3986.h"
#include "semantics/urlpieces.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// reencode_escapes(): unsafe characters, and a "%" that begins no escape.
QByteArray wgetEncoded(QByteArrayView text)
{
    QByteArray encoded;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isSafe = text[i] == '%' ? isEscapeAt(text, i)
                                           : isGraphic(text[i]) && !QByteArrayView("\"<>\\^`{|}").contains(text[i]);
        encoded += encodedUnless(text.sliced(i, 1), [isSafe](char) { return isSafe; });
    }
    return encoded;
}

/// uri_merge().
QByteArray wgetMerged(const TargetUri &base, const QByteArray &link)
{
    const QByteArray authority = base.scheme + "://" + piecesOf(base).authority.value_or(QByteArray());
    if (link.isEmpty() || link.startsWith('#')) {
        return authority + base.originForm() + link;
    }
    if (link.startsWith('?')) {
        return authority + base.path + link;
    }
    if (link.startsWith("//")) {
        return base.scheme + ':' + link;
    }
    if (link.startsWith('/')) {
        return authority + link;
    }
    return authority + base.path.first(base.path.lastIndexOf('/') + 1) + link;
}

/// url_has_scheme(): letters, digits, "-" and "+" before a colon.
bool hasWgetScheme(QByteArrayView text)
{
    const auto isOfScheme = [](char c) {
        return isAsciiAlpha(c) || isAsciiDigit(c) || QByteArrayView("-+").contains(c);
    };
    const auto end = std::find_if_not(text.begin(), text.end(), isOfScheme);
    return end != text.begin() && end != text.end() && *end == ':';
}

} // namespace

Result<TargetUri> resolveAsWget(const TargetUri &base, QByteArrayView location)
{
    QByteArray text = withoutBlanks(location).toByteArray();
    if (!hasWgetScheme(text)) {
        text = wgetMerged(base, text);
    } else if (isAsciiDigit(text.front())) {
        return Error{u"bad-url"_s, u"its scheme is none that this client knows"_s};
    }
    UrlPieces pieces = splitUrl(text);
    const bool isHttp = pieces.scheme == "http" || pieces.scheme == "https";
    if (isHttp && !pieces.hasAuthority()) {
        return Error{u"bad-url"_s, u"it names no host"_s};
    }
    if (isHttp && (pieces.authority->startsWith('@') || pieces.authority->startsWith(':'))) {
        return Error{u"bad-url"_s, u"its user name or host is empty"_s};
    }
    if (pieces.authority && isHttp) {
        pieces.authority = percentDecoded(*pieces.authority);
    }
    pieces.path = withoutDotSegments(wgetEncoded(pieces.path));
    if (pieces.query) {
        pieces.query = wgetEncoded(*pieces.query);
    }
    return targetOf(pieces, HostNames::Idna);
}

} // namespace Detour
