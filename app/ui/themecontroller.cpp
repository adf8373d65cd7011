// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/themecontroller.h"

#include "ui/appstyle.h"
#include "ui/stylesheet.h"
#include "ui/widgets/textscaling.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace Detour {

ThemeController::ThemeController(bool systemIsDark, QObject *parent)
    : QObject(parent)
    , m_systemIsDark(systemIsDark)
    , m_theme(Theme::of(systemIsDark, false))
    , m_told(look())
{}

ThemeController::~ThemeController() = default;

void ThemeController::setMode(ThemeMode mode)
{
    m_mode = mode;
    refresh();
}

void ThemeController::setContrastMode(ContrastMode mode)
{
    m_contrast = mode;
    refresh();
}

void ThemeController::setMotionMode(MotionMode mode)
{
    m_motion = mode;
    refresh();
}

void ThemeController::setTextScale(qreal scale)
{
    Theme::setTextScale(scale);
    QApplication::setFont(Theme::textFont(13.5));
    rescaleText(Theme::textScale());
    refresh();
}

void ThemeController::takeFrom(const Settings &settings)
{
    m_mode = settings.themeMode();
    m_contrast = settings.contrastMode();
    m_motion = settings.motionMode();
    setTextScale(settings.textScale());
}

void ThemeController::setPreferences(const DesktopPreferences &preferences)
{
    m_preferences = preferences;
    refresh();
}

bool ThemeController::reducedMotion() const
{
    switch (m_motion) {
    case MotionMode::System:
        break;
    case MotionMode::Full:
        return false;
    case MotionMode::Reduced:
        return true;
    }
    return m_preferences.reducedMotion.value_or(false);
}

void ThemeController::refresh()
{
    const bool dark = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && systemIsDark());
    const bool highContrast = m_contrast == ContrastMode::High
                              || (m_contrast == ContrastMode::System && m_preferences.moreContrast.value_or(false));
    m_theme = Theme::of(dark, highContrast);
    const Look now = look();
    if (now == m_told)
        return;
    m_told = now;
    emit changed();
}

void ThemeController::installOn(QApplication &application)
{
    m_style = new AppStyle; // the application owns it
    QApplication::setStyle(m_style);
    apply(application);
    connect(this, &ThemeController::changed, &application, [this, &application] { apply(application); });
}

void ThemeController::apply(QApplication &application) const
{
    m_style->setStill(reducedMotion());
    QApplication::setPalette(m_theme.palette());
    const QString sheet = styleSheetFor(m_theme);
    if (application.styleSheet() != sheet)
        application.setStyleSheet(sheet);
}

bool ThemeController::paletteIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace Detour
