// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/compareview.h"
#include "ui/mainwindow.h"
#include "ui/pages/pagepane.h"
#include "ui/pages/pageprint.h"
#include "ui/pages/pagestrip.h"
#include "ui/pages/pageview.h"
#include "ui/playground/playground.h"
#include "ui/present/presenter.h"
#include "ui/settings/settingsdialog.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"
#include "ui/windowactions.h"

#include <QMenu>

// What can be done in the window, with its keys.

using namespace Qt::StringLiterals;

namespace Detour {

void MainWindow::addPageActions()
{
    const auto withPage = [this](auto &&use) {
        return [this, use] {
            if (const auto page = m_session.pages().page(m_page->slug()))
                use(**page);
        };
    };
    QMenu *menu = m_pagePane->strip().pageMenu();
    const auto add = [this, menu](const QString &id, const QString &text, auto &&run, const QStringList &aliases = {}) {
        menu->addAction(m_actions->add(id, text, run, aliases));
    };
    add(u"find"_s, tr("Find in this page"), [this] {
        if (isComparing())
            return m_compare->focusFilter();
        showPane(Pane::Page);
        m_pagePane->find();
    });
    add(u"copy-link"_s, tr("Copy the address of this section"),
        [this] { m_page->copySectionLink(m_page->currentSection()); }, {u"link"_s, u"anchor"_s});
    add(u"caret"_s, tr("Select text with the keyboard"),
        [this] {
            m_page->setCaret(!m_page->hasCaret());
            m_page->setFocus(Qt::ShortcutFocusReason);
        },
        {u"caret"_s});
    menu->addSeparator();
    add(u"larger"_s, tr("Larger text on the page"), [this] { m_page->stepZoom(1); }, {u"zoom in"_s});
    add(u"smaller"_s, tr("Smaller text on the page"), [this] { m_page->stepZoom(-1); }, {u"zoom out"_s});
    add(u"normal-size"_s, tr("The page’s text in its normal size"), [this] { m_page->setZoom(1); }, {u"zoom"_s});
    menu->addSeparator();
    add(u"print"_s, tr("Print…"), withPage([this](const Page &page) { askAndPrint(this, page, m_session.pages()); }),
        {u"paper"_s});
    add(u"save-pdf"_s, tr("Save as PDF…"),
        withPage([this](const Page &page) { askAndSavePdf(this, page, m_session.pages()); }), {u"export"_s});
}

void MainWindow::addWindowActions()
{
    m_actions->add(u"search"_s, tr("Search"), [this] { openSearch(); });
    m_actions->add(u"compare"_s, tr("Compare clients"), [this] { showView(u"compare"_s); },
                   {u"side by side"_s, u"clients"_s});
    m_actions->add(u"lab"_s, tr("Lab: addresses and log"), [this] { showView(u"lab"_s); },
                   {u"server"_s, u"transcript"_s, u"wire"_s, u"https"_s, u"certificate"_s});
    m_actions->add(u"quiz"_s, tr("Quiz"), [this] { showView(u"quiz"_s); }, {u"questions"_s, u"test"_s, u"learn"_s});
    m_actions->add(u"lessons"_s, tr("Lessons"), [this] { showView(u"lessons"_s); },
                   {u"teach"_s, u"class"_s, u"learn"_s});
    m_actions->add(u"scenarios"_s, tr("Scenarios"), [this] { showView(u"scenarios"_s); }, {u"stories"_s, u"learn"_s});
    m_actions->add(u"contents"_s, tr("Sections of this page"), [this] { m_pagePane->strip().openContents(); },
                   {u"contents"_s, u"table of contents"_s});
    m_actions->add(u"find-next"_s, tr("Find the next place"), [this] { m_pagePane->findNext(1); });
    m_actions->add(u"find-previous"_s, tr("Find the place before"), [this] { m_pagePane->findNext(-1); });
    m_actions->add(u"back"_s, tr("Back to the last page"), [this] { m_page->goBack(); });
    m_actions->add(u"forward"_s, tr("Forward again"), [this] { m_page->goForward(); });
    m_actions->add(u"send"_s, tr("Send the request"),
                   [this] {
                       showPane(Pane::Playground);
                       m_playground->send();
                   },
                   {u"run"_s, u"play"_s});
    m_actions->add(u"step"_s, tr("Step: send, and ask before each hop"),
                   [this] {
                       showPane(Pane::Playground);
                       m_playground->step();
                   },
                   {u"what if"_s, u"stop before"_s, u"debug"_s});
    m_actions->add(u"present"_s, tr("Present: fill the screen"), [this] { present(); },
                   {u"full screen"_s, u"projector"_s, u"class"_s, u"teach"_s});
    m_actions->add(u"predict"_s, tr("Predict: ask what is sent next, before it is sent"),
                   [this] {
                       showPane(Pane::Playground);
                       m_playground->setPredicting(!m_playground->predicts());
                       tell(m_playground->predicts()
                                ? tr("From the next request on, each redirection asks what is sent next.")
                                : tr("Redirections ask no more."));
                   },
                   {u"quiz"_s, u"vote"_s, u"guess"_s, u"reveal"_s});
    m_actions->add(u"to-page"_s, tr("To the page"), [this] {
        showPane(Pane::Page);
        m_page->setFocus(Qt::ShortcutFocusReason);
    });
    m_actions->add(u"to-playground"_s, tr("To the playground"), [this] {
        showPane(Pane::Playground);
        m_playground->findChild<StageWidget *>()->setFocus(Qt::ShortcutFocusReason);
    });
    m_actions->add(u"palette"_s, tr("Do anything by its name"), [this] { openPalette(); });
    m_actions->add(u"settings"_s, tr("Settings"), [this] { openSettings(); }, {u"preferences"_s, u"options"_s});
    m_actions->add(u"keys"_s, tr("Keys"), [this] { openKeys(); }, {u"shortcuts"_s, u"keyboard"_s, u"help"_s});
    m_actions->add(u"welcome"_s, tr("Show the welcome again"), [this] { showWelcome(); },
                   {u"tour"_s, u"first minute"_s, u"introduction"_s});
    m_actions->add(u"about"_s, tr("About Detour"), [this] { openAbout(); }, {u"version"_s, u"licence"_s, u"license"_s});
    m_actions->add(u"quit"_s, tr("Quit"), [this] { close(); }, {u"exit"_s, u"close"_s});
}

void MainWindow::addLookActions()
{
    const std::tuple<QString, QString, ThemeMode> modes[] = {
        {u"theme-light"_s, tr("Light theme"), ThemeMode::Light},
        {u"theme-dark"_s, tr("Dark theme"), ThemeMode::Dark},
        {u"theme-system"_s, tr("Theme as the desktop has it"), ThemeMode::System},
    };
    for (const auto &[id, text, mode] : modes)
        m_actions->add(id, text, [this, mode = mode] { setThemeMode(mode); }, {u"colours"_s});
    m_actions->add(u"contrast"_s, tr("High contrast on or off"), [this] {
        m_settings.setContrastMode(m_theme.theme().highContrast ? ContrastMode::Normal : ContrastMode::High);
        m_theme.setContrastMode(m_settings.contrastMode());
    });
    m_actions->add(u"motion"_s, tr("Motion on or off"),
                   [this] {
                       m_settings.setMotionMode(m_theme.reducedMotion() ? MotionMode::Full : MotionMode::Reduced);
                       m_theme.setMotionMode(m_settings.motionMode());
                   },
                   {u"animation"_s, u"reduced motion"_s});
    const std::tuple<QString, QString, int> steps[] = {
        {u"text-larger"_s, tr("Larger text everywhere"), 1},
        {u"text-smaller"_s, tr("Smaller text everywhere"), -1},
    };
    for (const auto &[id, text, step] : steps) {
        m_actions->add(id, text,
                       [this, step = step] {
                           m_settings.setTextScale(SettingsDialog::nextTextScale(Theme::textScale(), step));
                           m_theme.setTextScale(m_settings.textScale());
                       },
                       {u"text size"_s, u"font size"_s});
    }
}

void MainWindow::fillMenu()
{
    QMenu *menu = m_bar->menu();
    menu->addAction(m_actions->action(u"present"_s));
    menu->addSeparator();
    menu->addAction(m_actions->action(u"open-trace"_s));
    QMenu *recent = menu->addMenu(tr("Recent files"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    for (const QString &id : {u"save-trace"_s, u"copy-trace"_s, u"copy-curl-hop"_s, u"copy-curl-chain"_s})
        menu->addAction(m_actions->action(id));
    menu->addSeparator();
    for (const QString &id : {u"palette"_s, u"settings"_s, u"keys"_s, u"welcome"_s, u"about"_s})
        menu->addAction(m_actions->action(id));
    menu->addSeparator();
    menu->addAction(m_actions->action(u"quit"_s));
}

void MainWindow::addReasons()
{
    m_actions->setUnavailable(
        u"back"_s, [this] { return m_page->canGoBack() ? QString() : tr("There is no page to go back to."); });
    m_actions->setUnavailable(
        u"forward"_s, [this] { return m_page->canGoForward() ? QString() : tr("There is no page to go forward to."); });
    for (const QString &id : {u"find-next"_s, u"find-previous"_s})
        m_actions->setUnavailable(id, [this] { return m_view.isEmpty() ? QString() : tr("No page is shown."); });
    m_actions->setUnavailable(u"text-larger"_s, [] {
        return Theme::textScale() < Theme::largestTextScale ? QString() : tr("It is as large as it gets.");
    });
    m_actions->setUnavailable(u"text-smaller"_s, [] {
        return Theme::textScale() > Theme::smallestTextScale ? QString() : tr("It is as small as it gets.");
    });
}

} // namespace Detour
