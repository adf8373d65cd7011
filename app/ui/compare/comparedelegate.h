// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/compare/comparetable.h"
#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace Detour {

class CompareModel;

/// Draws the lines of the comparison: a group with its way, a client with its capsule and marks.
class CompareDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareDelegate)

public:
    /// `model` must outlive the delegate.
    explicit CompareDelegate(const CompareModel &model, QObject *parent = nullptr);

    void setTheme(const Theme &theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, const QRectF &rect, const CompareGroup &group) const;
    [[nodiscard]] qreal paintRoute(QPainter &painter, const QRectF &rect, const CompareGroup &group) const;
    void paintCell(QPainter &painter, const QRectF &rect, const CompareRow &row, CompareColumn column) const;
    void paintMark(QPainter &painter, const QRectF &rect, CellMark mark) const;

    const CompareModel &m_model;
    Theme m_theme = Theme::light();
};

} // namespace Detour
