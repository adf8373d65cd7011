// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/stagewidget.h"

#include <QApplication>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

// What the stage does with events: painting, mouse, wheel, keys and gestures.

namespace Detour {

void StageWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    m_painter.paint(painter, view(), m_frame);
    if (hasFocus() && !hopShowsFocus()) {
        painter.setPen(QPen(m_painter.theme().focus, 2));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(3, 3, -3, -3), 6, 6);
    }
}

void StageWidget::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void StageWidget::scrollContentsBy(int, int)
{
    if (!m_scrollsItself) {
        m_follows = false;
    }
    refreshFrame();
}

void StageWidget::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_pressedAt && (m_panning || (at - *m_pressedAt).manhattanLength() >= QApplication::startDragDistance())) {
        pan(at);
        return;
    }
    setHoveredHop(hopAt(at));
}

void StageWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    m_pressedAt = event->position().toPoint();
    m_panFrom = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

void StageWidget::mouseReleaseEvent(QMouseEvent *event)
{
    const bool picks = event->button() == Qt::LeftButton && m_pressedAt && !m_panning;
    event->setAccepted(m_pressedAt.has_value());
    endPan();
    if (picks) {
        pick(hopAt(event->position().toPoint()));
    }
}

void StageWidget::pan(QPoint to)
{
    m_panning = true;
    setHoveredHop(-1);
    viewport()->setCursor(Qt::ClosedHandCursor);
    const QPoint wanted = m_panFrom - (to - *m_pressedAt);
    horizontalScrollBar()->setValue(wanted.x());
    verticalScrollBar()->setValue(wanted.y());
}

void StageWidget::endPan()
{
    if (m_panning) {
        viewport()->setCursor(Qt::ArrowCursor);
    }
    m_panning = false;
    m_pressedAt.reset();
}

void StageWidget::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        m_wheel += turned.y();
        if (qAbs(m_wheel) >= QWheelEvent::DefaultDeltasPerStep) {
            stepZoom(m_wheel > 0 ? 1 : -1, event->position());
            m_wheel = 0;
        }
        event->accept();
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        const int way = turned.y() != 0 ? turned.y() : turned.x();
        QScrollBar *bar = horizontalScrollBar();
        bar->setValue(bar->value() - way * 3 * bar->singleStep() / QWheelEvent::DefaultDeltasPerStep);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
    setHoveredHop(hopAt(event->position().toPoint()));
}

bool StageWidget::zoomByKey(const QKeyEvent &event)
{
    if (!(event.modifiers() & Qt::ControlModifier)) {
        return false;
    }
    const QPointF middle = QRectF(viewport()->rect()).center();
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        stepZoom(1, middle);
        return true;
    case Qt::Key_Minus:
        stepZoom(-1, middle);
        return true;
    case Qt::Key_0:
        stepZoom(0, middle);
        return true;
    default: // the window's
        return false;
    }
}

bool StageWidget::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // With the focus on the stage these keys are the stage's, not the page's.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool zooms = key->key() == Qt::Key_Plus || key->key() == Qt::Key_Equal || key->key() == Qt::Key_Minus
                           || key->key() == Qt::Key_0;
        if (zooms && key->modifiers() & Qt::ControlModifier) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool StageWidget::zoomByGesture(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setZoom(m_zoom * (1 + gesture->value()), gesture->position());
            return true;
        }
    } else if (event->type() == QEvent::Gesture) {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (const auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            setZoom(m_zoom * pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint().toPoint()));
            gestures->accept(Qt::PinchGesture);
            return true;
        }
    }
    return false;
}

void StageWidget::keyPressEvent(QKeyEvent *event)
{
    if (zoomByKey(*event)) {
        return;
    }
    const int last = reachedHops() - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        pick(m_selectedHop < 0 ? last : qMax(0, m_selectedHop - 1));
        return;
    case Qt::Key_Down:
        pick(qMin(last, m_selectedHop + 1));
        return;
    case Qt::Key_Home:
        pick(0);
        return;
    case Qt::Key_End:
        pick(last);
        return;
    case Qt::Key_PageUp:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_PageDown:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selectedHop >= 0 && !(event->modifiers() & ~Qt::KeypadModifier))
            pick(m_selectedHop);
        else
            event->ignore(); // with Ctrl it sends
        return;
    default: // all other keys are the window's: Space plays, Left and Right step
        event->ignore();
    }
}

void StageWidget::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void StageWidget::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool StageWidget::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        setHoveredHop(-1);
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int hop = hopAt(help->pos());
        // Plain by construction: a tool tip that looks like mark-up would be shown as such.
        QToolTip::showText(help->globalPos(), hop < 0 ? QString() : m_board.hops().at(hop).sentence.toHtmlEscaped(),
                           viewport());
        return true;
    }
    return zoomByGesture(event) || QAbstractScrollArea::viewportEvent(event);
}

} // namespace Detour
