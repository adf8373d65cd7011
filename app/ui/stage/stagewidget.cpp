// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/stagewidget.h"

#include "ui/stage/stageaccessible.h"
#include "ui/stage/stageclock.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Detour {

namespace {

constexpr QSize preferredSize(700, 432);
constexpr QSize smallestSize(320, 180);
constexpr qreal overlayAbove = 44; ///< from the waiting capsule's row to the room below it
constexpr qreal followTime = 92;   ///< ms in which scrolling comes nearer by a factor of e
constexpr qreal laneMargin = 60;   ///< kept to the right of the lane that is asked

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
    viewport()->grabGesture(Qt::PinchGesture);
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
        scrollTo(verticalScrollBar(), 0);
        scrollTo(horizontalScrollBar(), 0);
    }
    // The duration first: a clock that waits at an open end would take the old one for the end.
    m_clock->setDuration(board.duration());
    const bool goesOn = !board.isEmpty() && (board.hops().last().end == ArrowEnd::Pending || board.asksNext());
    m_clock->setOpenEnded(goesOn && !board.isWaiting());
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
    relayout(); // the text's scale may be another one
}

QRect StageWidget::overlayRect() const
{
    if (!m_board.isWaiting()) {
        return {};
    }
    const qreal left = m_geometry.clientX() + 28;
    const qreal top = m_geometry.requestY(0) + overlayAbove;
    const QSizeF seen = viewSize();
    return inViewport(QRectF(left, top, seen.width() - left - 12, seen.height() - top - 8)).toRect();
}

int StageWidget::hopAt(QPoint inViewport) const
{
    const int hop = m_geometry.hopAt(contentAt(inViewport));
    return hop < reachedHops() ? hop : -1;
}

QRect StageWidget::hopRect(int hop) const
{
    if (hop < 0 || hop >= m_geometry.hopCount()) {
        return {};
    }
    return inViewport(m_geometry.hopRect(hop)).toAlignedRect();
}

QImage StageWidget::renderAt(qreal time, QSize size, qreal dpr) const
{
    QImage image(size * dpr, QImage::Format_ARGB32_Premultiplied);
    const StageGeometry geometry(m_board, size);
    StageView view;
    view.board = &m_board;
    view.geometry = &geometry;
    view.size = size;
    view.scale = dpr;
    view.selectedHop = m_selectedHop;
    QPainter painter(&image);
    m_painter.paintOnce(painter, view, frameInSight(m_board, geometry, time, 0, size.height(), m_stills));
    painter.end();
    image.setDevicePixelRatio(dpr);
    return image;
}

void StageWidget::draw(QPainter &painter) const
{
    m_painter.paintOnce(painter, view(), m_frame);
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
    return QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value()) / scale();
}

QPointF StageWidget::contentAt(QPointF inViewport) const
{
    return inViewport / scale() + scrollOffset();
}

QRectF StageWidget::inViewport(const QRectF &content) const
{
    return {(content.topLeft() - scrollOffset()) * scale(), content.size() * scale()};
}

QSizeF StageWidget::viewSize() const
{
    return QSizeF(viewport()->size()) / scale();
}

void StageWidget::setZoom(qreal zoom, QPointF anchor)
{
    const qreal cut = qBound(smallestZoom, zoom, largestZoom);
    if (qFuzzyCompare(cut, m_zoom) || std::isnan(zoom)) {
        return;
    }
    const QPointF held = contentAt(anchor);
    m_zoom = cut;
    relayout();
    const bool follows = m_follows;
    scrollTo(verticalScrollBar(), held.y() - anchor.y() / scale());
    scrollTo(horizontalScrollBar(), held.x() - anchor.x() / scale());
    m_follows = follows;
    emit zoomChanged(m_zoom);
}

void StageWidget::stepZoom(int step, QPointF anchor)
{
    constexpr qreal sizes[] = {smallestZoom, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, largestZoom};
    constexpr qreal nearly = 0.001;
    if (step == 0) {
        setZoom(1, anchor);
    } else if (step > 0) {
        const auto *next = std::upper_bound(std::begin(sizes), std::end(sizes), m_zoom + nearly);
        setZoom(next == std::end(sizes) ? largestZoom : *next, anchor);
    } else {
        const auto *here = std::lower_bound(std::begin(sizes), std::end(sizes), m_zoom - nearly);
        setZoom(here == std::begin(sizes) ? smallestZoom : *std::prev(here), anchor);
    }
}

void StageWidget::project(qreal unit)
{
    m_unit = unit;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    relayout();
}

StageView StageWidget::view() const
{
    StageView view;
    view.board = &m_board;
    view.geometry = &m_geometry;
    view.size = viewSize();
    view.scale = scale();
    view.offset = scrollOffset();
    view.selectedHop = m_selectedHop;
    view.hoveredHop = m_hoveredHop;
    view.focusedHop = hasFocus() ? m_selectedHop : -1;
    return view;
}

