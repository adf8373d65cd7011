// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/networktransport.h"

#include "fetchtesting.h"
#include "support/scriptedserver.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryFile>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Deadlines, bounds, cancelling, and connections that break.
class TransportFailuresTest final : public QObject
{
    Q_OBJECT

private slots:
    void refusedConnectionIsNamed();
    void unknownHostIsNamed();
    void silenceEndsAtTheDeadline();
    void dripEndsAtTheDeadline_data();
    void dripEndsAtTheDeadline();
    void requestIsServedAfterADeadline();
    void truncatedContentIsNamed_data();
    void truncatedContentIsNamed();
    void tooLargeAResponseEnds_data();
    void tooLargeAResponseEnds();
    void cancelBeforeTheHead();
    void cancelAfterTheHead();
    void cancelAtOnce();
    void cancelWhileAPipeIsRead();
    void cancelWhenIdleDoesNothing();
    void finishedNeverComesInsideACall();
    void destroyedWhileRunning_data();
    void destroyedWhileRunning();
    void contentWithoutASourceIsRefused();
    void shrunkenFileEndsTheRequest();
};

namespace {

TransportOptions within(std::chrono::milliseconds timeout)
{
    TransportOptions options;
    options.timeout = timeout;
    return options;
}

Exchange lastOf(const QSignalSpy &spy)
{
    return spy.constLast().constFirst().value<Exchange>();
}

} // namespace

void TransportFailuresTest::refusedConnectionIsNamed()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost, 0));
    const QByteArray port = QByteArray::number(probe.serverPort());
    probe.close();
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("POST", "http://127.0.0.1:" + port + "/"));
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"connection-refused"_s);
    QVERIFY(exchange.failure->message.contains("127.0.0.1:"_L1 + QString::fromLatin1(port)));
    QCOMPARE(exchange.sentTimes, 0);
    QVERIFY(!exchange.response);
}

void TransportFailuresTest::unknownHostIsNamed()
{
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("GET", "http://no-such-name.localhost:1/"));
    QVERIFY(exchange.failure);
    // Some systems resolve every NAME.localhost to this machine.
    QVERIFY(exchange.failure->code == "host-not-found"_L1 || exchange.failure->code == "connection-refused"_L1);
    QCOMPARE(exchange.sentTimes, 0);
}

void TransportFailuresTest::silenceEndsAtTheDeadline()
{
    ScriptedServer server;
    server.setAnswers({{.bytes = {}, .isHeld = true}});
    NetworkTransport transport;
    QElapsedTimer clock;
    clock.start();
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()), nullptr, within(500ms));
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"timeout"_s);
    QVERIFY(clock.elapsed() >= 499);
    QCOMPARE(exchange.sentTimes, 1);
}

void TransportFailuresTest::dripEndsAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nX: " + QByteArray(10'000, 'x'));
    QTest::newRow("content") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n" + QByteArray(9'000, 'x'));
}

void TransportFailuresTest::dripEndsAtTheDeadline()
{
    QFETCH(const QByteArray, bytes);
    ScriptedServer server;
    server.setAnswers({{.bytes = bytes, .stepBytes = 15, .stepMs = 10}}); // would take 6 s, never pausing
    NetworkTransport transport;
    QElapsedTimer clock;
    clock.start();
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()), nullptr, within(150ms));
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"timeout"_s);
    QVERIFY(clock.elapsed() < 5000);
}

void TransportFailuresTest::requestIsServedAfterADeadline()
{
    ScriptedServer server;
    server.setAnswers({{.bytes = WireAnswer::ok("late").bytes, .isHeld = true}, WireAnswer::ok("second")});
    NetworkTransport transport;
    // Long enough for the request to arrive on a busy computer: the first answer has to be the one that is held.
    QVERIFY(exchangeOf(transport, requestTo("GET", server.url()), nullptr, within(500ms)).failure);
    QCOMPARE(server.requests().size(), 1);
    server.release();
    const Exchange second = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(second.response);
    QCOMPARE(second.response->content->preview, "second"_ba);
}

void TransportFailuresTest::truncatedContentIsNamed_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("close") << false;
    QTest::newRow("reset") << true;
}

void TransportFailuresTest::truncatedContentIsNamed()
{
    QFETCH(const bool, reset);
    ScriptedServer server;
    WireAnswer answer = WireAnswer::of("HTTP/1.1 200 OK", {"Content-Length: 100"}, "only this");
    answer.then = WireAnswer::Then::Close;
    if (reset) { // in steps, so that the head is read before the connection is gone
        answer.then = WireAnswer::Then::Reset;
        answer.stepBytes = 24;
        answer.stepMs = 10;
    }
    server.setAnswers({answer});
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("POST", server.url()));
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"connection-closed"_s);
    QVERIFY(!exchange.response);
    if (!reset) {
        QVERIFY(exchange.failure->message.contains("9 of 100 bytes"_L1));
    }
}

void TransportFailuresTest::tooLargeAResponseEnds_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("fits");
    QTest::newRow("at the bound") << 200'000 << true;
    QTest::newRow("one more") << 200'001 << false;
    QTest::newRow("far more") << 5'000'000 << false;
}

