// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/stagewidget.h"

#include "ui/stage/stageaccessible.h"
#include "ui/stage/stageclock.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Detour {

namespace {

constexpr QSize preferredSize(700, 432);
constexpr QSize smallestSize(320, 200);
constexpr qreal overlayAbove = 44;  ///< from the waiting capsule's row to the room below it
constexpr qreal rowMargin = 44;     ///< kept between the playhead's rows and the viewport's edge
constexpr qreal followShare = 0.16; ///< of the way, a tick

Frame frameInSight(const Storyboard &board, const StageGeometry &geometry, qreal time, qreal top, qreal height,
                   bool stills)
{
    constexpr qreal reserve = StagePainter::reserve;
    const auto [first, last] = geometry.hopsBetween(top - 2 * reserve, top + height + 2 * reserve);
    // A hop's turn reaches into its neighbour's rows.
    return frameAt(board, time, first - 1, qMax(0, last + 1), stills);
}

} // namespace

StageWidget::StageWidget(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_clock(new StageClock(this))
{
    StageAccessible::install();
    setAccessibleName(tr("Stage"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(24);
    horizontalScrollBar()->setSingleStep(24);
    connect(m_clock, &StageClock::timeChanged, this, &StageWidget::onTimeChanged);
    connect(m_clock, &StageClock::playingChanged, this, [this](bool playing) {
        m_follows = m_follows || playing;
        if (!playing) {
            followPlayhead(false); // no tick comes that would end a smooth scroll
        }
        announce();
    });
    relayout();
}

StageWidget::~StageWidget() = default;

void StageWidget::setStoryboard(const Storyboard &board, bool keepTime)
{
    m_board = board;
    if (!keepTime) {
        m_clock->pause();
        m_selectedHop = -1;
        m_follows = true;
        m_announced.clear();
    }
    m_hoveredHop = -1;
    m_selectedHop = qMin(m_selectedHop, int(board.hops().size()) - 1);
    relayout(); // before the clock speaks: its listeners ask for rows
    if (!keepTime) {
        m_clock->setTime(0);
        scrollTo(0);
    }
    // The duration first: a clock that waits at an open end would take the old one for the end.
    m_clock->setDuration(board.duration());
    m_clock->setOpenEnded(!board.isEmpty() && !board.isWaiting() && board.hops().last().end == ArrowEnd::Pending);
    refreshFrame();
    announce();
}

void StageWidget::setSelectedHop(int hop)
{
    const int known = hop < m_board.hops().size() ? qMax(-1, hop) : -1;
    if (known != m_selectedHop) {
        m_selectedHop = known;
        viewport()->update();
    }
}

void StageWidget::setReducedMotion(bool reduced)
{
    if (m_stills != reduced) {
        m_stills = reduced;
        refreshFrame();
    }
}

void StageWidget::setTheme(const Theme &theme)
{
    m_painter.setTheme(theme);
    viewport()->update();
}

QRect StageWidget::overlayRect() const
{
    if (!m_board.isWaiting()) {
        return {};
    }
    const qreal left = m_geometry.clientX() + 28;
    const qreal top = m_geometry.requestY(0) + overlayAbove;
    return QRectF(left, top, viewport()->width() - left - 12, viewport()->height() - top - 8)
        .translated(-scrollOffset())
        .toRect();
}

int StageWidget::hopAt(QPoint inViewport) const
{
    const int hop = m_geometry.hopAt(QPointF(inViewport) + scrollOffset());
    return hop < reachedHops() ? hop : -1;
}

QRect StageWidget::hopRect(int hop) const
{
    if (hop < 0 || hop >= m_geometry.hopCount()) {
        return {};
    }
    return m_geometry.hopRect(hop).translated(-scrollOffset()).toAlignedRect();
}

QImage StageWidget::renderAt(qreal time, QSize size, qreal dpr) const
{
    QImage image(size * dpr, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    const StageGeometry geometry(m_board, size);
    StageView view;
    view.board = &m_board;
    view.geometry = &geometry;
    view.size = size;
    view.selectedHop = m_selectedHop;
    QPainter painter(&image);
    m_painter.paintOnce(painter, view, frameInSight(m_board, geometry, time, 0, size.height(), m_stills));
    return image;
}

QSize StageWidget::sizeHint() const
{
    return preferredSize;
}

QSize StageWidget::minimumSizeHint() const
{
    return smallestSize;
}

QPointF StageWidget::scrollOffset() const
{
    return {qreal(horizontalScrollBar()->value()), qreal(verticalScrollBar()->value())};
}

StageView StageWidget::view() const
{
    StageView view;
    view.board = &m_board;
    view.geometry = &m_geometry;
    view.size = viewport()->size();
    view.offset = scrollOffset();
    view.selectedHop = m_selectedHop;
    view.hoveredHop = m_hoveredHop;
    view.focusedHop = hasFocus() ? m_selectedHop : -1;
    return view;
}

void StageWidget::relayout()
{
    m_geometry = StageGeometry(m_board, viewport()->size());
    m_painter.forget();
    const QSizeF content = m_geometry.contentSize();
    const auto set = [](QScrollBar *bar, qreal whole, int page) {
        bar->setPageStep(page);
        bar->setRange(0, qMax(0, int(std::ceil(whole)) - page));
    };
    set(verticalScrollBar(), content.height(), viewport()->height());
    set(horizontalScrollBar(), content.width(), viewport()->width());
    followPlayhead(m_clock->isPlaying());
    refreshFrame();
}

void StageWidget::refreshFrame()
{
    m_frame = frameInSight(m_board, m_geometry, m_clock->time(), scrollOffset().y(), viewport()->height(), m_stills);
    viewport()->update();
    emit frameChanged(m_frame);
}

void StageWidget::onTimeChanged()
{
    if (!m_clock->isPlaying()) {
        m_follows = true; // a step or a scrub shows where it went
    }
    followPlayhead(m_clock->isPlaying());
    refreshFrame();
    announce();
}

void StageWidget::followPlayhead(bool smoothly)
{
    const int hop = m_board.hopAt(m_clock->time());
    if (!m_follows || hop < 0 || m_board.isWaiting()) {
        return;
    }
    const qreal height = viewport()->height();
    const qreal top = hop == 0 ? 0 : m_geometry.requestY(hop) - rowMargin - StageGeometry::pinnedHeight;
    const qreal bottom = qMax(m_geometry.hopRect(hop).bottom(), m_geometry.turnY(hop) + rowMargin);
    const qreal now = verticalScrollBar()->value();
    qreal wanted = now;
    if (m_clock->atEnd() && bottom - top > height) {
        wanted = bottom - height; // no room for both: how it ended
    } else {
        if (bottom > now + height) {
            wanted = qMin(bottom - height, top); // never beyond the hop's own request
        }
        if (top < wanted) {
            wanted = qMax(0.0, top);
        }
    }
    if (wanted == now) {
        return;
    }
    const qreal step = (wanted - now) * followShare;
    const bool jumps = !smoothly || m_stills || qAbs(step) < 1 || qAbs(wanted - now) > 2 * height;
    scrollTo(jumps ? wanted : now + step);
}

void StageWidget::scrollTo(qreal y)
{
    m_scrollsItself = true;
    verticalScrollBar()->setValue(qRound(y));
    m_scrollsItself = false;
}

void StageWidget::scrollToHop(int hop)
{
    if (hop < 0 || hop >= m_geometry.hopCount()) {
        return;
    }
    const QRectF rect = m_geometry.hopRect(hop);
    const qreal now = verticalScrollBar()->value();
    const qreal top = hop == 0 ? 0 : rect.top() - StageGeometry::pinnedHeight;
    if (top < now) {
        scrollTo(top);
    } else if (rect.bottom() > now + viewport()->height()) {
        scrollTo(qMin(top, rect.bottom() - viewport()->height()));
    }
}

void StageWidget::announce()
{
    // While it plays, captions pass too fast to be spoken; a stop is where one listens.
    if (m_clock->isPlaying() && !m_clock->atEnd()) {
        return;
    }
    const QString caption = m_frame.captionLead + u' ' + m_frame.captionText;
    if (caption != m_announced) {
        m_announced = caption;
        setAccessibleDescription(caption.trimmed()); // tells assistive technology that it changed
    }
}

void StageWidget::announceHop()
{
    if (m_selectedHop < 0) {
        return;
    }
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_selectedHop);
    QAccessible::updateAccessibility(&event);
}

void StageWidget::pick(int hop)
{
    if (hop < 0 || hop >= reachedHops()) {
        return;
    }
    setSelectedHop(hop);
    scrollToHop(hop);
    announceHop();
    emit hopActivated(hop);
}

void StageWidget::setHoveredHop(int hop)
{
    if (hop != m_hoveredHop) {
        m_hoveredHop = hop;
        viewport()->setCursor(hop >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        viewport()->update();
    }
}

bool StageWidget::hopShowsFocus() const
{
    // Its ring lies around a resting capsule; while that is on its way, or out of sight, the stage has the ring.
    return viewport()->rect().intersects(hopRect(m_selectedHop))
           && std::any_of(m_frame.hops.cbegin(), m_frame.hops.cend(),
                          [this](const HopFrame &hop) { return hop.hop == m_selectedHop && hop.rest >= 1; });
}

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
    setHoveredHop(hopAt(event->position().toPoint()));
}

void StageWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        pick(hopAt(event->position().toPoint()));
    } else {
        QAbstractScrollArea::mousePressEvent(event);
    }
}

void StageWidget::mouseReleaseEvent(QMouseEvent *event)
{
    event->setAccepted(event->button() == Qt::LeftButton);
}

void StageWidget::wheelEvent(QWheelEvent *event)
{
    QAbstractScrollArea::wheelEvent(event);
    setHoveredHop(hopAt(event->position().toPoint()));
}

void StageWidget::keyPressEvent(QKeyEvent *event)
{
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
        event->setAccepted(m_selectedHop >= 0);
        pick(m_selectedHop);
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
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace Detour
