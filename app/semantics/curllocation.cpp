// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/locationdialects.h"
#include "semantics/percentencoding.h"
#include "semantics/rfc3986.h"
#include "semantics/urlpieces.h"
#include "semantics/whatwghost.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

Error badUrl(const QString &why)
{
    return {u"bad-url"_s, why};
}

/// Spaces, and bytes above 0x7f in lower-case digits; all other characters stay.
QByteArray curlEncoded(QByteArrayView part, QByteArrayView space)
{
    constexpr char digits[] = "0123456789abcdef";
    QByteArray encoded;
    for (const char c : part) {
        if (c == ' ') {
            encoded += space;
        } else if (isGraphic(c)) {
            encoded += c;
        } else {
            const auto value = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += digits[value >> 4];
            encoded += digits[value & 0x0f];
        }
    }
    return encoded;
}

/// curl's concat_url(): cuts the base and appends the reference, a bare "#…" like any path.
QByteArray curlConcatenated(const TargetUri &base, const QByteArray &reference)
{
    const QByteArray authority = base.scheme + "://" + piecesOf(base).authority.value_or(QByteArray());
    if (reference.startsWith("//")) {
        return base.scheme + "://" + reference.mid(2);
    }
    if (reference.startsWith('/')) {
        return authority + reference;
    }
    if (reference.startsWith('?')) {
        return authority + base.path + reference;
    }
    return authority + base.path.first(base.path.lastIndexOf('/') + 1) + reference;
}

/// Without the zone of an IPv6 address, which is for this machine only.
QByteArray withoutZone(QByteArray authority)
{
    const qsizetype open = authority.indexOf('[');
    const qsizetype zone = authority.indexOf('%', open);
    const qsizetype close = authority.indexOf(']', open);
    return open >= 0 && zone > open && zone < close ? authority.remove(zone, close - zone) : authority;
}

/// The host as it is looked up: IPv4 forms and names of other scripts as browsers read them.
Result<TargetUri> withCurlHost(TargetUri uri)
{
    const QByteArray host = uri.host.value_or(QByteArray());
    if (host.startsWith('[') || host.isEmpty()) {
        return uri;
    }
    const bool isHost = std::none_of(host.cbegin(), host.cend(), [](char c) {
        return (c >= 0 && c <= ' ') || QByteArrayView("\"#$&'()*+,/:;<=>?@[\\]^`{}!").contains(c);
    });
    const Result<QByteArray> read =
        isHost ? parseWhatwgHost(host, true) : badUrl(u"its host has a character that no host has"_s);
    if (!read) {
        return read.error();
    }
    uri.host = *read;
    return uri;
}

} // namespace

Result<TargetUri> resolveAsCurl(const TargetUri &base, QByteArrayView location)
{
    QByteArray text = withoutBlanks(location).toByteArray();
    if (std::any_of(text.cbegin(), text.cend(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; })) {
        return badUrl(u"it holds a control character"_s);
    }
    if (splitUrl(text).scheme.isEmpty()) {
        text = curlConcatenated(base, text);
    }
    const qsizetype colon = text.indexOf(':');
    const QByteArray scheme = text.first(colon).toLower();
    const QByteArrayView rest = QByteArrayView(text).sliced(colon + 1);
    if (scheme != "http" && scheme != "https") {
        return targetOf(splitUrl(text), HostNames::Idna);
    }
    const qsizetype slashes =
        std::find_if_not(rest.begin(), rest.end(), [](char c) { return c == '/'; }) - rest.begin();
    if (slashes < 1 || slashes > 3) {
        return badUrl(u"it has too few or too many slashes before its host"_s);
    }
    UrlPieces pieces = splitUrl(QByteArray(scheme + "://" + rest.sliced(slashes).toByteArray()));
    pieces.authority = withoutZone(pieces.authority.value_or(QByteArray()));
    pieces.path = withoutDotSegments(curlEncoded(pieces.path, "%20"));
    if (pieces.query && pieces.query->isEmpty()) {
        pieces.query.reset(); // "x?" asks for "x"
    } else if (pieces.query) {
        pieces.query = curlEncoded(*pieces.query, "+");
    }
    if (pieces.fragment) {
        pieces.fragment = curlEncoded(*pieces.fragment, "%20");
    }
    const Result<TargetUri> target = targetOf(pieces, HostNames::Idna);
    return target ? withCurlHost(*target) : target;
}

} // namespace Detour
