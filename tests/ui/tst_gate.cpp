// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "gateyard.h"
#include "support/testregistry.h"

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

/// Step: a trace that stops before each hop and asks; and what-if: another request in place of the decided one.
class GateTest final : public QObject
{
    Q_OBJECT

private slots:
    void stepStopsBeforeEachHop();
    void theQuestionSaysWhatAndWhy();
    void theBarHoldsTheNextRequestMeanwhile();
    void theNextRequestStandsAtTheClient();
    void goOnAsksNoMore();
    void stopHereEndsTheTrace();
    void askingIsSwitchedWhileATraceRuns();
    void theQuestionComesWhenTheTurnIsTold();
    void whatWasNotTouchedIsSentAsDecided();
    void aChangedRequestIsSentAndSaysSo();
    void anUntouchedBodyComesFromTheChain();
    void aDroppedBodyMayBeSentAgain();
    void anEmptiedBodyStaysEmpty();
    void aChangeIsUndone();
    void whatCannotBeSentIsSaidAndTheQuestionStays_data();
    void whatCannotBeSentIsSaidAndTheQuestionStays();
    void everythingThatEndsAQuestionEndsItCleanly_data();
    void everythingThatEndsAQuestionEndsItCleanly();
    void closingWithAnOpenQuestionIsClean();
    void timeAtTheGateIsNotWaitingTime();
    void theQuestionIsSpokenAndWorksByKeyboard();
    void secretsAreNotToldInWords();
    void aLowWindowHasRoomForTheQuestion_data();
    void aLowWindowHasRoomForTheQuestion();
};

void GateTest::stepStopsBeforeEachHop()
{
    Yard yard;
    yard.step(post(u"/lab/chain/307/303"_s));
    QCOMPARE(yard.wire().size(), 1);
    QTest::mouseClick(yard.button(u"gateSend"_s), Qt::LeftButton);
    QVERIFY(!yard.panel()->isVisible());
    yard.awaitQuestion(3);
    QCOMPARE(yard.wire().size(), 2);
    QTest::mouseClick(yard.button(u"gateSend"_s), Qt::LeftButton);
    yard.awaitEnd();
    const RedirectChain chain = yard.playground.chain();
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.size(), 3);
    for (const Hop &hop : chain.hops)
        QVERIFY(!hop.exchange.changedByUser);
    QVERIFY(!yard.panel()->isVisible());
}

void GateTest::theQuestionSaysWhatAndWhy()
{
    Yard yard;
    yard.step(post(u"/lab/chain/303"_s));
    QVERIFY2(yard.words(u"gateNext"_s).startsWith(u"Next: GET /lab/"_s), qPrintable(yard.words(u"gateNext"_s)));
    QVERIFY(yard.words(u"gateNext"_s).contains(u"without a body"_s));
    QVERIFY2(yard.words(u"gateWhy"_s).contains(u"303"_s), qPrintable(yard.words(u"gateWhy"_s)));
    QVERIFY(yard.words(u"gateWhy"_s).contains(u"RFC 9110"_s));
    yard.playground.cancel();
    yard.awaitEnd();

    yard.step(post(u"/lab/chain/307~host=pay"_s));
    QVERIFY2(yard.words(u"gateNext"_s).contains(u"http://pay.localhost"_s), qPrintable(yard.words(u"gateNext"_s)));
    QVERIFY(yard.words(u"gateNext"_s).contains(u"22 bytes"_s));
}

