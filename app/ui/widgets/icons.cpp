// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/icons.h"

#include "ui/widgets/iconpencil.h"

#include <QIconEngine>

namespace Detour {

namespace {

constexpr qreal field = 16;

using Pencil = IconPencil;

void drawTheme(Pencil &pencil)
{
    const QRectF circle(2.5, 2.5, 11, 11);
    pencil.ellipse(circle);
    pencil.fills();
    pencil.pie(circle, 90, -180);
}

void drawPause(Pencil &pencil)
{
    pencil.fills();
    pencil.rounded({4.2, 3.5, 2, 9}, 0.3);
    pencil.rounded({9.8, 3.5, 2, 9}, 0.3);
}

void drawRepeat(Pencil &pencil)
{
    pencil.arc({3, 3, 10, 10}, 60, 300);
    pencil.line({{10.2, 1.4}, {10.6, 4}, {8.2, 5}});
}

void drawNextTurn(Pencil &pencil)
{
    pencil.shape({{7, 3}, {12, 8}, {7, 13}, {2, 8}});
    pencil.line({{20.5, 4.5}, {24, 8}, {20.5, 11.5}});
}

void drawCopy(Pencil &pencil)
{
    pencil.rounded({5.5, 5.5, 8, 8}, 1.5);
    QPainterPath behind({3.6, 10.5});
    behind.lineTo(3.5, 10.5);
    behind.quadTo(2.5, 10.5, 2.5, 9.5);
    behind.lineTo(2.5, 3.8);
    behind.quadTo(2.5, 2.5, 3.8, 2.5);
    behind.lineTo(9.5, 2.5);
    behind.quadTo(10.5, 2.5, 10.5, 3.5);
    pencil.path(behind);
}

void drawPages(Pencil &pencil)
{
    pencil.rounded({2.5, 3, 11, 10}, 1.2);
    pencil.line({{7, 3}, {7, 13}});
}

void drawPlayground(Pencil &pencil)
{
    pencil.line({{3.5, 2.5}, {3.5, 13.5}});
    pencil.line({{12.5, 2.5}, {12.5, 13.5}});
    pencil.line({{3.5, 5.5}, {12, 5.5}});
    pencil.line({{9.8, 3.5}, {12, 5.5}, {9.8, 7.5}});
    pencil.line({{12.5, 11}, {4, 11}});
}

void drawWarning(Pencil &pencil)
{
    pencil.shape({{8, 2.6}, {14, 13}, {2, 13}});
    pencil.line({{8, 6.4}, {8, 9.2}});
    pencil.fills();
    pencil.ellipse({7.7, 10.8, 0.6, 0.6});
}

void drawNetwork(Pencil &pencil)
{
    pencil.ellipse({2.2, 2.2, 11.6, 11.6});
    pencil.ellipse({5.4, 2.2, 5.2, 11.6});
    pencil.line({{2.4, 8}, {13.6, 8}});
}

void drawLab(Pencil &pencil)
{
    pencil.rounded({2.5, 3, 11, 4.2}, 1);
    pencil.rounded({2.5, 8.8, 11, 4.2}, 1);
    pencil.fills();
    pencil.ellipse({4.9, 4.8, 0.6, 0.6});
    pencil.ellipse({4.9, 10.6, 0.6, 0.6});
}

void drawTable(Pencil &pencil)
{
    pencil.rounded({2.5, 3, 11, 10}, 1.2);
    pencil.line({{2.5, 6.4}, {13.5, 6.4}});
    pencil.line({{6.5, 6.4}, {6.5, 13}});
}

/// Two links of a chain.
void drawLink(Pencil &pencil)
{
    pencil.arc({1.8, 5, 6, 6}, 60, 240);
    pencil.arc({8.2, 5, 6, 6}, 240, 240);
    pencil.line({{5.6, 8}, {10.4, 8}});
}

// NOLINTNEXTLINE(readability-function-size): one case an icon, so that the compiler names one that is missing
void draw(Pencil &pencil, Icon icon)
{
    switch (icon) {
    case Icon::Back:
    case Icon::Previous:
        return pencil.line({{9.8, 4.2}, {6, 8}, {9.8, 11.8}});
    case Icon::Forward:
    case Icon::Next:
    case Icon::ChevronRight:
        return pencil.line({{6.2, 4.2}, {10, 8}, {6.2, 11.8}});
    case Icon::ChevronDown:
        return pencil.line({{5, 6.6}, {8, 9.6}, {11, 6.6}});
    case Icon::ChevronUp:
        return pencil.line({{5, 9.4}, {8, 6.4}, {11, 9.4}});
    case Icon::ArrowRight:
        pencil.line({{2.5, 8}, {13, 8}});
        return pencil.line({{9.4, 4.4}, {13, 8}, {9.4, 11.6}});
    case Icon::Theme:
        return drawTheme(pencil);
    case Icon::First:
        pencil.line({{4, 4}, {4, 12}});
        pencil.fills();
        return pencil.shape({{11.6, 4.4}, {7, 8}, {11.6, 11.6}});
    case Icon::Last:
        pencil.line({{12, 4}, {12, 12}});
        pencil.fills();
        return pencil.shape({{4.4, 4.4}, {9, 8}, {4.4, 11.6}});
    case Icon::Play:
        pencil.fills();
        return pencil.shape({{5.6, 4.2}, {11.6, 8}, {5.6, 11.8}});
    case Icon::Pause:
        return drawPause(pencil);
    case Icon::NextTurn:
        return drawNextTurn(pencil);
    case Icon::Repeat:
        return drawRepeat(pencil);
    case Icon::Copy:
        return drawCopy(pencil);
    case Icon::Menu:
        pencil.line({{2.5, 4}, {13.5, 4}});
        pencil.line({{2.5, 8}, {13.5, 8}});
        return pencil.line({{2.5, 12}, {13.5, 12}});
    case Icon::Pages:
        return drawPages(pencil);
    case Icon::Playground:
        return drawPlayground(pencil);
    case Icon::Tick:
        pencil.lines(2);
        return pencil.line({{3.2, 8.6}, {6.4, 11.8}, {12.8, 4.8}});
    case Icon::Cross:
        pencil.lines(2);
        pencil.line({{4, 4}, {12, 12}});
        return pencil.line({{12, 4}, {4, 12}});
    case Icon::Equal:
        pencil.lines(2);
        pencil.line({{3.5, 6}, {12.5, 6}});
        return pencil.line({{3.5, 10.2}, {12.5, 10.2}});
    case Icon::Warning:
        return drawWarning(pencil);
    case Icon::Network:
        return drawNetwork(pencil);
    case Icon::Lab:
        return drawLab(pencil);
    case Icon::Send:
        pencil.shape({{2.6, 3}, {14, 8}, {2.6, 13}, {4.6, 8}});
        return pencil.line({{4.6, 8}, {9, 8}});
    case Icon::Cancel:
        pencil.fills();
        return pencil.rounded({4.2, 4.2, 7.6, 7.6}, 1);
    case Icon::Plus:
        pencil.line({{8, 3}, {8, 13}});
        return pencil.line({{3, 8}, {13, 8}});
    case Icon::Minus:
        return pencil.line({{3, 8}, {13, 8}});
    case Icon::Table:
        return drawTable(pencil);
    case Icon::Search:
        pencil.ellipse({2.6, 2.6, 8, 8});
        return pencil.line({{9.6, 9.6}, {13.4, 13.4}});
    case Icon::Link:
        return drawLink(pencil);
    case Icon::More:
        pencil.fills();
        for (const qreal x : {3.2, 7.4, 11.6})
            pencil.ellipse({x, 7.4, 1.2, 1.2});
        return;
    case Icon::Fork:
    case Icon::Pen:
    case Icon::Store:
    case Icon::Lock:
    case Icon::Bug:
    case Icon::Sheet:
    case Icon::List:
    case Icon::Book:
    case Icon::Bars:
    case Icon::Lesson:
    case Icon::Scenario:
        return drawTopic(pencil, icon);
    }
}

class DrawnIconEngine final : public QIconEngine
{
public:
    DrawnIconEngine(Icon icon, const QColor &color, const QColor &disabled)
        : m_icon(icon)
        , m_color(color)
        , m_disabled(disabled)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_icon, mode == QIcon::Disabled ? m_disabled : m_color);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size); // device pixels: QIcon has multiplied already
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine *clone() const override { return new DrawnIconEngine(*this); }

private:
    Icon m_icon;
    QColor m_color;
    QColor m_disabled;
};

} // namespace

qreal iconAspect(Icon icon)
{
    return icon == Icon::NextTurn ? 1.75 : 1.0;
}

void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal aspect = iconAspect(icon);
    const qreal scale = qMin(rect.width() / (field * aspect), rect.height() / field);
    painter.translate(rect.center());
    painter.scale(scale, scale);
    painter.translate(-field * aspect / 2, -field / 2);
    Pencil pencil(painter, color);
    draw(pencil, icon);
    painter.restore();
}

QIcon makeIcon(Icon icon, const QColor &color, const QColor &disabled)
{
    return QIcon(new DrawnIconEngine(icon, color, disabled));
}

} // namespace Detour
