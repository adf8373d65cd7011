// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QFont>
#include <QPainter>
#include <QPolygonF>

namespace Detour {

/// The faces of the stage, all from the scale of the theme.
struct StageFonts
{
    QFont name; ///< of a lane
    QFont wire; ///< lane details, Location, fields
    QFont target;
    QFont title; ///< an answer's phrase
    QFont code;  ///< an answer's number
    QFont small; ///< what stands under a request
    QFont verdict;
    QFont detail; ///< beside a verdict
    QFont stop;

    [[nodiscard]] static const StageFonts &get();
};

/// Lines and words on the stage. Words never touch what is behind them: each has a backing in the surface's colour.
class StageInk final
{
public:
    /// Both must outlive the ink.
    StageInk(QPainter &painter, const Theme &theme)
        : m_painter(painter)
        , m_theme(theme)
    {}

    [[nodiscard]] QPainter &painter() const { return m_painter; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    /// One line of text with its baseline's left end at `at`, elided to `width`; returns the width it took.
    qreal text(QPointF at, const QString &words, const QFont &font, const QColor &color, qreal width) const;
    /// The same without a backing, for words in a box.
    qreal boxedText(QPointF at, const QString &words, const QFont &font, const QColor &color, qreal width) const;
    /// Text with a line through it.
    qreal struckText(QPointF at, const QString &words, const QFont &font, const QColor &color, qreal width) const;
    /// At most two lines, broken between words; returns how many it took.
    int twoLines(QPointF at, const QString &words, const QFont &font, const QColor &color, qreal width) const;

    void line(QPointF from, QPointF to, const QColor &color, qreal width = 2) const;
    /// The pattern is anchored at `from`, so that a growing line does not crawl.
    void dashes(QPointF from, QPointF to, const QColor &color) const;
    void dots(QPointF from, QPointF to) const;
    void dot(QPointF at, const QColor &color) const;
    /// `direction`: 1 to the right, -1 to the left.
    void arrowHead(QPointF tip, int direction, const QColor &color) const;
    /// The first `share` (0…1) of a line through `points`.
    void partOf(const QPolygonF &points, qreal share, const QColor &color, qreal width) const;
    /// The same, dashed; the pattern does not crawl as it grows.
    void dashedPartOf(const QPolygonF &points, qreal share, const QColor &color) const;
    void box(const QRectF &rect, const QColor &fill, const QColor &border, qreal borderWidth = 1,
             bool dashed = false) const;

private:
    void partWith(const QPolygonF &points, qreal share, const QPen &pen) const;
    void backing(QPointF at, const QFont &font, qreal width) const;

    QPainter &m_painter;
    const Theme &m_theme;
};

/// Linear between `from` and `to`.
[[nodiscard]] constexpr qreal between(qreal from, qreal to, qreal share)
{
    return from + (to - from) * share;
}

/// What is left of `progress` when it counts only from `from` to `to`: 0 before, 1 after.
[[nodiscard]] constexpr qreal part(qreal progress, qreal from, qreal to)
{
    return qBound(0.0, (progress - from) / (to - from), 1.0);
}

} // namespace Detour
