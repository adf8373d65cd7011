// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/compareview.h"
#include "ui/lab/labview.h"
#include "ui/lessons/libraryview.h"
#include "ui/mainwindow.h"
#include "ui/pages/sidebar.h"
#include "ui/playground/playground.h"

#include <QSplitter>
#include <QStackedWidget>

// Which panes there is room for, and how wide they are.

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int wideFrom = 1280;
constexpr int twoPanesFrom = 1000;
constexpr int pageWidth = 488;
constexpr int narrowPageWidth = 396;

/// Panes that fit one size of text do not fit another.
QString splitterName(bool wide)
{
    const QString name = wide ? u"wide"_s : u"rail"_s;
    const int percent = qRound(Theme::textScale() * 100);
    return percent == 100 ? name : QString(name + u'-' + QString::number(percent));
}

} // namespace

MainWindow::Arrangement MainWindow::arrangementFor(int width)
{
    if (width >= Theme::scaled(wideFrom))
        return Arrangement::Wide;
    return width >= Theme::scaled(twoPanesFrom) ? Arrangement::Rail : Arrangement::Single;
}

void MainWindow::arrange(Arrangement arrangement)
{
    rememberSizes();
    // Where one is at work stays in sight when the room gets scarce.
    if (m_arrangement && arrangement == Arrangement::Single && m_playground->isAncestorOf(focusWidget()))
        m_pane = Pane::Playground;
    m_arrangement = arrangement;
    m_sidebar->setRail(arrangement != Arrangement::Wide);
    arrangePanes();
    if (arrangement == Arrangement::Single) {
        m_splitter->setSizes(
            {Sidebar::widthOf(true), width() - Sidebar::widthOf(true), width() - Sidebar::widthOf(true)});
        return;
    }
    const bool wide = arrangement == Arrangement::Wide;
    if (m_splitter->restoreState(m_settings.splitter(splitterName(wide))))
        return;
    const int side = Sidebar::widthOf(!wide);
    const int page = Theme::scaled(wide ? pageWidth : narrowPageWidth);
    m_splitter->setSizes({side, page, qMax(1, width() - side - page)});
}

void MainWindow::rememberSizes()
{
    if (m_arrangement == Arrangement::Wide)
        m_settings.setSplitter(splitterName(true), m_splitter->saveState());
    else if (m_arrangement == Arrangement::Rail)
        m_settings.setSplitter(splitterName(false), m_splitter->saveState());
}

void MainWindow::showPane(Pane pane)
{
    m_pane = pane;
    leaveView();
    arrangePanes();
}

void MainWindow::arrangePanes()
{
    m_bar->setPane(m_pane);
    const bool single = m_arrangement == Arrangement::Single;
    const bool isView = !m_view.isEmpty();
    m_bar->setPaneSwitch(single && !isView);
    m_reading->setVisible(!isView && (!single || m_pane == Pane::Page));
    m_playground->setVisible(!isView && (!single || m_pane == Pane::Playground));
    if (m_compare)
        m_compare->setVisible(isComparing());
    if (m_lab)
        m_lab->setVisible(m_view == u"lab");
    if (m_lessonLibrary)
        m_lessonLibrary->setVisible(m_view == u"lessons");
    if (m_scenarioLibrary)
        m_scenarioLibrary->setVisible(m_view == u"scenarios");
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeForRoom();
}

void MainWindow::arrangeForRoom()
{
    const Arrangement wanted = arrangementFor(width());
    const bool isRescaled = !qFuzzyCompare(m_arrangedScale, Theme::textScale());
    if (wanted == m_arrangement && !isRescaled)
        return;
    if (isRescaled && m_arrangement)
        m_arrangement.reset(); // sizes of another text are not remembered
    m_arrangedScale = Theme::textScale();
    arrange(wanted);
}

} // namespace Detour
