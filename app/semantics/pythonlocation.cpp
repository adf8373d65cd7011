// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/locationdialects.h"
#include "semantics/percentencoding.h"
#include "semantics/pythonurl.h"
#include "semantics/rfc3986.h"
#include "semantics/urlpieces.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

Error badUrl(const QString &why)
{
    return {u"bad-url"_s, why};
}

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.isNull();
}

bool isOfPath(char c)
{
    return isUnreserved(c) || QByteArrayView("!$&'()*+,;=:@/").contains(c);
}

/// urllib3's _encode_invalid_chars(): one bad "%" and every "%" is encoded.
QByteArray urllib3Encoded(QByteArrayView part, QByteArrayView also)
{
    const bool keepsPercent = hasOnlyWholeEscapes(part);
    return encodedUnless(withUpperCaseEscapes(part),
                         [&](char c) { return isOfPath(c) || also.contains(c) || (keepsPercent && c == '%'); });
}

void encodeAsUrllib3(UrlPieces &pieces)
{
    pieces.path = urllib3Encoded(pieces.path, "");
    if (pieces.query) {
        pieces.query = urllib3Encoded(*pieces.query, "?");
    }
    if (pieces.fragment) {
        pieces.fragment = urllib3Encoded(*pieces.fragment, "?");
    }
}

/// requests' requote_uri(): escapes that need not be one are undone, what has to be one is encoded.
QByteArray requoted(QByteArrayView text)
{
    QByteArray plain;
    bool isValid = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscape = isEscapeAt(text, i);
        const char decoded = isEscape ? percentDecoded(text.sliced(i, 3)).front() : '\0';
        if (isEscape && isUnreserved(decoded)) {
            plain += decoded;
            i += 2;
            continue;
        }
        // "%zz" is invalid, a "%" at the end is none
        const auto isAlphanumeric = [](char c) { return isAsciiAlpha(c) || isAsciiDigit(c); };
        isValid = isValid
                  && (text[i] != '%' || isEscape || i + 2 >= text.size() || !isAlphanumeric(text[i + 1])
                      || !isAlphanumeric(text[i + 2]));
        plain += text[i];
    }
    const QByteArrayView source = isValid ? QByteArrayView(plain) : text;
    return encodedUnless(source, [isValid](char c) {
        return isUnreserved(c) || QByteArrayView("!#$&'()*+,/:;=?@[]").contains(c) || (isValid && c == '%');
    });
}

/// The rfc3986 package's encode_component(), then its normalizers where the URL is absolute.
QByteArray httpxEncoded(QByteArrayView part)
{
    const bool keepsPercent = hasOnlyWholeEscapes(part);
    const QByteArray encoded = encodedUnless(part, [keepsPercent](char c) {
        return isUnreserved(c) || QByteArrayView(":/?#[]@!$&'()*+,;=").contains(c) || (keepsPercent && c == '%');
    });
    return withUpperCaseEscapes(encoded);
}

/// The rfc3986 package's authority; what is none has no host in httpx' eyes.
bool isHttpxAuthority(const QByteArray &authority)
{
    const auto isOfUserinfo = [](char c) { return isUnreserved(c) || QByteArrayView("!$&'()*+,;=:%").contains(c); };
    const qsizetype at = authority.indexOf('@');
    const QByteArray userinfo = authority.first(std::max<qsizetype>(at, 0));
    const bool isLogin =
        at != 0 && hasOnlyWholeEscapes(userinfo) && std::all_of(userinfo.cbegin(), userinfo.cend(), isOfUserinfo);
    const QByteArray place = authority.mid(at + 1);
    if (!isLogin || place.startsWith('[')) {
        return isLogin;
    }
    const qsizetype colon = place.indexOf(':');
    const QByteArray host = colon < 0 ? place : place.first(colon);
    const bool isName = hasOnlyWholeEscapes(host) && std::all_of(host.cbegin(), host.cend(), [&](char c) {
                            return c < 0 || (c != ':' && isOfUserinfo(c));
                        });
    const QByteArray port = colon < 0 ? QByteArray() : place.sliced(colon + 1);
    return isName && port.size() <= 5 && std::all_of(port.cbegin(), port.cend(), isAsciiDigit);
}

/// yarl's quoter: escapes that it holds for needless are undone, but those of `isProtected`.
template<typename Safe>
QByteArray yarlQuoted(QByteArrayView part, const Safe &isSafe, QByteArrayView isProtected, bool isQuery)
{
    QByteArray quoted;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const char c = part[i];
        if (isEscapeAt(part, i)) {
            const char decoded = percentDecoded(part.sliced(i, 3)).front();
            const bool undo = isSafe(decoded) && !isProtected.contains(decoded);
            quoted += undo ? QByteArray(1, decoded) : part.sliced(i, 3).toByteArray().toUpper();
            i += 2;
        } else if (isQuery && c == ' ') {
            quoted += '+';
        } else {
            quoted += encodedUnless(part.sliced(i, 1), isSafe);
        }
    }
    return quoted;
}

bool climbsAboveRoot(const QByteArray &path)
{
    qsizetype depth = 0;
    for (const QByteArray &segment : path.mid(1).split('/')) {
        depth += segment == ".." ? -1 : segment != ".";
        if (depth < 0) {
            return true;
        }
    }
    return false;
}