void GateTest::theBarHoldsTheNextRequestMeanwhile()
{
    Yard yard;
    const RequestDraft own = post(u"/lab/chain/303"_s);
    yard.step(own);
    QCOMPARE(yard.playground.draft().method, u"GET"_s);
    QVERIFY(yard.url()->text().endsWith(u"/lab/echo"_s));
    QVERIFY(!yard.playground.draft().hasBody);
    QVERIFY(!yard.button(u"step"_s)->isVisible());
    QVERIFY(!yard.playground.findChild<QWidget *>(u"client"_s)->isEnabled());
    QCOMPARE(yard.button(u"send"_s)->text(), u"Send it"_s);
    yard.playground.send();
    QCOMPARE(yard.playground.draft().method, own.method);
    QCOMPARE(yard.url()->text(), own.url);
    QCOMPARE(yard.playground.draft().body, own.body);
    yard.awaitEnd();
    QCOMPARE(yard.playground.draft().url, own.url);
    QVERIFY(yard.playground.findChild<QWidget *>(u"client"_s)->isEnabled());
}

void GateTest::theNextRequestStandsAtTheClient()
{
    Yard yard;
    yard.step(post(u"/lab/chain/307"_s));
    QVERIFY(yard.board().isHeld());
    QCOMPARE(yard.board().hops().size(), 2);
    QCOMPARE(yard.playground.clock().time(), yard.board().timeOfHop(0));
    QCOMPARE(yard.board().hops().last().end, ArrowEnd::Pending);
    yard.playground.send();
    QTRY_VERIFY(!yard.board().isHeld());
    yard.awaitEnd();
    QTRY_VERIFY_WITH_TIMEOUT(yard.playground.clock().atEnd(), patience); // it went on by itself
}

void GateTest::goOnAsksNoMore()
{
    Yard yard;
    yard.step(post(u"/lab/chain/307/307/307"_s));
    QTest::mouseClick(yard.button(u"gateGoOn"_s), Qt::LeftButton);
    yard.awaitEnd();
    QCOMPARE(yard.playground.chain().hops.size(), 4);
    QCOMPARE(yard.playground.chain().outcome, Outcome::Completed);
}

void GateTest::stopHereEndsTheTrace()
{
    Yard yard;
    yard.step(post(u"/lab/chain/307"_s));
    QTest::mouseClick(yard.button(u"gateStop"_s), Qt::LeftButton);
    yard.awaitEnd();
    QCOMPARE(yard.wire().size(), 1);
    QCOMPARE(yard.playground.chain().end->code, u"cancelled"_s);
    QCOMPARE(yard.playground.chain().end->message, u"Stopped by you before hop 2."_s);
    QVERIFY(!yard.panel()->isVisible());
    QCOMPARE(yard.button(u"send"_s)->text(), u"Send"_s);
    QVERIFY(!yard.board().hops().constLast().stopTitle.isEmpty());
}

void GateTest::askingIsSwitchedWhileATraceRuns()
{
    Yard yard;
    yard.playground.sendDraft(post(u"/lab/chain/307~delay=1500/307"_s));
    QVERIFY(!yard.button(u"step"_s)->isChecked());
    QTest::mouseClick(yard.button(u"step"_s), Qt::LeftButton);
    QVERIFY(yard.button(u"step"_s)->isChecked());
    yard.awaitQuestion(2);
    yard.playground.send();
    yard.awaitQuestion(3);
    yard.playground.cancel();
    yard.awaitEnd();

    yard.playground.loadDraft(post(u"/lab/chain/307~delay=300/307"_s));
    yard.playground.step();
    QVERIFY(yard.button(u"step"_s)->isChecked());
    yard.playground.step(); // the key pressed twice lets nothing run away
    QVERIFY(yard.button(u"step"_s)->isChecked());
    QTest::mouseClick(yard.button(u"step"_s), Qt::LeftButton); // off before the answer comes
    QVERIFY(!yard.button(u"step"_s)->isChecked());
    yard.awaitEnd();
    QCOMPARE(yard.playground.chain().hops.size(), 3);
}

void GateTest::theQuestionComesWhenTheTurnIsTold()
{
    Yard yard;
    yard.playground.clock().setSpeed(StageClock::slowest);
    yard.playground.loadDraft(post(u"/lab/chain/307"_s));
    yard.playground.step();
    QTRY_VERIFY(yard.board().isHeld());
    QVERIFY(yard.playground.clock().isPlaying());
    QVERIFY(!yard.panel()->isVisible());
    yard.playground.step();
    QVERIFY(yard.panel()->isVisible());
    QCOMPARE(yard.wire().size(), 1);
    yard.playground.clock().setTime(0); // looking back does not take the question away
    QVERIFY(yard.panel()->isVisible());
}

