// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/takeaway/tracefiles.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Detour {

QString suggestedTraceName(const RedirectChain &chain)
{
    QString name = u"detour"_s;
    for (const Hop &hop : chain.hops.mid(0, 3)) {
        if (hop.exchange.response)
            name += u'-' + QString::number(hop.exchange.response->status);
    }
    if (!chain.hops.isEmpty()) {
        const QByteArray path = chain.hops.constFirst().exchange.request.target.path.left(40);
        QString word;
        for (const char c : path)
            word += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? QChar(QLatin1Char(c))
                                                                                               : QChar(u'-');
        name += u'-' + word;
    }
    while (name.contains(u"--"_s))
        name.replace(u"--"_s, u"-"_s);
    return (name.endsWith(u'-') ? name.chopped(1) : name) + u".json"_s;
}

QString draggedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

} // namespace Detour
