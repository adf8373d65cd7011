// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/sidebarlist.h"

namespace Detour {

SidebarList::SidebarList(QWidget *parent)
    : QListView(parent)
{}

void SidebarList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const QModelIndex above = index.isValid() ? index.siblingAtRow(index.row() - 1) : QModelIndex();
    if (above.isValid() && !above.flags().testFlag(Qt::ItemIsSelectable) && !isRowHidden(above.row()))
        QListView::scrollTo(above, hint);
    QListView::scrollTo(index, hint);
}

QModelIndex SidebarList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveHome)
        return selectableFrom(0, 1);
    if (action == MoveEnd)
        return selectableFrom(model()->rowCount() - 1, -1);
    return QListView::moveCursor(action, modifiers);
}

QModelIndex SidebarList::selectableFrom(int row, int step) const
{
    QModelIndex index = model()->index(row, 0);
    while (index.isValid() && !index.flags().testFlag(Qt::ItemIsSelectable))
        index = model()->index(index.row() + step, 0);
    return index;
}

} // namespace Detour
