// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/fetcher.h"

#include "fetchtesting.h"
#include "support/faketransport.h"
#include "support/scriptedserver.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The follow loop.
class FetcherTest final : public QObject
{
    Q_OBJECT

private slots:
    void deliversAFinalResponse();
    void signalsComeInOrderAfterStart();
    void followsToTheEnd();
    void userAgentNamesTraceAndHop();
    void contentGoesOutAgainOn307_data();
    void contentGoesOutAgainOn307();
    void aFileUnreadBeforeHasItsDigestOnceSent();
    void onlyTheLastAnswerIsKeptWhole();
    void contentIsDroppedOn303();
    void contentStaysDroppedAfterwards();
    void oneShotContentIsNotSentTwice();
    void stopsAtTheLimit_data();
    void stopsAtTheLimit();
    void aThousandHops();
    void aThousandHopsOnTheWire();
    void serverThatClosesAfterEachAnswerIsFollowed();
    void stopsAtABadLocation();
    void failureEndsTheChain();
    void firstResponseIsDeliveredWithoutFollowing();
    void cycleIsFoundOnce();
    void cycleOfOneIsFoundOnce();
    void completeIsAskedBeforeTheDecision();
    void secondTraceStartsAfresh();
};

namespace {

FetchOptions options()
{
    FetchOptions result;
    result.traceId = u"t1"_s;
    result.version = "9.9";
    return result;
}

/// Redirects /N to /N-1 down to /0.
FakeTransport::Answer countdown(StatusCode status)
{
    return [status](const Request &request) {
        const int left = request.target.path.mid(1).toInt();
        return left == 0 ? FakeTransport::ok() : FakeTransport::redirect(status, "/" + QByteArray::number(left - 1));
    };
}

} // namespace

void FetcherTest::deliversAFinalResponse()
{
    FakeTransport transport;
    Fetcher fetcher(transport);
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, options());
    const RedirectChain &chain = fetcher.chain();
    QVERIFY(!fetcher.isRunning());
    QCOMPARE(chain.outcome, Outcome::Completed);
    QVERIFY(!chain.end);
    QCOMPARE(chain.hops.size(), 1);
    QCOMPARE(chain.hops[0].decision->action, Action::Deliver);
    QVERIFY(!chain.hops[0].decision->reasons.isEmpty());
    QCOMPARE(chain.clientId, u"fetch"_s);
    QCOMPARE(chain.clientName, u"Browsers (Fetch)"_s);
    QCOMPARE(chain.traceId, u"t1"_s);
}

void FetcherTest::signalsComeInOrderAfterStart()
{
    FakeTransport transport;
    transport.setAnswer(countdown(302));
    Fetcher fetcher(transport);
    QStringList seen;
    connect(&fetcher, &Fetcher::requestSent, this, [&](int hop, const Request &request) {
        seen.append(u"sent %1 "_s.arg(hop) + QString::fromLatin1(request.target.path));
    });
    connect(&fetcher, &Fetcher::hopFinished, this, [&](int hop) {
        seen.append(u"hop %1"_s.arg(hop));
        QCOMPARE(fetcher.chain().hops.size(), hop);
        QVERIFY(fetcher.chain().hops.constLast().decision);
    });
    connect(&fetcher, &Fetcher::finished, this, [&] { seen.append(u"finished"_s); });
    QSignalSpy finished(&fetcher, &Fetcher::finished);
    fetcher.start(requestTo("GET", "http://a.test/1"), nullptr, browserPolicy(), options());
    QVERIFY(seen.isEmpty());
    QVERIFY(fetcher.isRunning());
    QVERIFY(finished.wait());
    QCOMPARE(seen, (QStringList{u"sent 1 /1"_s, u"hop 1"_s, u"sent 2 /0"_s, u"hop 2"_s, u"finished"_s}));
}