void TransportFailuresTest::tooLargeAResponseEnds()
{
    QFETCH(const int, bytes);
    QFETCH(const bool, fits);
    ScriptedServer server;
    server.setAnswers({WireAnswer::ok(QByteArray(bytes, 'x'))});
    NetworkTransport transport;
    TransportOptions options;
    options.maximumBytes = 200'000;
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()), nullptr, options);
    QCOMPARE(exchange.response.has_value(), fits);
    if (!fits) {
        QCOMPARE(exchange.failure->code, u"response-too-large"_s);
    }
}

void TransportFailuresTest::cancelBeforeTheHead()
{
    ScriptedServer server;
    server.setAnswers({{.bytes = {}, .isHeld = true}});
    NetworkTransport transport;
    QSignalSpy finished(&transport, &Transport::finished);
    connect(&server, &ScriptedServer::requestReceived, &transport, &Transport::cancel);
    transport.send(requestTo("POST", server.url()), nullptr, {});
    QVERIFY(finished.wait());
    QCOMPARE(lastOf(finished).failure->code, u"cancelled"_s);
    QVERIFY(!finished.wait(20)); // once only
    QCOMPARE(finished.count(), 1);
}

void TransportFailuresTest::cancelAfterTheHead()
{
    ScriptedServer server;
    server.setAnswers({WireAnswer::of("HTTP/1.1 302 Found", {"Location: /a", "Content-Length: 10"}, "half")});
    NetworkTransport transport;
    QSignalSpy finished(&transport, &Transport::finished);
    transport.send(requestTo("GET", server.url()), nullptr, {});
    QTRY_COMPARE(server.requests().size(), 1);
    QVERIFY(!finished.wait(50)); // the content never comes to its end
    transport.cancel();
    QCOMPARE(finished.count(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(lastOf(finished).failure->code, u"cancelled"_s);
    QVERIFY(!lastOf(finished).response);
    QCOMPARE(lastOf(finished).sentTimes, 1);
}

void TransportFailuresTest::cancelAtOnce()
{
    ScriptedServer server;
    NetworkTransport transport;
    QSignalSpy finished(&transport, &Transport::finished);
    transport.send(requestTo("GET", server.url()), nullptr, {});
    transport.cancel();
    transport.cancel();
    QCOMPARE(finished.count(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(lastOf(finished).failure->code, u"cancelled"_s);
    QVERIFY(exchangeOf(transport, requestTo("GET", server.url())).response);
    QCOMPARE(finished.count(), 2);
}

void TransportFailuresTest::cancelWhileAPipeIsRead()
{
    Pipe pipe;
    ScriptedServer server;
    NetworkTransport transport;
    const auto body = bodyFromPipe(&pipe.out);
    QSignalSpy finished(&transport, &Transport::finished);
    transport.send(withContent(requestTo("POST", server.url()), body), body, within(20ms));
    QVERIFY(!finished.wait(60)); // the deadline is the network's: it does not run yet
    transport.cancel();
    QVERIFY(finished.wait());
    QCOMPARE(lastOf(finished).failure->code, u"cancelled"_s);
    QCOMPARE(server.connectionCount(), 0);
}

void TransportFailuresTest::cancelWhenIdleDoesNothing()
{
    NetworkTransport transport;
    QSignalSpy finished(&transport, &Transport::finished);
    transport.cancel();
    QVERIFY(!finished.wait(10));
}

void TransportFailuresTest::finishedNeverComesInsideACall()
{
    NetworkTransport transport;
    QSignalSpy finished(&transport, &Transport::finished);
    Request refused;
    refused.target.scheme = "file";
    refused.target.path = "/etc/hostname";
    transport.send(refused, nullptr, {});
    QCOMPARE(finished.count(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(finished.count(), 1);
}

void TransportFailuresTest::destroyedWhileRunning_data()
{
    QTest::addColumn<int>("moment");
    QTest::newRow("at once") << 0;
    QTest::newRow("sent") << 1;
    QTest::newRow("finished is on its way") << 2;
}

void TransportFailuresTest::destroyedWhileRunning()
{
    QFETCH(const int, moment);
    ScriptedServer server;
    server.setAnswers({WireAnswer::of("HTTP/1.1 200 OK", {"Content-Length: 10"}, "half")});
    auto transport = std::make_unique<NetworkTransport>();
    QSignalSpy finished(transport.get(), &Transport::finished);
    const auto body = bodyFromMemory(QByteArray(500'000, 'x'));
    transport->send(withContent(requestTo("POST", server.url()), body), body, {});
    if (moment == 1) {
        QTRY_COMPARE(server.requests().size(), 1);
    } else if (moment == 2) {
        transport->cancel();
    }
    transport.reset();
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(finished.count(), 0);
}

void TransportFailuresTest::contentWithoutASourceIsRefused()
{
    NetworkTransport transport;
    Request request = requestTo("POST", "http://127.0.0.1:1/");
    request.content = bodyFromMemory("abc")->info();
    const Exchange exchange = exchangeOf(transport, request);
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"body-unreadable"_s);
}

void TransportFailuresTest::shrunkenFileEndsTheRequest()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(QByteArray(100'000, 'x'));
    QVERIFY(file.flush());
    const auto body = bodyFromFile(file.fileName());
    QVERIFY(body.hasValue());
    QVERIFY(file.resize(50'000));
    ScriptedServer server;
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, withContent(requestTo("POST", server.url()), *body), *body);
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"body-unreadable"_s);
    QCOMPARE(server.requests().size(), 0); // never whole
}

DETOUR_TEST(TransportFailuresTest)

#include "tst_transportfailures.moc"
