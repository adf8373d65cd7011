// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/htmlwriter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Detour {

using namespace Qt::StringLiterals;

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

namespace {

bool isDrawnAsTable(const Block &block)
{
    return block.kind == BlockKind::Quote || block.kind == BlockKind::Table
           || (block.kind == BlockKind::Code && block.info != "next"_L1);
}

bool hasDrawing(const Block &cell)
{
    return std::any_of(cell.inlines.begin(), cell.inlines.end(), [](const Inline &item) {
        const CodeSpan span = item.kind == InlineKind::Code ? readCodeSpan(item.text) : CodeSpan();
        return span.isPill || span.sign != 0;
    });
}

/// About how wide a word is in Inter, in hundredths of its size. The writer knows no fonts, and the columns need no
/// more.
int wordWidth(QStringView word)
{
    int width = 0;
    for (const QChar c : word) {
        const bool isNarrow = QStringView(u"ijlI.,:;'|").contains(c);
        const bool isHalf = QStringView(u"frt()-").contains(c);
        const bool isRound = QStringView(u"bdgpq").contains(c);
        const bool isWide = QStringView(u"mwMW").contains(c);
        width += isNarrow ? 26 : isHalf ? 38 : isRound ? 64 : isWide ? 86 : c.isUpper() ? 66 : 57;
    }
    return width;
}

/// How much of the width each column takes, in per cent: as its longest word, so that none is broken where all have
/// room.
QList<int> columnShares(const Block &table)
{
    constexpr int padding = 60;
    constexpr int sign = 190; // with the space after it
    QList<int> longest(table.blocks.first().blocks.size(), padding);
    for (const Block &row : table.blocks) {
        for (qsizetype i = 0; i < qMin(longest.size(), row.blocks.size()); ++i) {
            const Block &cell = row.blocks.at(i);
            const int extra = padding + (hasDrawing(cell) ? sign : 0);
            for (const QString &word : plainText(cell.inlines).split(u' ')) {
                longest[i] = qMax(longest.at(i), readCodeSpan(word).sign != 0 ? 0 : wordWidth(word) + extra);
            }
        }
    }
    const int total = qMax(1, std::accumulate(longest.begin(), longest.end(), 0));
    QList<int> shares;
    int upToHere = 0;
    int given = 0;
    for (const int width : longest) {
        upToHere += width;
        shares.append(100 * upToHere / total - given); // together they are 100
        given += shares.last();
    }
    return shares;
}

} // namespace

QString HtmlWriter::px(qreal pixels) const
{
    return QString::number(qRound(pixels * m_style.zoom));
}

QString HtmlWriter::fontSize(qreal pixels) const
{
    // Qt knows pixels of a font as whole numbers only; points may have a fraction (96 dpi: 1 px = 0.75 pt).
    const qreal size = pixels * m_style.zoom;
    const bool isWhole = std::abs(size - std::round(size)) < 0.01;
    return isWhole ? u"font-size:%1px;"_s.arg(qRound(size))
                   : u"font-size:%1pt;"_s.arg(QString::number(size * 0.75, 'f', 2));
}

QString HtmlWriter::paragraph(const QString &html, const QString &css, qreal below) const
{
    // A line that holds a capsule is as high as the capsule; a height in per cent would come on top of that.
    const QString height = html.contains("<img"_L1) ? QString() : u"line-height:130%;"_s;
    return u"<p style=\"margin-top:0;margin-bottom:%1px;%2%3\">%4</p>\n"_s.arg(px(below), height, css, html);
}

QString HtmlWriter::tableStart(const QString &css) const
{
    return u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"border-collapse:collapse;%1\">"_s.arg(
        css);
}

QString HtmlWriter::gap(qreal pixels) const
{
    return u"<p style=\"margin:0;font-size:1px;line-height:%1px;\">&nbsp;</p>\n"_s.arg(px(pixels));
}

QString HtmlWriter::blocks(const QList<Block> &list)
{
    QString html;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const bool isBox = isDrawnAsTable(list.at(i));
        const bool isBeforeHeading = i + 1 < list.size() && list.at(i + 1).kind == BlockKind::Heading;
        html += (isBox && i > 0 ? gap(1) : QString()) + block(list.at(i));
        if (isBox && !isBeforeHeading) {
            html += gap(10);
        }
    }
    return html;
}

