// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/markdowntree.h"
#include "document/page.h"

namespace Detour {

/// The codes in one table, from their pages' front matter: code, name and the columns that a `codes` fence names.
class CodesTable final
{
public:
    /// `pages` are those of the codes; `columns` as readCodesFence() gives them. Sorted by `sortColumn` ("code", "name"
    /// or one of the columns; anything else means "code"), within it by code, and wholly turned round with `down`.
    CodesTable(const QList<const Page *> &pages, const QStringList &columns, const QString &sortColumn, bool down);

    /// The codes in the order of the rows.
    [[nodiscard]] QList<StatusCode> codes() const;
    /// Header cells are links "sort:COLUMN"; the one that was chosen also shows the direction.
    [[nodiscard]] Block toBlock() const;

private:
    QList<const Page *> m_pages;
    QStringList m_columns; ///< "code" and "name" first
    QString m_sortColumn;
    bool m_down;
    bool m_isChosen;
};

} // namespace Detour