void FetcherTest::followsToTheEnd()
{
    FakeTransport transport;
    transport.setAnswer(countdown(307));
    Fetcher fetcher(transport);
    run(fetcher, requestTo("PUT", "http://a.test/3"), nullptr, options());
    QCOMPARE(fetcher.chain().outcome, Outcome::Completed);
    QCOMPARE(fetcher.chain().hops.size(), 4);
    QCOMPARE(fetcher.chain().redirectCount(), 3);
    for (const auto &sent : transport.sent()) {
        QCOMPARE(sent.request.method.token(), "PUT"_ba);
    }
    double last = -1;
    for (const Hop &hop : fetcher.chain().hops) {
        QVERIFY(hop.exchange.timing.startedAt && *hop.exchange.timing.startedAt > last);
        last = *hop.exchange.timing.startedAt;
    }
}

void FetcherTest::userAgentNamesTraceAndHop()
{
    FakeTransport transport;
    transport.setAnswer(countdown(302));
    Fetcher fetcher(transport);
    run(fetcher, requestTo("GET", "http://a.test/1"), nullptr, options());
    QCOMPARE(transport.sent()[0].userAgent, "Detour/9.9 (t1.1)"_ba);
    QCOMPARE(transport.sent()[1].userAgent, "Detour/9.9 (t1.2)"_ba);
}

void FetcherTest::contentGoesOutAgainOn307_data()
{
    QTest::addColumn<bool>("fromFile");
    QTest::newRow("memory") << false;
    QTest::newRow("5 MiB file") << true;
}

void FetcherTest::contentGoesOutAgainOn307()
{
    QFETCH(const bool, fromFile);
    QTemporaryFile file;
    std::shared_ptr<BodySource> body = bodyFromMemory("{\"file\":\"resume.pdf\"}");
    if (fromFile) {
        QVERIFY(file.open());
        file.write(QByteArray(5 * 1024 * 1024, 'q'));
        file.close();
        auto opened = bodyFromFile(file.fileName());
        QVERIFY(opened.hasValue());
        body = *opened;
    }
    ScriptedServer server;
    server.setAnswers({WireAnswer::redirect(307, "/two"), WireAnswer::redirect(308, "/three"), WireAnswer::ok()});
    NetworkTransport transport;
    Fetcher fetcher(transport);
    run(fetcher, withContent(requestTo("POST", server.url("/one"), {{"Content-Type", "application/json"}}), body), body,
        options());
    QVERIFY2(!fetcher.chain().end, qPrintable(fetcher.chain().end.value_or(ChainEnd()).message));
    QCOMPARE(server.requests().size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(server.requests()[i].method(), "POST"_ba);
        QCOMPARE(server.requests()[i].content.size(), body->size());
        QCOMPARE(sha256Of(server.requests()[i].content), body->info().sha256);
        QCOMPARE(fetcher.chain().hops[i].exchange.request.content->sha256, body->info().sha256);
        QCOMPARE(server.requests()[i].fields.value("Content-Type"), "application/json"_ba);
    }
}

