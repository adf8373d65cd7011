// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "session/learnerprogress.h"
#include "support/testregistry.h"
#include "ui/lessons/lessonpane.h"
#include "ui/lessons/lessonplayer.h"
#include "ui/lessons/scenariopane.h"
#include "ui/lessons/storytext.h"
#include "ui/pages/pageview.h"
#include "ui/playground/playground.h"
#include "ui/playground/tracecontroller.h"
#include "ui/stage/stageclock.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/valuebutton.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// A lesson is opened, played, closed and opened again; so are scenarios.
class TestLessonPane final : public QObject
{
    Q_OBJECT

private slots:
    void placesAreAimStepsRememberExerciseDone();
    void aLessonGoesOnWhereItWas();
    void theWholeWayGoesByKeys();
    void whatItShowedIsTextOnceItWasSeen();
    void controlsAreThoseOfTheLesson();
    void closingGivesThePlaygroundBack();
    void theExerciseIsGradedByTheLab();
    void aPageTakesItsPlaceAndFreesTheControls();
    void filesOpenAndAreRemembered();
    void whatIsNoLessonIsSaid();
    void aScenarioTellsEachWayOnceItRan();
    void onASmallScreenPlayingShowsThePlayground();
    void hostileTextsAreText();
};

namespace {

/// Waits until the trace has ended and is told, and sees it to the end.
void seeToTheEnd(MainWindow &window)
{
    Playground &playground = window.playground();
    QTRY_VERIFY((playground.controller().reveal(), !playground.isRunning())); // nothing where nothing is asked
    QTRY_VERIFY(playground.controller().chain().outcome != Outcome::Running);
    playground.clock().setTime(playground.clock().duration());
}

template<typename T>
T &child(QWidget &parent, const QString &name)
{
    auto *found = parent.findChild<T *>(name);
    Q_ASSERT(found);
    return *found;
}

Lesson builtIn(Desk &, Session &session, const QString &id = u"prg"_s)
{
    return **session.lessons().lesson(id);
}

} // namespace

void TestLessonPane::placesAreAimStepsRememberExerciseDone()
{
    LearnerProgress progress;
    LessonPlayer player(progress);
    Session session(ContentStore(), LabPorts{}, "test");
    Lesson lesson = **session.lessons().lesson(u"prg"_s);
    const QSignalSpy steps(&player, &LessonPlayer::stepChanged);
    player.open(lesson);
    QCOMPARE(steps.size(), 1);
    QCOMPARE(player.part(), LessonPlayer::Part::Aim);
    QVERIFY(!player.step());
    player.next();
    QCOMPARE(player.step()->title, lesson.steps.constFirst().title);
    player.reveal();
    QVERIFY(player.isRevealed());
    player.next();
    QVERIFY2(!player.isRevealed(), "the next step has shown nothing yet");
    player.goTo(int(lesson.steps.size()) + 1);
    QCOMPARE(player.part(), LessonPlayer::Part::Remember);
    player.next();
    QCOMPARE(player.part(), LessonPlayer::Part::Exercise);
    QVERIFY(!progress.lessonDone(lesson.id));
    player.next();
    QCOMPARE(player.part(), LessonPlayer::Part::Done);
    QVERIFY(progress.lessonDone(lesson.id));
    player.next();
    QCOMPARE(player.place(), player.count() - 1);
    lesson.exercise.reset();
    player.open(lesson);
    QCOMPARE(player.place(), 0); // done: from the beginning
    player.goTo(player.count() - 1);
    QCOMPARE(player.part(), LessonPlayer::Part::Done);
    QCOMPARE(player.partAt(player.place() - 1), LessonPlayer::Part::Remember);
}

