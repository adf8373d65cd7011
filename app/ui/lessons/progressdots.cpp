// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lessons/progressdots.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int widestStep = 18; // from dot to dot, at text scale 1
constexpr qreal radius = 3.5;

} // namespace

ProgressDots::ProgressDots(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"progressDots"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressDots::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void ProgressDots::setPlace(int place, int count)
{
    m_place = place;
    m_count = qMax(1, count);
    setAccessibleName(tr("Step %1 of %2").arg(place + 1).arg(m_count));
    setToolTip(accessibleName());
    update();
}

QSize ProgressDots::sizeHint() const
{
    return {Theme::scaled(widestStep) * m_count, Theme::scaled(16)};
}

QSize ProgressDots::minimumSizeHint() const
{
    return {Theme::scaled(60), Theme::scaled(16)};
}

void ProgressDots::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal step = qMin(qreal(width()) / m_count, qreal(Theme::scaled(widestStep)));
    const qreal size = qMin(Theme::scaled(radius), step * 0.4);
    for (int i = 0; i < m_count; ++i) {
        const QPointF centre(step * (i + 0.5), height() / 2.0);
        painter.setPen(QPen(i <= m_place ? m_theme.ink : m_theme.edge, 1.5));
        painter.setBrush(i < m_place ? QBrush(m_theme.ink) : QBrush(Qt::NoBrush));
        painter.drawEllipse(centre, size, size);
        if (i == m_place) {
            painter.setBrush(m_theme.ink);
            painter.drawEllipse(centre, size * 0.4, size * 0.4);
        }
    }
}

} // namespace Detour
