// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/strip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/signpainter.h"
#include "ui/widgets/tokenpainter.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QtMath>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

// Places are those of text at its designed size; painting and the mouse scale them (Theme::textScale()).
constexpr qreal stripHeight = 40;
constexpr qreal chipHeight = 32;
constexpr qreal capsuleHeight = 20;
constexpr qreal signSize = 32;
constexpr qreal ringSize = 20;
constexpr qreal gap = 6;
constexpr qreal padding = 10;
constexpr qreal arrowWidth = 14;
constexpr qreal longestTarget = 190;
constexpr qreal notYetWidth = 68;
constexpr qreal questionWidth = 36;
constexpr qreal questionHeight = 22;

QFont targetFont()
{
    return Theme::exactMonoFont(12);
}

QFont endFont()
{
    return Theme::exactTextFont(13.5, QFont::DemiBold);
}

Capsule capsuleOf(const HopDrawing &drawing)
{
    return {drawing.method, drawing.sheet};
}

constexpr qreal tokenHeight = 16;
constexpr qreal padlockWidth = 10;
constexpr qreal penWidth = 12;
constexpr qreal hintGap = 4;

/// What stands between capsule and target: who changed it, what proves who asks, whether it is encrypted.
qreal hintsWidth(const HopDrawing &drawing)
{
    const Tokens tokens = Tokens::of(drawing.credentials);
    return (drawing.changedByUser ? hintGap + penWidth : 0)
           + (tokens.isEmpty() ? 0 : hintGap + tokensSize(tokens, tokenHeight).width())
           + (drawing.padlock == Padlock::None ? 0 : hintGap + padlockWidth);
}

void paintHints(QPainter &painter, QPointF at, const HopDrawing &drawing, const Theme &theme)
{
    qreal x = at.x() + hintGap;
    if (drawing.changedByUser) {
        paintIcon(painter, QRectF(x, at.y() - penWidth / 2, penWidth, penWidth), Icon::Pen, theme.ink);
        x += penWidth + hintGap;
    }
    const Tokens tokens = Tokens::of(drawing.credentials);
    if (!tokens.isEmpty()) {
        paintTokens(painter, {x, at.y() - tokenHeight / 2}, tokenHeight, tokens, TokenState::Rides,
                    theme.method(drawing.method), theme);
        x += tokensSize(tokens, tokenHeight).width() + hintGap;
    }
    if (drawing.padlock != Padlock::None) {
        const bool open = drawing.padlock == Padlock::Open;
        paintPadlock(painter, QRectF(x, at.y() - 7, padlockWidth, 13), open ? 1 : 0, open ? theme.error : theme.muted);
    }
}

bool endsWithSign(const HopDrawing &drawing)
{
    return isRedirection(drawing.status);
}

/// Where an answer that is on its way will be told.
QRectF notYetRect(const QRectF &chip)
{
    return {chip.right() + gap * 2 + arrowWidth, chip.top(), notYetWidth, chip.height()};
}

/// Where the next request will stand, behind the sign that is asked about.
QRectF questionRect(const QRectF &sign)
{
    return {sign.right() + gap * 2 + arrowWidth, (stripHeight - questionHeight) / 2, questionWidth, questionHeight};
}

void paintArrow(QPainter &painter, const QPointF &from, const QColor &color)
{
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF tip = from + QPointF(10, 0);
    painter.drawLine(from, tip);
    painter.drawPolyline(QPolygonF({tip + QPointF(-4, -4), tip, tip + QPointF(-4, 4)}));
}

} // namespace

Strip::Strip(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The chain"));
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Strip::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    updateScrolling();
    viewport()->update();
}

void Strip::setStoryboard(const Storyboard &board)
{
    m_board = board;
    layOut();
    updateScrolling();
    viewport()->update();
}

void Strip::setFrame(const Frame &frame)
{
    m_told = frame.currentHop + 1;
    // The stage's frame holds what is in sight there; all hops before the current one are told whole.
    const Frame current = frameAt(m_board, frame.time, frame.currentHop, frame.currentHop);
    m_current = current.hops.isEmpty() ? HopFrame() : current.hops.constFirst();
    if (accessibleDescription() != frame.captionText)
        setAccessibleDescription(frame.captionText);
    if (m_followsPlayhead)
        ensureVisible(qMax(0, m_told - 1));
    viewport()->update();
}

void Strip::setSelectedHop(int hop)
{
    if (m_selected == hop)
        return;
    m_selected = hop;
    m_followsPlayhead = true;
    ensureVisible(hop);
    viewport()->update();
}

