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

/// A client that remembers: what it adds to a request, and what it answers itself.
class FetcherMemoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void itIsAskedAfterTheGateBeforeEachRequest();
    void whatItAddsGoesOutAndIsNamed();
    void decisionsDoNotSeeWhatItAdded();
    void theFirstRequestIsKnownWithoutItsAdditions();
    void cookiesTellACycleFromAWall();
    void anAnswerFromMemorySendsNothing();
    void contentGoesOutOnceMemoryLedTheWay();
    void aCircleInMemoryEndsAtTheLimit();
    void aLongCircleDoesNotFillTheStack();
    void cancelWhileMemoryAnswers();
    void deletedWhileMemoryAnswers();
};

namespace {

FetchOptions options()
{
    FetchOptions result;
    result.traceId = u"t1"_s;
    result.version = "9.9";
    return result;
}

Preparation with(Request request, const QByteArray &name, const QByteArray &value)
{
    request.fields.set(name, value);
    request.generated.append(name);
    return {request, {name}, std::nullopt};
}

Preparation answeredBy(const Request &request, const Response &response)
{
    Exchange exchange;
    exchange.request = request;
    exchange.response = response;
    exchange.answeredBy = AnswerSource::StoredRedirect;
    return {request, {}, exchange};
}

/// 302 from /a to /b, then 200.
Response found(const Request &request)
{
    return request.target.path == "/a" ? FakeTransport::redirect(302, "/b") : FakeTransport::ok();
}

} // namespace

void FetcherMemoryTest::itIsAskedAfterTheGateBeforeEachRequest()
{
    FakeTransport transport;
    transport.setAnswer(found);
    Fetcher fetcher(transport);
    QStringList order;
    FetchOptions wanted = options();
    wanted.gate = [&](const GateQuestion &question, const GateReply &reply) {
        order.append(u"gate "_s + QString::fromLatin1(question.request.target.path));
        GateAnswer answer;
        if (question.hop == 2) {
            answer.kind = GateAnswer::Kind::Replace;
            answer.request = requestTo("GET", "http://a.test/c");
        }
        reply(answer);
    };
    wanted.prepare = [&](const Request &request) {
        order.append(u"memory "_s + QString::fromLatin1(request.target.path));
        return Preparation{request, {}, std::nullopt};
    };
    run(fetcher, requestTo("GET", "http://a.test/a"), nullptr, wanted);
    QCOMPARE(order, (QStringList{u"gate /a"_s, u"memory /a"_s, u"gate /b"_s, u"memory /c"_s}));
}

void FetcherMemoryTest::whatItAddsGoesOutAndIsNamed()
{
    FakeTransport transport;
    Fetcher fetcher(transport);
    QSignalSpy sent(&fetcher, &Fetcher::requestSent);
    FetchOptions wanted = options();
    wanted.prepare = [](const Request &request) { return with(request, "Cookie", "a=1"); };
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, wanted);
    QCOMPARE(transport.sent()[0].request.fields.value("Cookie"), "a=1"_ba);
    QCOMPARE(sent.at(0).at(1).value<Request>().fields.value("Cookie"), "a=1"_ba);
    const Exchange &exchange = fetcher.chain().hops[0].exchange;
    QCOMPARE(exchange.request.fields.value("Cookie"), "a=1"_ba);
    QVERIFY(exchange.request.isGenerated("Cookie"));
    QVERIFY(exchange.added.contains("Cookie"));
    QCOMPARE(exchange.answeredBy, AnswerSource::Server);
}

void FetcherMemoryTest::decisionsDoNotSeeWhatItAdded()
{
    FakeTransport transport;
    transport.setAnswer(found);
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.prepare = [](const Request &request) {
        return with(request, "If-None-Match", request.target.path == "/a" ? "\"a\"" : "\"b\"");
    };
    run(fetcher, requestTo("GET", "http://a.test/a", {{"Accept", "x"}}), nullptr, wanted);
    const Decision &decision = *fetcher.chain().hops[0].decision;
    QCOMPARE(decision.next->fields, (FieldList{{"Accept", "x"}}));
    QVERIFY(decision.next->generated.isEmpty());
    for (const Change &change : decision.changes) {
        QVERIFY(change.name != "If-None-Match");
    }
    QCOMPARE(transport.sent()[1].request.fields.values("If-None-Match"), QList<QByteArray>{"\"b\""});
}

