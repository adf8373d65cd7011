// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "journeydesk.h"
#include "support/testregistry.h"

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

/// What a person does in the first minute, with mouse and keyboard, on real traffic.
class JourneyTest final : public QObject
{
    Q_OBJECT

private slots:
    void running307KeepsMethodAndBody();
    void running302DropsTheBody();
    void spacePlaysTheFirstStory();
    void enterPressesTheFirstButton();
    void whatWaitsOnTheStageIsWhatWillBeSent();
    void aHeldSpaceDoesNotStopWhatItStarted();
    void theFirstRequestIsShownWhileItWaits();
    void anotherRequestTakesThePlaceOfARunningOne();
    void stepsGoBothWays();
    void aWrongUrlIsSaidBelowTheBar_data();
    void aWrongUrlIsSaidBelowTheBar();
    void aRefusedConnectionIsSaidOnTheStage();
    void theLimitIsSaidOnTheStage();
    void secretsStayOffTheScreen();
    void aForeignHostIsMarkedBeforeSend();
    void closingWhileATraceRunsIsClean();
    void anotherPageBringsItsOwnExample();
    void whatIsOnesOwnStaysWhenAPageOpens_data();
    void whatIsOnesOwnStaysWhenAPageOpens();
    void aClauseOfTheInspectorKeepsTheStage();
    void anotherPageEndsTheQuestionOfAnExample();
    void f10StepsThroughATrace();
    void waitingIsSaidInSeconds();
    void aThousandHopsArrive();
    void theWindowFitsFrom1024By700();
};

void JourneyTest::running307KeepsMethodAndBody()
{
    JourneyDesk desk;
    desk.pickPage(u"307"_s);
    QCOMPARE(desk.window.pageView().slug(), u"307"_s);
    QVERIFY(desk.clickLink(u"run:upload"_s));
    desk.showAll();

    QVERIFY(desk.rows() >= 2);
    QCOMPARE(desk.cell(0, ExchangeModel::MethodColumn), u"POST"_s);
    QVERIFY(desk.cell(0, ExchangeModel::Status).startsWith(u"307"_s));
    QCOMPARE(desk.cell(1, ExchangeModel::MethodColumn), u"POST"_s);
    QCOMPARE(desk.cell(0, ExchangeModel::Digest).size(), 64);
    QCOMPARE(desk.cell(1, ExchangeModel::Digest), desk.cell(0, ExchangeModel::Digest));

    const QList<HopDrawing> &drawn = desk.stage()->storyboard().hops();
    QCOMPARE(drawn.at(0).method, QByteArray("POST"));
    QCOMPARE(drawn.at(0).status, 307);
    QCOMPARE(drawn.at(0).sheet, Sheet::Full);
    QCOMPARE(drawn.at(1).method, QByteArray("POST"));
    QCOMPARE(drawn.at(1).sheet, Sheet::Full);
    QVERIFY(!drawn.at(0).verdict->methodChanges);
    // What the lab read from the wire, not what we believe was sent.
    const QList<TranscriptEntry> wire = desk.session.labTranscript().entries();
    QCOMPARE(wire.at(1).method.token(), QByteArray("POST"));
    QCOMPARE(wire.at(1).request.content->sha256, wire.at(0).request.content->sha256);
}

void JourneyTest::running302DropsTheBody()
{
    JourneyDesk desk;
    desk.pickPage(u"302"_s);
    QVERIFY(desk.clickLink(u"run:checkout"_s));
    desk.showAll();

    QCOMPARE(desk.rows(), 2);
    QCOMPARE(desk.cell(0, ExchangeModel::MethodColumn), u"POST"_s);
    QVERIFY(desk.cell(0, ExchangeModel::Status).startsWith(u"302"_s));
    QCOMPARE(desk.cell(1, ExchangeModel::MethodColumn), u"GET"_s);
    QCOMPARE(desk.cell(1, ExchangeModel::Digest), QString());
    const QList<HopDrawing> &drawn = desk.stage()->storyboard().hops();
    QVERIFY(drawn.at(0).verdict->methodChanges);
    QCOMPARE(drawn.at(1).method, QByteArray("GET"));
    QCOMPARE(drawn.at(1).sheet, Sheet::Dropped);
    QVERIFY(!desk.session.labTranscript().entries().at(1).request.content);
}

void JourneyTest::spacePlaysTheFirstStory()
{
    JourneyDesk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QVERIFY(!desk.session.labIsRunning());
    auto *play = desk.window.findChild<QPushButton *>(u"firstPlay"_s);
    QVERIFY(play->isVisible());
    QTest::keyClick(play, Qt::Key_Space);
    QVERIFY(desk.session.labIsRunning());
    QVERIFY(!play->isVisible());
    QVERIFY(desk.window.playground().clock().isPlaying());
    desk.showAll();
    QVERIFY(desk.rows() >= 2);
}

