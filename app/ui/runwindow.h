// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/session.h"

#include <QString>

#include <optional>

class QApplication;

namespace Detour {

/// What the command line asks of the window.
struct WindowRequest
{
    std::optional<StatusCode> code;      ///< the page to open
    QString slug;                        ///< the page to open, where no code is given; empty: where one was
    std::optional<RedirectChain> trace;  ///< a saved one to show; nothing is sent
    std::optional<Lesson> lesson;        ///< one to open, from a file
    QString file;                        ///< where trace or lesson stands
    std::optional<Lesson> presentLesson; ///< one to fill the screen with
    QString settingsFile;                ///< an INI file; empty: the user's own
    QString progressFile;                ///< where LearnerProgress is kept; empty: in memory only
};

/// Opens the window and runs until it is closed. Returns the process's exit code.
[[nodiscard]] int runWindow(QApplication &application, Session &session, const WindowRequest &request);

/// Writes pictures of every view and state into `folder` (made if missing), printing each path. Nothing appears on the
/// screen. `quick`: one size. Returns 0, or 5 where a file could not be written.
[[nodiscard]] int runScreenshots(QApplication &application, Session &session, const QString &folder, bool quick);

} // namespace Detour
