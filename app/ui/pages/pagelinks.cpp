// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pagelinks.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace Detour {

bool takeChoice(const QUrl &link, PageOptions &options)
{
    if (link.scheme() == u"server") {
        options.server = link.path();
        return true;
    }
    if (link.scheme() != u"sort")
        return false;
    const QString before = options.sortColumn.isEmpty() ? u"code"_s : options.sortColumn;
    options.sortsDown = before == link.path() && !options.sortsDown;
    options.sortColumn = link.path();
    return true;
}

ExamplePlace examplePlace(const QUrl &link, const QString &ownSlug)
{
    const QString path = link.path();
    const qsizetype slash = path.indexOf(u'/');
    return slash < 0 ? ExamplePlace{ownSlug, path} : ExamplePlace{path.left(slash), path.mid(slash + 1)};
}

void putCursorOnLink(QTextEdit &view, const QString &address)
{
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (part.fragment().charFormat().anchorHref() != address)
                continue;
            QTextCursor cursor(view.document());
            cursor.setPosition(part.fragment().position());
            const int scroll = view.verticalScrollBar()->value();
            view.setTextCursor(cursor); // scrolls to it; what the reader looks at stays where it is
            view.verticalScrollBar()->setValue(scroll);
            return;
        }
    }
}

} // namespace Detour
