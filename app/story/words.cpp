// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/words.h"

#include "semantics/safetext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QChar ellipsis(u'…');
constexpr qsizetype hostLimit = 48;

QString endElided(QString text, qsizetype limit)
{
    if (text.size() > limit) {
        qsizetype keep = limit - 1;
        if (keep > 0 && text.at(keep - 1).isHighSurrogate()) {
            --keep;
        }
        text.truncate(keep);
        text.append(ellipsis);
    }
    return text;
}

/// Where the authority begins: behind "//", with or without a scheme before it; -1 if there is none.
qsizetype authorityStart(QByteArrayView reference)
{
    const qsizetype slashes = reference.indexOf(QByteArrayView("//"));
    if (slashes == 0) {
        return 2;
    }
    return slashes > 1 && schemeLength(reference) == slashes - 1 ? slashes + 2 : -1;
}

qsizetype authorityEnd(QByteArrayView reference, qsizetype start)
{
    for (qsizetype i = start; i < reference.size(); ++i) {
        const char c = reference.at(i);
        if (c == '/' || c == '?' || c == '#' || c == '\\') {
            return i;
        }
    }
    return reference.size();
}

} // namespace

QString shortText(QByteArrayView bytes, qsizetype limit)
{
    const bool cut = bytes.size() > limit * 4; // a character takes at most four bytes
    QString text = safeText(utf8Head(bytes, limit * 4));
    if (cut && text.size() <= limit) {
        text.truncate(limit - 1);
        text.append(ellipsis);
    }
    return endElided(std::move(text), limit);
}

QString shortReference(QByteArrayView reference, qsizetype limit)
{
    const qsizetype start = authorityStart(reference);
    if (start < 0) {
        return shortText(reference, limit);
    }
    const qsizetype end = authorityEnd(reference, start);
    QByteArrayView host = reference.sliced(start, end - start);
    QString text = QString::fromLatin1(reference.first(start));
    if (const qsizetype at = host.lastIndexOf('@'); at >= 0) {
        text += "***@"_L1;
        host = host.sliced(at + 1);
    }
    if (host.size() > hostLimit) {
        text += ellipsis + safeText(host.last(hostLimit - 1));
    } else {
        text += safeText(host);
    }
    const qsizetype rest = qMax<qsizetype>(1, limit - text.size());
    return text + (end < reference.size() ? shortText(reference.sliced(end), rest) : QString());
}

bool hasBody(const Request &request)
{
    return request.content.has_value() && request.content->bytes > 0;
}

} // namespace Detour
