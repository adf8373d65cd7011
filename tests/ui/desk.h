// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/mainwindow.h"
#include "ui/themecontroller.h"

#include <QSettings>
#include <QTemporaryDir>

namespace Detour::Test {

/// The whole window at `page`, shown, with settings that nobody else has; on a lab that others may share.
struct Desk
{
    explicit Desk(Session &lab, const QString &page = {}, QSize size = {1440, 900}, qreal textScale = 1)
        : window(lab, theme, settings)
    {
        theme.setTextScale(textScale);
        window.resize(size);
        window.start(page);
        window.show();
    }
    ~Desk() { theme.setTextScale(1); } // it is the process's
    Q_DISABLE_COPY_MOVE(Desk)

    QTemporaryDir folder;
    QSettings store{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Settings settings{store};
    ThemeController theme;
    MainWindow window;
};

/// Made before the window that uses it, and gone after.
struct OwnLab
{
    Session session{ContentStore(), LabPorts{}, "test"};
};

/// The same on a lab of its own.
struct LabDesk
    : OwnLab
    , Desk
{
    explicit LabDesk(const QString &page = {}, QSize size = {1440, 900}, qreal textScale = 1)
        : Desk(session, page, size, textScale)
    {}
};

} // namespace Detour::Test
