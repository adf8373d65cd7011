// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/serverblocks.h"

#include "document/blockmaker.h"

namespace Detour {

using namespace Qt::StringLiterals;

Block serverLead(const Server &server)
{
    QList<Inline> inlines{strongInline(server.name + u' ' + server.version + u'.')};
    if (!server.defaultNote.isEmpty()) {
        inlines.append(textInline(u" "_s));
        inlines += inlinesOf(server.defaultNote);
    }
    return paragraphBlock(inlines);
}

QList<Block> serverCode(const Server &server, StatusCode status)
{
    const auto snippet = server.snippetFor(status);
    if (!snippet) {
        const QString why = server.absent.value(status);
        return {paragraphBlock(inlinesOf(
            !why.isEmpty() ? why : u"%1 has no good way to send %2."_s.arg(server.name, QString::number(status))))};
    }
    QList<Block> blocks{codeBlock(server.language, snippet->code)};
    if (!snippet->note.isEmpty()) {
        blocks.append(paragraphBlock(inlinesOf(snippet->note)));
    }
    return blocks;
}

QList<Block> allServers(const QList<Server> &servers, StatusCode status)
{
    QList<Block> blocks;
    for (const Server &server : servers) {
        blocks.append(serverLead(server));
        blocks += serverCode(server, status);
    }
    return blocks;
}

} // namespace Detour
