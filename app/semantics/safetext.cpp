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

QString elided(const QString &text, qsizetype limit)
{
    if (text.size() <= limit) {
        return text;
    }
    const qsizetype tail = limit / 5;
    return text.left(limit - tail - 1) + u'…' + text.right(tail);
}

} // namespace Detour
