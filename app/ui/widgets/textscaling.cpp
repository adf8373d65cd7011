// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/textscaling.h"

#include "ui/theme.h"

#include <QApplication>
#include <QSize>
#include <QVariant>
#include <QWidget>

namespace Detour {

namespace {

constexpr const char *minimumProperty = "scaledMinimumSize";
constexpr const char *fixedProperty = "scaledFixedSize";

int follow(int pixels)
{
    return pixels < 0 ? pixels : Theme::scaled(pixels);
}

void applySizes(QWidget &widget)
{
    const QSize minimum = widget.property(minimumProperty).toSize();
    if (minimum.width() >= 0)
        widget.setMinimumWidth(follow(minimum.width()));
    if (minimum.height() >= 0)
        widget.setMinimumHeight(follow(minimum.height()));
    const QSize fixed = widget.property(fixedProperty).toSize();
    if (fixed.width() >= 0)
        widget.setFixedWidth(follow(fixed.width()));
    if (fixed.height() >= 0)
        widget.setFixedHeight(follow(fixed.height()));
}

QFont enlarged(QFont font, double ratio)
{
    // The same two ways as Theme's: whole pixels, and points for parts of them.
    const double pixels = (font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() / 0.75) * ratio;
    if (qAbs(pixels - qRound(pixels)) < 0.01)
        font.setPixelSize(qRound(pixels));
    else
        font.setPointSizeF(pixels * 0.75);
    return font;
}

} // namespace

void setScaledMinimumSize(QWidget &widget, int width, int height)
{
    widget.setProperty(minimumProperty, QSize(width, height));
    applySizes(widget);
}

void setScaledFixedWidth(QWidget &widget, int pixels)
{
    widget.setProperty(fixedProperty, QSize(pixels, -1));
    applySizes(widget);
}

void setScaledFixedHeight(QWidget &widget, int pixels)
{
    widget.setProperty(fixedProperty, QSize(-1, pixels));
    applySizes(widget);
}

void rescaleText(double scale)
{
    static double current = 1;
    const double ratio = scale / current;
    if (qFuzzyCompare(ratio, 1.0))
        return;
    current = scale;
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->testAttribute(Qt::WA_SetFont))
            widget->setFont(enlarged(widget->font(), ratio));
        applySizes(*widget);
        widget->updateGeometry();
        widget->update();
    }
}

} // namespace Detour
