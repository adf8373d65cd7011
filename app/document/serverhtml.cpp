// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/fencebody.h"
#include "document/htmlwriter.h"
#include "document/pagecatalog.h"
#include "document/serverblocks.h"

#include <algorithm>

namespace Detour {

// The `servers` fence of HtmlWriter: a row of links, and below it what the chosen server does.

using namespace Qt::StringLiterals;

QString HtmlWriter::servers(const Block &fence)
{
    const auto status = readServersFence(fence.text, m_page.code);
    const auto list = m_options.catalog->servers().servers();
    if (!status || !list) {
        return paragraph(escaped((status ? list.error() : status.error()).message), {}, 10);
    }
    const auto found = std::find_if(list->begin(), list->end(),
                                    [this](const Server &server) { return server.id == m_options.server; });
    const Server &chosen = found == list->end() ? list->first() : *found;
    const QString tabs =
        u"<tr><td style=\"background-color:%1;border:1px solid %2;padding-left:%3px;padding-right:%3px;"
        "padding-top:%4px;padding-bottom:%5px;\">%6</td></tr>"_s.arg(m_style.surface, m_style.line, px(6), px(6), px(5),
                                                                     serverTabs(*list, chosen.id));
    const bool wasTight = m_isTight;
    m_isTight = true; // the cell's padding is the space below
    QList<Block> shown{serverLead(chosen)};
    shown += serverCode(chosen, *status);
    const QString body = blocks(shown);
    const bool endsWithBox = shown.last().kind == BlockKind::Code; // has a gap of its own below it
    m_isTight = wasTight;
    return tableStart() + tabs
           + u"<tr><td style=\"border:1px solid %1;padding-left:%2px;padding-right:%2px;padding-top:%3px;"
             "padding-bottom:%4px;\">%5</td></tr></table>\n"_s.arg(m_style.line, px(11), px(9), px(endsWithBox ? 0 : 8),
                                                                   body);
}

QString HtmlWriter::serverTabs(const QList<Server> &servers, const QString &chosen) const
{
    // No-break spaces widen what can be clicked and keep a name whole; between two names a line may end.
    const QString tab = u"<a href=\"server:%1\" style=\"color:%2;text-decoration:none;%3\">&nbsp;%4&nbsp;</a>"_s;
    QStringList tabs;
    for (const Server &server : servers) {
        const bool isChosen = server.id == chosen;
        QString name = escaped(server.name);
        name.replace(u' ', "&nbsp;"_L1);
        tabs.append(tab.arg(server.id, isChosen ? m_style.text : m_style.link,
                            isChosen ? u"font-weight:600;background-color:%1;"_s.arg(m_style.soft) : QString(), name));
    }
    return u"<p style=\"margin:0;line-height:150%;\">%1</p>"_s.arg(tabs.join(u' '));
}

} // namespace Detour