QSize Strip::sizeHint() const
{
    return {400, Theme::scaled(int(stripHeight))};
}

QSize Strip::minimumSizeHint() const
{
    return {120, Theme::scaled(int(stripHeight))};
}

QString Strip::endText(const HopDrawing &drawing) const
{
    if (!drawing.stopTitle.isEmpty())
        return drawing.stopTitle;
    return drawing.status > 0 && !endsWithSign(drawing) ? QString::number(drawing.status) : QString();
}

void Strip::layOut()
{
    const QFontMetricsF target(targetFont());
    const QFontMetricsF end(endFont());
    m_places.clear();
    m_places.reserve(m_board.hops().size());
    qreal x = 3;
    for (const HopDrawing &drawing : m_board.hops()) {
        Place place;
        const qreal text = qMin(longestTarget, target.horizontalAdvance(drawing.target));
        const qreal width =
            padding * 2 + capsuleSize(capsuleOf(drawing), capsuleHeight).width() + hintsWidth(drawing) + 8 + text;
        place.chip = QRectF(x, (stripHeight - chipHeight) / 2, width, chipHeight);
        const qreal size = endsWithSign(drawing) ? signSize : ringSize;
        const qreal lead = endsWithSign(drawing) ? gap : gap + arrowWidth + gap;
        place.mark = QRectF(place.chip.right() + lead, (stripHeight - size) / 2, size, size);
        place.end = place.mark.right() + gap;
        if (const QString words = endText(drawing); !words.isEmpty())
            place.end +=
                end.horizontalAdvance(words) + gap + (endsWithSign(drawing) ? ringSize + gap * 3 + arrowWidth : 0);
        if (drawing.verdict || drawing.isAsked())
            place.end += arrowWidth + gap;
        if (drawing.isAsked())
            place.end += questionWidth + gap;
        m_places.append(place);
        x = place.end;
    }
    if (!m_places.isEmpty())
        m_places.last().end = qMax(m_places.last().end, notYetRect(m_places.last().chip).right() + 2);
}

void Strip::updateScrolling()
{
    const qreal width = m_places.isEmpty() ? 0 : m_places.constLast().end + 4;
    horizontalScrollBar()->setPageStep(seenWidth());
    horizontalScrollBar()->setRange(0, qMax(0, qRound(width) - seenWidth()));
}

int Strip::seenWidth() const
{
    return qFloor(viewport()->width() / Theme::textScale());
}

void Strip::ensureVisible(int hop)
{
    if (hop < 0 || hop >= m_places.size())
        return;
    const Place &place = m_places.at(hop);
    QScrollBar *bar = horizontalScrollBar();
    const qreal end = qMax(place.end, notYetRect(place.chip).right());
    if (end > bar->value() + seenWidth())
        bar->setValue(qRound(end) + 4 - seenWidth());
    if (place.chip.left() < bar->value())
        bar->setValue(qRound(place.chip.left()) - 4);
}

void Strip::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrolling();
}

void Strip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal left = horizontalScrollBar()->value();
    painter.scale(Theme::textScale(), Theme::textScale());
    painter.translate(-left, 0);
    const auto first = std::lower_bound(m_places.cbegin(), m_places.cend(), left,
                                        [](const Place &place, qreal x) { return place.end < x; });
    for (auto it = first; it != m_places.cend() && it->chip.left() < left + seenWidth(); ++it) {
        const int hop = int(std::distance(m_places.cbegin(), it));
        if (hop < m_told)
            paintHop(painter, hop);
    }
}

