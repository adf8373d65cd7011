// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/screenshots/scenes.h"
#include "ui/settings.h"

#include <QSize>
#include <QString>

class QApplication;
class QWidget;

namespace Detour {

class ThemeController;

/// Pictures of the real window in every view and state: for the README, for review, and to see at once what a change
/// does to the look. Windows are laid out and drawn but never shown on the screen; what they show was really sent, to
/// the lab.
class Screenshots final
{
    Q_DISABLE_COPY_MOVE(Screenshots)

public:
    Screenshots(QApplication &application, Session &session, QString folder);

    /// "main-307-light-1440x900.png" and so on, with "@2x" where the scale is 200 %. False at the first file that
    /// cannot be written, after a line on stderr.
    [[nodiscard]] bool writeAll(bool quick);

private:
    [[nodiscard]] bool writeScene(const Scene &scene, ThemeMode mode, const QList<QSize> &sizes);
    [[nodiscard]] bool writeAtDoubleScale() const;
    [[nodiscard]] bool save(QWidget &window, const QString &name, ThemeMode mode, const QSize &size) const;

    QApplication &m_application;
    Session &m_session;
    QString m_folder;
};

} // namespace Detour
