// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "session/learnerprogress.h"
#include "support/testregistry.h"
#include "ui/lessons/lessonpane.h"
#include "ui/lessons/lessonplayer.h"
#include "ui/playground/playground.h"
#include "ui/playground/tracecontroller.h"
#include "ui/present/presenter.h"
#include "ui/present/presentview.h"
#include "ui/stage/stageclock.h"
#include "ui/windowactions.h"

#include <QApplication>
#include <QLabel>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

/// The window at the page of 302, presented as F5 does.
struct Hall : LabDesk
{
    Hall()
        : LabDesk(u"302"_s)
    {
        window.windowActions().action(u"present"_s)->trigger();
    }

    [[nodiscard]] PresentView &view() { return window.presenter().view(); }
    [[nodiscard]] PresenterNotes &notes() { return window.presenter().notes(); }
    [[nodiscard]] QString note(const char *name)
    {
        return notes().findChild<QLabel *>(QLatin1StringView(name))->text();
    }
    void press(Qt::Key key) { QTest::keyClick(&view(), key); }
    [[nodiscard]] bool sendAndWait()
    {
        press(Qt::Key_Space);
        return QTest::qWaitFor([this] { return window.playground().controller().wasSent(); })
               && QTest::qWaitFor([this] { return !window.playground().isRunning(); }, 20'000);
    }
};

/// What the notes say of the options.
QString votesInNotes(Desk &desk)
{
    return desk.window.presenter().notes().findChild<QLabel *>(u"notesOptions"_s)->text();
}

} // namespace

/// The present view beside the window and the notes, on the screens there are. A second run has two of them.
class TestPresenter final : public QObject
{
    Q_OBJECT

private slots:
    void itFillsItsScreen();
    void spaceSendsWhatWaits();
    void thePlaygroundStandsAtTheSameMoment();
    void f5IsTheWindowsKeyForIt();
    void notesTellTheReasons();
    void notesTellTheTime();
    void keysOnTheNotesAreThoseOfTheWall();
    void leavingClosesTheNotes();
    void aWholeLessonIsWalkedByKeysAlone();
    void aLessonGoesOnAtItsStep();
};

void TestPresenter::itFillsItsScreen()
{
    Hall hall;
    const QList<QScreen *> screens = QGuiApplication::screens();
    QVERIFY(hall.view().isVisible());
    QVERIFY(hall.view().isFullScreen());
    QVERIFY(hall.window.isVisible());
    if (screens.size() == 1) {
        QCOMPARE(hall.view().geometry(), screens.constFirst()->geometry());
        QVERIFY(!hall.notes().isVisible());
        hall.press(Qt::Key_N);
        QVERIFY(hall.notes().isVisible());
        QVERIFY(!hall.notes().isFullScreen());
        hall.press(Qt::Key_N);
        QVERIFY(!hall.notes().isVisible());
    } else {
        QScreen *own = hall.window.screen();
        QScreen *other = screens.at(0) == own ? screens.at(1) : screens.at(0);
        QCOMPARE(hall.view().geometry(), other->geometry());
        QVERIFY(hall.notes().isVisible());
        QVERIFY(own->geometry().contains(hall.notes().geometry()));
    }
}

void TestPresenter::spaceSendsWhatWaits()
{
    Hall hall;
    QVERIFY(!hall.window.playground().controller().wasSent());
    QVERIFY(hall.sendAndWait());
    const RedirectChain &chain = hall.window.playground().controller().chain();
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.constFirst().exchange.response->status, 302);
    hall.press(Qt::Key_End);
    QVERIFY(hall.view().title().startsWith(u"200"_s));
}

void TestPresenter::thePlaygroundStandsAtTheSameMoment()
{
    Hall hall;
    QVERIFY(hall.sendAndWait());
    hall.press(Qt::Key_Home);
    hall.press(Qt::Key_Right);
    hall.press(Qt::Key_Right); // at once
    const qreal time = hall.view().clock().time();
    QVERIFY(time > 0);
    hall.press(Qt::Key_Escape);
    QVERIFY(!hall.view().isVisible());
    QCOMPARE(hall.window.playground().clock().time(), time);
    QVERIFY(!hall.window.playground().clock().isPlaying());

    hall.window.playground().clock().setTime(hall.window.playground().clock().duration());
    hall.window.windowActions().action(u"present"_s)->trigger();
    QVERIFY(hall.view().clock().atEnd());
}

void TestPresenter::f5IsTheWindowsKeyForIt()
{
    LabDesk desk(u"302"_s);
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QTest::keyClick(&desk.window, Qt::Key_F5);
    QVERIFY(desk.window.presenter().isPresenting());
    QTest::keyClick(&desk.window.presenter().view(), Qt::Key_F5);
    QVERIFY(!desk.window.presenter().isPresenting());
}

void TestPresenter::notesTellTheReasons()
{
    Hall hall;
    QVERIFY(hall.sendAndWait());
    const Storyboard &board = hall.window.playground().controller().storyboard();
    hall.view().clock().pause();
    hall.view().clock().setTime(board.timeOfHop(0));
    const auto *text = hall.notes().findChild<QTextEdit *>(u"notesText"_s);
    QVERIFY(text->toPlainText().contains(u"RFC 9110"_s) || text->toPlainText().contains(u"Fetch"_s));
    QCOMPARE(hall.note("notesTitle"), hall.view().title());
}