void FetcherTest::aFileUnreadBeforeHasItsDigestOnceSent()
{
    const QByteArray bytes(200'000, 'q');
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(bytes);
    file.close();
    const auto body = *bodyFromFile(file.fileName(), FileDigest::WhenSent);
    ScriptedServer server;
    server.setAnswers({WireAnswer::redirect(307, "/two"), WireAnswer::ok()});
    NetworkTransport transport;
    Fetcher fetcher(transport);
    run(fetcher, withContent(requestTo("POST", server.url("/one")), body), body, options());
    QCOMPARE(fetcher.chain().hops.size(), 2);
    for (const Hop &hop : fetcher.chain().hops)
        QCOMPARE(hop.exchange.request.content->sha256, sha256Of(bytes));
}

void FetcherTest::onlyTheLastAnswerIsKeptWhole()
{
    const QByteArray large(200'000, 'z');
    ScriptedServer server;
    WireAnswer redirect = WireAnswer::ok(large);
    redirect.bytes.replace("200 OK", "302 Found\r\nLocation: /two");
    server.setAnswers({redirect, WireAnswer::ok(large)});
    NetworkTransport transport;
    Fetcher fetcher(transport);
    run(fetcher, requestTo("GET", server.url("/one")), nullptr, options());
    QCOMPARE(fetcher.chain().hops.size(), 2);
    QCOMPARE(fetcher.chain().hops[0].exchange.response->content->bytes, large.size());
    QCOMPARE(fetcher.chain().hops[0].exchange.response->content->preview.size(), ContentInfo::previewLimit);
    QCOMPARE(fetcher.chain().hops[1].exchange.response->content->preview, large);
}

void FetcherTest::contentIsDroppedOn303()
{
    ScriptedServer server;
    server.setAnswers({WireAnswer::redirect(303, "/two"), WireAnswer::ok()});
    NetworkTransport transport;
    Fetcher fetcher(transport);
    const auto body = bodyFromMemory("abc");
    run(fetcher, withContent(requestTo("POST", server.url("/one"), {{"Content-Type", "text/plain"}}), body), body,
        options());
    QCOMPARE(fetcher.chain().outcome, Outcome::Completed);
    QCOMPARE(server.requests()[1].line, "GET /two HTTP/1.1"_ba);
    QCOMPARE(server.requests()[1].content, QByteArray());
    QVERIFY(!server.requests()[1].fields.contains("Content-Length"));
    QVERIFY(!server.requests()[1].fields.contains("Content-Type"));
    QVERIFY(!fetcher.chain().hops[1].exchange.request.content);
}

void FetcherTest::contentStaysDroppedAfterwards()
{
    FakeTransport transport;
    int answers = 0;
    transport.setAnswer([&](const Request &) {
        ++answers;
        return answers == 1   ? FakeTransport::redirect(303, "/b")
               : answers == 2 ? FakeTransport::redirect(307, "/c")
                              : FakeTransport::ok();
    });
    Fetcher fetcher(transport);
    const auto body = bodyFromMemory("abc");
    run(fetcher, withContent(requestTo("POST", "http://a.test/a"), body), body, options());
    QCOMPARE(transport.sent().size(), 3);
    QCOMPARE(transport.sent()[0].content, "abc"_ba);
    QCOMPARE(transport.sent()[2].content, QByteArray());
    QVERIFY(!transport.sent()[2].request.content);
}

void FetcherTest::oneShotContentIsNotSentTwice()
{
    Pipe pipe("once");
    ScriptedServer server;
    server.setAnswers({WireAnswer::redirect(307, "/two"), WireAnswer::ok()});
    NetworkTransport transport;
    Fetcher fetcher(transport);
    const auto body = bodyFromPipe(&pipe.out);
    run(fetcher, withContent(requestTo("POST", server.url("/one")), body), body, options());
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests()[0].content, "once"_ba);
    QCOMPARE(fetcher.chain().outcome, Outcome::Stopped);
    QCOMPARE(fetcher.chain().end->code, u"body-not-replayable"_s);
    QCOMPARE(fetcher.chain().end->hop, 1);
    QCOMPARE(fetcher.chain().hops[0].exchange.request.content->sha256, sha256Of("once"));
}

void FetcherTest::stopsAtTheLimit_data()
{
    QTest::addColumn<int>("limit"); // -2: the policy's
    QTest::addColumn<int>("hops");
    QTest::newRow("policy's 20") << -2 << 21;
    QTest::newRow("3") << 3 << 4;
    QTest::newRow("0") << 0 << 1;
}

void FetcherTest::stopsAtTheLimit()
{
    QFETCH(const int, limit);
    QFETCH(const int, hops);
    FakeTransport transport;
    transport.setAnswer(countdown(302));
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    if (limit != -2) {
        wanted.redirectLimit = limit;
    }
    run(fetcher, requestTo("GET", "http://a.test/100"), nullptr, wanted);
    QCOMPARE(transport.sent().size(), hops);
    QCOMPARE(fetcher.chain().outcome, Outcome::Stopped);
    QCOMPARE(fetcher.chain().end->code, u"too-many-redirects"_s);
    QCOMPARE(fetcher.chain().end->hop, hops);
    QCOMPARE(fetcher.chain().end->message, fetcher.chain().hops.constLast().decision->reasons.constFirst().text);
}

void FetcherTest::aThousandHops()
{
    FakeTransport transport;
    transport.setAnswer(countdown(307));
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.redirectLimit = -1;
    quintptr lowest = std::numeric_limits<quintptr>::max();
    quintptr highest = 0;
    connect(&fetcher, &Fetcher::hopFinished, this, [&] { // the stack does not grow with the hops
        const volatile char here = 0;
        lowest = std::min(lowest, reinterpret_cast<quintptr>(&here));
        highest = std::max(highest, reinterpret_cast<quintptr>(&here));
    });
    const auto body = bodyFromMemory("abc");
    run(fetcher, withContent(requestTo("POST", "http://a.test/1000"), body), body, wanted);
    QCOMPARE(fetcher.chain().outcome, Outcome::Completed);
    QCOMPARE(fetcher.chain().hops.size(), 1001);
    QCOMPARE(transport.sent().constLast().content, "abc"_ba);
    QVERIFY(fetcher.chain().findings.isEmpty());
    QVERIFY(highest - lowest < 10'000);
}

void FetcherTest::aThousandHopsOnTheWire()
{
    ScriptedServer server;
    server.setHandler([](const WireRequest &request) {
        const int left = request.target().mid(1).toInt();
        return left == 0 ? WireAnswer::ok() : WireAnswer::redirect(307, "/" + QByteArray::number(left - 1));
    });
    NetworkTransport transport;
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.redirectLimit = -1;
    const auto body = bodyFromMemory("abc");
    run(fetcher, withContent(requestTo("POST", server.url("/1000")), body), body, wanted);
    QVERIFY2(!fetcher.chain().end, qPrintable(fetcher.chain().end.value_or(ChainEnd()).message));
    QCOMPARE(fetcher.chain().hops.size(), 1001);
    QCOMPARE(server.requests().size(), 1001);
}

void FetcherTest::serverThatClosesAfterEachAnswerIsFollowed()
{
    ScriptedServer server;
    server.setHandler([](const WireRequest &request) {
        const int left = request.target().mid(1).toInt();
        WireAnswer answer =
            left == 0 ? WireAnswer::ok() : WireAnswer::redirect(307, "/" + QByteArray::number(left - 1));
        answer.then = WireAnswer::Then::Close; // unannounced
        return answer;
    });
    NetworkTransport transport;
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.redirectLimit = -1;
    const auto body = bodyFromMemory("abc");
    run(fetcher, withContent(requestTo("POST", server.url("/300")), body), body, wanted);
    QVERIFY2(!fetcher.chain().end, qPrintable(fetcher.chain().end.value_or(ChainEnd()).message));
    QCOMPARE(server.requests().size(), 301);
}

void FetcherTest::stopsAtABadLocation()
{
    FakeTransport transport;
    transport.setAnswer([](const Request &) { return FakeTransport::redirect(302, "javascript:alert(1)"); });
    Fetcher fetcher(transport);
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, options());
    QCOMPARE(fetcher.chain().outcome, Outcome::Stopped);
    QCOMPARE(fetcher.chain().end->code, u"refused-scheme"_s);
    QVERIFY(!fetcher.chain().end->message.isEmpty());
    QCOMPARE(transport.sent().size(), 1);
}

void FetcherTest::failureEndsTheChain()
{
    FakeTransport transport;
    transport.setFailure({u"connection-refused"_s, u"Nothing listens."_s});
    Fetcher fetcher(transport);
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, options());
    QCOMPARE(fetcher.chain().outcome, Outcome::Failed);
    QCOMPARE(fetcher.chain().end->code, u"connection-refused"_s);
    QCOMPARE(fetcher.chain().end->message, u"Nothing listens."_s);
    QCOMPARE(fetcher.chain().end->hop, 1);
    QCOMPARE(fetcher.chain().hops.size(), 1);
    QVERIFY(!fetcher.chain().hops[0].decision);
    QVERIFY(!fetcher.chain().hops[0].exchange.response);
}

