// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/request/namevaluemodel.h"
#include "ui/theme.h"

#include <QTableView>

namespace Detour {

/// Edits names and values by keyboard alone: Enter or typing edits a cell, Tab goes on to the next, Delete removes the
/// row, lines that are pasted become rows. The view asks for the height of its rows, up to a bound.
class NameValueTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameValueTable)

public:
    /// `completions`: offered while a name is typed. `parse` reads pasted text as rows.
    NameValueTable(const Theme &theme, NameValueModel::Check check, QStringList completions,
                   std::function<QList<NameValueModel::Row>(const QString &)> parse, QWidget *parent);

    [[nodiscard]] NameValueModel *rows() const { return m_model; }
    /// Where a new row is written.
    void startNewRow();
    void removeRow(int row);
    /// True if the text was taken as rows.
    bool pasteRows(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// More was pasted than there is room for.
    void full();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    /// Tab leads from cell to cell that can be written into, and ends at the last.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    NameValueModel *m_model;
    std::function<QList<NameValueModel::Row>(const QString &)> m_parse;
};

} // namespace Detour