void TestLessonPane::aLessonGoesOnWhereItWas()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"progress.json"_s);
    QTemporaryDir settingsFolder;
    QSettings store(settingsFolder.filePath(u"a.ini"_s), QSettings::IniFormat);
    Settings settings(store);
    ThemeController theme;
    Session session(ContentStore(), LabPorts{}, "test");
    for (const bool isFirst : {true, false}) {
        LearnerProgress progress(file);
        MainWindow window(session, theme, settings, &progress);
        window.resize(1440, 900);
        window.start();
        window.show();
        window.openLessonCalled(u"prg"_s);
        LessonPlayer &player = window.lessonPane().player();
        QCOMPARE(player.place(), isFirst ? 0 : 2);
        if (!isFirst) {
            QVERIFY(progress.lessonBegun(u"prg"_s));
            QCOMPARE(player.step(), &player.lesson().steps.at(1));
            return;
        }
        child<QPushButton>(window, u"lessonNext"_s).click();
        window.lessonPane().play();
        seeToTheEnd(window);
        child<QPushButton>(window, u"lessonNext"_s).click();
        window.closeStory();
        QVERIFY(!player.isOpen());
        window.openLessonCalled(u"prg"_s); // in the same window
        QCOMPARE(player.place(), 2);
        window.close();
    }
}

void TestLessonPane::theWholeWayGoesByKeys()
{
    LabDesk desk;
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.window.openLessonCalled(u"prg"_s);
    LessonPane &pane = desk.window.lessonPane();
    for (int place = 0; place + 1 < pane.player().count(); ++place) {
        QCOMPARE(pane.player().place(), place);
        QCOMPARE(desk.window.focusWidget(), &child<QPushButton>(pane, u"lessonNext"_s));
        QTest::keyClick(desk.window.focusWidget(), Qt::Key_Return);
    }
    QCOMPARE(pane.player().part(), LessonPlayer::Part::Done);
    QTest::keyClick(desk.window.focusWidget(), Qt::Key_Escape);
    QVERIFY(!pane.isVisible());
    QVERIFY(desk.window.pageView().isVisible());
    QCOMPARE(desk.window.focusWidget(), &desk.window.pageView());
}

void TestLessonPane::whatItShowedIsTextOnceItWasSeen()
{
    LabDesk desk;
    desk.window.openLessonCalled(u"found-302"_s);
    LessonPane &pane = desk.window.lessonPane();
    pane.player().goTo(1);
    const LessonStep step = *pane.player().step();
    QVERIFY(!step.reveal.isEmpty());
    QVERIFY(child<QLabel>(pane, u"lessonHint"_s).isVisible());
    const QString before = pane.text().toPlainText();
    pane.play();
    QVERIFY(!step.predict.isEmpty());
    QTRY_VERIFY(desk.window.playground().controller().prediction());
    QCOMPARE(desk.session.labTranscript().entries().size(), 1);
    QVERIFY2(!pane.player().isRevealed(), "it only asks");
    seeToTheEnd(desk.window);
    QTRY_VERIFY(pane.player().isRevealed());
    QVERIFY(pane.text().toPlainText().size() > before.size());
    QVERIFY(!child<QLabel>(pane, u"lessonHint"_s).isVisible());
    const RedirectChain chain = desk.window.playground().chain();
    QCOMPARE(chain.hops.constFirst().exchange.received->line.split(' ').constFirst(),
             step.example->script.first.method.token());
}

void TestLessonPane::controlsAreThoseOfTheLesson()
{
    LabDesk desk;
    Lesson lesson = builtIn(desk, desk.session);
    lesson.controls = RequestControl::Client;
    desk.window.openLesson(lesson);
    Playground &playground = desk.window.playground();
    auto &url = child<QLineEdit>(playground, u"url"_s);
    QVERIFY(!url.isEnabled());
    QCOMPARE(url.toolTip(), u"The lesson keeps this as it is."_s);
    for (const QString &name : {u"fields"_s, u"body"_s, u"options"_s})
        QVERIFY2(!child<ValueButton>(playground, name).isEnabled(), qPrintable(name));
    QVERIFY(child<ValueButton>(playground, u"client"_s).isEnabled());
    playground.followAs(u"curl"_s);
    QCOMPARE(playground.draft().client, u"curl"_s);
    lesson.controls = {};
    desk.window.openLesson(lesson);
    playground.followAs(u"go"_s);
    QVERIFY(playground.draft().client != u"go"_s);
    desk.window.closeStory();
    QVERIFY(url.isEnabled());
    QVERIFY(url.toolTip().isEmpty());
}

