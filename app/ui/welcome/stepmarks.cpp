// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/welcome/stepmarks.h"

#include "ui/widgets/signpainter.h"

#include <QPainter>
#include <QtMath>

namespace Detour {

namespace {

constexpr qreal side = 22; // at text scale 1
constexpr qreal gap = 8;

} // namespace

StepMarks::StepMarks(int steps, QWidget *parent)
    : QWidget(parent)
    , m_steps(steps)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStep(1);
}

void StepMarks::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void StepMarks::setStep(int step)
{
    m_step = step;
    setAccessibleName(step > m_steps ? tr("All steps are done") : tr("Step %1 of %2").arg(step).arg(m_steps));
    update();
}

QSize StepMarks::sizeHint() const
{
    const qreal width = m_steps * side + (m_steps - 1) * gap;
    return {qCeil(Theme::scaled(width)) + 2, qCeil(Theme::scaled(side)) + 2};
}

void StepMarks::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal mark = Theme::scaled(side);
    for (int step = 1; step <= m_steps; ++step) {
        const QRectF ring(1 + (step - 1) * Theme::scaled(side + gap), 1, mark, mark);
        const bool isNow = step == m_step;
        painter.setPen(QPen(step > m_step ? m_theme.edge : m_theme.ink, 1.5));
        painter.setBrush(isNow ? m_theme.ink : m_theme.surface);
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1));
        if (step < m_step) {
            const qreal inset = mark * 0.26;
            paintTick(painter, ring.adjusted(inset, inset, -inset, -inset), m_theme.ink);
            continue;
        }
        painter.setFont(Theme::textFont(12, QFont::DemiBold));
        painter.setPen(isNow ? m_theme.inverse : m_theme.muted);
        painter.drawText(ring, Qt::AlignCenter, QString::number(step));
    }
}

} // namespace Detour
