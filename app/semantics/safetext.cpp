// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/safetext.h"

#include <QStringDecoder>

namespace Detour {

namespace {

bool hidesOrReorders(QChar c)
{
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format // overrides, zero width characters
           || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

} // namespace

QString withoutTrickery(const QString &text)
{
    QString shown = text;
    for (QChar &c : shown) {
        if (hidesOrReorders(c)) {
            c = QChar::ReplacementCharacter;
        }
    }
    return shown;
}

QString safeText(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(bytes);
    return withoutTrickery(decoder.hasError() ? QString::fromLatin1(bytes) : decoded);
}

QString wireText(QByteArrayView bytes, qsizetype limit)
{
    const qsizetype enough = limit * 4; // a character takes at most four bytes
    if (bytes.size() <= enough * 2) {
        return elided(safeText(bytes), limit);
    }
    const QByteArrayView head = utf8Head(bytes, enough);
    const QByteArrayView tail = bytes.sliced(utf8Head(bytes, bytes.size() - enough).size());
    return elided(safeText(head) + safeText(tail), limit);
}

QByteArrayView utf8Head(QByteArrayView bytes, qsizetype size)
{
    if (bytes.size() <= size) {
        return bytes;
    }
    constexpr qsizetype longestCharacter = 4;
    qsizetype end = size;
    while (end > 0 && size - end < longestCharacter && (static_cast<uchar>(bytes.at(end)) & 0xC0) == 0x80) {
        --end;
    }
    return bytes.first(end);
}

QString elided(const QString &text, qsizetype limit)
{
    if (text.size() <= limit) {
        return text;
    }
    const qsizetype tail = limit / 5;
    QStringView head = QStringView(text).first(limit - tail - 1);
    if (!head.isEmpty() && head.back().isHighSurrogate()) {
        head.chop(1);
    }
    QStringView end = QStringView(text).last(tail);
    if (!end.isEmpty() && end.front().isLowSurrogate()) {
        end = end.sliced(1);
    }
    return head + u'…' + end;
}

} // namespace Detour
