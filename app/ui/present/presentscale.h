// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QSizeF>

namespace Detour {

/// Sizes for a wall: everything grows with the screen, as drawn for 1280 × 720. The size of text in the window has no
/// say here. At 1280 × 720 facts have 30 pixels or more, and nothing has less than 24.
class PresentScale final
{
public:
    static constexpr QSizeF drawnFor{1280, 720};
    static constexpr qreal fact = 30;
    static constexpr qreal smallest = 24;

    PresentScale() = default;
    explicit PresentScale(QSizeF room)
        : m_unit(qMax(smallestUnit, qMin(room.width() / drawnFor.width(), room.height() / drawnFor.height())))
    {}

    /// Logical pixels for one pixel of the drawing.
    [[nodiscard]] qreal unit() const { return m_unit; }
    [[nodiscard]] int px(qreal pixels) const { return qRound(pixels * m_unit); }
    /// `pixels` of the drawing; whole pixels of the screen, never fewer.
    [[nodiscard]] QFont text(qreal pixels, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] QFont mono(qreal pixels, QFont::Weight weight = QFont::Normal) const;
    /// For StageWidget::project(): its smallest words (12) have 30 pixels then, its lines (2) have 5.
    [[nodiscard]] qreal stageUnit() const { return 2.5 * m_unit; }

    friend bool operator==(const PresentScale &, const PresentScale &) = default;

private:
    static constexpr qreal smallestUnit = 0.5;

    qreal m_unit = 1;
};

} // namespace Detour
