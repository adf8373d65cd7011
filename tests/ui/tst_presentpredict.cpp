// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "presentwall.h"
#include "support/testregistry.h"
#include "ui/present/presentfoot.h"
#include "ui/present/presentoptions.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// A question on the wall: votes, reveal, and nothing that is told before.
class TestPresentPredict final : public QObject
{
    Q_OBJECT

private slots:
    void aQuestionIsVotedOnAndRevealed();
    void theClauseOfAMistakeCanBeOpened();
    void aHeldKeyRevealsNothing();
    void aRightClassHearsNoMistake();
    void goingBackFromAQuestionKeepsItsVotes();
    void theWallIsTheSameWhateverTheAnswer();
    void aStopIsAQuestionLikeAnyOther();
    void noTextOfAQuestionIsSmall_data();
    void noTextOfAQuestionIsSmall();
};

void TestPresentPredict::aQuestionIsVotedOnAndRevealed()
{
    Wall wall;
    QVERIFY(askOn(wall, form(u"lab:/lab/chain/302"_s)));
    QCOMPARE(wall.text("presentTitle"), u"What is sent next?"_s);
    QCOMPARE(wall.text("presentOver"), u"302 Found · Browsers (Fetch)"_s);
    const auto *options = wall.view.findChild<PresentOptions *>();
    QVERIFY(options->isVisible());
    QVERIFY(!wall.view.findChild<FittedLabel *>(u"presentCaption"_s)->isVisible());
    QVERIFY(!wall.view.stage().geometry().intersects(options->geometry()));
    const PredictionQuestion asked = *wall.view.question();
    QCOMPARE(wall.text("presentLeft"), u"Vote with 1 to %1"_s.arg(asked.options.size()));

    int keepsPost = -1;
    int becomesGet = -1;
    for (int i = 0; i < asked.options.size(); ++i) {
        const Expectation &option = asked.options.at(i);
        keepsPost = option.method == "POST" && option.content == ContentFate::Same ? i : keepsPost;
        becomesGet = option.method == "GET" && option.content == ContentFate::None ? i : becomesGet;
    }
    QVERIFY(keepsPost >= 0 && becomesGet >= 0);
    const auto vote = [&wall](int option) { wall.press(Qt::Key(Qt::Key_1 + option)); };
    for (const int option : {keepsPost, keepsPost, becomesGet, keepsPost})
        vote(option);
    wall.press(Qt::Key_9); // there is no such option
    QCOMPARE(wall.view.tally().total(), 4);
    wall.press(Qt::Key_Backspace);
    QCOMPARE(wall.view.tally().total(), 3);
    QCOMPARE(wall.text("presentLeft"), u"votes in"_s);
    QCOMPARE(wall.text("presentRight"), u"Space reveals"_s);

    wall.press(Qt::Key_Space);
    QTRY_VERIFY(wall.view.grade());
    QCOMPARE(wall.view.grade()->right, becomesGet);
    QVERIFY(wall.view.grade()->fromRecord);
    QVERIFY(wall.text("presentTitle").contains(u"GET"_s));
    QVERIFY(wall.text("presentCaption").contains(u"302 keeps POST"_s));
    QCOMPARE(wall.text("presentLeft"), u"right"_s);
    QVERIFY(options->accessibleDescription().contains(u"Right."_s));
    QTRY_VERIFY(wall.view.clock().time() > 0);
    wall.press(Qt::Key_Right); // to the end of its turn, at once
    wall.press(Qt::Key_Right); // and on
    QVERIFY(!wall.view.grade());
    QVERIFY(!options->isVisible());
    QTRY_VERIFY(!wall.controller.isRunning());
    wall.press(Qt::Key_End);
    QCOMPARE(wall.text("presentTitle"), u"200 OK"_s);
}

void TestPresentPredict::theClauseOfAMistakeCanBeOpened()
{
    Wall wall;
    QVERIFY(askOn(wall, form(u"lab:/lab/chain/302"_s)));
    const QSignalSpy wanted(&wall.view, &PresentView::clauseRequested);
    wall.press(Qt::Key_1);
    wall.press(Qt::Key_C); // nothing is known yet
    QVERIFY(wanted.isEmpty());
    QVERIFY(wall.view.isVisible());
    wall.press(Qt::Key_Space);
    QTRY_VERIFY(wall.view.grade());
    QVERIFY(wall.view.grade()->right != 0);
    wall.press(Qt::Key_C);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted.at(0).at(0).toString().startsWith(u"page:302"_s));
    QVERIFY(!wall.view.isVisible());
}

void TestPresentPredict::aHeldKeyRevealsNothing()
{
    Wall wall;
    QVERIFY(askOn(wall, form(u"lab:/lab/chain/302"_s)));
    for (int i = 0; i < 5; ++i) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier, QString(), true);
        wall.view.press(held);
    }
    QVERIFY(wall.view.asks());
    wall.press(Qt::Key_Z); // the options keep their room
    QVERIFY(!wall.view.isZoomed());
}

