// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/learnerprogress.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/cheatsheet.h"
#include "ui/help/commandpalette.h"
#include "ui/lessons/lessonpane.h"
#include "ui/lessons/lessonplayer.h"
#include "ui/mainwindow.h"
#include "ui/pages/pageview.h"
#include "ui/playground/playground.h"
#include "ui/present/presenter.h"
#include "ui/settings/settingsdialog.h"
#include "ui/themecontroller.h"
#include "ui/welcome/welcometour.h"
#include "ui/widgets/notice.h"
#include "ui/windowactions.h"

// What lies over the window: settings, keys, About, the palette and the notice.

using namespace Qt::StringLiterals;

namespace Detour {

CommandPalette &MainWindow::palettePanel()
{
    if (!m_palette) {
        m_palette = new CommandPalette(*m_actions, m_settings, this);
        m_palette->setTheme(m_theme.theme());
    }
    return *m_palette;
}

SettingsDialog &MainWindow::settingsDialog()
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog(m_theme, m_settings, this);
        connect(m_settingsDialog, &SettingsDialog::themeModeChosen, this, &MainWindow::setThemeMode);
        connect(m_settingsDialog, &SettingsDialog::forgotten, this, &MainWindow::forgetAll);
    }
    return *m_settingsDialog;
}

CheatSheet &MainWindow::cheatSheet()
{
    if (!m_keys)
        m_keys = new CheatSheet(m_theme, this);
    return *m_keys;
}

AboutDialog &MainWindow::aboutDialog()
{
    if (!m_about)
        m_about = new AboutDialog(m_theme, this);
    return *m_about;
}

Notice &MainWindow::notice()
{
    if (!m_notice)
        m_notice = new Notice(this);
    return *m_notice;
}

Presenter &MainWindow::presenter()
{
    if (!m_presenter) {
        m_presenter = new Presenter(m_session, *m_playground, m_theme, *this);
        m_presenter->setParent(this);
        connect(m_presenter, &Presenter::placeReached, this, [this](const QString &lesson, int place) {
            const bool isOpen = m_lesson && m_lesson->player().isOpen() && m_lesson->player().lesson().id == lesson;
            if (isOpen && m_lesson->player().place() != place)
                m_lesson->player().goTo(place);
        });
    }
    return *m_presenter;
}

void MainWindow::tell(const QString &sentence)
{
    notice().tell(sentence);
}

void MainWindow::openPalette()
{
    palettePanel().open();
}

void MainWindow::openSettings()
{
    settingsDialog().refresh();
    settingsDialog().open(); // modal to this window alone, and it returns at once
}

void MainWindow::openKeys()
{
    cheatSheet().open();
}

void MainWindow::openAbout()
{
    aboutDialog().open();
}

WelcomeTour &MainWindow::welcomeTour()
{
    if (!m_welcomeTour) {
        m_welcomeBand = new WelcomeBand(this);
        m_welcomeBand->setTheme(m_theme.theme());
        m_welcomeBand->hide();
        m_playground->setBanner(m_welcomeBand);
        QList<WelcomeBand::Choice> further;
        for (const QString &id : {u"lessons"_s, u"quiz"_s}) {
            if (const QAction *action = m_actions->action(id))
                further.append({id, action->text()});
        }
        m_welcomeTour = new WelcomeTour(*m_playground, *m_welcomeBand, further, this);
        connect(m_welcomeTour, &WelcomeTour::goOn, this, [this](const QString &id) {
            if (QAction *action = m_actions->action(id))
                action->trigger();
            else
                openPage(u"307"_s);
        });
    }
    return *m_welcomeTour;
}

void MainWindow::showWelcome()
{
    m_progress.setWelcomeSeen();
    openPage(u"welcome"_s);
    showPane(Pane::Playground);
    if (const Example *example = exampleFor(u"welcome"_s))
        m_playground->loadExample(u"welcome"_s, *example);
    welcomeTour().begin();
}

void MainWindow::setThemeMode(ThemeMode mode)
{
    m_settings.setThemeMode(mode);
    m_theme.setMode(mode);
    m_bar->setThemeMode(mode);
}

void MainWindow::forgetAll()
{
    m_bar->setThemeMode(m_settings.themeMode());
    m_page->setZoom(m_settings.pageZoom());
    m_page->setServer(m_settings.server());
    m_settings.forgetAll(); // the two above told theirs
    m_progress.wipe();
}

} // namespace Detour
