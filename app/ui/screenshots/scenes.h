// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/session.h"

#include <QList>
#include <QPixmap>
#include <QString>

#include <functional>

namespace Detour {

class MainWindow;

/// A state of the window that can be brought about: for pictures, and for tests that walk over every view.
struct Scene
{
    QString name; ///< unique; a file's name: "turn-302"
    QString page; ///< that the window starts with
    /// Brings a window that was started at `page` and shown into the state; returns when nothing moves any more.
    std::function<void(MainWindow &)> play;
    bool atEverySize = true; ///< false: it says nothing new in another size
    bool presents = false;   ///< the picture is of the present view, not of the window
};

/// All of them. What they show was really sent, to the lab. `session` must outlive them.
[[nodiscard]] QList<Scene> windowScenes(Session &session);

/// The window as it stands on the screen: with the menus and popups that are open over it.
[[nodiscard]] QPixmap grabWithPopups(QWidget &window);

/// Lets events run until `done`, at most `timeout` ms.
void runUntil(const std::function<bool()> &done, int timeout);
/// Lets layouts settle that do so in several steps, and text that flows a moment after the last resize.
void letSettle();

} // namespace Detour
