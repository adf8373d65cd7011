// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QListView>

namespace Detour {

/// A list whose headings are passed over by every key: QListView's own Home and End would stay where they are.
class SidebarList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SidebarList)

public:
    explicit SidebarList(QWidget *parent = nullptr);

    /// Shows the heading, too, where `index` is the first line of its section.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    /// The first line that can be selected from `row` on, in steps of 1 or -1.
    [[nodiscard]] QModelIndex selectableFrom(int row, int step) const;
};

} // namespace Detour