void StageWidget::relayout()
{
    m_geometry = StageGeometry(m_board, viewSize(), m_unit > 0 ? StageDensity::Close : StageDensity::Usual);
    m_painter.forget();
    const QSizeF content = m_geometry.contentSize() * scale();
    const auto set = [](QScrollBar *bar, qreal whole, int page) {
        bar->setPageStep(page);
        bar->setRange(0, qMax(0, int(std::ceil(whole - 0.001)) - page));
    };
    m_scrollsItself = true; // a range that shrinks moves its bar, and nobody scrolled
    set(verticalScrollBar(), content.height(), viewport()->height());
    set(horizontalScrollBar(), content.width(), viewport()->width());
    m_scrollsItself = false;
    followPlayhead(m_clock->isTicking()); // without ticks nothing would end a smooth scroll
    refreshFrame();
}

void StageWidget::refreshFrame()
{
    m_frame = frameInSight(m_board, m_geometry, m_clock->time(), scrollOffset().y(), viewSize().height(), m_stills);
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
    // By the time that passed, not by ticks: a late frame scrolls farther.
    const qreal passed = m_sinceFollow.isValid() ? qBound<qreal>(0, qreal(m_sinceFollow.restart()), 100) : 0;
    if (!m_sinceFollow.isValid()) {
        m_sinceFollow.start();
    }
    const qreal share = 1 - std::exp(-passed / followTime);
    followSideways(hop, smoothly ? share : 1);
    const qreal height = viewSize().height();
    const qreal top = hop == 0 ? 0 : m_geometry.requestY(hop) - m_geometry.airAbove() - m_geometry.bandHeight();
    const qreal bottom = qMax(m_geometry.hopRect(hop).bottom(), m_geometry.turnY(hop) + m_geometry.airBelow());
    const qreal now = scrollOffset().y();
    qreal wanted = now;
    if (bottom - top > height) {
        // No room for all of it: what is told now.
        const qreal focus = m_clock->atEnd() ? bottom : rowInFocus(hop);
        wanted = qMax(focus - height, qMin(now, qMax(0.0, top)));
    } else {
        if (bottom > now + height) {
            wanted = qMin(bottom - height, top); // never beyond the hop's own request
        }
        if (top < wanted) {
            wanted = qMax(0.0, top);
        }
    }
    if (qAbs(wanted - now) < 0.5) {
        return;
    }
    const bool jumps = !smoothly || m_stills || qAbs(wanted - now) < 2 || qAbs(wanted - now) > 2 * height;
    scrollTo(verticalScrollBar(), jumps ? wanted : now + (wanted - now) * share);
}

qreal StageWidget::rowInFocus(int hop) const
{
    const Frame current = frameAt(m_board, m_clock->time(), hop, hop, m_stills);
    const HopFrame frame = current.hops.isEmpty() ? HopFrame() : current.hops.constFirst();
    const qreal below = m_geometry.airBelow();
    if (frame.sign > 0 || frame.stop > 0) {
        return qMax(m_geometry.hopRect(hop).bottom(), m_geometry.turnY(hop) + below);
    }
    return (frame.answer > 0 ? m_geometry.answerY(hop) : m_geometry.requestY(hop)) + below;
}

void StageWidget::followSideways(int hop, qreal share)
{
    const qreal width = viewSize().width();
    if (m_geometry.contentSize().width() <= width + 1 || hop >= m_geometry.hopCount()) {
        return;
    }
    // Out with the request, as far as its lane; home with the answer.
    const qreal lane = m_geometry.laneX(m_board.hops().at(hop).lane) + laneMargin;
    const Frame current = frameAt(m_board, m_clock->time(), hop, hop, m_stills);
    const bool isOut =
        !current.hops.isEmpty() && current.hops.constFirst().request > 0 && current.hops.constFirst().answer < 0.4;
    const qreal now = scrollOffset().x();
    const qreal wanted = isOut ? qMax(0.0, lane - width) : 0;
    const bool jumps = m_stills || qAbs(wanted - now) < 2;
    scrollTo(horizontalScrollBar(), jumps ? wanted : now + (wanted - now) * share);
}

void StageWidget::scrollTo(QScrollBar *bar, qreal content)
{
    m_scrollsItself = true;
    bar->setValue(qRound(content * scale()));
    m_scrollsItself = false;
}

void StageWidget::scrollToHop(int hop)
{
    if (hop < 0 || hop >= m_geometry.hopCount()) {
        return;
    }
    const QRectF rect = m_geometry.hopRect(hop);
    const qreal now = scrollOffset().y();
    const qreal top = hop == 0 ? 0 : rect.top() - m_geometry.bandHeight();
    const qreal height = viewSize().height();
    if (top < now) {
        scrollTo(verticalScrollBar(), top);
    } else if (rect.bottom() > now + height) {
        scrollTo(verticalScrollBar(), qMin(top, rect.bottom() - height));
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

} // namespace Detour
