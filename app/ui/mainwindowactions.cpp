// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/compareview.h"
#include "ui/mainwindow.h"
#include "ui/pages/pagepane.h"
#include "ui/pages/pageprint.h"
#include "ui/pages/pagestrip.h"
#include "ui/pages/pageview.h"
#include "ui/playground/playground.h"
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
    const auto add = [this, menu](const QString &id, const QString &text, const QList<QKeySequence> &keys, auto &&run,
                                  const QStringList &aliases = {}) {
        menu->addAction(m_actions->add(id, text, keys, run, aliases));
    };
    add(u"find"_s, tr("Find in this page"), {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] {
        if (isComparing())
            return m_compare->focusFilter();
        showPane(Pane::Page);
        m_pagePane->find();
    });
    add(u"copy-link"_s, tr("Copy the address of this section"), {},
        [this] { m_page->copySectionLink(m_page->currentSection()); }, {u"link"_s, u"anchor"_s});
    add(u"caret"_s, tr("Select text with the keyboard"), {QKeySequence(Qt::Key_F7)},
        [this] {
            m_page->setCaret(!m_page->hasCaret());
            m_page->setFocus(Qt::ShortcutFocusReason);
        },
        {u"caret"_s});
    menu->addSeparator();
    add(u"larger"_s, tr("Larger text"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        [this] { m_page->stepZoom(1); }, {u"zoom in"_s});
    add(u"smaller"_s, tr("Smaller text"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, [this] { m_page->stepZoom(-1); },
        {u"zoom out"_s});
    add(u"normal-size"_s, tr("Text in its normal size"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
        [this] { m_page->setZoom(1); }, {u"zoom"_s});
    menu->addSeparator();
    add(u"print"_s, tr("Print…"), {QKeySequence(Qt::CTRL | Qt::Key_P)},
        withPage([this](const Page &page) { askAndPrint(this, page, m_session.pages()); }), {u"paper"_s});
    add(u"save-pdf"_s, tr("Save as PDF…"), {},
        withPage([this](const Page &page) { askAndSavePdf(this, page, m_session.pages()); }), {u"export"_s});
}

void MainWindow::addWindowActions()
{
    m_actions->add(u"search"_s, tr("Search"), {QKeySequence(Qt::CTRL | Qt::Key_K)}, [this] { openSearch(); });
    m_actions->add(u"compare"_s, tr("Compare clients"), {}, [this] { showView(u"compare"_s); },
                   {u"side by side"_s, u"clients"_s});
    m_actions->add(u"contents"_s, tr("Sections of this page"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
                   [this] { m_pagePane->strip().openContents(); }, {u"contents"_s, u"table of contents"_s});
    m_actions->add(u"find-next"_s, tr("Find the next place"), {QKeySequence(Qt::Key_F3)},
                   [this] { m_pagePane->findNext(1); });
    m_actions->add(u"find-previous"_s, tr("Find the place before"), {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
                   [this] { m_pagePane->findNext(-1); });
    m_actions->add(u"back"_s, tr("Back to the last page"), {QKeySequence(Qt::ALT | Qt::Key_Left)},
                   [this] { m_page->goBack(); });
    m_actions->add(u"forward"_s, tr("Forward again"), {QKeySequence(Qt::ALT | Qt::Key_Right)},
                   [this] { m_page->goForward(); });
    m_actions->add(u"send"_s, tr("Send the request"), {},
                   [this] {
                       showPane(Pane::Playground);
                       m_playground->send();
                   },
                   {u"run"_s, u"play"_s});
    m_actions->add(u"step"_s, tr("Step: send, and ask before each hop"), {QKeySequence(Qt::Key_F10)},
                   [this] {
                       showPane(Pane::Playground);
                       m_playground->step();
                   },
                   {u"what if"_s, u"stop before"_s, u"debug"_s});
    const std::tuple<QString, QString, ThemeMode> modes[] = {
        {u"theme-light"_s, tr("Light theme"), ThemeMode::Light},
        {u"theme-dark"_s, tr("Dark theme"), ThemeMode::Dark},
        {u"theme-system"_s, tr("Theme as the desktop has it"), ThemeMode::System},
    };
    for (const auto &[id, text, mode] : modes)
        m_actions->add(id, text, {}, [this, mode = mode] { emit m_bar->themeModeChosen(mode); }, {u"colours"_s});
    m_actions->add(u"quit"_s, tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { close(); },
                   {u"exit"_s, u"close"_s});
}

} // namespace Detour
