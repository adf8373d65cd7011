// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/codehighlighter.h"
#include "document/htmlwriter.h"

#include <QHash>

namespace Detour {

// The code and example boxes of HtmlWriter.

using namespace Qt::StringLiterals;

namespace {

QString colorOf(CodeRole role, const PageStyle &style, StatusCode status)
{
    switch (role) {
    case CodeRole::Keyword:
        return style.syntaxKeyword;
    case CodeRole::Name:
        return style.syntaxName;
    case CodeRole::String:
        return style.syntaxString;
    case CodeRole::Comment:
        return style.syntaxComment;
    case CodeRole::Status:
        return style.kindText.value(statusKind(status), style.statusText);
    case CodeRole::Plain:
    case CodeRole::Method:
        break;
    }
    return style.text;
}

/// What the reader calls it; a language that is not known by its fence's own word.
QString languageName(const QString &language)
{
    static const QHash<QString, QString> names{
        {u"js"_s, u"JavaScript"_s}, {u"sh"_s, u"Shell"_s},
        {u"json"_s, u"JSON"_s},     {u"python"_s, u"Python"_s},
        {u"java"_s, u"Java"_s},     {u"csharp"_s, u"C#"_s},
        {u"go"_s, u"Go"_s},         {u"ruby"_s, u"Ruby"_s},
        {u"php"_s, u"PHP"_s},       {u"apache"_s, u"Apache"_s},
        {u"caddy"_s, u"Caddy"_s},   {u"html"_s, u"HTML"_s},
        {u"http"_s, u"HTTP"_s},     {u"javascript"_s, u"JavaScript"_s},
    };
    return language.isEmpty() ? u"Text"_s : names.value(language, language);
}

bool isBold(CodeRole role)
{
    return role == CodeRole::Method || role == CodeRole::Status;
}

} // namespace

QString HtmlWriter::code(const QString &language, const QString &text) const
{
    const StatusCode status = statusOf(text);
    QString html;
    for (const CodePiece &piece : highlight(language, text)) {
        const QString words = wire(piece.text);
        if (piece.role == CodeRole::Plain) {
            html += words;
        } else {
            html += u"<span style=\"color:%1;%2\">%3</span>"_s.arg(
                colorOf(piece.role, m_style, status), isBold(piece.role) ? u"font-weight:700;"_s : QString(), words);
        }
    }
    // pre-wrap, so that a long line is never cut off at the column's end.
    return u"<p style=\"margin:0;white-space:pre-wrap;line-height:120%;font-family:'%1';%2color:%3;\">%4</p>"_s.arg(
        escaped(m_style.monoFamily), fontSize(12), m_style.text, html);
}

QString HtmlWriter::codeBox(const Block &block)
{
    const auto fence = readFenceInfo(block.info);
    if (fence && fence->isHttp()) {
        m_lastExample = block.text;
        ++m_codeBoxes;
        return example(block, *fence);
    }
    if (fence && fence->isNext()) {
        return claims(block);
    }
    if (block.info == "servers"_L1 && m_options.catalog) {
        return servers(block);
    }
    const QString text = block.text.chopped(block.text.endsWith(u'\n') ? 1 : 0);
    ++m_codeBoxes;
    const QString language = fence ? fence->language : QString();
    return tableStart() + codeHeader(languageName(language))
           + u"<tr><td colspan=\"2\" style=\"background-color:%1;border:1px solid %2;padding:%3px;\">"_s.arg(
               m_style.code, m_style.line, px(11))
           + code(language, text) + "</td></tr></table>\n"_L1;
}

QString HtmlWriter::example(const Block &block, const FenceInfo &fence) const
{
    QString rows = exampleHeader(fence);
    const int columns = fence.run.isEmpty() || !m_style.hasControls ? 2 : 3;
    for (const QString &message : splitMessages(block.text)) {
        rows +=
            u"<tr><td colspan=\"%1\" style=\"background-color:%2;border:1px solid %3;padding:%4px;\">%5</td></tr>\n"_s
                .arg(columns)
                .arg(m_style.code, m_style.line, px(11), code(u"http"_s, message));
    }
    return tableStart() + rows + "</table>\n"_L1;
}

QString HtmlWriter::button(const QString &address, const QString &icon, const QString &words, const QString &css) const
{
    // No-break spaces widen what can be clicked.
    return u"<a href=\"%1\" style=\"text-decoration:none;%2\">&nbsp;&nbsp;<img src=\"detour:icon/%3?size=16\" "
           "style=\"vertical-align:middle\"/>&nbsp;%4&nbsp;&nbsp;</a>"_s.arg(address, css, icon, words);
}

QString HtmlWriter::codeHeader(const QString &title) const
{
    const QString edges =
        u"border-top:1px solid %1;background-color:%2;padding-top:%3px;padding-bottom:%3px;vertical-align:middle;"_s
            .arg(m_style.line, m_style.surface, px(5));
    const QString copy = button(u"copybox:%1"_s.arg(m_codeBoxes), u"copy"_s, u"Copy"_s,
                                u"color:%1;%2"_s.arg(m_style.muted, fontSize(12)));
    return u"<tr><td style=\"%1border-left:1px solid %2;padding-left:%3px;\"><span style=\"color:%4;%5\">%6</span></td>"
           "<td width=\"%7\" align=\"right\" style=\"%1border-right:1px solid %2;\">%8</td></tr>\n"_s.arg(
               edges, m_style.line, px(12), m_style.muted, fontSize(12), escaped(title), px(76),
               m_style.hasControls ? copy : QString());
}

QString HtmlWriter::exampleHeader(const FenceInfo &fence) const
{
    if (fence.run.isEmpty() || !m_style.hasControls) {
        return codeHeader(fence.title);
    }
    const QString edges =
        u"border-top:1px solid %1;border-bottom:1px solid %1;background-color:%2;"
        "padding-top:%3px;padding-bottom:%3px;vertical-align:middle;"_s.arg(m_style.line, m_style.surface, px(8));
    const QString left = u"border-left:1px solid %1;"_s.arg(m_style.line);
    const QString right = u"border-right:1px solid %1;"_s.arg(m_style.line);
    const QString cell = u"<td width=\"%1\" align=\"%2\" style=\"%3\">%4</td>"_s;
    const QString id = escaped(fence.run);
    const QString title =
        u"<span style=\"color:%1;%2\">%3</span>"_s.arg(m_style.muted, fontSize(12), escaped(fence.title));
    const QString copy =
        button("copy:"_L1 + id, u"copy"_s, u"Copy"_s, u"color:%1;%2"_s.arg(m_style.muted, fontSize(12)));
    const QString run = button("run:"_L1 + id, u"play"_s, u"Run"_s, u"color:%1;font-weight:600;"_s.arg(m_style.text));
    return u"<tr><td style=\"%1%2padding-left:%3px;\">%4</td>"_s.arg(edges, left, px(12), title)
           + cell.arg(px(76), u"right"_s, edges, copy) + cell.arg(px(76), u"center"_s, edges + left + right, run)
           + "</tr>\n"_L1;
}

QString HtmlWriter::claims(const Block &block) const
{
    const auto list = readNextClaims(block.text);
    if (!list) {
        return code({}, block.text);
    }
    const QStringList pills = claimPills(m_lastExample, *list);
    QString html;
    for (qsizetype i = 0; i < list->size(); ++i) {
        const NextClaim &claim = list->at(i);
        const auto rest = parseMarkdown(claim.rest);
        const QString words =
            rest && !rest->blocks.isEmpty() ? inlines(rest->blocks.first().inlines) : escaped(claim.rest);
        const QString request =
            !claim.sends() ? QString()
                           : pill(pills.at(i)) + u' '
                                 + mono(wire(QString::fromUtf8(claim.target)), u"color:%1;"_s.arg(m_style.text)) + u' ';
        const QString lead = claim.delivers ? QString() : i == 0 ? u"Next: "_s : u"Then: "_s;
        html += paragraph(lead + request + words, u"color:%1;"_s.arg(m_style.muted), i + 1 < list->size() ? 5 : 12);
    }
    return html;
}

} // namespace Detour
