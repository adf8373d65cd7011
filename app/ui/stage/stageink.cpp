// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/stageink.h"

#include <QFontMetricsF>

#include <cmath>

namespace Detour {

namespace {

constexpr qreal radius = 8;

/// Letters stand where they are computed, at every zoom: no hinting to the pixels of one.
QFont scalable(QFont font)
{
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

const StageFonts &StageFonts::get()
{
    // Built at first use, behind the application, whose fonts they name.
    static const StageFonts fonts{
        scalable(Theme::exactTextFont(13.5, QFont::DemiBold)), scalable(Theme::exactMonoFont(12)),
        scalable(Theme::exactMonoFont(13.5, QFont::Medium)),   scalable(Theme::exactTextFont(13.5, QFont::DemiBold)),
        scalable(Theme::exactMonoFont(13.5, QFont::Bold)),     scalable(Theme::exactTextFont(12)),
        scalable(Theme::exactTextFont(13.5, QFont::DemiBold)), scalable(Theme::exactTextFont(13.5)),
        scalable(Theme::exactTextFont(16, QFont::DemiBold))};
    return fonts;
}

void StageInk::backing(QPointF at, const QFont &font, qreal width) const
{
    const QFontMetricsF metrics(font);
    m_painter.fillRect(
        QRectF(at.x() - 3, at.y() - metrics.ascent(), width + 6, metrics.ascent() + metrics.descent() - 1),
        m_theme.surface);
}

qreal StageInk::text(QPointF at, const QString &words, const QFont &font, const QColor &color, qreal width) const
{
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(words, Qt::ElideRight, qMax(0.0, width));
    const qreal taken = metrics.horizontalAdvance(shown);
    backing(at, font, taken);
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.drawText(at, shown);
    return taken;
}

qreal StageInk::boxedText(QPointF at, const QString &words, const QFont &font, const QColor &color, qreal width) const
{
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(words, Qt::ElideRight, qMax(0.0, width));
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.drawText(at, shown);
    return metrics.horizontalAdvance(shown);
}

qreal StageInk::struckText(QPointF at, const QString &words, const QFont &font, const QColor &color, qreal width) const
{
    const qreal taken = boxedText(at, words, font, color, width);
    const qreal y = at.y() - QFontMetricsF(font).xHeight() / 2 - 0.5;
    line({at.x() - 1, y}, {at.x() + taken + 1, y}, color, 1.5);
    return taken;
}

int StageInk::twoLines(QPointF at, const QString &words, const QFont &font, const QColor &color, qreal width) const
{
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(words) <= width) {
        text(at, words, font, color, width);
        return 1;
    }
    qsizetype split = 0;
    for (qsizetype space = words.indexOf(u' '); space >= 0; space = words.indexOf(u' ', space + 1)) {
        if (metrics.horizontalAdvance(words.left(space)) > width) {
            break;
        }
        split = space;
    }
    if (split == 0) {
        text(at, words, font, color, width);
        return 1;
    }
    text(at, words.left(split), font, color, width);
    text(at + QPointF(0, metrics.height() + 2), words.mid(split + 1), font, color, width);
    return 2;
}

void StageInk::line(QPointF from, QPointF to, const QColor &color, qreal width) const
{
    m_painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(from, to);
}

void StageInk::dashes(QPointF from, QPointF to, const QColor &color) const
{
    QPen pen(color, 2, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({4, 2});
    m_painter.setPen(pen);
    m_painter.drawLine(from, to);
}

void StageInk::dots(QPointF from, QPointF to) const
{
    QPen pen(m_theme.edge, 1.5, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1, 3});
    m_painter.setPen(pen);
    m_painter.drawLine(from, to);
}

void StageInk::dot(QPointF at, const QColor &color) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawEllipse(at, 4, 4);
}

void StageInk::arrowHead(QPointF tip, int direction, const QColor &color) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    const qreal back = tip.x() - direction * 10;
    m_painter.drawPolygon(QPolygonF({tip, QPointF(back, tip.y() - 5), QPointF(back, tip.y() + 5)}));
}

void StageInk::partOf(const QPolygonF &points, qreal share, const QColor &color, qreal width) const
{
    partWith(points, share, QPen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
}

void StageInk::dashedPartOf(const QPolygonF &points, qreal share, const QColor &color) const
{
    QPen pen(color, 2, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({4, 2});
    partWith(points, share, pen);
}

void StageInk::partWith(const QPolygonF &points, qreal share, const QPen &pen) const
{
    if (share <= 0 || points.size() < 2) {
        return;
    }
    const qreal end = qMin(share, 1.0) * qreal(points.size() - 1);
    const auto whole = qsizetype(std::floor(end));
    QPolygonF drawn = points.mid(0, whole + 1);
    if (whole + 1 < points.size()) {
        const QPointF last = points.at(whole);
        drawn.append(last + (points.at(whole + 1) - last) * (end - qreal(whole)));
    }
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(drawn);
}

void StageInk::box(const QRectF &rect, const QColor &fill, const QColor &border, qreal borderWidth, bool dashed) const
{
    QPen pen(border, borderWidth);
    if (dashed) {
        pen.setDashPattern({3, 2});
    }
    m_painter.setPen(pen);
    m_painter.setBrush(fill);
    // A one pixel line is sharp on half pixels.
    const qreal half = borderWidth / 2;
    m_painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
}

} // namespace Detour
