// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/themecontroller.h"

#include "ui/appstyle.h"
#include "ui/stylesheet.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

Theme themeFor(bool dark, bool moreContrast)
{
    Theme theme = dark ? Theme::darkTheme() : Theme::light();
    if (moreContrast) {
        theme.line = theme.edge;
        theme.edge = theme.muted;
        theme.muted = theme.ink;
    }
    return theme;
}

} // namespace

ThemeController::ThemeController(bool systemIsDark, QObject *parent)
    : QObject(parent)
    , m_systemIsDark(systemIsDark)
    , m_theme(themeFor(systemIsDark, false))
{}

ThemeController::~ThemeController() = default;

void ThemeController::setMode(ThemeMode mode)
{
    m_mode = mode;
    refresh();
}

void ThemeController::setPreferences(const DesktopPreferences &preferences)
{
    const bool motionChanged = preferences.reducedMotion != m_preferences.reducedMotion;
    const Theme before = m_theme;
    m_preferences = preferences;
    refresh();
    if (motionChanged && m_theme == before)
        emit changed();
}

void ThemeController::refresh()
{
    const bool dark = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && systemIsDark());
    const Theme theme = themeFor(dark, m_preferences.moreContrast.value_or(false));
    if (theme == m_theme)
        return;
    m_theme = theme;
    emit changed();
}

void ThemeController::installOn(QApplication &application)
{
    QApplication::setStyle(new AppStyle); // owned by the application
    const auto apply = [this, &application] {
        QApplication::setPalette(m_theme.palette());
        const QString sheet = styleSheetFor(m_theme);
        if (application.styleSheet() != sheet)
            application.setStyleSheet(sheet);
    };
    apply();
    connect(this, &ThemeController::changed, &application, apply);
}

bool ThemeController::paletteIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace Detour
