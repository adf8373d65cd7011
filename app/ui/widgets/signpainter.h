// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/storyboard.h"
#include "ui/theme.h"

#include <QPainter>
#include <QRectF>

namespace Detour {

/// The drawn vocabulary of Detour, one hand for stage, strip, pages and lists. Everything scales with its rectangle
/// and draws into the painter's current transform; no fact is told by colour alone.

/// A diamond road sign with a code (or another short text) in it, fitted into `rect`.
void paintSign(QPainter &painter, const QRectF &rect, StatusCode status, const Theme &theme);
/// The same, small and without its number: the sidebar's bullet.
void paintBullet(QPainter &painter, const QRectF &rect, StatusKind kind, const Theme &theme);

/// A method's capsule: rounded, the method in it, a sheet (or a dashed one) behind the word.
struct Capsule
{
    QByteArray method;
    Sheet sheet = Sheet::None;
};
/// Its natural size at a height in pixels (22 in text, 28 on the stage).
[[nodiscard]] QSizeF capsuleSize(const Capsule &capsule, qreal height);
/// `flip` in 0…1 squashes its height to 0 and back; the caller gives the capsule of the side that shows.
void paintCapsule(QPainter &painter, const QPointF &topLeft, qreal height, const Capsule &capsule, const Theme &theme,
                  qreal squash = 1.0);

/// A sheet of paper: full in `color`, with lines in `lines`.
void paintSheet(QPainter &painter, const QRectF &rect, const QColor &color, const QColor &lines);
/// Its dashed outline: a body that stayed behind.
void paintDroppedSheet(QPainter &painter, const QRectF &rect, const QColor &color);
/// Its outline without lines: a body of no bytes.
void paintEmptySheet(QPainter &painter, const QRectF &rect, const QColor &color);
/// A sheet before the outline of another: one that was put in the other's place.
void paintOtherSheet(QPainter &painter, const QRectF &rect, const QColor &color, const QColor &lines);

/// The red octagon with a bar.
void paintStopSign(QPainter &painter, const QRectF &rect, const Theme &theme);
/// A final answer: a ring with a tick (2xx) or a cross (anything else).
void paintRing(QPainter &painter, const QRectF &rect, StatusCode status, const Theme &theme);
void paintTick(QPainter &painter, const QRectF &rect, const QColor &color);
void paintCross(QPainter &painter, const QRectF &rect, const QColor &color);

/// A dashed pill with a question mark: what stands here is not told yet.
void paintQuestionMark(QPainter &painter, const QRectF &rect, const Theme &theme);

/// The application's own sign: an orange diamond with a bent arrow.
void paintLogo(QPainter &painter, const QRectF &rect, const Theme &theme);

} // namespace Detour
