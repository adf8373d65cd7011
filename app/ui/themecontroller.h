// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/portalsettings.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QObject>

class QApplication;

namespace Detour {

class AppStyle;

/// How things look: the user's choices, or the desktop's. A value source for every view; changed() after each change of
/// colours, motion or the size of text (Theme::textScale()).
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
    [[nodiscard]] ContrastMode contrastMode() const { return m_contrast; }
    void setContrastMode(ContrastMode mode);
    [[nodiscard]] MotionMode motionMode() const { return m_motion; }
    void setMotionMode(MotionMode mode);
    /// Sets Theme::textScale().
    void setTextScale(qreal scale);
    /// All four as they were chosen.
    void takeFrom(const Settings &settings);
    /// What the desktop said; absent values leave the guess.
    void setPreferences(const DesktopPreferences &preferences);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// Motion is shown as stills.
    [[nodiscard]] bool reducedMotion() const;
    /// Whether the desktop is dark, whatever the mode.
    [[nodiscard]] bool systemIsDark() const { return m_preferences.dark.value_or(m_systemIsDark); }

    /// Gives `application` Fusion, the palette and the style sheet, now and after each change.
    void installOn(QApplication &application);

    /// The brightness of the application's palette: meaningful before installOn() only.
    [[nodiscard]] static bool paletteIsDark();

signals:
    void changed();

private:
    /// What views see; a change of it is told.
    struct Look
    {
        Theme theme;
        bool reducedMotion = false;
        qreal textScale = 1;

        friend bool operator==(const Look &, const Look &) = default;
    };

    void refresh();
    [[nodiscard]] Look look() const { return {m_theme, reducedMotion(), Theme::textScale()}; }
    void apply(QApplication &application) const;

    bool m_systemIsDark;
    ThemeMode m_mode = ThemeMode::System;
    ContrastMode m_contrast = ContrastMode::System;
    MotionMode m_motion = MotionMode::System;
    DesktopPreferences m_preferences;
    Theme m_theme;
    Look m_told; ///< by the last changed()
    AppStyle *m_style = nullptr;
};

} // namespace Detour
