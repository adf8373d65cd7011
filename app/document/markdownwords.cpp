// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/markdownwords.h"

#include "document/codespan.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString anchorFor(const QString &words)
{
    QString anchor;
    for (const QChar c : words.toLower()) {
        if (c.isLetterOrNumber()) {
            anchor += c;
        } else if (!anchor.isEmpty() && !anchor.endsWith(u'-')) {
            anchor += u'-';
        }
    }
    while (anchor.endsWith(u'-')) {
        anchor.chop(1);
    }
    return anchor.isEmpty() ? u"section"_s : anchor;
}

} // namespace

QString entityText(QByteArrayView text)
{
    if (text.startsWith("&#")) {
        const bool isHex = text.size() > 2 && (text.at(2) == 'x' || text.at(2) == 'X');
        const QByteArray digits = text.sliced(isHex ? 3 : 2).chopped(1).toByteArray();
        const char32_t value = digits.toUInt(nullptr, isHex ? 16 : 10);
        const bool isText = value >= 0x20 && (value < 0x7F || value >= 0xA0) && value <= QChar::LastValidCodePoint
                            && !QChar::isSurrogate(value) && QChar::category(value) != QChar::Other_Format
                            && QChar::category(value) != QChar::Separator_Line
                            && QChar::category(value) != QChar::Separator_Paragraph;
        return isText ? QString::fromUcs4(&value, 1) : QString(QChar::ReplacementCharacter);
    }
    static constexpr std::pair<const char *, char16_t> known[] = {
        {"&amp;", u'&'}, {"&lt;", u'<'}, {"&gt;", u'>'}, {"&quot;", u'"'}, {"&nbsp;", u'\u00A0'},
    };
    for (const auto &[name, character] : known) {
        if (text == QByteArrayView(name)) {
            return QString(QChar(character));
        }
    }
    return QString::fromUtf8(text);
}

QString takeHeadingAnchor(QList<Inline> &inlines)
{
    if (!inlines.isEmpty() && inlines.last().kind == InlineKind::Text) {
        QString &text = inlines.last().text;
        const qsizetype open = text.lastIndexOf(u"{#"_s);
        const QStringView name = QStringView(text).mid(open + 2).chopped(text.endsWith(u'}') ? 1 : 0);
        if (open >= 0 && text.endsWith(u'}') && isSlug(name)) {
            QString anchor = name.toString();
            text.truncate(open);
            while (text.endsWith(u' ')) {
                text.chop(1);
            }
            if (text.isEmpty()) {
                inlines.removeLast();
            }
            return anchor;
        }
    }
    return anchorFor(plainText(inlines));
}

} // namespace Detour
