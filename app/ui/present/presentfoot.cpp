// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presentfoot.h"

#include "ui/present/fittedlabel.h"
#include "ui/widgets/signpainter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

// Pixels of the drawing.
constexpr qreal wordSize = 25;
constexpr qreal dot = 15;
constexpr qreal diamond = 24;
constexpr qreal round = 26;
constexpr qreal line = 40;
constexpr qreal thick = 5;
constexpr qreal gap = 9;
constexpr qreal share = 0.36; ///< of the width, for the words at either side

qreal sizeOf(StripMark::Kind kind)
{
    switch (kind) {
    case StripMark::Kind::Request:
    case StripMark::Kind::Open:
        return dot;
    case StripMark::Kind::Sign:
        return diamond;
    case StripMark::Kind::Done:
    case StripMark::Kind::Stop:
        return round;
    }
    return dot;
}

} // namespace

PresentFoot::PresentFoot(QWidget *parent)
    : QWidget(parent)
    , m_left(new FittedLabel(this))
    , m_right(new FittedLabel(this))
{
    m_left->setObjectName(u"presentLeft"_s);
    m_right->setObjectName(u"presentRight"_s);
    for (FittedLabel *label : {m_left, m_right})
        label->setSizes(wordSize, PresentScale::smallest);
    m_right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void PresentFoot::setLook(const Theme &theme, const PresentScale &scale)
{
    m_theme = theme;
    m_scale = scale;
    for (FittedLabel *label : {m_left, m_right}) {
        label->setScale(scale);
        label->setColor(theme.muted);
    }
    place();
    update();
}

void PresentFoot::setWords(const QString &strong, const QString &left, const QString &right)
{
    m_left->setLead(strong);
    m_left->setText(left);
    m_right->setText(right);
}

void PresentFoot::setMarks(const QList<StripMark> &marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    update();
}

void PresentFoot::resizeEvent(QResizeEvent * /*event*/)
{
    place();
}

void PresentFoot::place()
{
    const int side = int(width() * share);
    m_left->setGeometry(0, 0, side, height());
    m_right->setGeometry(width() - side, 0, side, height());
}

void PresentFoot::paintEvent(QPaintEvent * /*event*/)
{
    if (m_marks.isEmpty())
        return;
    const auto widthOf = [this](qsizetype from) {
        qreal width = 0;
        for (qsizetype i = from; i < m_marks.size(); ++i)
            width += sizeOf(m_marks.at(i).kind) + (i > from ? line + 2 * gap : 0);
        return width * m_scale.unit();
    };
    // Of a long chain its last marks.
    const qreal room = width() * (1 - 2 * share) - 2 * m_scale.px(line);
    qsizetype from = 0;
    while (from + 1 < m_marks.size() && widthOf(from) > room)
        ++from;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal unit = m_scale.unit();
    const qreal y = height() / 2.0;
    qreal x = (width() - widthOf(from)) / 2;
    for (qsizetype i = from; i < m_marks.size(); ++i) {
        const StripMark &mark = m_marks.at(i);
        if (i > 0) {
            const bool isOpen = mark.kind == StripMark::Kind::Open;
            QPen pen(isOpen ? m_theme.edge : m_theme.ink, thick * unit, Qt::SolidLine, Qt::FlatCap);
            painter.setPen(pen);
            const qreal start = i == from ? x - (line + gap) * unit : x + gap * unit;
            painter.drawLine(QPointF(start, y), QPointF(start + line * unit, y));
            x += i == from ? 0 : (line + 2 * gap) * unit;
        }
        const qreal size = sizeOf(mark.kind) * unit;
        paintMark(painter, mark, {x + size / 2, y});
        x += size;
    }
}

void PresentFoot::paintMark(QPainter &painter, const StripMark &mark, QPointF center) const
{
    const qreal side = sizeOf(mark.kind) * m_scale.unit();
    const QRectF rect(center - QPointF(side, side) / 2, QSizeF(side, side));
    switch (mark.kind) {
    case StripMark::Kind::Request:
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.ink);
        painter.drawEllipse(rect);
        return;
    case StripMark::Kind::Sign:
        paintBullet(painter, rect, statusKind(mark.status), m_theme);
        return;
    case StripMark::Kind::Done:
        paintRing(painter, rect, mark.status, m_theme);
        return;
    case StripMark::Kind::Stop:
        paintStopSign(painter, rect, m_theme);
        return;
    case StripMark::Kind::Open: {
        const qreal pen = 3 * m_scale.unit();
        painter.setPen(QPen(m_theme.edge, pen));
        painter.setBrush(m_theme.surface);
        painter.drawEllipse(rect.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2));
        return;
    }
    }
}

} // namespace Detour
