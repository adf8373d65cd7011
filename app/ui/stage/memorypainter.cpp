// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/hoppainter.h"

#include <QFontMetricsF>
#include <QPainterPath>

namespace Detour {

namespace {

constexpr qreal nearest = 40;     ///< from the capsule to where the way turns back
constexpr qreal wordsBeyond = 14; ///< the turn
constexpr qreal roomForWords = 190;
constexpr int steps = 24; ///< a quarter of a curve

} // namespace

/// A way that never leaves the client: out of the capsule, round, and back to the life line. Dashed, since nothing
/// travels on a wire.
void HopPainter::paintRecall() const
{
    const StageFonts &fonts = StageFonts::get();
    const qreal y = m_geometry.requestY(m_frame.hop);
    const qreal below = m_geometry.answerY(m_frame.hop);
    const qreal radius = (below - y) / 2;
    const qreal capsule = m_geometry.capsuleLeft() + loadedWidth();
    const qsizetype space = m_drawing.answerTitle.indexOf(u' ');
    const qreal title = m_geometry.capsuleLeft() + 2
                        + QFontMetricsF(fonts.code).horizontalAdvance(m_drawing.answerTitle.left(space))
                        + QFontMetricsF(fonts.title).horizontalAdvance(m_drawing.answerTitle.mid(space));
    const qreal farthest = qMax(capsule + nearest, m_geometry.contentSize().width() - roomForWords - radius);
    const qreal turn = qBound(capsule + nearest, title + 16, farthest);

    const qreal out = m_frame.request;
    const QColor method = m_ink.theme().method(m_drawing.method);
    const QColor kind = m_drawing.status > 0 ? m_ink.theme().kind(m_drawing.kind).fill : method;
    QPolygonF there({QPointF(capsule + 3, y), QPointF(turn, y)});
    QPolygonF back;
    for (int step = 1; step <= steps; ++step) {
        const qreal angle = M_PI / 2 * step / steps;
        there.append({turn + radius * std::sin(angle), y + radius - radius * std::cos(angle)});
        back.append({turn + radius * std::cos(angle), y + radius + radius * std::sin(angle)});
    }
    back.prepend(there.constLast());
    back.append({m_geometry.clientX() + 12, below});
    m_ink.dashedPartOf(there, out, method);
    m_ink.dashedPartOf(back, m_frame.answer, kind);
    if (m_frame.answer > 0.98) {
        m_ink.arrowHead({m_geometry.clientX() + 2, below}, -1, kind);
    }
    m_ink.line({m_geometry.clientX(), y}, {m_geometry.capsuleLeft() - 3, y}, method);
    paintLoaded(m_geometry.capsuleLeft(), 1);
    paintChangeMark();
    paintRecallWords(turn + radius + wordsBeyond);
}

void HopPainter::paintRecallWords(qreal left) const
{
    const StageFonts &fonts = StageFonts::get();
    const Theme &theme = m_ink.theme();
    const qreal y = m_geometry.requestY(m_frame.hop);
    const qreal width = m_geometry.contentSize().width() - left - 12;
    m_ink.text({left, y + 7}, m_drawing.target, fonts.target, theme.ink, width);
    if (m_frame.request >= 1) {
        const qreal taken = paintRound({left, y + 25}, width);
        if (taken > 0) {
            m_ink.twoLines({left, y + 42}, m_drawing.memoryWords, fonts.small, theme.muted, width);
        } else {
            m_ink.twoLines({left, y + 25}, m_drawing.memoryWords, fonts.small, theme.muted, width);
        }
    }
}

} // namespace Detour
