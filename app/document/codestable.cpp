// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/codestable.h"

#include "document/blockmaker.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QString valueOf(const Page &page, const QString &column)
{
    if (column == "name"_L1) {
        return page.title;
    }
    if (column == "method"_L1) {
        return page.facts.method;
    }
    if (column == "body"_L1) {
        return page.facts.body;
    }
    if (column == "lasts"_L1) {
        return page.facts.lasts;
    }
    if (column == "cached"_L1) {
        return page.facts.cached;
    }
    if (column == "location"_L1) {
        return page.facts.location;
    }
    return column == "since"_L1 ? page.facts.since : QString::number(page.code);
}

/// The code is drawn with its sign and leads to its page.
QList<Inline> cellOf(const Page &page, const QString &column)
{
    if (column != "code"_L1) {
        return {textInline(valueOf(page, column))};
    }
    const QString code = QString::number(page.code);
    return {codeInline("sign:"_L1 + code), textInline(u" "_s), linkInline("page:"_L1 + page.slug, code)};
}

} // namespace

CodesTable::CodesTable(const QList<const Page *> &pages, const QStringList &columns, const QString &sortColumn,
                       bool down)
    : m_pages(pages)
    , m_columns(QStringList{u"code"_s, u"name"_s} + columns)
    , m_sortColumn(m_columns.contains(sortColumn) ? sortColumn : u"code"_s)
    , m_down(down)
    , m_isChosen(!sortColumn.isEmpty())
{
    std::sort(m_pages.begin(), m_pages.end(), [this](const Page *left, const Page *right) {
        const int order =
            QString::compare(valueOf(*left, m_sortColumn), valueOf(*right, m_sortColumn), Qt::CaseInsensitive);
        return order != 0 ? order < 0 : left->code < right->code;
    });
    if (m_down) {
        std::reverse(m_pages.begin(), m_pages.end());
    }
}

QList<StatusCode> CodesTable::codes() const
{
    QList<StatusCode> result;
    for (const Page *page : m_pages) {
        result.append(page->code);
    }
    return result;
}

Block CodesTable::toBlock() const
{
    QList<QList<QList<Inline>>> rows(1);
    for (const QString &column : m_columns) {
        QList<Inline> title{linkInline("sort:"_L1 + column, column.left(1).toUpper() + column.mid(1))};
        if (m_isChosen && column == m_sortColumn) {
            title.append(textInline(m_down ? u" ↓"_s : u" ↑"_s));
        }
        rows.first().append(title);
    }
    for (const Page *page : m_pages) {
        QList<QList<Inline>> cells;
        for (const QString &column : m_columns) {
            cells.append(cellOf(*page, column));
        }
        rows.append(cells);
    }
    return tableBlock(rows);
}

} // namespace Detour
