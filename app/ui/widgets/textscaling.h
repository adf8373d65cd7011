// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace Detour {

/// Sizes that hold text follow its scale, also when it changes while the widget is there. `pixels` as at scale 1; -1
/// leaves that side alone. Without these a widget's size comes from its fonts, which follow by themselves.
void setScaledMinimumSize(QWidget &widget, int width, int height);
void setScaledFixedWidth(QWidget &widget, int pixels);
void setScaledFixedHeight(QWidget &widget, int pixels);

/// Gives the widgets that have a font of their own (QWidget::setFont with Theme::textFont or monoFont), and those of
/// the functions above, the size that belongs to `scale`. Called by ThemeController.
void rescaleText(double scale);

} // namespace Detour
