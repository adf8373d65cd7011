// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/timelineslider.h"

#include "story/instep.h"
#include "ui/widgets/signpainter.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace Detour {

namespace {

constexpr qreal margin = 12;
constexpr qreal knobRadius = 7;
constexpr qreal bar = 4;
constexpr qreal markerSize = 15;
/// Nearer than this, in pixels, a press on the bar takes the marker's own moment.
constexpr qreal snap = 6;
/// So many markers can be told apart; of longer chains the bar shows every n-th.
constexpr int mostMarkers = 60;

} // namespace

TimelineSlider::TimelineSlider(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Time line"));
    setCursor(Qt::PointingHandCursor);
}

void TimelineSlider::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void TimelineSlider::setStoryboard(const Storyboard &board, bool keepsReached)
{
    if (!keepsReached)
        m_reached = 0;
    else if (board.pace() != m_board.pace())
        m_reached = timeInStep(m_board, m_reached, board);
    m_board = board;
    setEnabled(board.duration() > 0);
    update();
}

void TimelineSlider::setTime(qreal milliseconds)
{
    m_time = qBound(0.0, milliseconds, m_board.duration());
    m_reached = qMax(m_reached, m_time);
    update();
}

qreal TimelineSlider::xOf(qreal milliseconds) const
{
    const qreal duration = m_board.duration();
    return margin + (duration <= 0 ? 0 : milliseconds / duration * (width() - 2 * margin));
}

qreal TimelineSlider::timeAt(qreal x) const
{
    const qreal span = qMax(1.0, width() - 2 * margin);
    const qreal time = qBound(0.0, (x - margin) / span, 1.0) * m_board.duration();
    const Marker *marker = markerAt(x);
    return marker ? marker->time : time;
}

const Marker *TimelineSlider::markerAt(qreal x) const
{
    for (const Marker &marker : m_board.markers()) {
        if (marker.time <= m_reached && qAbs(xOf(marker.time) - x) <= snap)
            return &marker;
    }
    return nullptr;
}

bool TimelineSlider::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Marker *marker = markerAt(help->pos().x());
    const QString words = marker ? m_board.hops().at(marker->hop).sentence : tr("Click or drag to any moment");
    // Plain by construction: a tool tip that looks like mark-up would be shown as such.
    QToolTip::showText(help->globalPos(), words.toHtmlEscaped(), this);
    return true;
}

void TimelineSlider::paintMarkers(QPainter &painter) const
{
    const auto &markers = m_board.markers();
    const qsizetype every = qMax<qsizetype>(1, markers.size() / mostMarkers);
    for (qsizetype i = 0; i < markers.size(); ++i) {
        const Marker &marker = markers.at(i);
        if (marker.time > m_reached)
            break;
        if (i % every != 0 && i != markers.size() - 1)
            continue;
        const QRectF rect(xOf(marker.time) - markerSize / 2, (height() - markerSize) / 2, markerSize, markerSize);
        switch (marker.kind) {
        case Marker::Kind::Turn:
            paintBullet(painter, rect, statusKind(marker.status), m_theme);
            break;
        case Marker::Kind::End:
            paintRing(painter, rect, marker.status, m_theme);
            break;
        case Marker::Kind::Stop:
            paintStopSign(painter, rect, m_theme);
            break;
        case Marker::Kind::Question:
            paintQuestionMark(painter, rect, m_theme);
            break;
        }
    }
}

void TimelineSlider::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal middle = height() / 2.0;
    const auto stroke = [&](qreal from, qreal to, const QColor &color) {
        painter.setPen(QPen(color, bar, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(from, middle), QPointF(to, middle));
    };
    stroke(margin, width() - margin, m_theme.line);
    const qreal knob = xOf(m_time);
    if (m_board.duration() > 0)
        stroke(margin, knob, m_theme.ink);
    paintMarkers(painter);
    painter.setPen(QPen(isEnabled() ? m_theme.ink : m_theme.edge, 3));
    painter.setBrush(m_theme.surface);
    painter.drawEllipse(QPointF(knob, middle), knobRadius, knobRadius);
}

void TimelineSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit scrubbed(timeAt(event->position().x()));
}

void TimelineSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        emit scrubbed(timeAt(event->position().x()));
}

} // namespace Detour
