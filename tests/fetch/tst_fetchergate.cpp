// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/fetcher.h"

#include "fetchtesting.h"
#include "support/faketransport.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The gate before each hop, and cancelling.
class FetcherGateTest final : public QObject
{
    Q_OBJECT

private slots:
    void gateIsAskedBeforeEachHop();
    void gateMayAnswerLater();
    void gateReplacesTheRequest_data();
    void gateReplacesTheRequest();
    void gateBringsDroppedContentBack();
    void gateGivesOtherContent();
    void gateStops_data();
    void gateStops();
    void gateStopsBeforeTheFirstRequest();
    void secondAnswerIsNotHeard();
    void answerAfterTheEndIsNotHeard();
    void cancelWhileSending();
    void cancelWhileAsking();
    void cancelBetweenTheHops();
    void cancelWhileAHopIsCompleted();
    void destroyedWhileSending();
    void destroyedByItsListener();
    void destroyedByTheGate();
};

namespace {

/// 303 from /a to /b, then 200.
Response seeOther(const Request &request)
{
    return request.target.path == "/a" ? FakeTransport::redirect(303, "/b") : FakeTransport::ok();
}

Request post(const std::shared_ptr<BodySource> &body)
{
    return withContent(requestTo("POST", "http://a.test/a"), body);
}

GateAnswer replaceBy(const Request &request)
{
    GateAnswer answer;
    answer.kind = GateAnswer::Kind::Replace;
    answer.request = request;
    return answer;
}

GateAnswer stopAnswer()
{
    GateAnswer answer;
    answer.kind = GateAnswer::Kind::Stop;
    return answer;
}

/// Calls `reply` at once or from the event loop.
void answerWith(QObject *context, bool isLater, const GateReply &reply, const GateAnswer &answer)
{
    if (isLater) {
        QMetaObject::invokeMethod(
            context, [reply, answer] { reply(answer); }, Qt::QueuedConnection);
    } else {
        reply(answer);
    }
}

void bothWays()
{
    QTest::addColumn<bool>("isLater");
    QTest::newRow("at once") << false;
    QTest::newRow("later") << true;
}

} // namespace

void FetcherGateTest::gateIsAskedBeforeEachHop()
{
    FakeTransport transport;
    transport.setAnswer(seeOther);
    Fetcher fetcher(transport);
    FetchOptions options;
    QStringList asked;
    options.gate = [&](const GateQuestion &question, const GateReply &reply) {
        asked.append(u"%1 %2 %3 %4"_s.arg(question.hop)
                         .arg(question.request.method.toString(), QString::fromLatin1(question.request.target.path))
                         .arg(question.soFar->hops.size()));
        QCOMPARE(transport.sent().size(), question.hop - 1);
        reply({});
    };
    const auto body = bodyFromMemory("abc");
    run(fetcher, post(body), body, options);
    QCOMPARE(asked, (QStringList{u"1 POST /a 0"_s, u"2 GET /b 1"_s}));
    QCOMPARE(fetcher.chain().outcome, Outcome::Completed);
    QVERIFY(!fetcher.chain().hops[1].exchange.changedByUser);
}

void FetcherGateTest::gateMayAnswerLater()
{
    FakeTransport transport;
    transport.setAnswer(seeOther);
    Fetcher fetcher(transport);
    FetchOptions options;
    GateReply waiting;
    options.gate = [&](const GateQuestion &, const GateReply &reply) { waiting = reply; };
    QSignalSpy finished(&fetcher, &Fetcher::finished);
    fetcher.start(requestTo("GET", "http://a.test/a"), nullptr, browserPolicy(), options);
    for (int hop = 1; hop <= 2; ++hop) {
        QTRY_VERIFY(waiting);
        QCOMPARE(transport.sent().size(), hop - 1);
        QVERIFY(fetcher.isRunning());
        std::exchange(waiting, nullptr)({});
    }
    QVERIFY(finished.count() == 1 || finished.wait());
    QCOMPARE(transport.sent().size(), 2);
}

void FetcherGateTest::gateReplacesTheRequest_data()
{
    bothWays();
}

void FetcherGateTest::gateReplacesTheRequest()
{
    QFETCH(const bool, isLater);
    FakeTransport transport;
    transport.setAnswer(seeOther);
    Fetcher fetcher(transport);
    FetchOptions options;
    options.gate = [&](const GateQuestion &question, const GateReply &reply) {
        answerWith(this, isLater, reply,
                   question.hop == 2 ? replaceBy(requestTo("DELETE", "http://b.test/c", {{"X-A", "1"}}))
                                     : GateAnswer());
    };
    const auto body = bodyFromMemory("abc");
    run(fetcher, post(body), body, options);
    QCOMPARE(transport.sent().size(), 2);
    QCOMPARE(transport.sent()[1].request, requestTo("DELETE", "http://b.test/c", {{"X-A", "1"}}));
    QCOMPARE(transport.sent()[1].content, QByteArray());
    QVERIFY(!fetcher.chain().hops[0].exchange.changedByUser);
    QVERIFY(fetcher.chain().hops[1].exchange.changedByUser);
    QCOMPARE(fetcher.chain().hops[0].decision->next->method.token(), "GET"_ba); // what was decided stays on record
    QCOMPARE(fetcher.chain().outcome, Outcome::Completed);
}