void JourneyTest::enterPressesTheFirstButton()
{
    JourneyDesk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    auto *play = desk.window.findChild<QPushButton *>(u"firstPlay"_s);
    QTRY_COMPARE(desk.window.focusWidget(), play);
    QTest::keyClick(play, Qt::Key_Return);
    QVERIFY(desk.window.playground().isRunning());
}

void JourneyTest::whatWaitsOnTheStageIsWhatWillBeSent()
{
    JourneyDesk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    auto *field = desk.window.findChild<QLineEdit *>(u"url"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"http://a.localhost:8307/other"_s);
    QCOMPARE(desk.window.focusWidget(), field);
    QCOMPARE(desk.stage()->storyboard().hops().constFirst().target, u"/other"_s);
    QVERIFY(desk.stage()->storyboard().isWaiting());
    QVERIFY(!desk.session.labIsRunning());
}

void JourneyTest::aHeldSpaceDoesNotStopWhatItStarted()
{
    JourneyDesk desk;
    Playground &playground = desk.window.playground();
    desk.pickPage(u"307"_s);
    QVERIFY(desk.clickLink(u"run:upload"_s));
    QTRY_VERIFY(playground.clock().duration() > 0);
    QVERIFY(playground.clock().isPlaying());
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, u" "_s, true);
    QCoreApplication::sendEvent(&playground, &repeated);
    QVERIFY(playground.clock().isPlaying());
    QTest::keyClick(&playground, Qt::Key_Space);
    QVERIFY(!playground.clock().isPlaying());
}

void JourneyTest::theFirstRequestIsShownWhileItWaits()
{
    JourneyDesk desk;
    desk.type(u"lab:/lab/chain/307~delay=20000/302"_s);
    const StageClock &clock = desk.window.playground().clock();
    QTRY_VERIFY(clock.duration() > 0 && clock.time() == clock.duration());
    QVERIFY(desk.window.playground().isRunning());
    QVERIFY2(clock.isPlaying(), "it goes on when the answer comes");
    QCOMPARE(desk.stage()->storyboard().hops().size(), 1);
    QCOMPARE(desk.stage()->storyboard().hops().constFirst().end, ArrowEnd::Pending);
    QVERIFY(desk.stage()->frame().captionText.contains(u"Waiting"_s));
}

void JourneyTest::anotherRequestTakesThePlaceOfARunningOne()
{
    JourneyDesk desk;
    desk.type(u"lab:/lab/chain/307~delay=20000/302"_s);
    QVERIFY(desk.window.playground().isRunning());
    desk.pickPage(u"302"_s);
    QVERIFY(desk.clickLink(u"run:checkout"_s));
    desk.showAll();
    QCOMPARE(desk.rows(), 2);
    QVERIFY(desk.cell(0, ExchangeModel::Target).endsWith(u"/checkout"_s));
    QCOMPARE(desk.window.findChild<QPushButton *>(u"send"_s)->text(), u"Send"_s);
}

void JourneyTest::stepsGoBothWays()
{
    JourneyDesk desk;
    desk.pickPage(u"302"_s);
    QVERIFY(desk.clickLink(u"run:checkout"_s));
    desk.showAll();
    Playground &playground = desk.window.playground();
    QTest::keyClick(&playground, Qt::Key_Home);
    QCOMPARE(playground.clock().time(), 0.0);
    QTest::keyClick(&playground, Qt::Key_End);
    QTest::keyClick(&playground, Qt::Key_Left);
    const qreal before = playground.clock().time();
    QVERIFY(before < playground.clock().duration());
    QTest::keyClick(&playground, Qt::Key_Left);
    QVERIFY(playground.clock().time() < before);
    QTest::keyClick(&playground, Qt::Key_Right);
    QTRY_COMPARE(playground.clock().time(), before);
}

void JourneyTest::aWrongUrlIsSaidBelowTheBar_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("no host") << u"http://"_s << u"host"_s;
    QTest::newRow("ftp") << u"ftp://a.test/x"_s << u"ftp"_s;
    QTest::newRow("no scheme") << u"a.test/x"_s << u"http://"_s;
    QTest::newRow("a script") << u"javascript:alert(1)"_s << u"javascript"_s;
}

void JourneyTest::aWrongUrlIsSaidBelowTheBar()
{
    QFETCH(QString, typed);
    QFETCH(QString, said);
    JourneyDesk desk;
    desk.type(typed);
    auto *error = desk.window.findChild<QLabel *>(u"draftError"_s);
    QVERIFY(error->isVisible());
    QVERIFY2(error->text().contains(said), qPrintable(error->text()));
    QCOMPARE(error->textFormat(), Qt::PlainText);
    QVERIFY(!desk.window.playground().isRunning());
}

