// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/learnerprogress.h"
#include "ui/lessons/lessonpane.h"
#include "ui/lessons/lessonplayer.h"
#include "ui/lessons/libraryview.h"
#include "ui/lessons/scenariopane.h"
#include "ui/mainwindow.h"
#include "ui/pages/pagepane.h"
#include "ui/pages/pageview.h"
#include "ui/pages/sidebar.h"
#include "ui/playground/playground.h"
#include "ui/present/presenter.h"
#include "ui/themecontroller.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QSplitter>
#include <QStackedWidget>

// Lessons and scenarios: their libraries, and the one that is open in the page's place.

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

LibraryEntry entryOf(const Lesson &lesson, const LearnerProgress &progress)
{
    const LibraryEntry::State state = progress.lessonDone(lesson.id)    ? LibraryEntry::State::Done
                                      : progress.lessonBegun(lesson.id) ? LibraryEntry::State::Begun
                                                                        : LibraryEntry::State::New;
    return {lesson.id,    lesson.title, lesson.topic,
            lesson.level, lesson.codes, MainWindow::tr("%1 min").arg(lesson.minutes),
            lesson.aim,   state};
}

LibraryEntry entryOf(const Scenario &scenario, const LearnerProgress &progress)
{
    const bool broken = progress.scenarioRan(scenario.id, u"broken"_s);
    const bool fixed = progress.scenarioRan(scenario.id, u"fixed"_s);
    const LibraryEntry::State state = broken && fixed   ? LibraryEntry::State::Done
                                      : broken || fixed ? LibraryEntry::State::Begun
                                                        : LibraryEntry::State::New;
    return {scenario.id, scenario.title, scenario.topic, scenario.level, scenario.codes, {}, scenario.story, state};
}

} // namespace

LibraryView *MainWindow::makeLibrary(const QString &name, const QString &title, const QString &note)
{
    auto *library = new LibraryView(name, title, note, this);
    library->setTheme(m_theme.theme());
    addView(*library);
    return library;
}

LibraryView &MainWindow::lessonLibrary()
{
    if (!m_lessonLibrary) {
        m_lessonLibrary = makeLibrary(u"lessonLibrary"_s, tr("Lessons"),
                                      tr("Read, predict, run, understand: each ends with an exercise that the lab "
                                         "grades. A lesson goes on where you left it."));
        connect(m_lessonLibrary, &LibraryView::opened, this, &MainWindow::openLessonCalled);
    }
    return *m_lessonLibrary;
}

LibraryView &MainWindow::scenarioLibrary()
{
    if (!m_scenarioLibrary) {
        m_scenarioLibrary =
            makeLibrary(u"scenarioLibrary"_s, tr("Scenarios"),
                        tr("Real stories of redirects gone wrong: run each as it broke, and repaired."));
        connect(m_scenarioLibrary, &LibraryView::opened, this, &MainWindow::openScenarioCalled);
    }
    return *m_scenarioLibrary;
}

void MainWindow::fillLessons()
{
    QList<LibraryEntry> entries;
    for (const QString &id : m_session.lessons().ids()) {
        if (const auto lesson = m_session.lessons().lesson(id))
            entries.append(entryOf(**lesson, m_progress));
        else
            tell(lesson.error().message);
    }
    lessonLibrary().setEntries(entries);
    setWindowTitle(tr("Detour — Lessons"));
}

void MainWindow::fillScenarios()
{
    QList<LibraryEntry> entries;
    for (const QString &id : m_session.scenarios().ids()) {
        if (const auto scenario = m_session.scenarios().scenario(id))
            entries.append(entryOf(**scenario, m_progress));
        else
            tell(scenario.error().message);
    }
    scenarioLibrary().setEntries(entries);
    setWindowTitle(tr("Detour — Scenarios"));
}

void MainWindow::joinStory(StoryPane &pane)
{
    pane.setTheme(m_theme.theme());
    m_reading->addWidget(&pane);
    connect(&pane, &StoryPane::closed, this, &MainWindow::closeStory);
    connect(&pane, &StoryPane::pageRequested, this, [this](const QString &slug, const QString &anchor) {
        const bool isLesson = story() == m_lesson;
        openPage(slug, anchor);
        tell(isLesson ? tr("The lesson waits under Lessons, where you left it.")
                      : tr("The story waits under Scenarios."));
    });
    connect(&pane, &StoryPane::playgroundWanted, this, [this] {
        if (m_arrangement == Arrangement::Single)
            showPane(Pane::Playground);
    });
}

