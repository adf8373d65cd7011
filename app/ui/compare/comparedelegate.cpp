// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/comparedelegate.h"

#include "ui/compare/comparemodel.h"
#include "ui/widgets/icons.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int groupHeight = 42;
constexpr int rowHeight = 30;
constexpr qreal margin = 10;
qreal capsuleHeight()
{
    return Theme::scaled(20.0);
}

qreal signSize()
{
    return Theme::scaled(32.0);
}

qreal markSize()
{
    return Theme::scaled(16.0);
}

qreal arrowLength()
{
    return Theme::scaled(26.0);
}

qreal arrowHead()
{
    return Theme::scaled(5.0);
}

constexpr qreal gap = 6;

void paintArrow(QPainter &painter, const QPointF &from, const QColor &color)
{
    const QPointF to = from + QPointF(arrowLength(), 0);
    painter.setPen(QPen(color, 2));
    painter.drawLine(from, to - QPointF(arrowHead(), 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(
        QPolygonF{to, to + QPointF(-arrowHead() - 2, -arrowHead()), to + QPointF(-arrowHead() - 2, arrowHead())});
}

} // namespace

CompareDelegate::CompareDelegate(const CompareModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    return {100, Theme::scaled(m_model.group(index) ? groupHeight : rowHeight)};
}

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF rect(option.rect);
    if (const CompareGroup *group = m_model.group(index)) {
        paintGroup(*painter, rect, *group);
    } else if (const CompareRow *row = m_model.row(index)) {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
        if (isSelected || isHovered)
            painter->fillRect(rect, isSelected ? m_theme.code : m_theme.sunk);
        paintCell(*painter, rect, *row, static_cast<CompareColumn>(index.column()));
        painter->setPen(m_theme.line);
        painter->drawLine(rect.bottomLeft() + QPointF(0, -0.5), rect.bottomRight() + QPointF(0, -0.5));
        if (isSelected && index.column() == 0)
            painter->fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), m_theme.ink);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && index.column() == 0) {
        painter->setPen(QPen(m_theme.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(rect.adjusted(2, 2, -2, -2), 6, 6);
    }
    painter->restore();
}

void CompareDelegate::paintGroup(QPainter &painter, const QRectF &rect, const CompareGroup &group) const
{
    painter.fillRect(rect, m_theme.code);
    const QString count = clientCount(group.rows.size());
    painter.setFont(Theme::textFont(12.5));
    painter.setPen(m_theme.muted);
    const qreal countWidth = QFontMetricsF(painter.font()).horizontalAdvance(count);
    painter.drawText(rect.adjusted(0, 0, -margin, 0), Qt::AlignVCenter | Qt::AlignRight, count);

    const qreal left = paintRoute(painter, rect, group);
    QRectF words(left, rect.top(), rect.right() - margin - countWidth - 12 - left, rect.height());
    const QFont bold = Theme::textFont(13.5, QFont::DemiBold);
    const QString title = QFontMetricsF(bold).elidedText(group.title, Qt::ElideRight, words.width());
    painter.setFont(bold);
    painter.setPen(m_theme.ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, title);
    words.setLeft(words.left() + QFontMetricsF(bold).horizontalAdvance(title) + 14);
    const QFont plain = Theme::textFont(12.5);
    if (words.width() > QFontMetricsF(plain).horizontalAdvance(group.note)) {
        painter.setFont(plain);
        painter.setPen(m_theme.muted);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, group.note);
    }
}

qreal CompareDelegate::paintRoute(QPainter &painter, const QRectF &rect, const CompareGroup &group) const
{
    qreal x = rect.left() + margin;
    const qreal middle = rect.center().y();
    for (qsizetype i = 0; i < group.route.size(); ++i) {
        const RouteStep &step = group.route.at(i);
        if (group.isCut && i == group.route.size() - 1) {
            painter.setPen(m_theme.muted);
            painter.setFont(Theme::textFont(13.5));
            painter.drawText(QRectF(x, rect.top(), Theme::scaled(18.0), rect.height()), Qt::AlignCenter, u"…"_s);
            x += Theme::scaled(18.0) + gap;
        }
        paintCapsule(painter, {x, middle - capsuleHeight() / 2}, capsuleHeight(), step.request, m_theme);
        x += capsuleSize(step.request, capsuleHeight()).width() + gap;
        const bool isLast = i == group.route.size() - 1;
        if (isRedirection(step.status)) {
            paintSign(painter, QRectF(x, middle - signSize() / 2, signSize(), signSize()), step.status, m_theme);
            x += signSize() + gap;
        }
        if (!isLast) {
            paintArrow(painter, {x, middle}, m_theme.method(group.route.at(i + 1).request.method));
            x += arrowLength() + gap;
        } else if (group.isStopped) {
            paintStopSign(painter, QRectF(x, middle - Theme::scaled(9.0), Theme::scaled(18.0), Theme::scaled(18.0)),
                          m_theme);
            x += Theme::scaled(18.0) + gap;
        }
    }
    return x + 10;
}

void CompareDelegate::paintMark(QPainter &painter, const QRectF &rect, CellMark mark) const
{
    switch (mark) {
    case CellMark::None:
        return;
    case CellMark::Tick:
        paintIcon(painter, rect, Icon::Tick, m_theme.ink);
        return;
    case CellMark::Cross:
        paintIcon(painter, rect, Icon::Cross, m_theme.muted);
        return;
    case CellMark::Warning:
        paintIcon(painter, rect, Icon::Warning, m_theme.kind(StatusKind::Temporary).text);
        return;
    }
}

void CompareDelegate::paintCell(QPainter &painter, const QRectF &rect, const CompareRow &row,
                                CompareColumn column) const
{
    QRectF words = rect.adjusted(margin, 0, -8, 0);
    QFont font = Theme::textFont(13);
    QColor color = m_theme.ink;
    if (column == CompareColumn::Client)
        font = Theme::textFont(13, QFont::DemiBold);
    else if (column == CompareColumn::Version || column == CompareColumn::KnownFrom)
        color = m_theme.muted;
    if (column == CompareColumn::SendsNext && row.sendsNext) {
        paintCapsule(painter, {words.left(), rect.center().y() - capsuleHeight() / 2}, capsuleHeight(), *row.sendsNext,
                     m_theme);
        return;
    }
    if (column == CompareColumn::ContentType && row.contentTypeMark != CellMark::None) {
        const QRectF mark(words.left(), rect.center().y() - markSize() / 2, markSize(), markSize());
        paintMark(painter, mark, row.contentTypeMark);
        words.setLeft(mark.right() + gap);
        if (row.contentTypeMark == CellMark::Warning) {
            font = Theme::textFont(13, QFont::DemiBold);
            color = m_theme.kind(StatusKind::Temporary).text;
        }
    }
    painter.setFont(font);
    painter.setPen(color);
    const QString text = row.texts.at(static_cast<int>(column));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, words.width()));
}

} // namespace Detour