void FetcherGateTest::gateBringsDroppedContentBack()
{
    FakeTransport transport;
    transport.setAnswer(seeOther);
    Fetcher fetcher(transport);
    FetchOptions options;
    const auto body = bodyFromMemory("abc");
    options.gate = [&](const GateQuestion &question, const GateReply &reply) {
        Request again = post(body);
        again.target = question.request.target;
        reply(question.hop == 2 ? replaceBy(again) : GateAnswer());
    };
    run(fetcher, post(body), body, options);
    QCOMPARE(transport.sent()[1].request.method.token(), "POST"_ba);
    QCOMPARE(transport.sent()[1].content, "abc"_ba);
}

void FetcherGateTest::gateGivesOtherContent()
{
    FakeTransport transport;
    transport.setAnswer([](const Request &request) {
        return request.target.path == "/c" ? FakeTransport::ok()
                                           : FakeTransport::redirect(307, request.target.path == "/a" ? "/b" : "/c");
    });
    Fetcher fetcher(transport);
    FetchOptions options;
    const auto body = bodyFromMemory("abc");
    options.gate = [&](const GateQuestion &question, const GateReply &reply) {
        GateAnswer answer;
        if (question.hop == 2) {
            answer = replaceBy(question.request);
            answer.body = bodyFromMemory("other");
        }
        reply(answer);
    };
    run(fetcher, post(body), body, options);
    QCOMPARE(transport.sent().size(), 3);
    QCOMPARE(transport.sent()[0].content, "abc"_ba);
    QCOMPARE(transport.sent()[1].content, "other"_ba);
    QCOMPARE(transport.sent()[1].request.content->sha256, sha256Of("other"));
    QCOMPARE(transport.sent()[2].content, "other"_ba); // 307 repeats what was sent last
}

void FetcherGateTest::gateStops_data()
{
    bothWays();
}

void FetcherGateTest::gateStops()
{
    QFETCH(const bool, isLater);
    FakeTransport transport;
    transport.setAnswer(seeOther);
    Fetcher fetcher(transport);
    FetchOptions options;
    options.gate = [&](const GateQuestion &question, const GateReply &reply) {
        answerWith(this, isLater, reply, question.hop == 2 ? stopAnswer() : GateAnswer());
    };
    run(fetcher, requestTo("GET", "http://a.test/a"), nullptr, options);
    QCOMPARE(transport.sent().size(), 1);
    QCOMPARE(fetcher.chain().outcome, Outcome::Failed);
    QCOMPARE(fetcher.chain().end->code, u"cancelled"_s);
    QCOMPARE(fetcher.chain().end->message, u"Stopped by you before hop 2."_s);
    QCOMPARE(fetcher.chain().end->hop, 1);
    QCOMPARE(fetcher.chain().hops.size(), 1);
}

void FetcherGateTest::gateStopsBeforeTheFirstRequest()
{
    FakeTransport transport;
    Fetcher fetcher(transport);
    FetchOptions options;
    options.gate = [](const GateQuestion &, const GateReply &reply) { reply(stopAnswer()); };
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, options);
    QVERIFY(transport.sent().isEmpty());
    QVERIFY(fetcher.chain().hops.isEmpty());
    QCOMPARE(fetcher.chain().end->hop, 0);
    QVERIFY(!fetcher.isRunning());
}

void FetcherGateTest::secondAnswerIsNotHeard()
{
    FakeTransport transport;
    Fetcher fetcher(transport);
    FetchOptions options;
    options.gate = [](const GateQuestion &, const GateReply &reply) {
        reply({});
        reply(stopAnswer());
        reply({});
    };
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, options);
    QCOMPARE(transport.sent().size(), 1);
    QCOMPARE(fetcher.chain().outcome, Outcome::Completed);
}

void FetcherGateTest::answerAfterTheEndIsNotHeard()
{
    FakeTransport transport;
    GateReply waiting;
    {
        Fetcher fetcher(transport);
        FetchOptions options;
        options.gate = [&](const GateQuestion &, const GateReply &reply) { waiting = reply; };
        QSignalSpy finished(&fetcher, &Fetcher::finished);
        fetcher.start(requestTo("GET", "http://a.test/"), nullptr, browserPolicy(), options);
        QTRY_VERIFY(waiting);
        fetcher.cancel();
        waiting({});
        QVERIFY(finished.wait());
        waiting({});
    }
    waiting({}); // the fetcher is gone
    QVERIFY(transport.sent().isEmpty());
}