void JourneyTest::aRefusedConnectionIsSaidOnTheStage()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const quint16 port = taken.serverPort();
    taken.close();
    JourneyDesk desk;
    desk.type(u"http://127.0.0.1:%1/x"_s.arg(port));
    desk.showAll();
    QVERIFY(!desk.stage()->storyboard().hops().constLast().stopTitle.isEmpty());
    QCOMPARE(desk.cell(0, ExchangeModel::Status), u"no answer"_s);
}

void JourneyTest::theLimitIsSaidOnTheStage()
{
    JourneyDesk desk;
    desk.type(u"lab:/lab/loop/self"_s);
    desk.showAll();
    QCOMPARE(desk.rows(), 21);
    QVERIFY(!desk.stage()->storyboard().hops().constLast().stopTitle.isEmpty());
}

void JourneyTest::secretsStayOffTheScreen()
{
    JourneyDesk desk;
    RequestDraft draft;
    draft.url = u"lab:/lab/chain/302~loc=ftp%3A%2F%2Fu%3Ahush%40h.test%2F"_s;
    draft.fieldLines = u"Authorization: Bearer hush"_s;
    desk.window.playground().sendDraft(draft);
    desk.showAll();
    const HopDrawing &drawn = desk.stage()->storyboard().hops().constLast();
    QVERIFY(!drawn.stopTitle.isEmpty());
    // The path that asks the lab for this Location holds the word, too, but escaped.
    const auto leaks = [](const QString &text) {
        return text.contains(u":hush@"_s) || text.contains(u"Bearer hush"_s);
    };
    for (const QString &text : {drawn.answerDetail, drawn.stopTarget, drawn.sentence, drawn.stopDetail})
        QVERIFY2(!leaks(text), qPrintable(text));
    auto *inspector = desk.window.findChild<Inspector *>();
    for (const auto tab : {Inspector::Tab::Why, Inspector::Tab::Request, Inspector::Tab::Response}) {
        inspector->setTab(tab);
        const QString text = inspector->findChild<TextPane *>()->toPlainText();
        QVERIFY(!text.isEmpty());
        QVERIFY2(!leaks(text), qPrintable(text));
    }
}

void JourneyTest::aForeignHostIsMarkedBeforeSend()
{
    JourneyDesk desk;
    auto *field = desk.window.findChild<QLineEdit *>(u"url"_s);
    const auto marked = [&desk] {
        const auto labels = desk.window.findChild<RequestBar *>()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text() == u"goes to the network"_s;
        });
    };
    QVERIFY(!marked());
    field->selectAll();
    QTest::keyClicks(field, u"http://example.com/"_s);
    QVERIFY(marked());
    field->selectAll();
    QTest::keyClicks(field, u"http://shop.localhost:8307/"_s);
    QVERIFY(!marked());
}

void JourneyTest::closingWhileATraceRunsIsClean()
{
    auto desk = std::make_unique<JourneyDesk>();
    desk->type(u"lab:/lab/chain/307~delay=5000/302"_s);
    QVERIFY(desk->window.playground().isRunning());
    desk->window.close();
    desk.reset();
}

void JourneyTest::anotherPageBringsItsOwnExample()
{
    JourneyDesk desk;
    desk.pickPage(u"302"_s);
    const QString first = desk.window.playground().draft().url;
    desk.pickPage(u"307"_s);
    const QString second = desk.window.playground().draft().url;
    QVERIFY(first != second);
    QVERIFY(desk.stage()->storyboard().isWaiting());
    QVERIFY2(!desk.window.playground().isAncestorOf(desk.window.focusWidget()), "the focus stays where one reads");

    // One that was only played is no work of one's own.
    QVERIFY(desk.clickLink(u"run:upload"_s));
    desk.showAll();
    desk.pickPage(u"302"_s);
    QCOMPARE(desk.window.playground().draft().url, first);
    QVERIFY(desk.stage()->storyboard().isWaiting());

    // A page without an example of its own shows the welcome's, and the next one like it lets that be.
    desk.window.openPage(u"glossary"_s);
    const QString welcome = desk.window.playground().draft().url;
    desk.window.playground().send();
    desk.showAll();
    desk.window.openPage(u"har"_s);
    QCOMPARE(desk.window.playground().draft().url, welcome);
    QVERIFY(!desk.stage()->storyboard().isWaiting());
}

