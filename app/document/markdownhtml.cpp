// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/markdownhtml.h"

#include "document/fencefiller.h"
#include "document/htmlwriter.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString header(const Page &page, const PageStyle &style, const HtmlWriter &writer)
{
    const QString title =
        u"<p style=\"margin:0;%1font-weight:700;\">%2</p>"_s.arg(writer.fontSize(26), escaped(page.title));
    if (page.code == 0) {
        return "<p style=\"margin-top:0;margin-bottom:"_L1 + writer.px(8)
               + "px;\"><img src=\"detour:logo?size=56\"/></p>\n"_L1 + title + writer.gap(8);
    }
    const QString reference =
        u"<p style=\"margin:0;color:%1;%2\"><a href=\"%3\" style=\"color:%4;text-decoration:underline;\">%5</a>"
        " · since %6</p>"_s.arg(style.muted, writer.fontSize(12), escaped(page.referenceUrl), style.link,
                                escaped(page.reference), escaped(page.facts.since));
    return writer.tableStart()
           + u"<tr><td width=\"%1\" style=\"padding-left:%2px;\"><img src=\"detour:sign/%3?size=64\"/></td>"
             "<td style=\"vertical-align:middle;\">%4%5</td></tr></table>\n"_s.arg(writer.px(84), writer.px(4))
                 .arg(page.code)
                 .arg(reference, title)
           + writer.gap(14);
}

QString factsStrip(const Page &page, const PageStyle &style, const HtmlWriter &writer)
{
    const std::pair<QString, QString> facts[] = {{u"Method"_s, page.facts.method},
                                                 {u"Body"_s, page.facts.body},
                                                 {u"Lasts"_s, page.facts.lasts},
                                                 {u"Cached"_s, page.facts.cached}};
    QString cells;
    for (const auto &[name, value] : facts) {
        cells += u"<td width=\"25%\" style=\"border:1px solid %1;padding-left:%2px;padding-right:%3px;padding-top:%4px;"
                 "padding-bottom:%4px;\"><p style=\"margin:0;color:%5;%6\">%7</p>"
                 "<p style=\"margin-top:%8px;margin-bottom:0;font-weight:600;%6\">%9</p></td>"_s.arg(
                     style.line, writer.px(10), writer.px(4), writer.px(8), style.muted, writer.fontSize(12), name,
                     writer.px(3), escaped(value));
    }
    const QString location =
        u"<tr><td colspan=\"4\" style=\"border:1px solid %1;padding-left:%2px;padding-top:%3px;padding-bottom:%3px;\">"
        "<p style=\"margin:0;%4\"><span style=\"color:%5;\">Location</span>&nbsp; "
        "<span style=\"font-weight:600;\">%6</span></p></td></tr>"_s.arg(
            style.line, writer.px(10), writer.px(6), writer.fontSize(12), style.muted, escaped(page.facts.location));
    return writer.tableStart() + "<tr>"_L1 + cells + "</tr>"_L1 + location + "</table>\n"_L1 + writer.gap(14);
}

QString begin(const PageStyle &style, const HtmlWriter &writer)
{
    return u"<html><body style=\"font-family:'%1';%2color:%3;\">\n"_s.arg(escaped(style.textFamily),
                                                                          writer.fontSize(style.textSize), style.text);
}

QString text(const Page &page, const PageOptions &options, HtmlWriter &writer)
{
    const auto tree = filledTree(page, options, options.showsAllServers ? KeptFences::None : KeptFences::Servers);
    return tree ? writer.blocks(tree->blocks) : writer.paragraph(escaped(page.markdown), {}, 0);
}

} // namespace

QString pageTextToHtml(const Page &page, const PageStyle &style, const PageOptions &options)
{
    HtmlWriter writer(page, style, options);
    return begin(style, writer) + text(page, options, writer) + "</body></html>\n"_L1;
}

QString pageToHtml(const Page &page, const PageStyle &style, const PageOptions &options)
{
    HtmlWriter writer(page, style, options);
    QString html = begin(style, writer) + header(page, style, writer);
    if (page.code != 0) {
        html += factsStrip(page, style, writer);
    }
    html += text(page, options, writer);
    return html + "</body></html>\n"_L1;
}

} // namespace Detour
