// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/stagepainter.h"

#include "ui/stage/hoppainter.h"
#include "ui/stage/lanepainter.h"
#include "ui/stage/looppainter.h"
#include "ui/stage/stageink.h"

#include <QPainter>

#include <cmath>

namespace Detour {

namespace {

const HopFrame *frameOf(const Frame &frame, int hop)
{
    if (frame.hops.isEmpty()) {
        return nullptr;
    }
    const int index = hop - frame.hops.first().hop;
    return index >= 0 && index < frame.hops.size() ? &frame.hops.at(index) : nullptr;
}

/// The last hop on which nothing moves any more: the one after it has its capsule at rest.
int lastSettledHop(const Frame &frame)
{
    if (frame.atEnd) {
        return frame.currentHop;
    }
    const HopFrame *current = frameOf(frame, frame.currentHop);
    return frame.currentHop - (current && current->rest >= 1 ? 1 : 2);
}

void paintHops(const StageInk &ink, const StageView &view, const Frame &frame, int first, int last)
{
    for (const HopFrame &hop : frame.hops) {
        if (hop.hop < first || hop.hop > last || hop.hop >= view.board->hops().size()) {
            continue;
        }
        HopScene scene;
        scene.drawing = &view.board->hops().at(hop.hop);
        scene.frame = hop;
        if (const HopFrame *next = frameOf(frame, hop.hop + 1)) {
            scene.next = *next;
        } else if (frame.currentHop > hop.hop) {
            // Begun, but out of sight: by then it is told.
            scene.next = HopFrame{hop.hop + 1, 1, true, 1};
        }
        scene.selected = view.selectedHop == hop.hop;
        scene.hovered = view.hoveredHop == hop.hop;
        scene.focused = view.focusedHop == hop.hop;
        scene.waiting = view.board->isWaiting();
        scene.held = view.board->isHeld() && hop.hop == view.board->hops().size() - 1;
        HopPainter(ink, *view.geometry, scene).paint();
    }
}

} // namespace

void StagePainter::setTheme(const Theme &theme)
{
    m_theme = theme;
    forget();
}

StagePainter::Key StagePainter::keyOf(const StageView &view, const Frame &frame, qreal dpr) const
{
    const QSizeF size(view.size.width(), view.size.height() + 2 * reserve);
    const auto [first, last] = view.geometry->hopsBetween(m_settledTop, m_settledTop + size.height());
    return {size,
            view.offset.x(),
            view.selectedHop,
            view.hoveredHop,
            view.focusedHop,
            qMin(last, lastSettledHop(frame)),
            int(frame.laneOpening.count(1.0)),
            dpr};
}

void StagePainter::keepSettled(const StageView &view, const Frame &frame, qreal dpr)
{
    const qreal past = view.offset.y() - m_settledTop;
    const bool covers = past >= 0 && past <= 2 * reserve;
    if (!m_settled.isNull() && covers && keyOf(view, frame, dpr) == m_key) {
        return;
    }
    // On a whole pixel, or the kept picture would be blurred where it is drawn.
    m_settledTop = std::floor(qMax(0.0, view.offset.y() - reserve) * dpr) / dpr;
    m_key = keyOf(view, frame, dpr);
    const QSize pixels = (m_key.size * dpr).toSize();
    if (m_settled.size() != pixels) {
        m_settled = QPixmap(pixels);
    }
    StageView higher = view;
    higher.size = m_key.size;
    higher.offset.setY(m_settledTop);
    QPainter inner(&m_settled);
    inner.scale(dpr, dpr); // by hand: Qt takes a pixmap's own ratio below 1 for 1
    paintSettled(inner, higher, frame);
}

void StagePainter::paint(QPainter &painter, const StageView &view, const Frame &frame)
{
    keepSettled(view, frame, painter.device()->devicePixelRatioF() * view.scale);
    const QRectF shown(QPointF(0, view.offset.y() - m_settledTop) * m_key.dpr, view.size * m_key.dpr);
    painter.drawPixmap(QRectF({}, view.size * view.scale), m_settled, shown);
    painter.save();
    painter.scale(view.scale, view.scale);
    paintMoving(painter, view, frame);
    painter.restore();
}

void StagePainter::paintOnce(QPainter &painter, const StageView &view, const Frame &frame) const
{
    painter.save();
    painter.scale(view.scale, view.scale);
    paintSettled(painter, view, frame);
    paintMoving(painter, view, frame);
    painter.restore();
}

void StagePainter::paintSettled(QPainter &painter, const StageView &view, const Frame &frame) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight); // a target begins with its slash, whatever script follows
    painter.fillRect(QRectF({}, view.size), m_theme.surface);
    painter.translate(-view.offset);
    const StageInk ink(painter, m_theme);
    LanePainter(ink, view, frame).paintOpen();
    LoopPainter(ink, view, frame).paint(0, lastSettledHop(frame));
    paintHops(ink, view, frame, 0, lastSettledHop(frame));
    painter.restore();
}

void StagePainter::paintMoving(QPainter &painter, const StageView &view, const Frame &frame) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight); // a target begins with its slash, whatever script follows
    painter.setClipRect(QRectF({}, view.size), Qt::IntersectClip);
    painter.save();
    painter.translate(-view.offset);
    const StageInk ink(painter, m_theme);
    const LanePainter lanes(ink, view, frame);
    lanes.paintOpening();
    const int firstMoving = qMax(0, lastSettledHop(frame) + 1);
    // A request that is held back stands after the current hop.
    const int last = frame.hops.isEmpty() ? frame.currentHop : qMax(frame.currentHop, frame.hops.last().hop);
    LoopPainter(ink, view, frame).paint(firstMoving, last);
    paintHops(ink, view, frame, firstMoving, last);
    painter.restore();
    lanes.paintPinned();
    painter.restore();
}

} // namespace Detour
