// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/runwindow.h"

#include "session/learnerprogress.h"
#include "ui/mainwindow.h"
#include "ui/portalsettings.h"
#include "ui/screenshots/screenshots.h"
#include "ui/themecontroller.h"
#include "ui/widgets/signpainter.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QIcon windowIcon()
{
    const Theme theme = Theme::light();
    QIcon icon;
    for (const int size : {16, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const qreal air = size / 32.0;
        paintLogo(painter, QRectF(0, 0, size, size).adjusted(air, air, -air, -air), theme);
        icon.addPixmap(pixmap);
    }
    return icon;
}

std::unique_ptr<QSettings> openSettings(const QString &file)
{
    if (!file.isEmpty())
        return std::make_unique<QSettings>(file, QSettings::IniFormat);
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"detour"_s, u"detour"_s);
}

void followDesktop(PortalSettings &portal, ThemeController &theme, Settings &settings)
{
    QObject::connect(&portal, &PortalSettings::changed, &theme, [&portal, &theme, &settings] {
        theme.setPreferences(portal.preferences());
        settings.setSystemWasDark(theme.systemIsDark());
    });
    // After the first paint: reaching the bus may take a while.
    QTimer::singleShot(0, &portal, &PortalSettings::start);
}

} // namespace

bool isFirstMinute(const WindowRequest &request, const Settings &settings, const LearnerProgress &progress)
{
    const bool asksForSomething =
        request.code || !request.slug.isEmpty() || request.trace || request.lesson || request.presentLesson;
    return !asksForSomething && !progress.welcomeSeen() && settings.lastPage().isEmpty();
}

int runWindow(QApplication &application, Session &session, const WindowRequest &request)
{
    installFonts();
    const std::unique_ptr<QSettings> store = openSettings(request.settingsFile);
    Settings settings(*store);
    LearnerProgress progress(request.progressFile);
    ThemeController theme(settings.systemWasDark(ThemeController::paletteIsDark()));
    theme.takeFrom(settings);
    theme.installOn(application);
    QApplication::setWindowIcon(windowIcon());
    QGuiApplication::setDesktopFileName(u"detour"_s);

    const bool isFirstStart = isFirstMinute(request, settings, progress);
    MainWindow window(session, theme, settings, &progress);
    window.start(request.code ? QString::number(*request.code) : request.slug);
    if (request.trace)
        window.showTrace(*request.trace, request.file);
    if (request.lesson)
        window.openLesson(*request.lesson, request.file);
    if (request.presentLesson)
        window.openLesson(*request.presentLesson);
    window.show();
    if (isFirstStart)
        window.showWelcome();
    if (request.presentLesson)
        window.presentLesson();

    PortalSettings portal;
    followDesktop(portal, theme, settings);
    return QApplication::exec();
}

int runScreenshots(QApplication &application, Session &session, const QString &folder, bool quick)
{
    installFonts();
    QApplication::setWindowIcon(windowIcon());
    Screenshots screenshots(application, session, folder);
    return screenshots.writeAll(quick) ? 0 : 5;
}

} // namespace Detour