void TestLessonPane::closingGivesThePlaygroundBack()
{
    LabDesk desk(u"307"_s);
    Playground &playground = desk.window.playground();
    const QString url = playground.draft().url;
    desk.window.openLessonCalled(u"caching"_s);
    desk.window.lessonPane().player().goTo(1);
    QVERIFY(playground.draft().remembers);
    QVERIFY(playground.draft().url != url);
    QVERIFY(playground.predicts());
    desk.window.closeStory();
    QCOMPARE(playground.draft().url, url);
    QVERIFY(!playground.draft().remembers);
    QVERIFY(!playground.predicts());
    desk.window.openLessonCalled(u"prg"_s);
    LessonPlayer &player = desk.window.lessonPane().player();
    player.goTo(player.count() - 2);
    desk.window.openPage(u"303"_s);
    const Page &page = **desk.session.pages().page(u"303"_s);
    QCOMPARE(playground.draft().url, RequestDraft::fromExample(*page.firstRunnable()).url);
}

void TestLessonPane::theExerciseIsGradedByTheLab()
{
    LabDesk desk;
    desk.window.openLessonCalled(u"prg"_s);
    LessonPane &pane = desk.window.lessonPane();
    pane.player().goTo(pane.player().count() - 2);
    QCOMPARE(pane.player().part(), LessonPlayer::Part::Exercise);
    const Exercise exercise = *pane.player().lesson().exercise;
    auto &goal = child<QLabel>(pane, u"lessonGoal"_s);
    QVERIFY(goal.isVisible());
    QCOMPARE(goal.text(), u"Nothing was sent yet."_s);
    QCOMPARE(desk.window.playground().draft().url, exercise.request.url);
    desk.window.playground().send();
    QTRY_VERIFY(goal.text().startsWith(u"Not yet: "_s));
    RequestDraft solved = desk.window.playground().draft();
    solved.url = exercise.solution.url;
    solved.method = exercise.solution.method;
    solved.client = exercise.solution.client;
    solved.fieldLines = exercise.solution.fields.join(u'\n');
    solved.hasBody = exercise.solution.body.has_value();
    solved.body = exercise.solution.body.value_or(QString()).toUtf8();
    solved.keepsCookies = exercise.solution.keepsCookies;
    desk.window.playground().putDraft(solved);
    desk.window.playground().send();
    QTRY_VERIFY2(pane.player().goal().met, qPrintable(goal.text()));
    QVERIFY(goal.text().startsWith(u"Done. The lab received "_s));
    child<QPushButton>(pane, u"lessonPlay"_s).click(); // puts it back
    QCOMPARE(desk.window.playground().draft().url, exercise.request.url);
}

void TestLessonPane::aPageTakesItsPlaceAndFreesTheControls()
{
    LabDesk desk;
    Lesson lesson = builtIn(desk, desk.session);
    lesson.controls = {};
    desk.window.openLesson(lesson);
    QCOMPARE(desk.window.windowTitle(), u"Detour — "_s + lesson.title);
    emit desk.window.lessonPane().text().pageRequested(u"303"_s, u"next"_s);
    QVERIFY(!desk.window.lessonPane().isVisible());
    QCOMPARE(desk.window.pageView().slug(), u"303"_s);
    QVERIFY(desk.window.notice().text().contains(u"Lessons"_s));
    QVERIFY(child<QLineEdit>(desk.window.playground(), u"url"_s).isEnabled());
}