void TestPresentPredict::aRightClassHearsNoMistake()
{
    Wall wall;
    QVERIFY(askOn(wall, form(u"lab:/lab/chain/307"_s)));
    const PredictionQuestion asked = *wall.view.question();
    for (int i = 0; i < asked.options.size(); ++i) {
        if (asked.options.at(i).method == "POST" && asked.options.at(i).content == ContentFate::Same)
            wall.press(Qt::Key(Qt::Key_1 + i));
    }
    wall.press(Qt::Key_PageDown); // a clicker has no Space
    QTRY_VERIFY(wall.view.grade());
    QVERIFY(!wall.text("presentCaption").contains(u"is not so"_s));
    QVERIFY(wall.view.tally().of(wall.view.grade()->right) == 1);
}

void TestPresentPredict::goingBackFromAQuestionKeepsItsVotes()
{
    Wall wall;
    QVERIFY(askOn(wall, form(u"lab:/lab/chain/302"_s)));
    wall.press(Qt::Key_1);
    wall.press(Qt::Key_Left);
    QVERIFY(!wall.view.asks());
    wall.press(Qt::Key_2); // nobody asks now
    wall.press(Qt::Key_B);
    wall.press(Qt::Key_B);
    wall.press(Qt::Key_End);
    QVERIFY(wall.view.asks());
    QCOMPARE(wall.view.tally().total(), 1);
    QVERIFY(wall.controller.prediction());
}

void TestPresentPredict::theWallIsTheSameWhateverTheAnswer()
{
    QStringList before;
    QStringList after;
    for (const QString &client : {u"fetch"_s, u"curl-X"_s}) {
        Wall wall;
        const QString name = wall.session.policies().policy(client)->name;
        QVERIFY(askOn(wall, form(u"lab:/lab/chain/302"_s, client)));
        const auto everything = [&wall, &name] {
            QString all = wordsOf(textsOn(wall.view)) + u'\n' + heardOn(wall.view);
            all.replace(name, u"the client"_s);
            for (const StripMark &mark : wall.view.findChild<PresentFoot *>()->marks())
                all += QString::number(int(mark.kind)) + u' ' + QString::number(mark.status) + u'\n';
            static const QRegularExpression port(u":[0-9]{4,5}"_s); // each lab has one of its own
            return all.replace(port, QString());
        };
        before.append(everything());
        wall.press(Qt::Key_Space);
        QTRY_VERIFY(wall.view.grade());
        after.append(everything());
    }
    QCOMPARE(before.at(0), before.at(1));
    QVERIFY(before.at(0).contains(u"What is sent next?"_s));
    QVERIFY(after.at(0) != after.at(1));
}

void TestPresentPredict::aStopIsAQuestionLikeAnyOther()
{
    Wall wall;
    QVERIFY(askOn(wall, form(u"lab:/lab/chain/302~loc=ftp%3A%2F%2Ffiles.test%2Fx"_s)));
    QVERIFY(!heardOn(wall.view).contains(u"Stopped"_s));
    QCOMPARE(wall.view.findChild<PresentFoot *>()->marks().constLast().kind, StripMark::Kind::Open);
    wall.press(Qt::Key_Space);
    QTRY_VERIFY(wall.view.grade());
    QVERIFY(!wall.view.grade()->observed.sends);
    QTRY_VERIFY(!wall.controller.isRunning());
    wall.press(Qt::Key_End);
    QCOMPARE(wall.view.findChild<PresentFoot *>()->marks().constLast().kind, StripMark::Kind::Stop);
}

void TestPresentPredict::noTextOfAQuestionIsSmall_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<qreal>("textScale");
    QTest::addColumn<QString>("fields");
    QTest::newRow("light") << false << 1.0 << QString();
    QTest::newRow("dark, text twice as large, credentials") << true << 2.0 << u"Authorization: Bearer x\n"_s;
}

void TestPresentPredict::noTextOfAQuestionIsSmall()
{
    QFETCH(bool, dark);
    QFETCH(qreal, textScale);
    QFETCH(QString, fields);
    Wall wall;
    wall.theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    wall.theme.setTextScale(textScale);
    RequestDraft draft = form(u"lab:/lab/chain/302~host=pay"_s);
    draft.fieldLines.prepend(fields);
    QVERIFY(askOn(wall, draft));
    const auto least = [&wall] { return tooSmall(textsOn(wall.view), PresentScale::smallest); };
    QCOMPARE(least(), QString());
    QVERIFY(wordsOf(textsOn(wall.view)).contains(u"?"_s));
    for (int option = 0; option < wall.view.question()->options.size(); ++option)
        wall.press(Qt::Key(Qt::Key_1 + option));
    QCOMPARE(least(), QString());
    wall.press(Qt::Key_Z);
    QCOMPARE(least(), QString());
    wall.press(Qt::Key_Z);
    wall.press(Qt::Key_Space);
    QTRY_VERIFY(wall.view.grade());
    QCOMPARE(least(), QString());
    QTest::qWait(50); // the story grows a moment later
    wall.press(Qt::Key_Right);
    QCOMPARE(least(), QString());
    for (QWidget *child : wall.view.findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        QVERIFY2(wall.view.rect().contains(child->geometry()), qPrintable(child->objectName()));
}

DETOUR_TEST(TestPresentPredict)
#include "tst_presentpredict.moc"
