// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/locationdialects.h"
#include "semantics/percentencoding.h"
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

/// urlsplit(): without tabs and line breaks, and an empty part is no part.
UrlPieces pythonSplit(QByteArrayView text)
{
    QByteArray cleaned = withoutLeadingBlanks(text).toByteArray();
    cleaned.removeIf([](char c) { return c == '\t' || c == '\r' || c == '\n'; });
    UrlPieces pieces = splitUrl(cleaned);
    for (std::optional<QByteArray> *part : {&pieces.query, &pieces.fragment}) {
        if (*part && (*part)->isEmpty()) {
            part->reset();
        }
    }
    return pieces;
}

/// urlunsplit(), applied before urljoin(), writes "http:x" as "http:///x".
UrlPieces pythonUnsplit(UrlPieces pieces)
{
    const bool isHttp = pieces.scheme == "http" || pieces.scheme == "https";
    if (isHttp && !pieces.hasAuthority() && !pieces.path.isEmpty() && !pieces.path.startsWith('/')) {
        pieces.path.prepend('/');
    }
    return pieces;
}

/// The path part of urljoin(): what is relative loses its empty segments.
QByteArray pythonMerged(const QByteArray &basePath, const QByteArray &path)
{
    QList<QByteArray> segments = path.split('/');
    if (!path.startsWith('/')) {
        QList<QByteArray> all = basePath.split('/');
        if (!all.constLast().isEmpty()) {
            all.removeLast();
        }
        all += segments;
        const QByteArray last = all.takeLast();
        segments.clear();
        for (const QByteArray &segment : std::as_const(all)) {
            if (!segment.isEmpty() || segments.isEmpty()) {
                segments.append(segment);
            }
        }
        segments.append(last);
    }
    QList<QByteArray> resolved;
    for (const QByteArray &segment : std::as_const(segments)) {
        if (segment == "..") {
            if (!resolved.isEmpty()) {
                resolved.removeLast();
            }
        } else if (segment != ".") {
            resolved.append(segment);
        }
    }
    if (segments.constLast() == "." || segments.constLast() == "..") {
        resolved.append(QByteArray());
    }
    const QByteArray joined = resolved.join('/');
    return joined.startsWith('/') ? joined : '/' + joined;
}

/// urljoin(): "http:x" and "http:///x" count as relative.
UrlPieces pythonJoined(const TargetUri &base, UrlPieces pieces)
{
    if (!pieces.scheme.isEmpty() && pieces.scheme != base.scheme) {
        return pieces;
    }
    pieces.scheme = base.scheme;
    if (pieces.hasAuthority()) {
        return pieces;
    }
    pieces.authority = piecesOf(base).authority;
    if (pieces.path.isEmpty()) {
        pieces.path = base.path;
        if (!pieces.query) {
            pieces.query = base.query;
        }
    } else {
        pieces.path = pythonMerged(base.path, pieces.path);
    }
    return pieces;
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
    if (joined.authority && joined.authority->contains('@')) {
        return badUrl(u"this client takes user name and password for a part of the host’s name"_s);
    }
    if (joined.authority) {
        joined.authority = percentDecoded(*joined.authority);
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
    encodeAsUrllib3(target);
    return targetOf(target, HostNames::Idna2008);
}

Result<TargetUri> resolveAsPythonUrllib3(const TargetUri &base, QByteArrayView location)
{
    UrlPieces target = pythonJoined(base, pythonSplit(latin1AsUtf8(location)));
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
    const bool lacksHost = !target.hasAuthority() || target.authority->startsWith(':');
    if (!target.scheme.isEmpty() && lacksHost) {
        // The host of the request, not its port; "http:x" becomes "http://HOSTx".
        const QByteArray host = base.host.value_or(QByteArray()) + target.authority.value_or(QByteArray());
        const QByteArray query = target.query ? '?' + *target.query : QByteArray();
        target = splitUrl(QByteArray(target.scheme + "://" + host + target.path + query));
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
    return targetOf(target, HostNames::Idna2008);
}

Result<TargetUri> resolveAsPythonYarl(const TargetUri &base, QByteArrayView location)
{
    if (holdsControls(location)) {
        return badUrl(u"it holds a control character"_s);
    }
    UrlPieces target = yarlPieces(location);
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
