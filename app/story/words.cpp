// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/words.h"

#include "semantics/safetext.h"

#include <QLocale>

#include <algorithm>

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
    if (slashes < 2 || slashes > 32 || reference.at(slashes - 1) != ':') {
        return -1;
    }
    const QByteArrayView scheme = reference.first(slashes - 1);
    const bool plain = std::all_of(scheme.begin(), scheme.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-'
               || c == '.';
    });
    return plain ? slashes + 2 : -1;
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

QString binarySize(qint64 bytes)
{
    static constexpr const char16_t *units[] = {u"KiB", u"MiB", u"GiB", u"TiB"};
    qreal value = qreal(bytes) / 1024;
    int unit = 0;
    for (; value >= 1024 && unit < 3; ++unit) {
        value /= 1024;
    }
    return QLocale::c().toString(value, 'f', 1) + u' ' + QStringView(units[unit]);
}

/// At most `size` bytes that do not end within a character, so that a cut does not spoil valid UTF-8.
QByteArrayView head(QByteArrayView bytes, qsizetype size)
{
    while (size > 0 && (uchar(bytes.at(size)) & 0xC0) == 0x80) {
        --size;
    }
    return bytes.first(size);
}

} // namespace

QString shortText(QByteArrayView bytes, qsizetype limit)
{
    const bool cut = bytes.size() > limit * 4; // a character takes at most four bytes
    QString text = safeText(cut ? head(bytes, limit * 4) : bytes);
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

QString sizeText(qint64 bytes)
{
    return bytes < 1024 ? QString::number(bytes) + " B"_L1 : binarySize(bytes);
}

QString sizeWords(qint64 bytes)
{
    if (bytes >= 1024) {
        return binarySize(bytes);
    }
    return bytes == 1 ? u"1 byte"_s : QString::number(bytes) + " bytes"_L1;
}

bool hasBody(const Request &request)
{
    return request.content.has_value() && request.content->bytes > 0;
}

} // namespace Detour
