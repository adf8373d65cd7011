// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk.h"
#include "ui/screenshots/scenes.h"

namespace Detour::Test {

/// Every widget that can be seen now, menus and popups too.
[[nodiscard]] QWidgetList visibleWidgets();
/// "QLabel lab-status “Lab on 127.0.0.1” (12,40 180×20)": to find it by.
[[nodiscard]] QString describe(const QWidget &widget);

/// Where text is cut, a widget has less room than it needs, leaves its parent, or lies over its neighbour in a layout.
/// Text that is cut with an ellipsis on purpose is no problem. Empty: all is well.
[[nodiscard]] QStringList layoutProblems();
/// What takes the focus and tells a screen reader no name, and widgets that a Tab from the start never reaches.
[[nodiscard]] QStringList accessProblems(QWidget &window);

} // namespace Detour::Test
