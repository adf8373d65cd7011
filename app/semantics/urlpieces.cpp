// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/urlpieces.h"

#include "semantics/ipaddress.h"
#include "semantics/percentencoding.h"
#include "semantics/whatwghost.h"

#include <QList>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximalPort = 65535;

Error badUrl(const QString &why)
{
    return {u"bad-url"_s, why};
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0; });
}

/// IDNA 2008 knows letters, digits and marks; no symbols, and no characters that only look like others.
bool isIdna2008(const QByteArray &host)
{
    const QString text = QString::fromUtf8(host);
    if (text.normalized(QString::NormalizationForm_KC) != text) {
        return false;
    }
    const QList<uint> characters = text.toUcs4();
    return std::all_of(characters.cbegin(), characters.cend(),
                       [](uint c) { return c == '-' || c == '.' || QChar::isLetterOrNumber(c) || QChar::isMark(c); });
}

Result<QByteArray> readHost(QByteArrayView text, HostNames names)
{
    const QByteArray host = text.toByteArray();
    if (host.startsWith('[')) {
        const std::optional<QByteArray> address = parseIpv6(text.sliced(1).chopped(1));
        return address ? Result<QByteArray>('[' + *address + ']')
                       : badUrl(u"its host is not an IPv6 address in brackets"_s);
    }
    if (isAscii(text)) {
        return host.toLower();
    }
    if (names == HostNames::AsciiOnly || (names == HostNames::Idna2008 && !isIdna2008(host))) {
        return badUrl(u"this client cannot read its host"_s);
    }
    return parseWhatwgHost(text, true);
}

std::optional<Error> readPort(TargetUri &uri, QByteArrayView digits)
{
    int port = 0;
    for (const char digit : digits) {
        if (!isAsciiDigit(digit)) {
            return badUrl(u"its port is not a number"_s);
        }
        port = std::min(port * 10 + (digit - '0'), maximalPort + 1);
    }
    if (port > maximalPort) {
        return badUrl(u"its port is above 65535"_s);
    }
    if (!digits.isEmpty() && port != (uri.scheme == "http" ? 80 : 443)) {
        uri.port = port;
    }
    return std::nullopt;
}

std::optional<Error> readAuthority(TargetUri &uri, QByteArrayView authority, HostNames names)
{
    if (const qsizetype at = authority.lastIndexOf('@'); at >= 0) {
        if (at > 0) {
            uri.userinfo = authority.first(at).toByteArray();
        }
        authority = authority.sliced(at + 1);
    }
    const bool isLiteral = authority.startsWith('[');
    const qsizetype bracket = authority.indexOf(']');
    if (isLiteral && bracket < 0) {
        return badUrl(u"its host is not an IPv6 address in brackets"_s);
    }
    const qsizetype colon = authority.indexOf(':', isLiteral ? bracket : 0);
    const Result<QByteArray> host = readHost(colon < 0 ? authority : authority.first(colon), names);
    if (!host) {
        return host.error();
    }
    uri.host = *host;
    return colon < 0 ? std::nullopt : readPort(uri, authority.sliced(colon + 1));
}

} // namespace

QByteArray UrlPieces::toBytes() const
{
    QByteArray text = scheme.isEmpty() ? QByteArray() : scheme + ':';
    if (authority) {
        text += "//" + *authority;
        if (!path.isEmpty() && !path.startsWith('/')) {
            text += '/';
        }
    }
    text += path;
    if (query) {
        text += '?' + *query;
    }
    return fragment ? text + '#' + *fragment : text;
}

UrlPieces splitUrl(QByteArrayView text)
{
    UrlPieces pieces;
    const auto isOfScheme = [](char c) {
        return isAsciiAlpha(c) || isAsciiDigit(c) || QByteArrayView("+-.").contains(c);
    };
    const qsizetype colon = std::find_if_not(text.begin(), text.end(), isOfScheme) - text.begin();
    if (colon > 0 && colon < text.size() && text[colon] == ':' && isAsciiAlpha(text.front())) {
        pieces.scheme = text.first(colon).toByteArray().toLower();
        text = text.sliced(colon + 1);
    }
    if (const qsizetype hash = text.indexOf('#'); hash >= 0) {
        pieces.fragment = text.sliced(hash + 1).toByteArray();
        text = text.first(hash);
    }
    if (const qsizetype mark = text.indexOf('?'); mark >= 0) {
        pieces.query = text.sliced(mark + 1).toByteArray();
        text = text.first(mark);
    }
    if (text.startsWith("//")) {
        const qsizetype slash = text.indexOf('/', 2);
        pieces.authority = (slash < 0 ? text.sliced(2) : text.sliced(2, slash - 2)).toByteArray();
        text = text.sliced(2 + pieces.authority->size());
    }
    pieces.path = text.toByteArray();
    return pieces;
}

UrlPieces piecesOf(const TargetUri &uri)
{
    UrlPieces pieces;
    pieces.scheme = uri.scheme;
    if (uri.host) {
        pieces.authority = (uri.userinfo ? *uri.userinfo + '@' : QByteArray()) + uri.authority();
    }
    pieces.path = uri.path;
    pieces.query = uri.query;
    pieces.fragment = uri.fragment;
    return pieces;
}

Result<TargetUri> targetOf(const UrlPieces &pieces, HostNames names)
{
    TargetUri uri;
    uri.scheme = pieces.scheme;
    uri.path = pieces.path;
    uri.query = pieces.query;
    uri.fragment = pieces.fragment;
    if (!uri.isHttp()) {
        uri.path = (pieces.authority ? "//" + *pieces.authority : QByteArray()) + pieces.path;
        return uri;
    }
    if (pieces.authority) {
        if (const std::optional<Error> error = readAuthority(uri, *pieces.authority, names)) {
            return *error;
        }
    }
    if (!uri.path.startsWith('/')) {
        uri.path.prepend('/');
    }
    return uri;
}

bool isEscapeAt(QByteArrayView bytes, qsizetype at)
{
    return at + 2 < bytes.size() && bytes[at] == '%' && hexDigitValue(bytes[at + 1]) >= 0
           && hexDigitValue(bytes[at + 2]) >= 0;
}

bool hasOnlyWholeEscapes(QByteArrayView bytes)
{
    for (qsizetype at = bytes.indexOf('%'); at >= 0; at = bytes.indexOf('%', at + 1)) {
        if (!isEscapeAt(bytes, at)) {
            return false;
        }
    }
    return true;
}

QByteArray withUpperCaseEscapes(QByteArrayView bytes)
{
    QByteArray text = bytes.toByteArray();
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        if (isEscapeAt(text, at)) {
            text.replace(at, 3, text.sliced(at, 3).toUpper());
        }
    }
    return text;
}

bool isUnreserved(char c)
{
    return isAsciiAlpha(c) || isAsciiDigit(c) || QByteArrayView("-._~").contains(c);
}

bool isGraphic(char c)
{
    return c > ' ' && c <= '~';
}

bool holdsControls(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 0x7f; });
}

QByteArrayView withoutLeadingBlanks(QByteArrayView text)
{
    return text.sliced(std::find_if_not(text.begin(), text.end(), isBlank) - text.begin());
}

QByteArrayView withoutBlanks(QByteArrayView text)
{
    text = withoutLeadingBlanks(text);
    while (!text.isEmpty() && isBlank(text.back())) {
        text.chop(1);
    }
    return text;
}

QByteArray latin1AsUtf8(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes).toUtf8();
}

} // namespace Detour
