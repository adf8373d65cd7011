// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/displaytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype hexBytes = 512;
constexpr qsizetype hexRow = 16;

QString hexListing(QByteArrayView bytes)
{
    QString result;
    const QByteArrayView shown = bytes.first(qMin(bytes.size(), hexBytes));
    for (qsizetype row = 0; row < shown.size(); row += hexRow) {
        const QByteArrayView part = shown.sliced(row, qMin(hexRow, shown.size() - row));
        QString letters;
        for (const char byte : part)
            letters += (byte >= 0x20 && byte < 0x7F) ? QChar(QLatin1Char(byte)) : QChar(u'.');
        result += u"%1  %2  %3\n"_s.arg(uint(row), 6, 16, QChar(u'0'))
                      .arg(QString::fromLatin1(part.toByteArray().toHex(' ')), -int(hexRow * 3))
                      .arg(letters);
    }
    return result;
}

bool looksLikeText(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char byte) {
        return byte >= 0 && byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t';
    });
}

/// Tabs stay: they indent, and neither hide nor reorder anything.
QString lineText(const QByteArray &line)
{
    QStringList cells;
    for (const QByteArray &cell : line.split('\t'))
        cells.append(safeText(cell));
    return cells.join(u'\t');
}

} // namespace

QString byteCount(qint64 bytes)
{
    if (bytes < 1024)
        return u"%1 B"_s.arg(bytes);
    const double kibi = double(bytes) / 1024;
    if (kibi < 1024)
        return u"%1 KiB"_s.arg(kibi, 0, 'f', 1);
    const double mebi = kibi / 1024;
    return mebi < 1024 ? u"%1 MiB"_s.arg(mebi, 0, 'f', 1) : u"%1 GiB"_s.arg(mebi / 1024, 0, 'f', 1);
}

QString byteCountInWords(qint64 bytes)
{
    if (bytes >= 1024)
        return byteCount(bytes);
    return bytes == 1 ? u"1 byte"_s : u"%1 bytes"_s.arg(bytes);
}

QString statusText(const Response &response)
{
    return QString(QString::number(response.status) + u' ' + wireText(response.reasonPhrase, 80)).trimmed();
}

QString contentText(const ContentInfo &content)
{
    if (content.preview.isEmpty())
        return {};
    const QByteArray shown = content.preview.left(ContentInfo::previewLimit);
    if (!looksLikeText(shown))
        return hexListing(shown);
    QString text;
    for (const QByteArray &line : shown.split('\n'))
        text += lineText(line.endsWith('\r') ? line.chopped(1) : line) + u'\n';
    text.chop(1);
    return text;
}

} // namespace Detour
