// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/looppainter.h"

#include "ui/stage/stageink.h"

#include <QFontMetricsF>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal away = 76;   ///< from the life line: clear of the signs
constexpr qreal below = 12;  ///< a request's row, where a turn ends
constexpr qreal radius = 10; ///< of the corners
constexpr int cornerSteps = 6;

void addCorner(QPolygonF &points, QPointF center, qreal from, qreal to)
{
    for (int step = 0; step <= cornerSteps; ++step) {
        const qreal angle = between(from, to, qreal(step) / cornerSteps);
        points.append(center + QPointF(std::cos(angle), std::sin(angle)) * radius);
    }
}

} // namespace

void LoopPainter::paint(int first, int last) const
{
    const QList<Loop> &loops = m_view.board->loops();
    const qreal top = m_view.offset.y();
    const qreal bottom = top + m_view.size.height();
    for (int i = 0; i < qMin(m_frame.loopsBegun, int(loops.size())); ++i) {
        const Loop &loop = loops.at(i);
        const bool meets = m_view.geometry->requestY(loop.to) < bottom + below
                           && m_view.geometry->requestY(loop.from) > top - 2 * below;
        if (loop.from < first || loop.from > last || !meets) {
            continue;
        }
        qreal progress = 1; // out of sight: told
        for (const HopFrame &hop : m_frame.hops) {
            progress = hop.hop == loop.from ? hop.loop : progress;
        }
        paintLoop(loop, progress);
    }
}

void LoopPainter::paintLoop(const Loop &loop, qreal progress) const
{
    const qreal client = m_view.geometry->clientX();
    const qreal x = client - away;
    const qreal from = m_view.geometry->requestY(loop.from) + below;
    const qreal to = m_view.geometry->requestY(loop.to) + below;
    QPolygonF points({QPointF(client - 3, from)});
    addCorner(points, {x + radius, from - radius}, M_PI / 2, M_PI);
    // Even steps on the long way, so that the line grows evenly.
    const int steps = qBound(2, int((from - to) / 8), 400);
    for (int step = 1; step < steps; ++step) {
        points.append({x, between(from - radius, to + radius, qreal(step) / steps)});
    }
    addCorner(points, {x + radius, to + radius}, M_PI, 3 * M_PI / 2);
    points.append({client - 12, to});
    m_ink.partOf(points, progress, m_ink.theme().ink, 2);
    if (progress >= 1) {
        m_ink.arrowHead({client - 3, to}, 1, m_ink.theme().ink);
        paintWords(loop, x, to + 2 * radius, from - 2 * radius);
    }
}

void LoopPainter::paintWords(const Loop &loop, qreal x, qreal top, qreal bottom) const
{
    const StageFonts &fonts = StageFonts::get();
    const QString words = u"hop %1 is hop %2 again"_s.arg(loop.from + 1).arg(loop.to + 1);
    const qreal width = QFontMetricsF(fonts.small).horizontalAdvance(words);
    if (bottom - top < width + 16) {
        return; // the request's own words say it
    }
    QPainter &painter = m_ink.painter();
    painter.save();
    painter.translate(x + 4, (top + bottom + width) / 2);
    painter.rotate(-90);
    m_ink.text({0, 0}, words, fonts.small, m_ink.theme().ink, width + 1);
    painter.restore();
}

} // namespace Detour