QString HtmlWriter::block(const Block &block)
{
    switch (block.kind) {
    case BlockKind::Document:
    case BlockKind::ListItem:
        return blocks(block.blocks);
    case BlockKind::Paragraph:
        return paragraph(inlines(block.inlines), {}, m_isTight ? 3 : 10);
    case BlockKind::Heading:
        return heading(block);
    case BlockKind::Quote:
        return quote(block);
    case BlockKind::BulletList:
    case BlockKind::NumberedList:
        return list(block);
    case BlockKind::Rule:
        return u"<hr/>\n"_s;
    case BlockKind::Code:
        return codeBox(block);
    case BlockKind::Table:
        return table(block);
    case BlockKind::TableRow:
        return tableRow(block);
    case BlockKind::TableCell:
        break;
    }
    return inlines(block.inlines);
}

QString HtmlWriter::heading(const Block &block) const
{
    const bool isLarge = block.number <= 2;
    const QString link = u"&nbsp;<a href=\"section:%1\"><img src=\"detour:icon/link?size=14\" "
                         "style=\"vertical-align:middle\"/></a>"_s.arg(escaped(block.info));
    return u"<p style=\"margin-top:%1px;margin-bottom:%2px;%3font-weight:600;\"><a name=\"%4\"></a>%5%6</p>\n"_s.arg(
        px(isLarge ? 22 : 12), px(isLarge ? 8 : 5), fontSize(isLarge ? 16 : m_style.textSize), escaped(block.info),
        inlines(block.inlines), m_style.hasControls ? link : QString());
}

QString HtmlWriter::quote(const Block &block)
{
    const QString bar = u"border-left:%1px solid %2;"_s.arg(px(3), m_style.line);
    const bool isSimpleWords = !block.blocks.isEmpty() && !block.blocks.first().inlines.isEmpty()
                               && block.blocks.first().inlines.first().kind == InlineKind::Strong;
    const QString cell = isSimpleWords ? u"background-color:%1;"_s.arg(m_style.soft) : bar;
    const bool wasTight = m_isTight;
    m_isTight = true; // the cell's padding is the space below
    const QString content = blocks(block.blocks);
    m_isTight = wasTight;
    return tableStart()
           + u"<tr><td style=\"%1padding-left:%2px;padding-right:%2px;padding-top:%3px;padding-bottom:%4px;\">"_s.arg(
               cell, px(12), px(9), px(7))
           + content + "</td></tr></table>\n"_L1;
}

QString HtmlWriter::list(const Block &block)
{
    const bool wasTight = m_isTight;
    m_isTight = true;
    QString items;
    for (const Block &item : block.blocks) {
        QString content;
        for (const Block &child : item.blocks) {
            // The first paragraph stands on the line of its mark.
            content += &child == &item.blocks.first() && child.kind == BlockKind::Paragraph ? inlines(child.inlines)
                                                                                            : this->block(child);
        }
        items += u"<li style=\"margin-bottom:%1px;line-height:130%;\">%2</li>\n"_s.arg(px(3), content);
    }
    m_isTight = wasTight;
    // Qt indents a list by 40 pixels; the column is narrow.
    const bool isNumbered = block.kind == BlockKind::NumberedList;
    const QString style = u"margin-top:0;margin-bottom:%1px;margin-left:%2px;"_s.arg(px(m_isTight ? 0 : 10)).arg(-22);
    return isNumbered ? u"<ol start=\"%1\" style=\"%2\">%3</ol>\n"_s.arg(block.number).arg(style, items)
                      : u"<ul style=\"%1\">%2</ul>\n"_s.arg(style, items);
}

QString HtmlWriter::table(const Block &block) const
{
    // An author's table has three columns at most; the table of codes has more, and no room to spare.
    const bool isDense = !block.blocks.isEmpty() && block.blocks.first().blocks.size() > 3;
    const QList<int> shares = isDense ? columnShares(block) : QList<int>();
    QString rows;
    for (const Block &row : block.blocks) {
        rows += tableRow(row, shares);
    }
    return tableStart() + rows + "</table>\n"_L1;
}

