// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QRectF>

namespace Detour {

/// The window's small drawings. Lines of one and a half pixels on a field of 16 × 16; NextTurn is wider.
enum class Icon {
    Back,
    Forward,
    Theme,
    First,
    Previous,
    Play,
    Pause,
    Next,
    NextTurn, ///< a diamond and a chevron: iconAspect() is 1.75
    Last,
    Repeat,
    Copy,
    ChevronDown,
    ChevronUp,
    ChevronRight,
    ArrowRight,
    Menu,
    Pages,
    Playground,
    Tick,
    Cross,
    Equal,
    Warning,
    Network,
    Lab,
    Send,
    Cancel,
    Plus,
    Minus,
    Table,
    Search,
    Link,
    More,
    // The guides and views of the sidebar:
    Fork,
    Pen,
    Store,
    Lock,
    Bug,
    Sheet,
    List,
    Book,
    Bars,
    Lesson,   ///< a mortarboard
    Scenario, ///< a broken chain
};

/// Width over height.
[[nodiscard]] qreal iconAspect(Icon icon);
/// Fitted into `rect`, centred. Strokes scale with it: 1.5 pixels at a height of 16.
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color);
/// Drawn anew for every size and scale. `disabled` is the colour on a control that cannot be used.
[[nodiscard]] QIcon makeIcon(Icon icon, const QColor &color, const QColor &disabled);

} // namespace Detour