void TestPresenter::notesTellTheTime()
{
    QDateTime now(QDate(2026, 3, 1), QTime(10, 15));
    PresenterNotes notes(nullptr, [&now] { return now; });
    const auto text = [&notes](const char *name) { return notes.findChild<QLabel *>(QLatin1StringView(name))->text(); };
    QCOMPARE(text("notesClock"), notes.locale().toString(now.time(), QLocale::ShortFormat));
    QCOMPARE(text("notesPassed"), u"0 minutes"_s);
    now = now.addSecs(60 * 12 + 30);
    notes.tick();
    QCOMPARE(text("notesPassed"), u"12 minutes"_s);
    QCOMPARE(text("notesClock"), notes.locale().toString(QTime(10, 27, 30), QLocale::ShortFormat));
    notes.startClock();
    QCOMPARE(text("notesPassed"), u"0 minutes"_s);
}

void TestPresenter::keysOnTheNotesAreThoseOfTheWall()
{
    Hall hall;
    QVERIFY(hall.sendAndWait());
    QTest::keyClick(&hall.notes(), Qt::Key_End);
    QVERIFY(hall.view().clock().atEnd());
    QTest::keyClick(&hall.notes(), Qt::Key_B);
    QVERIFY(hall.view().isBlank());
    QTest::keyClick(&hall.notes(), Qt::Key_Space);
    QVERIFY(!hall.view().isBlank());
}

void TestPresenter::leavingClosesTheNotes()
{
    Hall hall;
    if (!hall.notes().isVisible())
        hall.press(Qt::Key_N);
    QVERIFY(hall.notes().isVisible());
    hall.press(Qt::Key_Escape);
    QVERIFY(!hall.notes().isVisible());
    QVERIFY(!hall.window.presenter().isPresenting());
}

void TestPresenter::aWholeLessonIsWalkedByKeysAlone()
{
    LabDesk desk(u"302"_s);
    const Result<const Lesson *> lesson = desk.session.lessons().lesson(u"found-302"_s);
    QVERIFY(lesson);
    QSignalSpy reached(&desk.window.presenter(), &Presenter::placeReached);
    desk.window.presenter().presentLesson(**lesson);
    PresentView &view = desk.window.presenter().view();
    TraceController &controller = desk.window.playground().controller();
    const auto press = [&view](Qt::Key key) { QTest::keyClick(&view, key); };
    QCOMPARE(view.title(), (*lesson)->title);

    int questions = 0;
    QSet<int> seen;
    for (int presses = 0; presses < 400 && view.currentItem() + 1 < view.items().size(); ++presses) {
        seen.insert(view.currentItem());
        const PresentItem item = view.items().at(view.currentItem());
        if (!item.isStage()) {
            press(Qt::Key_PageDown);
            continue;
        }
        if (!controller.wasSent()) {
            QCOMPARE(view.title(), item.title);
            press(Qt::Key_Space);
            QVERIFY(controller.wasSent());
        }
        QTRY_VERIFY(controller.prediction() || !controller.isRunning());
        QTest::qWait(50); // the story grows a moment later
        press(Qt::Key_End);
        if (view.asks()) {
            QCOMPARE(view.title(), item.question);
            press(Qt::Key_1);
            press(Qt::Key_2);
            press(Qt::Key_Backspace);
            QVERIFY(votesInNotes(desk).contains(u"1 vote\n"_s));
            press(Qt::Key_B);
            QVERIFY(view.isBlank());
            press(Qt::Key_B);
            press(Qt::Key_Z);
            press(Qt::Key_Z);
            QVERIFY(view.asks());
            QCOMPARE(view.tally().total(), 1);
            press(Qt::Key_Space);
            QTRY_VERIFY(view.grade());
            ++questions;
            continue;
        }
        press(Qt::Key_PageDown);
    }
    QCOMPARE(view.currentItem(), int(view.items().size()) - 1);
    QCOMPARE(seen.size(), view.items().size() - 1);
    QVERIFY(questions > 0);
    QCOMPARE(reached.constLast().at(1).toInt(), int((*lesson)->steps.size()) + 2); // the exercise

    press(Qt::Key_PageUp);
    QCOMPARE(view.currentItem(), int(view.items().size()) - 2);
    press(Qt::Key_Home);
    if (view.currentItem() > 0) // a story first goes to its own beginning
        press(Qt::Key_Home);
    QCOMPARE(view.currentItem(), 0);
    press(Qt::Key_Escape);
    QVERIFY(!view.isVisible());
    QVERIFY(!desk.window.playground().predicts());
}

void TestPresenter::aLessonGoesOnAtItsStep()
{
    LabDesk desk(u"302"_s);
    const Result<const Lesson *> lesson = desk.session.lessons().lesson(u"found-302"_s);
    QVERIFY(lesson && (*lesson)->steps.size() > 1);
    desk.window.openLesson(**lesson);
    desk.window.lessonPane().player().goTo(2);
    desk.window.windowActions().action(u"present"_s)->trigger();
    PresentView &view = desk.window.presenter().view();
    QCOMPARE(view.title(), (*lesson)->steps.at(1).title);
    QTest::keyClick(&view, Qt::Key_PageUp); // from what is said in this step, back to the one before
    QCOMPARE(view.title(), (*lesson)->steps.at(0).title);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(desk.window.lessonPane().player().place(), 1);
    QCOMPARE(desk.window.progress().lessonStep((*lesson)->id), 1);
}

DETOUR_TEST(TestPresenter)
#include "tst_presenter.moc"
