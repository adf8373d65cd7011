// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/displaytext.h"

#include "semantics/bodytext.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype hexBytes = 512;

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
        return hexListing(shown.left(hexBytes));
    return linesAsText(shown);
}

} // namespace Detour
