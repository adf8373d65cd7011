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

/// URI.create(): characters of RFC 2396, whole escapes, and any character beyond ASCII.
std::optional<Error> checkJavaPart(const QByteArray &part, QByteArrayView also)
{
    if (!hasOnlyWholeEscapes(part)) {
        return badUrl(u"it holds a “%” that begins no percent-encoded byte"_s);
    }
    const bool isLegal = std::all_of(part.cbegin(), part.cend(), [also](char c) {
        return c < 0 || isUnreserved(c) || QByteArrayView("!$&'()*+,;=:@/%").contains(c) || also.contains(c);
    });
    return isLegal ? std::nullopt : std::optional(badUrl(u"it holds a character that a URI has to percent-encode"_s));
}

std::optional<Error> checkJavaParts(const UrlPieces &pieces)
{
    if (auto error = checkJavaPart(pieces.path, "")) {
        return error;
    }
    for (const std::optional<QByteArray> &part : {pieces.query, pieces.fragment}) {
        if (auto error = checkJavaPart(part.value_or(QByteArray()), "?[]")) {
            return error;
        }
    }
    return std::nullopt;
}

/// A host of RFC 2396 §3.2.2: four bytes, or labels of letters, digits and hyphens, of which the last one of several
/// begins with a letter. What is none has no host in Java's eyes.
bool isJavaHost(QByteArray host)
{
    if (host.startsWith('[')) {
        return true;
    }
    const auto isAlphanumeric = [](char c) { return isAsciiAlpha(c) || isAsciiDigit(c); };
    const QList<QByteArray> bytes = host.split('.');
    const bool isAddress =
        bytes.size() == 4 && std::all_of(bytes.cbegin(), bytes.cend(), [](const QByteArray &byte) {
            return !byte.isEmpty() && std::all_of(byte.cbegin(), byte.cend(), isAsciiDigit) && byte.toUInt() <= 255;
        });
    if (isAddress) {
        return true;
    }
    if (host.endsWith('.')) {
        host.chop(1);
    }
    const QList<QByteArray> labels = host.split('.');
    return (labels.size() == 1 || (!labels.constLast().isEmpty() && isAsciiAlpha(labels.constLast().front())))
           && std::all_of(labels.cbegin(), labels.cend(), [&](const QByteArray &label) {
                  return !label.isEmpty() && isAlphanumeric(label.front()) && isAlphanumeric(label.back())
                         && std::all_of(label.cbegin(), label.cend(),
                                        [&](char c) { return isAlphanumeric(c) || c == '-'; });
              });
}

/// Beyond ASCII each byte is a character to Java, and goes out as UTF-8.
QByteArray javaEncoded(const QByteArray &part)
{
    return encodedUnless(latin1AsUtf8(part), [](char c) { return c >= 0; });
}

/// URI's normalize(): dot segments and repeated slashes go, but ".." that lead out of the root stay.
QByteArray javaNormalized(const QByteArray &path)
{
    QList<QByteArray> kept;
    bool endsInFolder = false;
    for (const QByteArray &segment : path.split('/')) {
        endsInFolder = segment.isEmpty() || segment == "." || segment == "..";
        if (segment == ".." && !kept.isEmpty() && kept.constLast() != "..") {
            kept.removeLast();
        } else if (segment == ".." || !endsInFolder) {
            kept.append(segment);
        }
    }
    const QByteArray joined = '/' + kept.join('/');
    return endsInFolder && !joined.endsWith('/') ? joined + '/' : joined;
}

/// RFC 2396 §5.2: an empty path, and so "?q" and an empty reference, names the folder.
void resolveInFolder(UrlPieces &target, const TargetUri &base)
{
    target.authority = piecesOf(base).authority;
    if (target.path.isEmpty() && target.fragment && !target.query) {
        target.path = base.path;
        target.query = base.query;
    } else if (!target.path.startsWith('/')) {
        target.path = javaNormalized(base.path.first(base.path.lastIndexOf('/') + 1) + target.path);
    }
}

} // namespace

Result<TargetUri> resolveAsJava(const TargetUri &base, QByteArrayView location)
{
    UrlPieces target = splitUrl(withoutBlanks(location));
    if (target.scheme.isEmpty() && !target.authority && target.path.split('/').constFirst().contains(':')) {
        return badUrl(u"its first segment holds a colon but is no scheme"_s);
    }
    if (const std::optional<Error> error = checkJavaParts(target)) {
        return *error;
    }
    if (target.authority && target.authority->isEmpty() && !target.path.isEmpty()) {
        target.authority.reset(); // "///x" is a path
    }
    const bool isHttp = target.scheme == "http" || target.scheme == "https";
    if ((isHttp || target.authority) && !target.hasAuthority()) {
        return badUrl(u"it names no host"_s);
    }
    if (isHttp || target.authority) {
        const QByteArray authority = target.authority->mid(target.authority->lastIndexOf('@') + 1);
        const bool isWellMade = target.authority->count('@') < 2 && hasOnlyWholeEscapes(*target.authority)
                                && !target.authority->contains(' ');
        if (!isWellMade || !isJavaHost(authority.startsWith('[') ? authority : authority.split(':').constFirst())) {
            return badUrl(u"its host is none of RFC 2396"_s);
        }
    }
    if (target.scheme.isEmpty()) {
        target.scheme = base.scheme;
        if (!target.authority) {
            resolveInFolder(target, base);
        }
    }
    target.path = javaEncoded(target.path);
    if (target.query && target.query->isEmpty()) {
        target.query.reset(); // "x?" asks for "x"
    } else if (target.query) {
        target.query = javaEncoded(*target.query);
    }
    return targetOf(target, HostNames::AsciiOnly);
}

} // namespace Detour
