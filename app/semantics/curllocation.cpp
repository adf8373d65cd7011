// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/locationdialects.h"
#include "semantics/percentencoding.h"
#include "semantics/rfc3986.h"
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

/// curl's concat_url(): cuts the base and appends the reference, a bare "#…" like any path. The base's fragment is not
/// cut off: "?q" lands in it.
QByteArray curlConcatenated(const TargetUri &base, const QByteArray &reference)
{
    const QByteArray authority = base.scheme + "://" + piecesOf(base).authority.value_or(QByteArray());
    if (reference.startsWith("//")) {
        return base.scheme + "://" + reference.mid(2);
    }
    if (reference.startsWith('/')) {
        return authority + reference;
    }
    // The query goes first, and what stands behind it.
    const QByteArray fragment = base.fragment && !base.query ? '#' + *base.fragment : QByteArray();
    const QByteArray rest = base.path + fragment;
    if (reference.startsWith('?')) {
        return authority + rest + reference;
    }
    const QByteArray folder = rest.first(rest.lastIndexOf('/') + 1);
    return authority + (folder == "//" ? QByteArrayLiteral("/") : folder) + reference;
}

/// Without the zone of an IPv6 address, which is for this machine only.
QByteArray withoutZone(QByteArray authority)
{
    const qsizetype open = authority.indexOf('[');
    const qsizetype zone = authority.indexOf('%', open);
    const qsizetype close = authority.indexOf(']', open);
    return open >= 0 && zone > open && zone < close ? authority.remove(zone, close - zone) : authority;
}

/// One number as strtoul() reads it with base 0: decimal, octal, hexadecimal; up to 32 bits.
std::optional<quint32> curlNumber(const QByteArray &text)
{
    bool isNumber = false;
    const quint32 number = text.toUInt(&isNumber, 0);
    const bool startsWithDigit = !text.isEmpty() && isAsciiDigit(text.front());
    return isNumber && startsWithDigit ? std::optional(number) : std::nullopt;
}

/// ipv4_normalize(): one to four numbers, the last one as long as what is left; anything else is a name.
std::optional<QByteArray> curlIpv4(const QByteArray &host)
{
    const QList<QByteArray> parts = host.split('.');
    if (parts.size() > 4) {
        return std::nullopt;
    }
    quint32 address = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<quint32> number = curlNumber(parts[i]);
        const bool isLast = i + 1 == parts.size();
        const quint32 most = isLast ? 0xffffffffU >> (8 * i) : 0xffU;
        if (!number || *number > most) {
            return std::nullopt;
        }
        address |= isLast ? *number : *number << (24 - 8 * i);
    }
    QList<QByteArray> bytes;
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes.append(QByteArray::number((address >> shift) & 0xffU));
    }
    return bytes.join('.');
}

/// The host as it is looked up. User name and password end at the first "@", so there is none in a host.
Result<QByteArray> curlAuthority(const QByteArray &authority)
{
    const qsizetype login = authority.indexOf('@') + 1;
    const QByteArray place = authority.mid(login);
    if (authority.first(login).contains(' ')) {
        return badUrl(u"its user name or password holds a space"_s);
    }
    if (place.startsWith('[') || place.isEmpty()) {
        return authority;
    }
    const qsizetype colon = place.indexOf(':');
    QByteArray host = colon < 0 ? place : place.first(colon);
    if (const std::optional<QByteArray> address = curlIpv4(host)) {
        host = *address;
    } else {
        host = percentDecoded(host);
        const bool isHost = std::none_of(host.cbegin(), host.cend(), [](char c) {
            return (c >= 0 && c <= ' ') || QByteArrayView("\"#$&'()*+,/:;<=>?@[\\]^`{}!\x7f").contains(c);
        });
        if (!isHost) {
            return badUrl(u"its host has a character that no host has"_s);
        }
    }
    return QByteArray(authority.first(login) + host + (colon < 0 ? QByteArray() : place.sliced(colon)));
}

/// Curl_is_absolute_url(): a scheme may start with a digit here.
bool hasCurlScheme(QByteArrayView text)
{
    const auto isOfScheme = [](char c) {
        return isAsciiAlpha(c) || isAsciiDigit(c) || QByteArrayView("+-.").contains(c);
    };
    const auto end = std::find_if_not(text.begin(), text.end(), isOfScheme);
    return end != text.begin() && end != text.end() && *end == ':';
}

} // namespace

Result<TargetUri> resolveAsCurl(const TargetUri &base, QByteArrayView location)
{
    QByteArray text = withoutBlanks(location).toByteArray();
    if (std::any_of(text.cbegin(), text.cend(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; })) {
        return badUrl(u"it holds a control character"_s);
    }
    const bool isAbsolute = hasCurlScheme(text);
    if (!isAbsolute) {
        text = curlConcatenated(base, text);
    } else if (isAsciiDigit(text.front())) {
        return badUrl(u"its scheme is none that this client knows"_s);
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
    if (isAbsolute && pieces.fragment && pieces.fragment->contains(' ')) {
        return badUrl(u"its fragment holds a space"_s); // which this client encodes in a relative reference only
    }
    const Result<QByteArray> authority = curlAuthority(withoutZone(*pieces.authority));
    if (!authority) {
        return authority.error();
    }
    pieces.authority = *authority;
    pieces.path = withoutDotSegments(curlEncoded(pieces.path, "%20"));
    if (pieces.query && pieces.query->isEmpty()) {
        pieces.query.reset(); // "x?" asks for "x"
    } else if (pieces.query) {
        pieces.query = curlEncoded(*pieces.query, "+");
    }
    if (pieces.fragment) {
        pieces.fragment = curlEncoded(*pieces.fragment, "%20");
    }
    return targetOf(pieces, HostNames::Idna);
}

} // namespace Detour
