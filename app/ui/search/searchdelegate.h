// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/searchindex.h"
#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace Detour {

/// Draws a hit in two lines: what it is and where, and a piece of its text; what was typed is marked in both.
class SearchDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchDelegate)

public:
    explicit SearchDelegate(QObject *parent = nullptr);

    void setTheme(const Theme &theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintKindMark(QPainter &painter, const QRectF &place, const SearchEntry &entry) const;
    /// Returns the width that was used.
    qreal paintMarked(QPainter &painter, const QRectF &line, const QString &text, const QList<SearchMark> &marks,
                      const QFont &font, const QColor &color) const;

    Theme m_theme = Theme::light();
};

} // namespace Detour
