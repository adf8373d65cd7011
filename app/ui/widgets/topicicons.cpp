// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/iconpencil.h"

namespace Detour {

namespace {

void drawFork(IconPencil &pencil)
{
    pencil.line({{8, 13.5}, {8, 9.5}, {3.2, 4.7}});
    pencil.line({{8, 9.5}, {12.8, 4.7}});
    pencil.line({{3, 7.6}, {3, 4.5}, {6.1, 4.5}});
    pencil.line({{13, 7.6}, {13, 4.5}, {9.9, 4.5}});
}

void drawPen(IconPencil &pencil)
{
    pencil.shape({{10.6, 2.8}, {13.2, 5.4}, {5.6, 13}, {2.6, 13.4}, {3, 10.4}});
    pencil.line({{8.9, 4.5}, {11.5, 7.1}});
}

/// A drum, as stores are drawn.
void drawStore(IconPencil &pencil)
{
    pencil.ellipse({3, 2.4, 10, 4});
    pencil.line({{3, 4.4}, {3, 11.6}});
    pencil.line({{13, 4.4}, {13, 11.6}});
    pencil.arc({3, 6, 10, 4}, 180, 180);
    pencil.arc({3, 9.6, 10, 4}, 180, 180);
}

void drawLock(IconPencil &pencil)
{
    pencil.rounded({3.2, 7.2, 9.6, 6.3}, 1.4);
    pencil.arc({5.2, 2.4, 5.6, 6}, 0, 180);
    pencil.line({{5.2, 5.4}, {5.2, 7.2}});
    pencil.line({{10.8, 5.4}, {10.8, 7.2}});
}

void drawBug(IconPencil &pencil)
{
    pencil.rounded({5, 5.4, 6, 8}, 3);
    pencil.arc({5.8, 2.4, 4.4, 5.4}, 20, 140);
    pencil.line({{2.4, 5.2}, {5, 7}});
    pencil.line({{13.6, 5.2}, {11, 7}});
    pencil.line({{2, 9.4}, {5, 9.4}});
    pencil.line({{14, 9.4}, {11, 9.4}});
    pencil.line({{2.8, 13.4}, {5.4, 11.6}});
    pencil.line({{13.2, 13.4}, {10.6, 11.6}});
}

void drawSheet(IconPencil &pencil)
{
    pencil.shape({{3.5, 2.5}, {9.5, 2.5}, {12.5, 5.5}, {12.5, 13.5}, {3.5, 13.5}});
    pencil.line({{6, 7.4}, {10, 7.4}});
    pencil.line({{6, 10.4}, {10, 10.4}});
}

void drawList(IconPencil &pencil)
{
    for (const qreal y : {4.0, 8.0, 12.0}) {
        pencil.line({{6, y}, {13.4, y}});
        pencil.line({{2.6, y}, {2.9, y}});
    }
}

void drawBook(IconPencil &pencil)
{
    pencil.line({{8, 4}, {8, 13.4}});
    QPainterPath left({8, 4});
    left.quadTo(6.8, 2.8, 4.8, 2.8);
    left.lineTo(2.4, 2.8);
    left.lineTo(2.4, 12);
    left.lineTo(5.2, 12);
    left.quadTo(7, 12, 8, 13.4);
    pencil.path(left);
    QPainterPath right({8, 4});
    right.quadTo(9.2, 2.8, 11.2, 2.8);
    right.lineTo(13.6, 2.8);
    right.lineTo(13.6, 12);
    right.lineTo(10.8, 12);
    right.quadTo(9, 12, 8, 13.4);
    pencil.path(right);
}

void drawBars(IconPencil &pencil)
{
    pencil.line({{3.5, 13}, {3.5, 9}});
    pencil.line({{8, 13}, {8, 3}});
    pencil.line({{12.5, 13}, {12.5, 6.5}});
}

void drawLesson(IconPencil &pencil)
{
    pencil.shape({{8, 3.2}, {14.6, 6.4}, {8, 9.6}, {1.4, 6.4}});
    pencil.line({{4.4, 8}, {4.4, 11.4}, {8, 13.2}, {11.6, 11.4}, {11.6, 8}});
    pencil.line({{14.4, 6.6}, {14.4, 10.6}});
}

/// Two links that no longer hold.
void drawScenario(IconPencil &pencil)
{
    pencil.line({{6.6, 11.4}, {5.2, 12.8}, {3.2, 12.8}, {3.2, 10.8}, {5.6, 8.4}});
    pencil.line({{9.4, 4.6}, {10.8, 3.2}, {12.8, 3.2}, {12.8, 5.2}, {10.4, 7.6}});
    pencil.line({{5.2, 3}, {6, 5}});
    pencil.line({{3, 5.2}, {5, 6}});
    pencil.line({{10.8, 13}, {10, 11}});
    pencil.line({{13, 10.8}, {11, 10}});
}

} // namespace

void drawTopic(IconPencil &pencil, Icon icon)
{
    // A chain, not a switch: most icons are drawn elsewhere, and the switch there names one that is missing.
    if (icon == Icon::Fork)
        drawFork(pencil);
    else if (icon == Icon::Pen)
        drawPen(pencil);
    else if (icon == Icon::Store)
        drawStore(pencil);
    else if (icon == Icon::Lock)
        drawLock(pencil);
    else if (icon == Icon::Bug)
        drawBug(pencil);
    else if (icon == Icon::Sheet)
        drawSheet(pencil);
    else if (icon == Icon::List)
        drawList(pencil);
    else if (icon == Icon::Book)
        drawBook(pencil);
    else if (icon == Icon::Bars)
        drawBars(pencil);
    else if (icon == Icon::Lesson)
        drawLesson(pencil);
    else if (icon == Icon::Scenario)
        drawScenario(pencil);
}

} // namespace Detour