/// curl gives back at the first origin what its user typed at the start.
void FetcherMemoryTest::theFirstRequestIsKnownWithoutItsAdditions()
{
    FakeTransport transport;
    transport.setAnswer([](const Request &request) {
        if (request.target.path == "/a") {
            return FakeTransport::redirect(302, "http://b.test/b");
        }
        return request.target.path == "/b" ? FakeTransport::redirect(302, "http://a.test/c") : FakeTransport::ok();
    });
    QFile file(QStringLiteral(DETOUR_CLIENTS_DIR "/curl.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto curl = ClientPolicy::fromJson(file.readAll());
    QVERIFY(curl);
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.prepare = [](const Request &request) {
        return request.target.path == "/a" ? with(request, "Cookie", "a=1") : Preparation{request, {}, std::nullopt};
    };
    QSignalSpy finished(&fetcher, &Fetcher::finished);
    fetcher.start(requestTo("GET", "http://a.test/a"), nullptr, *curl, wanted);
    QVERIFY(finished.wait());
    QCOMPARE(transport.sent().size(), 3);
    QVERIFY(!transport.sent()[2].request.fields.contains("Cookie"));
}

void FetcherMemoryTest::cookiesTellACycleFromAWall()
{
    FakeTransport transport;
    transport.setAnswer([](const Request &request) {
        return request.fields.contains("Cookie") ? FakeTransport::ok() : FakeTransport::redirect(302, "/");
    });
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.prepare = [&](const Request &request) {
        return transport.sent().isEmpty() ? Preparation{request, {}, std::nullopt} : with(request, "Cookie", "seen=1");
    };
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, wanted);
    QCOMPARE(fetcher.chain().outcome, Outcome::Completed);
    QCOMPARE(fetcher.chain().hops.size(), 2);
    QVERIFY(fetcher.chain().findings.isEmpty());
}

void FetcherMemoryTest::anAnswerFromMemorySendsNothing()
{
    FakeTransport transport;
    Fetcher fetcher(transport);
    QSignalSpy sent(&fetcher, &Fetcher::requestSent);
    QSignalSpy hops(&fetcher, &Fetcher::hopFinished);
    int completed = 0;
    FetchOptions wanted = options();
    wanted.complete = [&](Exchange &) { ++completed; };
    wanted.prepare = [](const Request &request) {
        return request.target.path == "/a" ? answeredBy(request, FakeTransport::redirect(301, "/b"))
                                           : Preparation{request, {}, std::nullopt};
    };
    run(fetcher, requestTo("GET", "http://a.test/a"), nullptr, wanted);
    QCOMPARE(transport.sent().size(), 1);
    QCOMPARE(transport.sent()[0].request.target.path, "/b"_ba);
    QCOMPARE(transport.sent()[0].userAgent, "Detour/9.9 (t1.2)"_ba);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(hops.size(), 2);
    QCOMPARE(completed, 2);
    const Exchange &first = fetcher.chain().hops[0].exchange;
    QCOMPARE(first.answeredBy, AnswerSource::StoredRedirect);
    QCOMPARE(first.sentTimes, 0);
    QCOMPARE(first.timing.total, 0.0);
    QVERIFY(first.timing.startedAt);
    QCOMPARE(fetcher.chain().hops[0].decision->action, Action::Follow);
    QCOMPARE(fetcher.chain().redirectCount(), 1);
    QCOMPARE(fetcher.chain().outcome, Outcome::Completed);
}

void FetcherMemoryTest::contentGoesOutOnceMemoryLedTheWay()
{
    FakeTransport transport;
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.prepare = [](const Request &request) {
        return request.target.scheme == "http" ? answeredBy(request, FakeTransport::redirect(307, "https://a.test/"))
                                               : Preparation{request, {}, std::nullopt};
    };
    const auto body = bodyFromMemory("abc");
    run(fetcher, withContent(requestTo("POST", "http://a.test/"), body), body, wanted);
    QCOMPARE(transport.sent().size(), 1);
    QCOMPARE(transport.sent()[0].request.method.token(), "POST"_ba);
    QCOMPARE(transport.sent()[0].content, "abc"_ba);
}

void FetcherMemoryTest::aCircleInMemoryEndsAtTheLimit()
{
    FakeTransport transport;
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.prepare = [](const Request &request) { return answeredBy(request, FakeTransport::redirect(301, "/")); };
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, wanted);
    QCOMPARE(fetcher.chain().outcome, Outcome::Stopped);
    QCOMPARE(fetcher.chain().end->code, u"too-many-redirects"_s);
    QCOMPARE(fetcher.chain().findings.size(), 1);
    QVERIFY(transport.sent().isEmpty());
}

void FetcherMemoryTest::aLongCircleDoesNotFillTheStack()
{
    FakeTransport transport;
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.redirectLimit = 1000;
    QList<const void *> depths;
    wanted.prepare = [&](const Request &request) {
        const int here = 0;
        depths.append(&here);
        return answeredBy(request, FakeTransport::redirect(301, "/"));
    };
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, wanted);
    QCOMPARE(fetcher.chain().hops.size(), 1001);
    // The same depth of the stack for the third hop and the last: the ways into the loop are two.
    QCOMPARE(depths.constLast(), depths.at(2));
}

void FetcherMemoryTest::cancelWhileMemoryAnswers()
{
    FakeTransport transport;
    Fetcher fetcher(transport);
    FetchOptions wanted = options();
    wanted.prepare = [&](const Request &request) {
        fetcher.cancel();
        return answeredBy(request, FakeTransport::redirect(301, "/"));
    };
    run(fetcher, requestTo("GET", "http://a.test/"), nullptr, wanted);
    QCOMPARE(fetcher.chain().outcome, Outcome::Failed);
    QCOMPARE(fetcher.chain().end->code, u"cancelled"_s);
    QVERIFY(!fetcher.isRunning());
}

void FetcherMemoryTest::deletedWhileMemoryAnswers()
{
    FakeTransport transport;
    auto fetcher = std::make_unique<Fetcher>(transport);
    int asked = 0;
    FetchOptions wanted = options();
    wanted.redirectLimit = -1;
    wanted.prepare = [&](const Request &request) {
        ++asked;
        return answeredBy(request, FakeTransport::redirect(301, "/"));
    };
    connect(fetcher.get(), &Fetcher::hopFinished, this, [&](int hop) {
        if (hop == 3) {
            fetcher.reset();
        }
    });
    fetcher->start(requestTo("GET", "http://a.test/"), nullptr, browserPolicy(), wanted);
    QTRY_VERIFY(!fetcher);
    QCoreApplication::processEvents();
    QCOMPARE(asked, 3);
}

DETOUR_TEST(FetcherMemoryTest)
#include "tst_fetchermemory.moc"