void GateTest::whatWasNotTouchedIsSentAsDecided()
{
    Yard yard;
    // A byte that is no UTF-8, which the editor cannot hold, and a percent-encoding to keep as it is.
    RequestDraft draft = post(u"/lab/chain/307~loc=%2Flab%2Fecho%3Fa%3D%257e"_s);
    draft.body = QByteArray::fromHex("00ff41");
    yard.step(draft);
    yard.playground.send();
    yard.awaitEnd();
    const RedirectChain chain = yard.playground.chain();
    QVERIFY(!chain.hops.at(1).exchange.changedByUser);
    QCOMPARE(chain.hops.at(1).exchange.request, *chain.hops.at(0).decision->next);
    QCOMPARE(chain.hops.at(1).exchange.received->content->sha256, chain.hops.at(0).exchange.received->content->sha256);
}

void GateTest::aChangedRequestIsSentAndSaysSo()
{
    Yard yard;
    yard.step(post(u"/lab/chain/307"_s));
    yard.edit([](RequestDraft &draft) {
        draft.method = u"DELETE"_s;
        draft.url += u"?changed=1"_s;
        draft.fieldLines = u"Content-Type: text/plain\nX-Extra: 2\n"_s;
        draft.body = "other";
    });
    const QString told = yard.words(u"gateChanges"_s);
    for (const QString &word :
         {u"DELETE in place of POST"_s, u"changed=1"_s, u"X-Extra"_s, u"X-Note"_s, u"5 bytes in place of 22 bytes"_s})
        QVERIFY2(told.contains(word), qPrintable(told));
    QCOMPARE(yard.button(u"gateSend"_s)->text(), u"Send it changed"_s);
    QTest::mouseClick(yard.button(u"gateSend"_s), Qt::LeftButton);
    QTRY_VERIFY(yard.board().hops().size() == 2 && !yard.board().isHeld());
    QCOMPARE(yard.board().hops().at(1).method, QByteArray("DELETE"));
    yard.awaitEnd();
    const Exchange sent = yard.playground.chain().hops.at(1).exchange;
    QVERIFY(sent.changedByUser);
    QVERIFY(sent.received->line.startsWith("DELETE /lab/echo?changed=1 "));
    QCOMPARE(sent.received->fields.value("X-Extra"), QByteArray("2"));
    QVERIFY(!sent.received->fields.contains("X-Note"));
    QCOMPARE(sent.received->content->preview, QByteArray("other"));
    QVERIFY(yard.board().hops().at(1).requestDetail.contains(u"changed by you"_s));
    QVERIFY(yard.board().hops().at(1).sentence.contains(u"changed by you"_s));
    QVERIFY(!yard.board().hops().at(1).requestDetail.contains(u"the same"_s));
}

