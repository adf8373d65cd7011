// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/tokenpainter.h"

#include <QPainterPath>

namespace Detour {

namespace {

constexpr qreal gap = 2;
constexpr qreal aspect = 1.2; ///< of one token

void paintKey(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const qreal unit = rect.height() / 10;
    const qreal y = rect.center().y();
    painter.setPen(QPen(color, 1.5 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF ring(rect.center().x() - 2.6 * unit, y);
    painter.drawEllipse(ring, 2.1 * unit, 2.1 * unit);
    const qreal tip = rect.center().x() + 4.6 * unit;
    painter.drawLine(QPointF(ring.x() + 2.1 * unit, y), QPointF(tip, y));
    painter.drawLine(QPointF(tip - 0.2 * unit, y), QPointF(tip - 0.2 * unit, y + 2.2 * unit));
    painter.drawLine(QPointF(tip - 2.4 * unit, y), QPointF(tip - 2.4 * unit, y + 1.8 * unit));
}

void paintCookie(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const qreal unit = rect.height() / 10;
    const QPointF center = rect.center();
    QPainterPath round;
    round.addEllipse(center, 4 * unit, 4 * unit);
    QPainterPath bite;
    bite.addEllipse(center + QPointF(3.6, -3.2) * unit, 2.4 * unit, 2.4 * unit);
    painter.setPen(QPen(color, 1.4 * unit));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(round.subtracted(bite));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const QPointF &crumb : {QPointF(-1.6, -0.9), QPointF(0.6, 0.7), QPointF(-1, 1.9)}) {
        painter.drawEllipse(center + crumb * unit, 0.8 * unit, 0.8 * unit);
    }
}

void paintToken(QPainter &painter, const QRectF &rect, bool key, TokenState state, const QColor &color,
                const Theme &theme)
{
    const bool refused = state == TokenState::Refused;
    const QColor line = refused ? theme.error : color;
    QPen pen(line, 1.5);
    if (state == TokenState::Left) {
        pen.setDashPattern({1.6, 1.5});
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(pen);
    painter.setBrush(refused ? theme.errorSoft : theme.surface);
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), rect.height() * 0.3, rect.height() * 0.3);
    const qreal inset = rect.height() * 0.2;
    const QRectF inner = rect.adjusted(inset, inset, -inset, -inset);
    if (key) {
        paintKey(painter, inner, line);
    } else {
        paintCookie(painter, inner, line);
    }
    if (refused) {
        painter.setPen(QPen(theme.error, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(rect.bottomLeft() + QPointF(3, -2), rect.topRight() + QPointF(-3, 2));
    }
}

} // namespace

Tokens Tokens::of(const QStringList &fieldNames)
{
    Tokens tokens;
    for (const QString &name : fieldNames) {
        const bool isCookie = name.compare(QLatin1StringView("Cookie"), Qt::CaseInsensitive) == 0;
        tokens.cookie = tokens.cookie || isCookie;
        tokens.key = tokens.key || !isCookie;
    }
    return tokens;
}

QSizeF tokensSize(const Tokens &tokens, qreal height)
{
    const int count = int(tokens.key) + int(tokens.cookie);
    return {count == 0 ? 0 : count * height * aspect + (count - 1) * gap, height};
}

void paintTokens(QPainter &painter, QPointF topLeft, qreal height, const Tokens &tokens, TokenState state,
                 const QColor &color, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF rect(topLeft, QSizeF(height * aspect, height));
    if (tokens.key) {
        paintToken(painter, rect, true, state, color, theme);
        rect.translate(rect.width() + gap, 0);
    }
    if (tokens.cookie) {
        paintToken(painter, rect, false, state, color, theme);
    }
    painter.restore();
}

void paintPadlock(QPainter &painter, const QRectF &rect, qreal open, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal unit = rect.height() / 14;
    const QPointF center = rect.center();
    const QRectF body(center.x() - 5 * unit, center.y() - 0.5 * unit, 10 * unit, 7 * unit);
    // The bow turns round its right leg and lifts.
    painter.save();
    painter.translate(body.right() - 2 * unit, body.top() - open * 0.8 * unit);
    painter.rotate(26 * open);
    QPainterPath bow;
    bow.moveTo(0, (0.5 + open) * unit);
    bow.lineTo(0, -2.6 * unit);
    bow.arcTo(QRectF(-6 * unit, -5.6 * unit, 6 * unit, 6 * unit), 0, 180);
    bow.lineTo(-6 * unit, open > 0.3 ? -1.6 * unit : 0.5 * unit);
    painter.setPen(QPen(color, 1.7 * unit, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(bow);
    painter.restore();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(body, 1.4 * unit, 1.4 * unit);
    painter.restore();
}

} // namespace Detour