void FetcherTest::firstResponseIsDeliveredWithoutFollowing()
{
    FakeTransport transport;
    for (const char *location : {"/next", "javascript:alert(1)"}) {
        transport.setAnswer([&](const Request &) { return FakeTransport::redirect(307, location); });
        Fetcher fetcher(transport);
        FetchOptions wanted = options();
        wanted.follows = false;
        run(fetcher, requestTo("GET", "http://a.test/"), nullptr, wanted);
        QCOMPARE(fetcher.chain().outcome, Outcome::Completed);
        QCOMPARE(fetcher.chain().hops.size(), 1);
        QCOMPARE(fetcher.chain().hops[0].decision->action, Action::Deliver);
        QCOMPARE(fetcher.chain().hops[0].decision->reasons.constFirst().rule, u"not-followed"_s);
        QVERIFY(!fetcher.chain().hops[0].decision->next);
    }
    QCOMPARE(transport.sent().size(), 2);
}

void FetcherTest::cycleIsFoundOnce()
{
    FakeTransport transport;
    transport.setAnswer(
        [](const Request &request) { return FakeTransport::redirect(302, request.target.path == "/a" ? "/b" : "/a"); });
    Fetcher fetcher(transport);
    run(fetcher, requestTo("GET", "http://a.test/a"), nullptr, options());
    QCOMPARE(fetcher.chain().end->code, u"too-many-redirects"_s); // a cycle alone stops nobody
    QCOMPARE(fetcher.chain().findings.size(), 1);
    QCOMPARE(fetcher.chain().findings[0].code, u"cycle"_s);
    QCOMPARE(fetcher.chain().findings[0].hops, (QList<int>{1, 3}));
}

