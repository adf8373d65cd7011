// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/screenshots/screenshots.h"

#include "ui/mainwindow.h"
#include "ui/present/presenter.h"
#include "ui/present/presentview.h"
#include "ui/screenshots/presentscenes.h"
#include "ui/themecontroller.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QSize mainSize(1440, 900);
constexpr QSize wallSize(1280, 720);
constexpr QSize largeWallSize(1920, 1080);
constexpr int longestChild = 900'000; // ms

QString suffix(ThemeMode mode, const QSize &size)
{
    const QString scale = qApp->devicePixelRatio() > 1 ? u"@2x"_s : QString();
    return QString((mode == ThemeMode::Dark ? u"-dark-"_s : u"-light-"_s) + QString::number(size.width()) + u'x'
                   + QString::number(size.height()) + scale + u".png"_s);
}

} // namespace

Screenshots::Screenshots(QApplication &application, Session &session, QString folder)
    : m_application(application)
    , m_session(session)
    , m_folder(std::move(folder))
{}

bool Screenshots::writeAll(bool quick)
{
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "detour: cannot make the folder %s\n", qPrintable(m_folder));
        return false;
    }
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        const QList<Scene> scenes = windowScenes(m_session) + presentScenes();
        for (const Scene &scene : scenes) {
            QList<QSize> sizes{scene.presents ? wallSize : mainSize};
            if (!quick && scene.presents)
                sizes.append(largeWallSize);
            else if (!quick && scene.atEverySize)
                sizes.append({{1024, 700}, {1280, 800}, {1920, 1080}});
            if (!writeScene(scene, mode, sizes))
                return false;
        }
    }
    return quick || qApp->devicePixelRatio() > 1 || writeAtDoubleScale();
}

bool Screenshots::writeScene(const Scene &scene, ThemeMode mode, const QList<QSize> &sizes)
{
    // A window of its own, with no memory: the same picture whatever was drawn before.
    const QTemporaryDir forgotten;
    QSettings store(forgotten.filePath(u"detour.ini"_s), QSettings::IniFormat);
    Settings settings(store);
    ThemeController theme;
    theme.takeFrom(settings);
    theme.setMode(mode);
    theme.installOn(m_application);
    MainWindow window(m_session, theme, settings);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(sizes.constFirst());
    window.start(scene.page);
    window.show();
    scene.play(window);
    for (const QSize &size : sizes) {
        QWidget &shown = scene.presents ? static_cast<QWidget &>(window.presenter().view()) : window;
        if (!save(shown, scene.name, mode, size))
            return false;
    }
    return true;
}

bool Screenshots::save(QWidget &window, const QString &name, ThemeMode mode, const QSize &size) const
{
    window.resize(size);
    letSettle();
    const QString path = QDir(m_folder).filePath(name + suffix(mode, size));
    const bool isWindow = qobject_cast<MainWindow *>(&window);
    if (!(isWindow ? grabWithPopups(window) : window.grab()).save(path)) {
        std::fprintf(stderr, "detour: cannot write %s\n", qPrintable(path));
        return false;
    }
    std::printf("%s\n", qPrintable(path));
    std::fflush(stdout);
    return true;
}

bool Screenshots::writeAtDoubleScale() const
{
    // Qt reads the scale once, at the start of a process.
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(), {u"screenshots"_s, m_folder, u"--quick"_s});
    return child.waitForFinished(longestChild) && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
}

} // namespace Detour
