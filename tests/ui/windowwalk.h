// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/mainwindow.h"
#include "ui/screenshots/scenes.h"
#include "ui/themecontroller.h"

#include <QSettings>
#include <QTemporaryDir>

namespace Detour::Test {

/// A window of its own for a scene, on a lab that all scenes of the process share.
struct Desk
{
    explicit Desk(Session &session, const QString &page, QSize size = {1440, 900});

    QTemporaryDir folder;
    QSettings store{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Settings settings{store};
    ThemeController theme;
    MainWindow window;
};

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
