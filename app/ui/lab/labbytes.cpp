// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lab/labbytes.h"

#include "semantics/mask.h"
#include "semantics/safetext.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t controlPictures = u'\u2400'; ///< U+2400 + code draws a control character

QString hexLine(QByteArrayView bytes, qsizetype offset)
{
    constexpr int width = 16;
    QString line = u"%1  "_s.arg(qlonglong(offset), 8, 16, QChar(u'0'));
    QString characters;
    for (int i = 0; i < width; ++i) {
        if (i < bytes.size()) {
            const auto byte = static_cast<unsigned char>(bytes.at(i));
            line += u"%1 "_s.arg(uint(byte), 2, 16, QChar(u'0'));
            characters += byte >= 0x20 && byte < 0x7f ? QChar(ushort(byte)) : QChar(u'.');
        } else {
            line += u"   "_s;
        }
        line += i == width / 2 - 1 ? u" "_s : QString();
    }
    return line + u' ' + characters;
}

QString hexText(QByteArrayView bytes)
{
    constexpr qsizetype width = 16;
    QStringList lines;
    for (qsizetype at = 0; at < bytes.size(); at += width)
        lines.append(hexLine(bytes.sliced(at, std::min(width, bytes.size() - at)), at));
    return lines.join(u'\n');
}

/// One line without its end. Tabs and other control characters become their pictures.
QString lineText(QByteArrayView line)
{
    QString text;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= line.size(); ++at) {
        const bool isControl = at < line.size() && static_cast<unsigned char>(line.at(at)) < 0x20;
        if (at == line.size() || isControl) {
            text += safeText(line.sliced(begin, at - begin));
            if (isControl)
                text += QChar(char16_t(controlPictures + line.at(at)));
            begin = at + 1;
        }
    }
    return text;
}

QString markedText(QByteArrayView bytes)
{
    QString text;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype lineFeed = bytes.indexOf('\n', at);
        const qsizetype end = lineFeed < 0 ? bytes.size() : lineFeed + 1;
        text += lineText(bytes.sliced(at, end - at));
        if (lineFeed >= 0)
            text += u'\n';
        at = end;
    }
    return text;
}

} // namespace

QByteArray labBytes(const TranscriptEntry &entry, LabMessage message, bool showsSecrets)
{
    const bool isRequest = message == LabMessage::Request;
    const QByteArray &head = isRequest ? entry.rawRequestHead : entry.rawAnswerHead;
    const QByteArray &content = isRequest ? entry.rawRequestContent.bytes : entry.rawAnswerContent.bytes;
    const QByteArray interim = isRequest ? QByteArray() : entry.rawInterim;
    if (showsSecrets)
        return interim + head + content;
    return interim + maskedHead(head) + maskedContent(content, {entry.request.fields, entry.answerFields});
}

qint64 wireBytes(const TranscriptEntry &entry, LabMessage message)
{
    if (message == LabMessage::Request)
        return entry.rawRequestHead.size() + entry.rawRequestContent.total;
    return entry.rawInterim.size() + entry.rawAnswerHead.size() + entry.headBytesLeftOut + entry.rawAnswerContent.total;
}

qint64 bytesLeftOut(const TranscriptEntry &entry, LabMessage message)
{
    const qint64 all = wireBytes(entry, message);
    return std::max<qint64>(0, all - std::min<qint64>(labBytes(entry, message, true).size(), shownBytes));
}

QString bytesAsText(const QByteArray &bytes, ByteForm form)
{
    const QByteArrayView shown = QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), shownBytes));
    switch (form) {
    case ByteForm::Text:
        return markedText(shown);
    case ByteForm::Hex:
        return hexText(shown);
    }
    Q_UNREACHABLE();
}

} // namespace Detour
