// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pagetext.h"

#include "document/codespan.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

/// What a drawing says. A bullet stands beside its number, and an icon beside its word.
QString wordsOf(const QTextImageFormat &image)
{
    const QString path = QUrl(image.name()).path();
    const QString name = path.section(u'/', 1);
    if (path.startsWith(u"pill/"))
        return readCodeSpan(u"pill:"_s + name).pillWords();
    return path.startsWith(u"sign/") ? name : QString();
}

QString piece(const QTextFragment &fragment, int from, int to)
{
    if (fragment.charFormat().isImageFormat())
        return wordsOf(fragment.charFormat().toImageFormat());
    const int begin = qMax(from, fragment.position());
    const int end = qMin(to, fragment.position() + fragment.length());
    QString text = fragment.text().mid(begin - fragment.position(), end - begin);
    text.replace(QChar::LineSeparator, u'\n');
    return text.replace(QChar::Nbsp, u' ');
}

QString textOf(const QTextBlock &block, int from, int to)
{
    QString text;
    for (auto each = block.begin(); !each.atEnd(); ++each) {
        const QTextFragment fragment = each.fragment();
        if (fragment.position() < to && fragment.position() + fragment.length() > from)
            text += piece(fragment, from, to);
    }
    return text;
}

bool areInOneRow(const QTextBlock &left, const QTextBlock &right)
{
    QTextTable *table = QTextCursor(left).currentTable();
    if (!table || QTextCursor(right).currentTable() != table)
        return false;
    const QTextTableCell one = table->cellAt(left.position());
    const QTextTableCell other = table->cellAt(right.position());
    return one.row() == other.row() && one.column() != other.column();
}

QString textOf(const QTextTableCell &cell)
{
    const int from = cell.firstPosition();
    const int to = cell.lastPosition();
    QStringList lines;
    const QTextDocument *document = cell.firstCursorPosition().document();
    for (QTextBlock block = document->findBlock(from); block.isValid() && block.position() <= to; block = block.next())
        lines.append(textOf(block, from, to));
    return lines.join(u'\n');
}

} // namespace

QString selectedText(const QTextCursor &selection)
{
    const QTextDocument *document = selection.document();
    if (!document || !selection.hasSelection())
        return {};
    const int from = selection.selectionStart();
    const int to = selection.selectionEnd();
    QString text;
    QTextBlock block = document->findBlock(from);
    while (true) {
        text += textOf(block, from, to).trimmed();
        const QTextBlock next = block.next();
        if (!next.isValid() || next.position() >= to)
            return text;
        text += areInOneRow(block, next) ? u'\t' : u'\n';
        block = next;
    }
}

QString codeBeside(const QTextDocument &document, const QString &link)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto each = block.begin(); !each.atEnd(); ++each) {
            if (each.fragment().charFormat().anchorHref() != link)
                continue;
            const QTextTable *table = QTextCursor(block).currentTable();
            QStringList messages;
            for (int row = 1; table && row < table->rows(); ++row)
                messages.append(textOf(table->cellAt(row, 0)));
            return messages.join(u"\n---\n"_s) + u'\n';
        }
    }
    return {};
}

QString sectionAt(const QTextDocument &document, qreal y)
{
    QString section;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const auto first = block.begin();
        const QStringList names = first.atEnd() ? QStringList() : first.fragment().charFormat().anchorNames();
        if (names.isEmpty())
            continue;
        if (document.documentLayout()->blockBoundingRect(block).top() > y)
            break;
        section = names.constFirst();
    }
    return section;
}

} // namespace Detour
