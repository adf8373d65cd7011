// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/help/palettedelegate.h"

#include "ui/help/keycaps.h"
#include "ui/help/palettemodel.h"

#include <QPainter>

namespace Detour {

namespace {

constexpr int oneLine = 36;
constexpr int twoLines = 54;
constexpr qreal left = 16;
constexpr qreal radius = 8;

const PaletteRow &rowOf(const QModelIndex &index)
{
    return static_cast<const PaletteModel *>(index.model())->rowAt(index.row());
}

} // namespace

PaletteDelegate::PaletteDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const PaletteRow &row = rowOf(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRectF box = QRectF(option.rect).adjusted(6, 1, -6, -1);
    painter->setPen(Qt::NoPen);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(m_theme.code);
        painter->drawRoundedRect(box, radius, radius);
    }
    if (isSelected) {
        painter->setBrush(m_theme.ink);
        painter->drawRoundedRect(QRectF(option.rect.left() - 3, box.top() + 6, 6, box.height() - 12), 3, 3);
    }
    QRectF line(option.rect.left() + left, option.rect.top(), option.rect.width() - 2 * left, Theme::scaled(oneLine));
    const bool canBeDone = row.whyNot.isEmpty();
    if (!row.keys.isEmpty()) {
        const qreal width = KeyCaps::paintCap(*painter, {line.right(), line.center().y()}, row.keys, m_theme);
        line.setRight(line.right() - width - 12);
    }
    paintTitle(*painter, line, row.title, row.letters, canBeDone ? m_theme.ink : m_theme.muted);
    if (!canBeDone) {
        const QRectF below(line.left(), line.bottom() - Theme::scaled(8), option.rect.width() - 2 * left,
                           Theme::scaled(18));
        const QFont small = Theme::textFont(12);
        painter->setFont(small);
        painter->setPen(m_theme.muted);
        painter->drawText(below, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetricsF(small).elidedText(row.whyNot, Qt::ElideRight, below.width()));
    }
    painter->restore();
}

void PaletteDelegate::paintTitle(QPainter &painter, const QRectF &line, const QString &title, const QList<int> &letters,
                                 const QColor &color) const
{
    const QFont plain = Theme::textFont(13.5);
    const QFont bold = Theme::textFont(13.5, QFont::Bold);
    painter.setPen(color);
    qreal x = line.left();
    for (int from = 0; from < title.size();) {
        const bool isMarked = letters.contains(from);
        int to = from + 1;
        while (to < title.size() && letters.contains(to) == isMarked)
            ++to;
        QFont font = isMarked ? bold : plain;
        font.setUnderline(isMarked); // told by more than its weight
        painter.setFont(font);
        const QFontMetricsF metrics(font);
        const QString piece = metrics.elidedText(title.mid(from, to - from), Qt::ElideRight, line.right() - x);
        painter.drawText(QRectF(x, line.top(), line.right() - x, line.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         piece);
        x += metrics.horizontalAdvance(piece);
        from = to;
        if (x >= line.right())
            return;
    }
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, Theme::scaled(rowOf(index).whyNot.isEmpty() ? oneLine : twoLines)};
}

} // namespace Detour
