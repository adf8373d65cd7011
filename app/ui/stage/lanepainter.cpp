// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/lanepainter.h"

#include "ui/stage/stageink.h"

#include <QFontMetricsF>

namespace Detour {

namespace {

constexpr qreal closeLanes = 110;

/// Words in the middle of `rect`, on a baseline; elided to it.
void centred(const StageInk &ink, const QRectF &rect, qreal baseline, const QString &words, const QFont &font,
             const QColor &color, Qt::TextElideMode mode = Qt::ElideRight)
{
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(words, mode, rect.width());
    const qreal width = metrics.horizontalAdvance(shown);
    ink.boxedText({rect.center().x() - width / 2, baseline}, shown, font, color, width + 1);
}

} // namespace

void LanePainter::paintOpen() const
{
    for (int lane = 0; lane < m_frame.laneOpening.size(); ++lane) {
        if (m_frame.laneOpening.at(lane) >= 1) {
            paintLane(lane, 1);
        }
    }
}

void LanePainter::paintOpening() const
{
    for (int lane = 0; lane < m_frame.laneOpening.size(); ++lane) {
        const qreal opening = m_frame.laneOpening.at(lane);
        if (opening > 0 && opening < 1) {
            paintLane(lane, opening);
        }
    }
}

void LanePainter::paintLane(int lane, qreal opening) const
{
    const StageGeometry &geometry = *m_view.geometry;
    const QRectF header = geometry.laneHeader(lane);
    const qreal viewTop = m_view.offset.y();
    const qreal viewBottom = viewTop + m_view.size.height();
    const qreal viewLeft = m_view.offset.x();
    const bool inSight = header.right() >= viewLeft && header.left() <= viewLeft + m_view.size.width();
    if (!inSight || header.top() > viewBottom) {
        return;
    }
    // From its header to the edge of what is seen; the dots keep their places while it scrolls.
    const qreal pattern = 6;
    const qreal skipped = qMax(0.0, viewTop - header.bottom());
    const qreal top = header.bottom() + qreal(qint64(skipped / pattern)) * pattern;
    const qreal bottom = between(top, viewBottom, opening);
    m_ink.dots({geometry.laneX(lane), top}, {geometry.laneX(lane), bottom});
    if (header.bottom() < viewTop) {
        return;
    }
    QPainter &painter = m_ink.painter();
    painter.save();
    if (opening < 1) {
        painter.setClipRect(QRectF(header.left(), header.top(), header.width(), header.height() * opening),
                            Qt::IntersectClip);
    }
    paintHeader(lane);
    painter.restore();
}

void LanePainter::paintHeader(int lane) const
{
    const StageFonts &fonts = StageFonts::get();
    const Theme &theme = m_ink.theme();
    const QRectF header = m_view.geometry->laneHeader(lane);
    const Lane &drawn = m_view.board->lanes().at(lane);
    const bool late = m_view.geometry->opensLate(lane);
    const qreal top = header.top();
    if (m_view.geometry->density() == StageDensity::Close) {
        // One line, and the whole authority: there is no second line to tell it.
        const bool named = lane == 0 || drawn.detail.isEmpty();
        m_ink.painter().fillRect(header, theme.surface);
        centred(m_ink, header, top + 16, named ? drawn.name : drawn.detail, named ? fonts.name : fonts.wire, theme.ink,
                Qt::ElideMiddle);
        return;
    }
    m_ink.box(header, theme.sunk, late ? theme.edge : theme.line, 1, late);
    const QRectF words = header.adjusted(6, 0, -6, 0);
    centred(m_ink, words, top + (drawn.detail.isEmpty() ? 26 : 17), drawn.name, fonts.name, theme.ink);
    // The end of a long authority tells more than its beginning.
    centred(m_ink, words, top + 34, drawn.detail, fonts.wire, theme.muted,
            lane == 0 ? Qt::ElideRight : Qt::ElideMiddle);
}

void LanePainter::paintPinned() const
{
    const StageGeometry &geometry = *m_view.geometry;
    const Theme &theme = m_ink.theme();
    const qreal height = geometry.bandHeight();
    const bool low = geometry.density() == StageDensity::Close;
    if (m_view.offset.y() <= geometry.laneHeader(0).bottom() - height) {
        return;
    }
    const QRectF band(0, 0, m_view.size.width(), height);
    m_ink.painter().fillRect(band, theme.surface);
    m_ink.painter().fillRect(QRectF(0, height - 1, band.width(), 1), theme.line);
    // Lanes that stand closer than names are wide have theirs in two rows, in turns.
    const bool close = geometry.laneStep() > 0 && geometry.laneStep() < closeLanes;
    for (int lane = 0; lane < m_frame.laneOpening.size(); ++lane) {
        const QRectF header = geometry.laneHeader(lane).translated(-m_view.offset);
        if (m_frame.laneOpening.at(lane) < 1 || header.top() >= height) {
            continue;
        }
        const qreal x = geometry.laneX(lane) - m_view.offset.x();
        const qreal room = !close     ? header.width()
                           : lane < 2 ? geometry.laneX(1) - geometry.clientX()
                                      : geometry.laneStep() * 2 - 8;
        const QRectF words(qBound(0.0, x - room / 2, qMax(0.0, band.width() - room)), 0, room, height);
        if (x + room / 2 < 0 || x - room / 2 > band.width()) {
            continue;
        }
        const QString &name = m_view.board->lanes().at(lane).name;
        const bool lower = close && lane % 2 == 1;
        centred(m_ink, words,
                low     ? 16
                : close ? (lower ? 29 : 14)
                        : 22,
                name, close ? StageFonts::get().small : StageFonts::get().name, theme.ink);
    }
}

} // namespace Detour
