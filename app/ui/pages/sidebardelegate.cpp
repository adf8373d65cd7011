// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/sidebardelegate.h"

#include "ui/pages/statuscodemodel.h"
#include "ui/widgets/signpainter.h"

#include <QPainter>

namespace Detour {

namespace {

constexpr int rowHeight = 32;
constexpr int railHeight = 44;
constexpr qreal signSize = 40;
constexpr qreal radius = 8;

void paintSelection(QPainter &painter, const QRectF &row, const QRectF &box, const KindColors &colors)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(box, radius, radius);
    // The tint alone would tell by colour only; the bar tells by place.
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(QRectF(row.left() - 3, box.top() + 5, 6, box.height() - 10), 3, 3);
}

void paintFocus(QPainter &painter, const QRectF &box, const QColor &color)
{
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
}

} // namespace

SidebarDelegate::SidebarDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row(option.rect);
    const QRectF box = m_rail ? row.adjusted(4, 0, -4, 0) : row.adjusted(8, 0, -8, 0);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const StatusCode code = index.data(StatusCodeModel::CodeRole).toInt();
    if (selected) {
        paintSelection(*painter, row, box, m_theme.kind(statusKind(code)));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.code);
        painter->drawRoundedRect(box, radius, radius);
    }
    if (m_rail) {
        const QPointF half(signSize / 2, signSize / 2);
        paintSign(*painter, QRectF(row.center() - half, QSizeF(signSize, signSize)), code, m_theme);
    } else {
        paintRow(*painter, row, index, selected);
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocus(*painter, box, m_theme.focus);
    painter->restore();
}

void SidebarDelegate::paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index, bool selected) const
{
    const StatusCode code = index.data(StatusCodeModel::CodeRole).toInt();
    paintBullet(painter, QRectF(row.left() + 16, row.center().y() - 8, 16, 16), statusKind(code), m_theme);

    painter.setPen(m_theme.ink);
    painter.setFont(Theme::monoFont(13, QFont::Bold));
    painter.drawText(row.adjusted(40, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QString::number(code));

    QFont font = Theme::textFont(13.5, selected ? QFont::DemiBold : QFont::Normal);
    if (index.data(StatusCodeModel::RetiredRole).toBool()) {
        font.setStrikeOut(true);
        painter.setPen(m_theme.muted);
    }
    painter.setFont(font);
    const QRectF name = row.adjusted(74, 0, -10, 0);
    const QString text =
        QFontMetricsF(font).elidedText(index.data(StatusCodeModel::NameRole).toString(), Qt::ElideRight, name.width());
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft, text);
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return m_rail ? QSize(64, railHeight) : QSize(160, rowHeight);
}

} // namespace Detour
