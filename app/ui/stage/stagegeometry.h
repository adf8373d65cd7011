// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/storyboard.h"

#include <QRectF>

namespace Detour {

/// How much air the rows have.
enum class StageDensity {
    Usual, ///< as in the window
    Close, ///< as projected on a wall: one hop and its turn fill the picture, so names and rows stand closer
};

/// Where things stand on the stage: lanes and rows in logical pixels of the content, whose origin is its top left
/// corner. A pure function of storyboard and viewport, without fonts. Lines stand at whole pixels.
class StageGeometry final
{
public:
    static constexpr qreal capsuleHeight = 28;
    static constexpr qreal signSize = 42;
    static constexpr qreal ringSize = 30;
    static constexpr qreal verdictHeight = 30;
    static constexpr qreal headerHeight = 42;
    static constexpr qreal minimumWidth = 440; ///< below it the content scrolls sideways

    StageGeometry() = default;
    StageGeometry(const Storyboard &board, QSizeF viewport, StageDensity density = StageDensity::Usual);

    [[nodiscard]] StageDensity density() const { return m_density; }
    /// Of the band of lane names that stays when the headers scroll away.
    [[nodiscard]] qreal bandHeight() const;
    /// What a hop needs above its request's row (the target's words) and below its turn's (half a capsule).
    [[nodiscard]] qreal airAbove() const;
    [[nodiscard]] qreal airBelow() const;

    [[nodiscard]] QSizeF contentSize() const { return m_content; } ///< at least the viewport, in width and height
    [[nodiscard]] qreal clientX() const { return m_lanes.value(0); }
    [[nodiscard]] qreal laneX(int lane) const { return m_lanes.value(lane); }
    [[nodiscard]] QRectF laneHeader(int lane) const { return m_headers.value(lane); }
    /// Between two origins; 0 where there are fewer.
    [[nodiscard]] qreal laneStep() const { return m_lanes.size() > 2 ? m_lanes.at(2) - m_lanes.at(1) : 0; }
    /// True for a lane whose header stands at the row where it opens.
    [[nodiscard]] bool opensLate(int lane) const { return m_late.value(lane); }

    /// Rows, one set a hop.
    [[nodiscard]] qreal requestY(int hop) const { return m_rows.at(hop).request; }
    [[nodiscard]] qreal answerY(int hop) const { return m_rows.at(hop).answer; }
    /// Where a turn ends: the row of the next request, or of the stop.
    [[nodiscard]] qreal turnY(int hop) const { return m_rows.at(hop).turn; }
    [[nodiscard]] QRectF signRect(int hop) const;
    [[nodiscard]] QRectF ringRect(int hop, qreal size = ringSize) const;
    /// The room of a verdict; what is drawn may be narrower.
    [[nodiscard]] QRectF verdictRect(int hop) const;
    [[nodiscard]] QPointF stopCenter(int hop) const;
    [[nodiscard]] qreal stopRadius() const { return m_narrow ? 20 : 24; }
    /// The room of the words beside the octagon, from its top down to the refused target.
    [[nodiscard]] QRectF stopTextRect(int hop) const;
    /// Where a capsule rests, at the client's end: its left edge.
    [[nodiscard]] qreal capsuleLeft() const { return clientX() + 17; }
    /// The right end of an answer's text: what opens beside it has its room.
    [[nodiscard]] qreal textRight(int hop) const;
    /// All of a hop, for picking: its rows from the client's column to the content's right edge.
    [[nodiscard]] QRectF hopRect(int hop) const;
    [[nodiscard]] int hopCount() const { return int(m_rows.size()); }

    /// The hop at a point of the content; -1 if there is none.
    [[nodiscard]] int hopAt(QPointF point) const;
    /// First and last hop that meet these rows, {0, -1} if there is none.
    [[nodiscard]] std::pair<int, int> hopsBetween(qreal top, qreal bottom) const;

    friend bool operator==(const StageGeometry &, const StageGeometry &) = default;

private:
    struct Row
    {
        qreal top = 0;
        qreal request = 0;
        qreal answer = 0;
        qreal turn = 0;
        qreal bottom = 0;
        int opens = -1; ///< the lane that opens at the next request, -1: none

        friend bool operator==(const Row &, const Row &) = default;
    };

    void placeLanes(const Storyboard &board, qreal width);
    void placeHeaders(const Storyboard &board, qreal first, qreal step);
    void placeRows(const Storyboard &board);
    void placeRow(const HopDrawing &hop, Row &row, bool next);
    void placeLateHeaders(const Storyboard &board);
    [[nodiscard]] bool fitsBesideVerdict(int lane) const;

    QList<qreal> m_lanes;
    QList<QRectF> m_headers;
    QList<bool> m_late;
    QList<Row> m_rows;
    QSizeF m_content;
    bool m_narrow = false;
    StageDensity m_density = StageDensity::Usual;
};

} // namespace Detour
