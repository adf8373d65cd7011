// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/pythonurl.h"

#include <QList>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLabel = 63; // of a domain name, in bytes

Error badUrl(const QString &why)
{
    return {u"bad-url"_s, why};
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

} // namespace

UrlPieces pythonSplit(QByteArrayView text)
{
    while (!text.isEmpty() && text.front() >= 0 && text.front() <= ' ') {
        text = text.sliced(1);
    }
    QByteArray cleaned = text.toByteArray();
    cleaned.removeIf([](char c) { return c == '\t' || c == '\r' || c == '\n'; });
    UrlPieces pieces = splitUrl(cleaned);
    for (std::optional<QByteArray> *part : {&pieces.query, &pieces.fragment}) {
        if (*part && (*part)->isEmpty()) {
            part->reset();
        }
    }
    return pieces;
}

std::optional<Error> checkPythonHost(const UrlPieces &pieces)
{
    const QByteArray authority = pieces.authority.value_or(QByteArray());
    const bool isOpen = authority.contains('[');
    QByteArray host = authority.mid(authority.lastIndexOf('@') + 1);
    if (isOpen != authority.contains(']') || (isOpen && !host.startsWith('['))) {
        return badUrl(u"its host is not an IPv6 address in brackets"_s);
    }
    host = isOpen ? QByteArray() : host.split(':').constFirst();
    if (host.endsWith('.')) {
        host.chop(1);
    }
    const QList<QByteArray> labels = host.split('.');
    const bool isHost = host.isEmpty() || std::all_of(labels.cbegin(), labels.cend(), [](const QByteArray &label) {
                            return !label.isEmpty() && label.size() <= longestLabel;
                        });
    return isHost ? std::nullopt : std::optional(badUrl(u"a part of its host is empty or too long"_s));
}

UrlPieces pythonUnsplit(UrlPieces pieces)
{
    if (!pieces.hasAuthority() && pieces.path.startsWith("//")) {
        pieces.authority.reset();
        return pythonSplit(pieces.toBytes());
    }
    const bool isHttp = pieces.scheme == "http" || pieces.scheme == "https";
    if (isHttp && !pieces.hasAuthority() && !pieces.path.isEmpty() && !pieces.path.startsWith('/')) {
        pieces.path.prepend('/');
    }
    return pieces;
}

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

} // namespace Detour