void FetcherTest::cycleOfOneIsFoundOnce()
{
    FakeTransport transport;
    transport.setAnswer([](const Request &) { return FakeTransport::redirect(302, "/self"); });
    Fetcher fetcher(transport);
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, options());
    QCOMPARE(fetcher.chain().findings.size(), 1);
    QCOMPARE(fetcher.chain().findings[0].hops, (QList<int>{2, 3}));
}

void FetcherTest::completeIsAskedBeforeTheDecision()
{
    FakeTransport transport;
    transport.setAnswer([](const Request &request) {
        return request.target.path == "/" ? FakeTransport::redirect(302, "/two") : FakeTransport::ok();
    });
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    int asked = 0;
    wanted.complete = [&](Exchange &exchange) {
        if (++asked == 1) { // as the lab does, which knows what it really sent
            exchange.response->fields.append("Location", "/other");
            exchange.repeatedFieldsVisible = true;
        }
    };
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, wanted);
    QCOMPARE(asked, 1);
    QCOMPARE(fetcher.chain().outcome, Outcome::Stopped);
    QCOMPARE(fetcher.chain().end->code, u"ambiguous-location"_s);
    QVERIFY(fetcher.chain().hops[0].exchange.repeatedFieldsVisible);
}

void FetcherTest::secondTraceStartsAfresh()
{
    FakeTransport transport;
    transport.setAnswer(countdown(302));
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.redirectLimit = 2;
    for (int i = 0; i < 2; ++i) {
        run(fetcher, requestTo("GET", "http://a.test/2"), nullptr, wanted);
        QCOMPARE(fetcher.chain().outcome, Outcome::Completed);
        QCOMPARE(fetcher.chain().hops.size(), 3);
        QVERIFY(fetcher.chain().findings.isEmpty());
    }
}

DETOUR_TEST(FetcherTest)

#include "tst_fetcher.moc"