void Strip::paintHop(QPainter &painter, int hop) const
{
    const HopDrawing &drawing = m_board.hops().at(hop);
    const Place &place = m_places.at(hop);
    const bool selected = hop == m_selected;
    QPen border(selected ? m_theme.ink : m_theme.line, selected ? 2 : 1);
    if (drawing.isFromMemory()) {
        border.setColor(selected ? m_theme.ink : m_theme.edge);
        border.setDashPattern({3, 2}); // nothing was sent
    }
    painter.setPen(border);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(place.chip.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    if (selected && hasFocus()) {
        painter.setPen(QPen(m_theme.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place.chip.adjusted(-3, -3, 3, 3), 10, 10);
    }

    const Capsule capsule = capsuleOf(drawing);
    const QPointF at(place.chip.left() + padding, place.chip.center().y() - capsuleHeight / 2);
    paintCapsule(painter, at, capsuleHeight, capsule, m_theme);
    const qreal capsuleEnd = at.x() + capsuleSize(capsule, capsuleHeight).width();
    paintHints(painter, {capsuleEnd, place.chip.center().y()}, drawing, m_theme);
    const qreal textLeft = capsuleEnd + hintsWidth(drawing) + 8;
    const QRectF text(textLeft, place.chip.top(), place.chip.right() - padding - textLeft, place.chip.height());
    painter.setFont(targetFont());
    painter.setPen(m_theme.ink);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(targetFont()).elidedText(drawing.target, Qt::ElideMiddle, text.width() + 1));

    const bool isLast = hop == m_told - 1;
    const bool answered = m_current.end > 0 || m_current.stop > 0 || (endsWithSign(drawing) && m_current.answer >= 1.0);
    if (isLast && !answered && !m_board.isWaiting())
        paintNotYet(painter, place.chip);
    else
        paintMark(painter, hop, isLast ? m_current : HopFrame{.hop = hop, .answer = 1, .sign = 1});
}

void Strip::paintNotYet(QPainter &painter, const QRectF &chip) const
{
    const QRectF rect = notYetRect(chip);
    paintArrow(painter, {chip.right() + gap, stripHeight / 2}, m_theme.muted);
    painter.setPen(QPen(m_theme.edge, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setFont(Theme::exactTextFont(12));
    painter.setPen(m_theme.muted);
    painter.drawText(rect, Qt::AlignCenter, tr("not yet"));
}

void Strip::paintMark(QPainter &painter, int hop, const HopFrame &frame) const
{
    const HopDrawing &drawing = m_board.hops().at(hop);
    const Place &place = m_places.at(hop);
    qreal x = place.mark.right();
    if (endsWithSign(drawing) && frame.answer >= 1.0) {
        paintSign(painter, place.mark, drawing.status, m_theme);
        if (drawing.isTurn() && drawing.stopTitle.isEmpty() && frame.sign > 0)
            paintArrow(painter, {x + gap, stripHeight / 2}, m_theme.muted);
        if (drawing.isAsked() && frame.sign > 0)
            paintQuestionMark(painter, questionRect(place.mark), m_theme);
    }
    if (frame.end <= 0 && frame.stop <= 0)
        return;
    painter.setFont(endFont());
    const bool stopped = !drawing.stopTitle.isEmpty();
    QRectF ring = place.mark;
    if (endsWithSign(drawing)) {
        if (!stopped)
            return;
        ring = QRectF(x + gap * 2 + arrowWidth, (stripHeight - ringSize) / 2, ringSize, ringSize);
    }
    paintArrow(painter, {ring.left() - gap - arrowWidth + 2, stripHeight / 2}, m_theme.muted);
    x = ring.right() + gap;
    if (stopped)
        paintStopSign(painter, ring, m_theme);
    else
        paintRing(painter, ring, drawing.status, m_theme);
    const bool good = statusKind(drawing.status) == StatusKind::Success && !stopped;
    painter.setPen(good ? m_theme.ok : stopped || drawing.kind == StatusKind::Failure ? m_theme.error : m_theme.muted);
    painter.drawText(QRectF(x, 0, 2000, stripHeight), Qt::AlignVCenter | Qt::AlignLeft, endText(drawing));
}

int Strip::hopAt(const QPointF &point) const
{
    const QPointF at = point / Theme::textScale() + QPointF(horizontalScrollBar()->value(), 0);
    for (int hop = 0; hop < qMin<int>(m_told, int(m_places.size())); ++hop) {
        const Place &place = m_places.at(hop);
        if (at.x() >= place.chip.left() && at.x() < place.end)
            return hop;
    }
    return -1;
}

void Strip::mousePressEvent(QMouseEvent *event)
{
    const int hop = hopAt(event->position());
    if (event->button() == Qt::LeftButton && hop >= 0)
        emit hopActivated(hop);
}

void Strip::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(hopAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool Strip::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int hop = hopAt(help->pos());
        // Plain by construction: a tool tip that looks like mark-up would be shown as such.
        QToolTip::showText(help->globalPos(), hop < 0 ? QString() : m_board.hops().at(hop).sentence.toHtmlEscaped(),
                           this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void Strip::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) || m_told == 0) {
        event->ignore();
        return;
    }
    const int step = event->key() == Qt::Key_Left ? -1 : 1;
    emit hopActivated(qBound(0, m_selected + step, m_told - 1));
}

} // namespace Detour
