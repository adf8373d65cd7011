// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace Detour {

/// Draws a line of the sidebar: a code with its bullet and name, a guide or view with its icon, a heading; or on the
/// rail the sign or icon alone, and a line where a section begins.
class SidebarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SidebarDelegate)

public:
    explicit SidebarDelegate(QObject *parent = nullptr);

    void setTheme(const Theme &theme) { m_theme = theme; }
    void setRail(bool rail) { m_rail = rail; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QRectF &row, const QModelIndex &index) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QRectF &box, StatusCode code) const;
    void paintOnRail(QPainter &painter, const QRectF &row, const QModelIndex &index) const;
    void paintLine(QPainter &painter, const QRectF &row, const QModelIndex &index, bool selected) const;

    Theme m_theme = Theme::light();
    bool m_rail = false;
};

} // namespace Detour