void GateTest::anUntouchedBodyComesFromTheChain()
{
    Yard yard;
    RequestDraft draft = post(u"/lab/chain/307"_s);
    draft.body = QByteArray(200'000, '\xfe'); // longer than a preview, and no text
    yard.step(draft);
    QCOMPARE(yard.playground.draft().bodySize(), 200'000);
    yard.edit([](RequestDraft &next) { next.fieldLines += u"X-Extra: 2\n"_s; });
    yard.playground.send();
    yard.awaitEnd();
    const RedirectChain chain = yard.playground.chain();
    QVERIFY(chain.hops.at(1).exchange.changedByUser);
    QCOMPARE(chain.hops.at(1).exchange.received->content->bytes, 200'000);
    QCOMPARE(chain.hops.at(1).exchange.received->content->sha256, chain.hops.at(0).exchange.received->content->sha256);
}

void GateTest::aDroppedBodyMayBeSentAgain()
{
    Yard yard;
    const RequestDraft own = post(u"/lab/chain/303"_s);
    yard.step(own);
    yard.edit([&own](RequestDraft &next) {
        next.method = u"POST"_s;
        next.hasBody = true;
        next.body = own.body;
    });
    QVERIFY(yard.words(u"gateChanges"_s).contains(u"With a body of 22 bytes"_s));
    yard.playground.send();
    yard.awaitEnd();
    const Exchange sent = yard.playground.chain().hops.at(1).exchange;
    QVERIFY(sent.received->line.startsWith("POST "));
    QCOMPARE(sent.received->content->preview, own.body);
}

void GateTest::anEmptiedBodyStaysEmpty()
{
    Yard yard;
    RequestDraft own = post(u"/lab/chain/303"_s);
    own.client = u"curl-X"_s; // keeps the method on 303
    yard.step(own);
    const std::optional<ContentInfo> decided = yard.playground.chain().hops.constFirst().decision->next->content;
    yard.edit([](RequestDraft &next) { next.fieldLines += u"X-Extra: 2\n"_s; });
    yard.playground.send();
    yard.awaitEnd();
    const Exchange sent = yard.playground.chain().hops.at(1).exchange;
    QVERIFY(sent.changedByUser);
    QCOMPARE(sent.received->content ? sent.received->content->bytes : 0, decided ? decided->bytes : 0);
}

void GateTest::aChangeIsUndone()
{
    Yard yard;
    yard.step(post(u"/lab/chain/307"_s));
    QPushButton *change = yard.button(u"gateChange"_s);
    QCOMPARE(change->text(), u"Change it…"_s);
    yard.edit([](RequestDraft &draft) { draft.method = u"PUT"_s; });
    QCOMPARE(change->text(), u"Undo the change"_s);
    QTest::mouseClick(change, Qt::LeftButton);
    QCOMPARE(yard.playground.draft().method, u"POST"_s);
    QVERIFY(!yard.playground.findChild<QLabel *>(u"gateChanges"_s)->isVisible());
    yard.playground.send();
    yard.awaitEnd();
    QVERIFY(!yard.playground.chain().hops.at(1).exchange.changedByUser);
}

void GateTest::whatCannotBeSentIsSaidAndTheQuestionStays_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("another scheme") << u"url"_s << u"ftp://h.test/"_s << u"ftp"_s;
    QTest::newRow("a script") << u"url"_s << u"javascript:alert(1)"_s << u"javascript"_s;
    QTest::newRow("a file") << u"url"_s << u"file:///etc/passwd"_s << u"file"_s;
    QTest::newRow("no host") << u"url"_s << u"http://"_s << u"host"_s;
    QTest::newRow("a method with a space") << u"method"_s << u"GET IT"_s << u"method"_s;
    QTest::newRow("CONNECT") << u"method"_s << u"CONNECT"_s << u"CONNECT"_s;
    QTest::newRow("HEAD with a body") << u"method"_s << u"HEAD"_s << u"HEAD"_s;
    QTest::newRow("a field without a name") << u"fields"_s << u": x"_s << u"field"_s;
    QTest::newRow("a coding of its own") << u"fields"_s << u"Transfer-Encoding: chunked"_s << u"Transfer-Encoding"_s;
    QTest::newRow("a file that is not there") << u"body"_s << u"/nowhere/at/all"_s << u"/nowhere/at/all"_s;
}

void GateTest::whatCannotBeSentIsSaidAndTheQuestionStays()
{
    QFETCH(const QString, what);
    QFETCH(const QString, typed);
    QFETCH(const QString, said);
    Yard yard;
    yard.step(post(u"/lab/chain/307"_s));
    yard.edit([&](RequestDraft &draft) {
        if (what == u"url"_s)
            draft.url = typed;
        else if (what == u"method"_s)
            draft.method = typed;
        else if (what == u"fields"_s)
            draft.fieldLines = typed;
        else {
            draft.bodyKind = BodyKind::File;
            draft.bodyFile = typed;
        }
    });
    yard.playground.send();
    QVERIFY(yard.panel()->isVisible());
    auto *error = yard.playground.findChild<QLabel *>(u"draftError"_s);
    QVERIFY(error->isVisible());
    QVERIFY2(error->text().contains(said, Qt::CaseInsensitive), qPrintable(error->text()));
    QTest::mouseClick(yard.button(u"gateGoOn"_s), Qt::LeftButton);
    QVERIFY(yard.panel()->isVisible());
    QCOMPARE(yard.wire().size(), 1);
    QTest::mouseClick(yard.button(u"gateChange"_s), Qt::LeftButton); // undo
    QVERIFY(!error->isVisible());
    yard.playground.send();
    yard.awaitEnd();
    QCOMPARE(yard.playground.chain().outcome, Outcome::Completed);
}

void GateTest::everythingThatEndsAQuestionEndsItCleanly_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"cancel", "escape", "another example", "another request", "a saved chain"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void GateTest::everythingThatEndsAQuestionEndsItCleanly()
{
    QFETCH(const QString, how);
    Yard yard;
    const RequestDraft own = post(u"/lab/chain/307"_s);
    yard.step(own);
    const RequestDraft other = post(u"/lab/echo"_s);
    const RedirectChain soFar = yard.playground.chain();
    if (how == u"cancel"_s)
        yard.playground.cancel();
    else if (how == u"escape"_s)
        QTest::keyClick(&yard.playground, Qt::Key_Escape);
    else if (how == u"another example"_s)
        yard.playground.loadDraft(other);
    else if (how == u"another request"_s)
        yard.playground.sendDraft(other);
    else
        yard.playground.showChain(soFar);
    yard.awaitEnd();
    QVERIFY(!yard.panel()->isVisible());
    QCOMPARE(yard.button(u"send"_s)->text(), u"Send"_s);
    QVERIFY(yard.button(u"step"_s)->isVisible());
    QVERIFY(!yard.board().isHeld());
    const bool isOther = how.startsWith(u"another"_s);
    if (how != u"a saved chain"_s)
        QCOMPARE(yard.playground.draft().url, isOther ? other.url : own.url);
    QCOMPARE(yard.wire().size(), how == u"another request"_s ? 2 : 1);
}

void GateTest::closingWithAnOpenQuestionIsClean()
{
    auto yard = std::make_unique<Yard>();
    yard->step(post(u"/lab/chain/307"_s));
    yard->playground.close();
    yard.reset();

    yard = std::make_unique<Yard>();
    yard->playground.clock().setSpeed(StageClock::slowest);
    yard->playground.loadDraft(post(u"/lab/chain/307"_s));
    yard->playground.step();
    QTRY_VERIFY(yard->board().isHeld()); // asked, and not shown yet
    yard.reset();
}

void GateTest::timeAtTheGateIsNotWaitingTime()
{
    Yard yard;
    ContentStore content;
    TraceSpec spec;
    const Result<TargetUri> target = yard.session.resolveUrl("lab:/lab/chain/307");
    QVERIFY(target);
    spec.request.target = *target;
    spec.policy = *yard.session.policies().policy(u"fetch"_s);
    spec.timeout = std::chrono::milliseconds(400);
    GateReply waiting;
    spec.gate = [&waiting](const GateQuestion &question, const GateReply &reply) {
        if (question.hop == 1)
            reply({});
        else
            waiting = reply;
    };
    const auto run = yard.session.startTrace(std::move(spec));
    QVERIFY(run);
    QTRY_VERIFY(waiting);
    QElapsedTimer atTheGate;
    atTheGate.start();
    QTRY_VERIFY(atTheGate.hasExpired(900));
    QVERIFY((*run)->isRunning());
    waiting({});
    QTRY_VERIFY(!(*run)->isRunning());
    QCOMPARE((*run)->chain().outcome, Outcome::Completed);
    QVERIFY(*(*run)->chain().hops.at(1).exchange.timing.total < 400);
}

void GateTest::theQuestionIsSpokenAndWorksByKeyboard()
{
    Yard yard;
    QVERIFY(QTest::qWaitForWindowActive(&yard.playground));
    yard.url()->setFocus();
    yard.step(post(u"/lab/chain/307/303"_s));
    QPushButton *send = yard.button(u"gateSend"_s);
    QTRY_VERIFY(send->hasFocus());
    QVERIFY(send->accessibleDescription().contains(u"Next: POST /lab/chain/303"_s));
    QVERIFY(yard.panel()->accessibleDescription().contains(u"307"_s));
    for (const QString &name : {u"gateChange"_s, u"gateStop"_s, u"gateGoOn"_s}) {
        QTest::keyClick(yard.playground.focusWidget(), Qt::Key_Tab);
        QVERIFY2(yard.button(name)->hasFocus(), qPrintable(name));
    }
    send->setFocus();
    QTest::keyClick(send, Qt::Key_Space);
    yard.awaitQuestion(3);
    QTRY_VERIFY(send->hasFocus());
    yard.button(u"gateChange"_s)->setFocus();
    QTest::keyClick(yard.button(u"gateChange"_s), Qt::Key_Space);
    QVERIFY(yard.url()->hasFocus());
    QTest::keyClick(yard.url(), Qt::Key_Return); // sends it
    yard.awaitEnd();
    QCOMPARE(yard.playground.chain().outcome, Outcome::Completed);
    QCOMPARE(yard.playground.chain().hops.size(), 3);
}

void GateTest::secretsAreNotToldInWords()
{
    Yard yard;
    RequestDraft draft = post(u"/lab/chain/307~loc=%2F%2Fu%3Ahush%40127.0.0.1%2Fx"_s);
    draft.fieldLines += u"Authorization: Bearer hush\n"_s;
    draft.client = u"curl"_s;
    yard.step(draft);
    yard.edit([](RequestDraft &next) {
        next.fieldLines = u"Authorization: Bearer hush2\n"_s;
        next.url.replace(u"hush"_s, u"hush3"_s);
    });
    for (const QString &said : {yard.panel()->spokenText(), yard.words(u"gateChanges"_s), yard.words(u"gateNext"_s)})
        QVERIFY2(!said.contains(u"hush"_s), qPrintable(said));
    QVERIFY(!yard.words(u"gateChanges"_s).isEmpty());
}

void GateTest::aLowWindowHasRoomForTheQuestion_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1024 x 700") << QSize(600, 652);
    QTest::newRow("1920 x 1080 at 200 %") << QSize(890, 492);
    QTest::newRow("1440 x 900") << QSize(720, 852);
}

void GateTest::aLowWindowHasRoomForTheQuestion()
{
    QFETCH(const QSize, size);
    Yard yard;
    yard.playground.resize(size);
    yard.step(post(u"/lab/chain/307"_s));
    yard.edit([](RequestDraft &draft) { draft.url += u"?a=changed&path=to&some=where"_s; });
    QCoreApplication::processEvents(); // the layout
    const auto *stage = yard.playground.findChild<StageWidget *>()->parentWidget();
    const QRect above = stage->geometry();
    const QRect panel = yard.panel()->geometry();
    QVERIFY2(above.bottom() < panel.top(), qPrintable(u"%1 %2"_s.arg(above.bottom()).arg(panel.top())));
    QVERIFY(panel.height() >= yard.panel()->heightForWidth(panel.width()));
    QVERIFY(yard.playground.rect().contains(panel));
    yard.playground.cancel();
    yard.awaitEnd();
    QVERIFY(yard.playground.findChild<QWidget *>(u"inspector"_s)->isVisible());
}

DETOUR_TEST(GateTest)
#include "tst_gate.moc"
