// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/labstatus.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Detour {

LabStatus::LabStatus(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    refresh();
}

void LabStatus::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void LabStatus::setAddress(const QString &address)
{
    m_address = address;
    refresh();
}

void LabStatus::setRail(bool rail)
{
    m_rail = rail;
    refresh();
}

QString LabStatus::statusText() const
{
    return m_address.isEmpty() ? tr("Lab starts when needed") : tr("Lab on %1").arg(m_address);
}

void LabStatus::refresh()
{
    setAccessibleName(statusText());
    setToolTip(m_rail ? statusText() : tr("Open the lab"));
    update();
}

QSize LabStatus::sizeHint() const
{
    return {Theme::scaled(m_rail ? 64 : 200), Theme::scaled(40)};
}

void LabStatus::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? m_theme.line : m_theme.code);
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 8, 8);
    }
    const QPointF center(m_rail ? width() / 2.0 : 20, height() / 2.0);
    if (m_address.isEmpty()) {
        painter.setPen(QPen(m_theme.muted, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(center, 3.6, 3.6);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.ok);
        painter.drawEllipse(center, 4.2, 4.2);
    }
    if (m_rail)
        return;
    painter.setFont(Theme::textFont(12));
    painter.setPen(m_theme.muted);
    painter.drawText(rect().adjusted(32, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, statusText());
}

} // namespace Detour