QString HtmlWriter::tableRow(const Block &row, const QList<int> &shares) const
{
    const bool isDense = !shares.isEmpty();
    const bool isOwn = m_page.code != 0 && !row.blocks.isEmpty() && !row.blocks.first().inlines.isEmpty()
                       && readCodeSpan(row.blocks.first().inlines.first().text).sign == m_page.code;
    const QString size = row.isHeader || isDense ? fontSize(12) : QString();
    const QString look = size
                         + (row.isHeader ? u"color:%1;font-weight:400;"_s.arg(m_style.muted)
                            : isOwn      ? u"background-color:%1;"_s.arg(m_style.soft)
                                         : QString());
    const qreal side = isDense ? 3 : 6;
    const QString cell =
        u"<td%7 style=\"border-bottom:1px solid %1;padding-left:%2px;padding-right:%2px;padding-top:%3px;"
        "padding-bottom:%4px;vertical-align:middle;%5\">%6</td>"_s;
    // Words beside a drawing stand a little above the middle; the cells without one follow them.
    const bool hasDrawings = std::any_of(row.blocks.begin(), row.blocks.end(), hasDrawing);
    QString cells;
    for (qsizetype i = 0; i < row.blocks.size(); ++i) {
        const Block &item = row.blocks.at(i);
        const qreal below = hasDrawings && !hasDrawing(item) ? 7 : 4;
        const QString width = isDense ? u" width=\"%1%\""_s.arg(shares.value(i)) : QString();
        cells += cell.arg(m_style.line, px(side), px(4), px(below), look, inlines(item.inlines), width);
    }
    return "<tr>"_L1 + cells + "</tr>\n"_L1;
}

QString HtmlWriter::inlines(const QList<Inline> &list) const
{
    QString html;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const Inline &item = list.at(i);
        switch (item.kind) {
        case InlineKind::Text:
            html += escaped(item.text);
            break;
        case InlineKind::Code:
            html += codeSpan(list, i);
            break;
        case InlineKind::Emphasis:
            html += "<i>"_L1 + inlines(item.children) + "</i>"_L1;
            break;
        case InlineKind::Strong:
            html += "<b>"_L1 + inlines(item.children) + "</b>"_L1;
            break;
        case InlineKind::Strike:
            html += "<s>"_L1 + inlines(item.children) + "</s>"_L1;
            break;
        case InlineKind::Link:
            html += link(item);
            break;
        case InlineKind::HardBreak:
            html += "<br/>"_L1;
            break;
        }
    }
    return html;
}

QString HtmlWriter::link(const Inline &link) const
{
    const LinkTarget target = readLink(link.text, m_page.slug);
    QString words = inlines(link.children);
    const bool asksTheWindow = link.text.startsWith("sort:"_L1) || link.text.startsWith("run:"_L1);
    if (target.kind == LinkTarget::Kind::None || (asksTheWindow && !m_style.hasControls)) {
        return words;
    }
    return u"<a href=\"%1\" style=\"color:%2;text-decoration:underline;\">%3</a>"_s.arg(escaped(target.address),
                                                                                        m_style.link, words);
}

QString HtmlWriter::codeSpan(const QList<Inline> &list, qsizetype at) const
{
    const CodeSpan span = readCodeSpan(list.at(at).text);
    if (span.isPill) {
        return pill(span.pillName());
    }
    if (span.sign != 0) {
        // The view scales its drawings by the zoom itself. A number that follows need not stand in the sign, too.
        const bool isNumbered = isFollowedByCode(list, at, span.sign);
        return u"<img src=\"detour:%1/%2?size=%3\" style=\"vertical-align:middle\"/>"_s.arg(
            isNumbered ? u"bullet"_s : u"sign"_s, QString::number(span.sign), isNumbered ? u"14"_s : u"28"_s);
    }
    return mono(wire(list.at(at).text));
}

QString HtmlWriter::pill(const QString &name) const
{
    return u"<img src=\"detour:pill/%1\" style=\"vertical-align:middle\"/>"_s.arg(escaped(name));
}

QString HtmlWriter::mono(const QString &html, const QString &css) const
{
    return u"<span style=\"font-family:'%1';%2%3\">%4</span>"_s.arg(escaped(m_style.monoFamily), fontSize(12.5), css,
                                                                    html);
}

QString HtmlWriter::wire(const QString &text) const
{
    // A format of its own for every second mark keeps the font from joining "//" or "=>" into one drawing:
    // QTextDocument has no other way to say so. The spacing of 0 is only there to make the format another one.
    QString html;
    bool isAfterMark = false;
    for (const QChar c : text) {
        const bool isMark = QStringView(u"!#&*+-./:<=>?|~").contains(c);
        const QString one = c == u'\n' ? u"<br/>"_s : escaped(QString(c));
        html += isMark && isAfterMark ? "<span style=\"letter-spacing:0px\">"_L1 + one + "</span>"_L1 : one;
        isAfterMark = isMark && !isAfterMark;
    }
    return html;
}

} // namespace Detour