LessonPane &MainWindow::lessonPane()
{
    if (!m_lesson) {
        m_lesson = new LessonPane(m_session, *m_playground, m_progress);
        joinStory(*m_lesson);
        connect(m_lesson, &LessonPane::saveRequested, this, &MainWindow::saveMarkdown);
        connect(m_lesson, &LessonPane::presentRequested, this, &MainWindow::presentLesson);
        m_lesson->setPresents(true);
    }
    return *m_lesson;
}

void MainWindow::presentLesson()
{
    const LessonPlayer &player = m_lesson->player();
    presenter().presentLesson(player.lesson(), player.place());
}

void MainWindow::present()
{
    const bool isInLesson = m_lesson && m_lesson->player().isOpen();
    if (presenter().isPresenting())
        presenter().stop();
    else if (isInLesson && m_lesson->player().part() != LessonPlayer::Part::Exercise)
        presentLesson();
    else
        presenter().presentTrace(); // that of an exercise, too
}

ScenarioPane &MainWindow::scenarioPane()
{
    if (!m_scenario) {
        m_scenario = new ScenarioPane(*m_playground, m_progress);
        joinStory(*m_scenario);
    }
    return *m_scenario;
}

StoryPane *MainWindow::story() const
{
    return m_reading->currentWidget() == m_pagePane ? nullptr : static_cast<StoryPane *>(m_reading->currentWidget());
}

void MainWindow::showStory(StoryPane &pane, const QString &view)
{
    m_reading->setCurrentWidget(&pane);
    showPane(Pane::Page);
    nameWindow();
    m_sidebar->setCurrentView(view);
}

void MainWindow::leaveStory()
{
    if (!story())
        return;
    if (m_lesson)
        m_lesson->leave();
    if (m_scenario)
        m_scenario->leave();
    m_reading->setCurrentWidget(m_pagePane);
}

void MainWindow::closeStory()
{
    if (!story())
        return;
    leaveStory();
    if (const Example *example = exampleFor(m_page->slug()))
        m_playground->offerExample(m_page->slug(), *example);
    showPane(Pane::Page);
    nameWindow();
    m_sidebar->setCurrentPage(m_page->slug());
    m_page->setFocus(Qt::OtherFocusReason);
}

void MainWindow::openLesson(const Lesson &lesson, const QString &file)
{
    leaveStory();
    LessonPane &pane = lessonPane();
    showStory(pane, u"lessons"_s); // first, or nothing in it would have the focus
    pane.open(lesson);
    nameWindow();
    if (!file.isEmpty())
        m_settings.addRecentTrace(QFileInfo(file).absoluteFilePath());
}

void MainWindow::openScenario(const Scenario &scenario)
{
    leaveStory();
    ScenarioPane &pane = scenarioPane();
    showStory(pane, u"scenarios"_s);
    pane.open(scenario);
    nameWindow();
}

void MainWindow::openLessonCalled(const QString &id)
{
    if (const auto lesson = m_session.lessons().lesson(id))
        openLesson(**lesson);
    else
        tell(lesson.error().message);
}

void MainWindow::openScenarioCalled(const QString &id)
{
    if (const auto scenario = m_session.scenarios().scenario(id))
        openScenario(**scenario);
    else
        tell(scenario.error().message);
}

void MainWindow::openLessonFile(const QString &file)
{
    const Result<Lesson> lesson = readLessonFile(file);
    if (!lesson) {
        m_settings.removeRecentTrace(QFileInfo(file).absoluteFilePath());
        tell(lesson.error().message);
        return;
    }
    openLesson(*lesson, file);
}

void MainWindow::openFile(const QString &file)
{
    if (isLessonFile(file))
        openLessonFile(file);
    else
        openTraceFile(file);
}

void MainWindow::saveMarkdown(const QString &suggestedName, const QString &markdown)
{
    const QString folder = QFileInfo(m_settings.recentTraces().value(0)).absolutePath();
    const QString file = QFileDialog::getSaveFileName(this, tr("Save as Markdown"), folder + u'/' + suggestedName,
                                                      tr("Markdown (*.md);;All files (*)"));
    if (file.isEmpty())
        return;
    QSaveFile target(file);
    target.setDirectWriteFallback(true); // a folder in which no new file may be made
    const QByteArray bytes = markdown.toUtf8();
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit())
        tell(tr("%1 could not be written: %2.").arg(file, target.errorString()));
    else
        tell(tr("Saved as %1.").arg(QFileInfo(file).fileName()));
}

} // namespace Detour
