// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/frame.h"
#include "ui/stage/stagegeometry.h"
#include "ui/theme.h"

#include <QPixmap>

class QPainter;

namespace Detour {

/// What a picture of the stage depends on besides the frame.
struct StageView
{
    const Storyboard *board = nullptr;       ///< valid during the call
    const StageGeometry *geometry = nullptr; ///< valid during the call
    QSizeF size;                             ///< of the picture, in units of the content
    QPointF offset;                          ///< the content's point at the picture's top left
    qreal scale = 1;                         ///< logical pixels a unit of the content: the zoom
    int selectedHop = -1;
    int hoveredHop = -1;
    int focusedHop = -1; ///< gets the focus ring
};

/// Draws a frame. What no longer moves (ground, life lines, hops that are told) is kept in a picture of its own, so
/// that a tick draws only what moves.
class StagePainter final
{
public:
    /// How far beyond the view the kept picture reaches, above and below: the frame should hold the hops there too.
    static constexpr qreal reserve = 272;

    void setTheme(const Theme &theme);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    /// Draws into the painter's current transform, in a rectangle of `view.size` times `view.scale` at its origin.
    void paint(QPainter &painter, const StageView &view, const Frame &frame);
    /// The same without keeping anything, for pictures.
    void paintOnce(QPainter &painter, const StageView &view, const Frame &frame) const;
    /// Must be called when the storyboard or the geometry changed.
    void forget() { m_settled = QPixmap(); }

private:
    struct Key
    {
        QSizeF size;    ///< of the picture
        qreal left = 0; ///< of the content
        int selected = -1;
        int hovered = -1;
        int focused = -1;
        int lastHop = -1; ///< the last settled hop that the picture holds
        int openLanes = 0;
        qreal dpr = 1; ///< the device's, zoom included: pixels a unit of the content

        friend bool operator==(const Key &, const Key &) = default;
    };

    void paintSettled(QPainter &painter, const StageView &view, const Frame &frame) const;
    void paintMoving(QPainter &painter, const StageView &view, const Frame &frame) const;
    void keepSettled(const StageView &view, const Frame &frame, qreal dpr);
    [[nodiscard]] Key keyOf(const StageView &view, const Frame &frame, qreal dpr) const;

    Theme m_theme = Theme::light();
    QPixmap m_settled;
    Key m_key;
    qreal m_settledTop = 0; ///< of the kept picture, in the content
};

} // namespace Detour