void FetcherGateTest::cancelWhileSending()
{
    FakeTransport transport;
    transport.hold();
    Fetcher fetcher(transport);
    QSignalSpy finished(&fetcher, &Fetcher::finished);
    QSignalSpy sent(&fetcher, &Fetcher::requestSent);
    fetcher.start(requestTo("GET", "http://a.test/"), nullptr, browserPolicy(), {});
    QVERIFY(sent.wait());
    fetcher.cancel();
    fetcher.cancel();
    QCOMPARE(finished.count(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(fetcher.chain().outcome, Outcome::Failed);
    QCOMPARE(fetcher.chain().end->code, u"cancelled"_s);
    QCOMPARE(fetcher.chain().hops.size(), 1);
    QVERIFY(!fetcher.isRunning());
    QVERIFY(!finished.wait(10));
}

void FetcherGateTest::cancelWhileAsking()
{
    FakeTransport transport;
    Fetcher fetcher(transport);
    QSignalSpy finished(&fetcher, &Fetcher::finished);
    fetcher.start(requestTo("GET", "http://a.test/"), nullptr, browserPolicy(), {});
    fetcher.cancel();
    QCOMPARE(finished.count(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(fetcher.chain().end->code, u"cancelled"_s);
    QVERIFY(transport.sent().isEmpty());
    QVERIFY(fetcher.chain().hops.isEmpty());
}

void FetcherGateTest::cancelBetweenTheHops()
{
    FakeTransport transport;
    transport.setAnswer(seeOther);
    Fetcher fetcher(transport);
    connect(&fetcher, &Fetcher::hopFinished, &fetcher, &Fetcher::cancel);
    run(fetcher, requestTo("GET", "http://a.test/a"), nullptr, {});
    QCOMPARE(transport.sent().size(), 1);
    QCOMPARE(fetcher.chain().outcome, Outcome::Failed);
    QCOMPARE(fetcher.chain().end->code, u"cancelled"_s);
    QCOMPARE(fetcher.chain().hops.size(), 1);
    QVERIFY(fetcher.chain().hops[0].exchange.response); // what was traced so far stays
}

void FetcherGateTest::cancelWhileAHopIsCompleted()
{
    FakeTransport transport;
    transport.setAnswer(seeOther);
    Fetcher fetcher(transport);
    QSignalSpy finished(&fetcher, &Fetcher::finished);
    FetchOptions options;
    options.complete = [&fetcher](Exchange &) { fetcher.cancel(); };
    run(fetcher, requestTo("GET", "http://a.test/a"), nullptr, options);
    QCOMPARE(fetcher.chain().end->code, u"cancelled"_s);
    QVERIFY(!finished.wait(10));
    QCOMPARE(finished.count(), 1);
}

void FetcherGateTest::destroyedWhileSending()
{
    FakeTransport transport;
    QSignalSpy finished(&transport, &Transport::finished);
    {
        Fetcher fetcher(transport);
        transport.hold();
        QSignalSpy sent(&fetcher, &Fetcher::requestSent);
        fetcher.start(requestTo("GET", "http://a.test/"), nullptr, browserPolicy(), {});
        QVERIFY(sent.wait());
    }
    QVERIFY(finished.wait()); // the transport was told to stop
    QCOMPARE(finished.constFirst().constFirst().value<Exchange>().failure->code, u"cancelled"_s);
}

void FetcherGateTest::destroyedByItsListener()
{
    FakeTransport transport;
    transport.setAnswer(seeOther);
    for (int i = 0; i < 3; ++i) {
        auto *fetcher = new Fetcher(transport);
        QSignalSpy destroyed(fetcher, &QObject::destroyed);
        const auto destroy = [fetcher] { delete fetcher; };
        if (i == 0) {
            connect(fetcher, &Fetcher::requestSent, this, destroy);
        } else if (i == 1) {
            connect(fetcher, &Fetcher::hopFinished, this, destroy);
        } else {
            connect(fetcher, &Fetcher::finished, this, destroy);
        }
        QSignalSpy delivered(&transport, &Transport::finished);
        fetcher->start(requestTo("GET", "http://a.test/a"), nullptr, browserPolicy(), {});
        QVERIFY(destroyed.wait());
        QVERIFY(delivered.count() > 0 || delivered.wait());
    }
}

void FetcherGateTest::destroyedByTheGate()
{
    FakeTransport transport;
    auto *fetcher = new Fetcher(transport);
    QSignalSpy destroyed(fetcher, &QObject::destroyed);
    FetchOptions options;
    options.gate = [fetcher](const GateQuestion &, const GateReply &reply) {
        delete fetcher;
        reply({});
    };
    fetcher->start(requestTo("GET", "http://a.test/"), nullptr, browserPolicy(), options);
    QVERIFY(destroyed.wait());
    QVERIFY(transport.sent().isEmpty());
}

DETOUR_TEST(FetcherGateTest)

#include "tst_fetchergate.moc"