void JourneyTest::whatIsOnesOwnStaysWhenAPageOpens_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"typed", "sent", "loaded"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void JourneyTest::whatIsOnesOwnStaysWhenAPageOpens()
{
    QFETCH(const QString, what);
    JourneyDesk desk;
    desk.pickPage(u"302"_s);
    auto *field = desk.window.findChild<QLineEdit *>(u"url"_s);
    RequestDraft draft;
    draft.url = u"lab:/lab/echo"_s;
    if (what == u"typed"_s) {
        field->selectAll();
        QTest::keyClicks(field, draft.url);
    } else if (what == u"sent"_s) {
        desk.type(draft.url);
        desk.showAll();
    } else {
        desk.window.playground().loadDraft(draft);
    }
    const Storyboard before = desk.stage()->storyboard();
    desk.pickPage(u"307"_s);
    QCOMPARE(field->text(), draft.url);
    QCOMPARE(desk.stage()->storyboard(), before);
}

void JourneyTest::aClauseOfTheInspectorKeepsTheStage()
{
    JourneyDesk desk;
    desk.pickPage(u"302"_s);
    QVERIFY(desk.clickLink(u"run:checkout"_s));
    desk.showAll();
    emit desk.window.playground().pageRequested(u"303"_s, {});
    QCOMPARE(desk.window.pageView().slug(), u"303"_s);
    QCOMPARE(desk.rows(), 2);
    desk.window.openPage(u"303"_s, u"example"_s); // another place of that page
    QCOMPARE(desk.rows(), 2);
    QVERIFY(!desk.stage()->storyboard().isWaiting());
    desk.pickPage(u"307"_s);
    QVERIFY(desk.stage()->storyboard().isWaiting());
}

void JourneyTest::anotherPageEndsTheQuestionOfAnExample()
{
    JourneyDesk desk;
    desk.pickPage(u"302"_s);
    Playground &playground = desk.window.playground();
    playground.step();
    QTRY_VERIFY(desk.stage()->storyboard().isHeld());
    playground.step();
    auto *panel = playground.findChild<GatePanel *>();
    QVERIFY(panel->isVisible());
    desk.pickPage(u"307"_s);
    QVERIFY(!panel->isVisible());
    QVERIFY(!playground.isRunning());
    QVERIFY(desk.stage()->storyboard().isWaiting());
    QVERIFY(playground.draft().url.contains(u"upload"_s));
    QCOMPARE(desk.session.labTranscript().entries().size(), 1);
}

void JourneyTest::f10StepsThroughATrace()
{
    JourneyDesk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    auto *field = desk.window.findChild<QLineEdit *>(u"url"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"lab:/lab/chain/307/302"_s);
    QTest::keyClick(&desk.window, Qt::Key_F10);
    for (int hop = 2; hop <= 3; ++hop) {
        QTRY_VERIFY(desk.stage()->storyboard().isHeld() && desk.stage()->storyboard().hops().size() == hop);
        QTest::keyClick(&desk.window, Qt::Key_F10); // tells the turn at once
        QTest::keyClick(&desk.window, Qt::Key_F10); // sends it
    }
    desk.showAll();
    QCOMPARE(desk.rows(), 3);
}

void JourneyTest::waitingIsSaidInSeconds()
{
    JourneyDesk desk;
    desk.type(u"lab:/lab/chain/307~delay=20000/302"_s);
    const auto *caption = desk.window.playground().findChild<ElidedLabel *>(u"caption"_s);
    QTRY_VERIFY_WITH_TIMEOUT(caption->text().contains(u"1 s so far"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(caption->text().contains(u"2 s so far"_s), patience);
    QTest::keyClick(&desk.window.playground(), Qt::Key_Escape);
    desk.showAll();
    QVERIFY(!caption->text().contains(u"so far"_s));
}

void JourneyTest::aThousandHopsArrive()
{
    JourneyDesk desk;
    RequestDraft draft;
    draft.url = u"lab:/relative-redirect/1000"_s;
    draft.redirectLimit = -1;
    desk.window.playground().sendDraft(draft);
    desk.showAll();
    QCOMPARE(desk.rows(), 1001);
    QCOMPARE(desk.stage()->storyboard().hops().size(), 1001);
}

void JourneyTest::theWindowFitsFrom1024By700()
{
    JourneyDesk desk;
    QVERIFY2(desk.window.minimumSizeHint().width() <= 1024,
             qPrintable(QString::number(desk.window.minimumSizeHint().width())));
    QVERIFY2(desk.window.minimumSizeHint().height() <= 700,
             qPrintable(QString::number(desk.window.minimumSizeHint().height())));
    desk.pickPage(u"307"_s);
}

DETOUR_TEST(JourneyTest)
#include "tst_journey.moc"
