// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/icons.h"

#include <QPainter>
#include <QPainterPath>

namespace Detour {

/// Draws on the 16-unit field in one colour.
class IconPencil final
{
public:
    IconPencil(QPainter &painter, const QColor &color)
        : m_painter(painter)
        , m_color(color)
    {
        lines();
    }

    void lines(qreal width = 1.5)
    {
        m_painter.setPen(QPen(m_color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
    }
    void fills()
    {
        // A thin pen of the same colour rounds the corners.
        m_painter.setPen(QPen(m_color, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(m_color);
    }
    void line(const QList<QPointF> &points) { m_painter.drawPolyline(QPolygonF(points)); }
    void shape(const QList<QPointF> &points) { m_painter.drawPolygon(QPolygonF(points)); }
    void path(const QPainterPath &path) { m_painter.drawPath(path); }
    void ellipse(const QRectF &rect) { m_painter.drawEllipse(rect); }
    void rounded(const QRectF &rect, qreal radius) { m_painter.drawRoundedRect(rect, radius, radius); }
    void pie(const QRectF &rect, int fromDegrees, int degrees)
    {
        m_painter.drawPie(rect, fromDegrees * 16, degrees * 16);
    }
    void arc(const QRectF &rect, int fromDegrees, int degrees)
    {
        m_painter.drawArc(rect, fromDegrees * 16, degrees * 16);
    }

private:
    QPainter &m_painter;
    QColor m_color;
};

/// The drawings of the guides and views, from Icon::Fork on; the others draw nothing here.
void drawTopic(IconPencil &pencil, Icon icon);

} // namespace Detour