void TestLessonPane::filesOpenAndAreRemembered()
{
    LabDesk desk;
    const QString file = desk.folder.filePath(u"mine.json"_s);
    QFile copy(file);
    QVERIFY(copy.open(QIODevice::WriteOnly));
    copy.write(*ContentStore().read(u"lessons/prg.json"_s));
    copy.close();
    desk.window.openFile(file);
    QVERIFY(desk.window.lessonPane().isVisible());
    QCOMPARE(desk.window.lessonPane().player().lesson().id, u"mine"_s);
    QVERIFY(desk.settings.recentTraces().constFirst().endsWith(u"mine.json"_s));
}

void TestLessonPane::whatIsNoLessonIsSaid()
{
    LabDesk desk;
    const QString file = desk.folder.filePath(u"mine.json"_s);
    QFile wrong(file);
    QVERIFY(wrong.open(QIODevice::WriteOnly));
    wrong.write(R"({"title": "x", "steps": [7]})");
    wrong.close();
    desk.window.openFile(file);
    QVERIFY2(desk.window.notice().text().contains(u"mine.json: topic: it is missing."_s),
             qPrintable(desk.window.notice().text()));
    QVERIFY(desk.settings.recentTraces().isEmpty());
    desk.window.openLessonCalled(u"nothing"_s);
    QVERIFY(desk.window.notice().text().startsWith(u"There is no lesson"_s));
}

void TestLessonPane::aScenarioTellsEachWayOnceItRan()
{
    LabDesk desk;
    desk.window.openScenarioCalled(u"vanished-comment"_s);
    ScenarioPane &pane = desk.window.scenarioPane();
    const Scenario scenario = pane.scenario();
    QVERIFY(!pane.text().toPlainText().contains(u"The broken one."_s));
    child<QPushButton>(pane, u"runBroken"_s).click();
    seeToTheEnd(desk.window);
    QTRY_VERIFY(pane.text().toPlainText().contains(u"The broken one."_s));
    QCOMPARE(desk.window.playground().chain().hops.constLast().exchange.received->line,
             QByteArray("GET /comments/ HTTP/1.1"));
    QVERIFY(!pane.text().toPlainText().contains(u"Remember."_s));
    child<QPushButton>(pane, u"runFixed"_s).click();
    QVERIFY(!pane.text().toPlainText().contains(u"The repaired one."_s));
    seeToTheEnd(desk.window);
    QTRY_VERIFY(pane.text().toPlainText().contains(u"Remember."_s));
    QCOMPARE(desk.window.playground().chain().hops.constLast().exchange.received->line,
             QByteArray("POST /comments/ HTTP/1.1"));
    QVERIFY(desk.window.progress().scenarioRan(scenario.id, u"broken"_s));
    QVERIFY(desk.window.progress().scenarioRan(scenario.id, u"fixed"_s));
}

void TestLessonPane::onASmallScreenPlayingShowsThePlayground()
{
    LabDesk desk({}, {900, 700});
    desk.window.openLessonCalled(u"prg"_s);
    QVERIFY(desk.window.lessonPane().isVisible());
    QVERIFY(!desk.window.playground().isVisible());
    desk.window.lessonPane().player().goTo(1);
    desk.window.lessonPane().play();
    QVERIFY(desk.window.playground().isVisible());
    QVERIFY(!desk.window.lessonPane().isVisible());
    QVERIFY(desk.window.lessonPane().player().isOpen());
}

void TestLessonPane::hostileTextsAreText()
{
    LabDesk desk;
    Lesson lesson = builtIn(desk, desk.session);
    lesson.title = u"<b>bold</b> "_s.repeated(20);
    lesson.aim =
        u"<img src=\"http://example.com/x.png\"> <a href=\"file:///etc/passwd\">x</a> "_s + QString(4000, u'w');
    desk.window.openLesson(lesson);
    const QString shown = desk.window.lessonPane().text().toPlainText();
    QVERIFY(shown.contains(u"<img src="_s));
    QVERIFY(shown.contains(u"<b>bold</b>"_s));
}

DETOUR_TEST(TestLessonPane)
#include "tst_lessonpane.moc"