UrlPieces yarlPieces(QByteArrayView location)
{
    // What is not UTF-8 is dropped.
    QByteArray text = QString::fromUtf8(location.toByteArray()).remove(QChar::ReplacementCharacter).toUtf8();
    UrlPieces pieces = pythonSplit(text);
    const auto isPathSafe = [](char c) { return isOfPath(c); };
    const auto isQuerySafe = [](char c) { return isOfPath(c) || c == '?'; };
    pieces.path = yarlQuoted(pieces.path, isPathSafe, "/+", false);
    if (pieces.hasAuthority()) {
        pieces.path = withoutDotSegments(pieces.path);
    }
    if (pieces.query) {
        pieces.query = yarlQuoted(*pieces.query, isQuerySafe, "=+&;", true);
    }
    if (pieces.fragment) {
        pieces.fragment = yarlQuoted(*pieces.fragment, isQuerySafe, "", false);
    }
    return pieces;
}

} // namespace

Result<TargetUri> resolveAsPythonUrllib(const TargetUri &base, QByteArrayView location)
{
    UrlPieces reference = pythonUnsplit(pythonSplit(location));
    if (reference.path.isEmpty() && reference.hasAuthority()) {
        reference.path = QByteArrayLiteral("/");
    }
    UrlPieces joined = pythonJoined(base, pythonSplit(encodedUnless(reference.toBytes(), isGraphic)));
    if (const std::optional<Error> error = checkPythonHost(joined)) {
        return *error;
    }
    if (joined.authority && joined.authority->contains('@')) {
        return badUrl(u"this client takes user name and password for a part of the host’s name"_s);
    }
    if (joined.authority) {
        joined.authority = percentDecoded(*joined.authority);
        if (joined.authority->contains(' ') || holdsControls(*joined.authority)) {
            return badUrl(u"its host has a character that no host has"_s);
        }
    }
    return targetOf(joined, HostNames::AsciiOnly);
}

Result<TargetUri> resolveAsPythonRequests(const TargetUri &base, QByteArrayView location)
{
    if (!isUtf8(location)) {
        return badUrl(u"it is not UTF-8"_s);
    }
    QByteArray text = withoutLeadingBlanks(location).toByteArray();
    if (text.startsWith("//")) {
        text.prepend(base.scheme + ':');
    }
    const UrlPieces split = pythonUnsplit(pythonSplit(text));
    UrlPieces target = pythonSplit(requoted(split.toBytes()));
    if (split.hasAuthority()) {
        target.authority = split.authority; // the host is not for quoting
    } else if (!split.scheme.isEmpty() && split.scheme != base.scheme) {
        return targetOf(target, HostNames::Idna2008);
    } else {
        target = pythonJoined(base, target);
    }
    if (const std::optional<Error> error = checkPythonHost(target)) {
        return *error;
    }
    encodeAsUrllib3(target);
    return targetOf(target, HostNames::Idna2008);
}

Result<TargetUri> resolveAsPythonUrllib3(const TargetUri &base, QByteArrayView location)
{
    UrlPieces target = pythonJoined(base, pythonSplit(latin1AsUtf8(location)));
    if (const std::optional<Error> error = checkPythonHost(target)) {
        return *error;
    }
    target.path = withoutDotSegments(target.path);
    encodeAsUrllib3(target);
    return targetOf(target, HostNames::AsciiOnly);
}

Result<TargetUri> resolveAsPythonHttpx(const TargetUri &base, QByteArrayView location)
{
    const QByteArrayView trimmed = withoutBlanks(location);
    UrlPieces target = splitUrl(isUtf8(trimmed) || trimmed.isEmpty() ? trimmed.toByteArray() : latin1AsUtf8(trimmed));
    target.path = httpxEncoded(target.path);
    if (target.query) {
        target.query = httpxEncoded(*target.query);
    }
    target.fragment =
        target.fragment && !target.fragment->isEmpty() ? std::optional(httpxEncoded(*target.fragment)) : std::nullopt;
    if (target.scheme == "ws" || target.scheme == "wss") {
        target.scheme.replace("ws", "http"); // it speaks HTTP there
    }
    const bool lacksHost = !target.hasAuthority() || target.authority->startsWith(':');
    if (!target.scheme.isEmpty() && (lacksHost || !isHttpxAuthority(*target.authority))) {
        // The host of the request, not its port.
        const QByteArray port = lacksHost ? target.authority.value_or(QByteArray()) : QByteArray();
        target.authority = base.host.value_or(QByteArray()) + port;
    } else if (!target.hasAuthority()) {
        const bool isSame = target.path.isEmpty();
        target.query = isSame && !target.query ? base.query : target.query;
        target.path =
            isSame ? base.path
                   : (target.path.startsWith('/') ? target.path
                                                  : base.path.first(base.path.lastIndexOf('/') + 1) + target.path);
        target.authority = piecesOf(base).authority;
    }
    target.scheme = target.scheme.isEmpty() ? base.scheme : target.scheme;
    target.path = withoutDotSegments(target.path);
    if (const std::optional<Error> error = checkPythonHost(target)) {
        return *error;
    }
    return targetOf(target, HostNames::Idna2008);
}

Result<TargetUri> resolveAsPythonYarl(const TargetUri &base, QByteArrayView location)
{
    if (holdsControls(location)) {
        return badUrl(u"it holds a control character"_s);
    }
    const UrlPieces split = pythonSplit(location);
    if (split.hasAuthority() && climbsAboveRoot(split.path)) {
        return badUrl(u"its dot segments lead out of the root"_s);
    }
    UrlPieces target = yarlPieces(location);
    if (const std::optional<Error> error = checkPythonHost(target)) {
        return *error;
    }
    const bool isHttp = target.scheme == "http" || target.scheme == "https";
    if (isHttp && !target.hasAuthority()) {
        return badUrl(u"it has a scheme but no host"_s);
    }
    if (target.scheme.isEmpty()) {
        target = pythonJoined(base, target);
    }
    return targetOf(target, HostNames::Idna);
}

} // namespace Detour
