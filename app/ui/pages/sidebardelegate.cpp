// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/sidebardelegate.h"

#include "ui/pages/sidebarmodel.h"
#include "ui/widgets/signpainter.h"

#include <QPainter>

namespace Detour {

namespace {

constexpr int lineHeight = 28;
constexpr int firstHeadingHeight = 36;
constexpr int railSignHeight = 44;
constexpr int railIconHeight = 34;
constexpr int railRuleHeight = 13;
constexpr qreal signSize = 40;
constexpr qreal iconSize = 16;
constexpr qreal radius = 8;

SidebarModel::Kind kindOf(const QModelIndex &index)
{
    return SidebarModel::Kind(index.data(SidebarModel::KindRole).toInt());
}

StatusCode codeOf(const QModelIndex &index)
{
    return index.data(SidebarModel::CodeRole).toInt();
}

Icon iconOf(const QModelIndex &index)
{
    return Icon(index.data(SidebarModel::IconRole).toInt());
}

QRectF centred(const QRectF &row, qreal size)
{
    return {row.center() - QPointF(size / 2, size / 2), QSizeF(size, size)};
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
    if (kindOf(index) == SidebarModel::Kind::Heading) {
        paintHeading(*painter, row, index);
        painter->restore();
        return;
    }
    const QRectF box = m_rail ? row.adjusted(4, 0, -4, 0) : row.adjusted(8, 0, -8, 0);
    paintGround(*painter, option, box, codeOf(index));
    if (m_rail)
        paintOnRail(*painter, row, index);
    else
        paintLine(*painter, row, index, option.state.testFlag(QStyle::State_Selected));
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocus(*painter, box, m_theme.focus);
    painter->restore();
}

void SidebarDelegate::paintHeading(QPainter &painter, const QRectF &row, const QModelIndex &index) const
{
    if (m_rail) {
        painter.fillRect(QRectF(row.left() + 12, qRound(row.center().y()), row.width() - 24, 1), m_theme.line);
        return;
    }
    painter.setPen(m_theme.muted);
    painter.setFont(Theme::textFont(12, QFont::DemiBold));
    painter.drawText(row.adjusted(16, 0, -8, -6), Qt::AlignBottom | Qt::AlignLeft,
                     index.data(SidebarModel::NameRole).toString());
}

void SidebarDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QRectF &box,
                                  StatusCode code) const
{
    painter.setPen(Qt::NoPen);
    if (option.state.testFlag(QStyle::State_Selected)) {
        const KindColors colors = m_theme.kind(statusKind(code));
        painter.setBrush(code ? colors.soft : m_theme.code);
        painter.drawRoundedRect(box, radius, radius);
        // The tint alone would tell by colour only; the bar tells by place.
        painter.setBrush(code ? colors.fill : m_theme.ink);
        painter.drawRoundedRect(QRectF(option.rect.left() - 3, box.top() + 5, 6, box.height() - 10), 3, 3);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setBrush(m_theme.code);
        painter.drawRoundedRect(box, radius, radius);
    }
}

void SidebarDelegate::paintOnRail(QPainter &painter, const QRectF &row, const QModelIndex &index) const
{
    if (const StatusCode code = codeOf(index))
        paintSign(painter, centred(row, Theme::scaled(signSize)), code, m_theme);
    else
        paintIcon(painter, centred(row, Theme::scaled(iconSize)), iconOf(index), m_theme.muted);
}

void SidebarDelegate::paintLine(QPainter &painter, const QRectF &row, const QModelIndex &index, bool selected) const
{
    const qreal size = Theme::scaled(iconSize);
    const QRectF mark(row.left() + 16, row.center().y() - size / 2, size, size);
    const StatusCode code = codeOf(index);
    if (code) {
        paintBullet(painter, mark, statusKind(code), m_theme);
        painter.setPen(m_theme.ink);
        painter.setFont(Theme::monoFont(13, QFont::Bold));
        painter.drawText(row.adjusted(24 + size, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QString::number(code));
    } else {
        paintIcon(painter, mark, iconOf(index), selected ? m_theme.ink : m_theme.muted);
        painter.setPen(m_theme.ink);
    }
    QFont font = Theme::textFont(13.5, selected ? QFont::DemiBold : QFont::Normal);
    if (index.data(SidebarModel::RetiredRole).toBool()) {
        font.setStrikeOut(true);
        painter.setPen(m_theme.muted);
    }
    painter.setFont(font);
    const QRectF name = row.adjusted(24 + size + (code ? Theme::scaled(34) : 0), 0, -10, 0);
    const QString text =
        QFontMetricsF(font).elidedText(index.data(SidebarModel::NameRole).toString(), Qt::ElideRight, name.width());
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft, text);
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isHeading = kindOf(index) == SidebarModel::Kind::Heading;
    if (!m_rail)
        return {160, Theme::scaled(isHeading && index.row() == 0 ? firstHeadingHeight : lineHeight)};
    if (isHeading)
        return {20, railRuleHeight};
    return {20, Theme::scaled(codeOf(index) ? railSignHeight : railIconHeight)};
}

} // namespace Detour
