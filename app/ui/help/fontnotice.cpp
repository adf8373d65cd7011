// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/help/fontnotice.h"

#include <QRawFont>
#include <QStringDecoder>
#include <QtEndian>

namespace Detour {

namespace {

// OpenType 1.9, "name": platforms and name IDs.
constexpr int windowsPlatform = 3;
constexpr int unicodePlatform = 0;
constexpr int copyrightId = 0;
constexpr int familyId = 1;
constexpr int licenceId = 13;
constexpr int licenceUrlId = 14;
constexpr qsizetype headerSize = 6;
constexpr qsizetype recordSize = 12;

int number(const QByteArray &table, qsizetype at)
{
    return at + 2 <= table.size() ? qFromBigEndian<quint16>(table.constData() + at) : 0;
}

} // namespace

FontNotice fontNoticeFrom(const QByteArray &nameTable)
{
    FontNotice notice;
    const int count = number(nameTable, 2);
    const int texts = number(nameTable, 4);
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype at = headerSize + i * recordSize;
        const int platform = number(nameTable, at);
        if (at + recordSize > nameTable.size() || (platform != windowsPlatform && platform != unicodePlatform))
            continue;
        QStringDecoder decode(QStringDecoder::Utf16BE);
        const QString text = decode(nameTable.mid(texts + number(nameTable, at + 10), number(nameTable, at + 8)));
        switch (number(nameTable, at + 6)) {
        case copyrightId:
            notice.copyright = text;
            break;
        case familyId:
            notice.family = text;
            break;
        case licenceId:
            notice.licence = text;
            break;
        case licenceUrlId:
            notice.licenceUrl = text;
            break;
        default: // a number, not an enum
            break;
        }
    }
    return notice;
}

FontNotice fontNoticeOf(const QString &file)
{
    return fontNoticeFrom(QRawFont(file, 16).fontTable("name"));
}

} // namespace Detour
