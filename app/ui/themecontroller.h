// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/portalsettings.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QObject>

class QApplication;

namespace Detour {

/// Which theme holds: the user's choice, or the desktop's. A value source for every view; changed() after each change.
class ThemeController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeController)

public:
    /// `systemIsDark`: the guess that serves until setPreferences() says better (see paletteIsDark()).
    explicit ThemeController(bool systemIsDark = false, QObject *parent = nullptr);
    ~ThemeController() override;

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    /// What the desktop said; absent values leave the guess.
    void setPreferences(const DesktopPreferences &preferences);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// Motion is shown as stills.
    [[nodiscard]] bool reducedMotion() const { return m_preferences.reducedMotion.value_or(false); }
    /// Whether the desktop is dark, whatever the mode.
    [[nodiscard]] bool systemIsDark() const { return m_preferences.dark.value_or(m_systemIsDark); }

    /// Gives `application` Fusion, the palette and the style sheet, now and after each change.
    void installOn(QApplication &application);

    /// The brightness of the application's palette: meaningful before installOn() only.
    [[nodiscard]] static bool paletteIsDark();

signals:
    void changed();

private:
    void refresh();

    bool m_systemIsDark;
    ThemeMode m_mode = ThemeMode::System;
    DesktopPreferences m_preferences;
    Theme m_theme;
};

} // namespace Detour
