// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/hoppainter.h"

namespace Detour {

namespace {

constexpr qreal pillWidth = 44;
constexpr qreal marginRight = 12;
constexpr qreal clearance = 5; ///< between the pill and the dots

} // namespace

/// At the end of a turn that is asked about: a place for a request, and a line that leads to no lane.
void HopPainter::paintQuestion() const
{
    const qreal shown = part(m_frame.sign, 0.6, 1);
    if (!m_drawing.isAsked() || shown <= 0) {
        return;
    }
    const qreal y = m_geometry.turnY(m_frame.hop);
    const qreal left = m_geometry.capsuleLeft();
    const qreal right = m_geometry.contentSize().width() - marginRight;
    const qreal from = left + pillWidth + clearance;
    m_ink.dots({m_geometry.clientX(), y}, {left - clearance, y});
    m_ink.dots({from, y}, {between(from, right, shown), y});
    const qreal height = StageGeometry::capsuleHeight * shown;
    paintQuestionMark(m_ink.painter(), QRectF(left, y - height / 2, pillWidth, height), m_ink.theme());
}

} // namespace Detour
