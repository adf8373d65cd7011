// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labworker.h"
#include "rawclient.h"
#include "support/testregistry.h"

#include <QTest>
#include <QTimer>

#include <sys/socket.h>

using namespace Detour;
using namespace Detour::Test;

/// Connections of a worker in this thread, whose limits can be small.
class LabConnectionTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { start({}); }
    void cleanup() { m_worker.reset(); }

    void answersInOrderOnOneConnection();
    void aDelayHoldsOnlyItsOwnConnection();
    void headHasNoContent();
    void continueComesBeforeTheContent();
    void badRequestsAreAnsweredAndClosed();
    void refusalReachesAClientThatGoesOnSending();
    void oldClientsAreClosed();
    void aClientThatEndsItsDirectionIsAnswered();
    void idleConnectionsEnd();
    void halfARequestTimesOut();
    void aHeadThatDripsTimesOut();
    void tooManyConnectionsAreTurnedAway();
    void aClientThatDoesNotReadStallsNobody();
    void aClientThatLeavesIsRecorded();
    void largeContentIsCounted();
    void theTranscriptHasTheWire();
    void theTranscriptHasChunksAsTheyCame();
    void theTranscriptHasTheTimes();
    void theTranscriptSaysHowFarAnAnswerCame();

private:
    void start(LabLimits limits)
    {
        m_transcript.clear();
        m_worker = std::make_unique<LabWorker>(m_transcript, m_mounts, m_published, limits);
        const auto ports = m_worker->listen({});
        QVERIFY(ports);
        m_port = ports->first;
    }

    Transcript m_transcript;
    ScriptMounts m_mounts;
    PublishedScripts m_published;
    std::unique_ptr<LabWorker> m_worker;
    int m_port = 0;
};

void LabConnectionTest::answersInOrderOnOneConnection()
{
    QByteArray requests;
    for (int i = 0; i < 200; ++i) {
        requests += "GET /lab/chain/302~frag=n" + QByteArray::number(i) + (i == 100 ? "~delay=30" : "")
                    + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }
    const QByteArray received = roundTrip(m_port, requests + getRequest("/lab/chain/302~frag=last"));
    qsizetype at = 0;
    for (int i = 0; i < 200; ++i) {
        at = received.indexOf(QByteArray("/lab/echo#n" + QByteArray::number(i) + "\r\n"), at);
        QVERIFY2(at >= 0, qPrintable(QString::number(i)));
    }
    QVERIFY(received.indexOf("#last\r\n", at) > 0);
    QCOMPARE(received.count("HTTP/1.1 302 Found\r\n"), 201);
    QCOMPARE(m_transcript.entries().size(), 201);
}

void LabConnectionTest::aDelayHoldsOnlyItsOwnConnection()
{
    RawClient slow(m_port);
    slow.send(getRequest("/lab/chain/307~delay=60000"));
    QTRY_VERIFY(slow.isConnected());
    QVERIFY(roundTrip(m_port, getRequest("/lab/echo")).startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(slow.received().isEmpty());

    QElapsedTimer timer;
    timer.start();
    QVERIFY(roundTrip(m_port, getRequest("/lab/chain/307~delay=50")).startsWith("HTTP/1.1 307 Temporary Redirect\r\n"));
    QVERIFY(timer.elapsed() >= 50);
}

void LabConnectionTest::headHasNoContent()
{
    const QByteArray received =
        roundTrip(m_port, "HEAD /lab/echo HTTP/1.1\r\nHost: localhost\r\n\r\n" + getRequest("/lab/chain/302"));
    const qsizetype end = received.indexOf("\r\n\r\n");
    QVERIFY(received.first(end).contains("Content-Length: "));
    QVERIFY(!received.first(end).contains("Content-Length: 0"));
    QVERIFY(received.sliced(end + 4).startsWith("HTTP/1.1 302 Found\r\n"));
}

void LabConnectionTest::continueComesBeforeTheContent()
{
    RawClient client(m_port);
    client.send("POST /lab/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: "
                "100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.received(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hi");
    QVERIFY(client.waitForEnd());
    QVERIFY(client.received().contains("HTTP/1.1 200 OK\r\n"));
}

void LabConnectionTest::badRequestsAreAnsweredAndClosed()
{
    const QByteArray good = "GET /lab/chain/302 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    const QByteArray received = roundTrip(m_port, good + "GET / HTTP/1.1\r\n\r\n" + good);
    QVERIFY(received.startsWith("HTTP/1.1 302 Found\r\n"));
    QVERIFY(received.contains("HTTP/1.1 400 Bad Request\r\n"));
    QVERIFY(received.contains("Connection: close\r\n"));
    QCOMPARE(received.count("HTTP/1.1 302"), 1);
    QCOMPARE(m_transcript.entries().last().status, 400);
    QCOMPARE(m_transcript.entries().last().request.line, "GET / HTTP/1.1");
}

void LabConnectionTest::refusalReachesAClientThatGoesOnSending()
{
    RawClient client(m_port);
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n"
                + QByteArray(4'000'000, 'x'));
    QVERIFY(client.waitForEnd());
    QVERIFY2(client.received().startsWith("HTTP/1.1 413 "), client.received().constData());
}

void LabConnectionTest::oldClientsAreClosed()
{
    const QByteArray received = roundTrip(m_port, "GET /lab/chain/302~abs HTTP/1.0\r\n\r\n");
    QVERIFY(received.contains("Connection: close\r\n"));
    QVERIFY(
        received.contains(QByteArray("Location: http://127.0.0.1:" + QByteArray::number(m_port) + "/lab/echo\r\n")));
    RawClient keeping(m_port);
    keeping.send("GET /lab/chain/302 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QTRY_VERIFY(keeping.received().contains("Connection: keep-alive\r\n"));
    keeping.send("GET /lab/chain/303 HTTP/1.0\r\n\r\n");
    QVERIFY(keeping.waitForEnd());
    QVERIFY(keeping.received().contains("HTTP/1.1 303 See Other\r\n"));
}

void LabConnectionTest::aClientThatEndsItsDirectionIsAnswered()
{
    // Both lie there when the lab looks: the requests and the end of the client's direction.
    RawClient client(m_port);
    QTRY_VERIFY(client.isConnected());
    const QByteArray requests = QByteArray("GET /lab/chain/302 HTTP/1.1\r\nHost: localhost\r\n\r\n").repeated(3);
    const auto descriptor = int(client.socket().socketDescriptor());
    QCOMPARE(::send(descriptor, requests.constData(), size_t(requests.size()), 0), requests.size());
    QCOMPARE(::shutdown(descriptor, SHUT_WR), 0);
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.received().count("HTTP/1.1 302 Found\r\n"), 3);
}

void LabConnectionTest::idleConnectionsEnd()
{
    LabLimits limits;
    limits.idle = std::chrono::milliseconds(30);
    start(limits);
    RawClient client(m_port);
    QVERIFY(client.waitForEnd());
    QVERIFY(client.received().isEmpty());
}

void LabConnectionTest::halfARequestTimesOut()
{
    LabLimits limits;
    limits.idle = std::chrono::milliseconds(300); // the bytes have to be there by then
    start(limits);
    QVERIFY(roundTrip(m_port, "GET / HTT").startsWith("HTTP/1.1 408 Request Timeout\r\n"));
}

void LabConnectionTest::aHeadThatDripsTimesOut()
{
    LabLimits limits;
    limits.idle = std::chrono::milliseconds(200);
    start(limits);
    RawClient client(m_port);
    client.send("GET / HTTP/1.1\r\nX: ");
    QTimer drip;
    connect(&drip, &QTimer::timeout, &client, [&client] { client.send("x"); });
    drip.start(20);
    QTRY_VERIFY(client.received().startsWith("HTTP/1.1 408 Request Timeout\r\n"));
}

void LabConnectionTest::tooManyConnectionsAreTurnedAway()
{
    LabLimits limits;
    limits.connections = 2;
    start(limits);
    // Both are busy: a connection that only waits would make room.
    auto first = std::make_unique<RawClient>(m_port);
    RawClient second(m_port);
    first->send("GET /lab/chain/302~drip=10000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    second.send("GET /lab/chain/302~drip=10000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY(!first->received().isEmpty() && !second.received().isEmpty());
    QVERIFY(roundTrip(m_port, {}).startsWith("HTTP/1.1 503 "));
    first.reset();
    // The server learns of the end a moment later.
    QTRY_VERIFY(roundTrip(m_port, getRequest("/lab/chain/302")).startsWith("HTTP/1.1 302 "));
}

void LabConnectionTest::aClientThatDoesNotReadStallsNobody()
{
    RawClient greedy(m_port);
    greedy.socket().setReadBufferSize(1);
    const QByteArray request =
        "GET /lab/chain/302~body=" + QByteArray(30'000, 'x') + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    greedy.send(request.repeated(1000));
    QTRY_VERIFY(m_transcript.lastNumber() > 0);
    QVERIFY(roundTrip(m_port, getRequest("/lab/echo")).startsWith("HTTP/1.1 200 OK\r\n"));
    // What it does not take is not produced either: far fewer than its thousand requests were answered.
    QVERIFY(m_transcript.lastNumber() < 900);
}

void LabConnectionTest::aClientThatLeavesIsRecorded()
{
    auto client = std::make_unique<RawClient>(m_port);
    client->send("POST /lab/chain/307~delay=60000 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi");
    QTRY_COMPARE(client->socket().bytesToWrite(), 0);
    QTRY_VERIFY(client->isConnected());
    // Pipelined behind it on another connection, so that the first one has surely been read.
    QVERIFY(!roundTrip(m_port, getRequest("/lab/chain/302")).isEmpty());
    client.reset();
    QTRY_COMPARE(m_transcript.entries().last().status, 0);
    QCOMPARE(m_transcript.entries().last().request.content->preview, "hi");
}

void LabConnectionTest::largeContentIsCounted()
{
    const QByteArray content(1'000'000, 'z');
    RawClient client(m_port);
    client.send(
        "PUT /lab/chain/302 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n");
    client.send(content);
    QVERIFY(client.waitForEnd());
    const TranscriptEntry entry = m_transcript.entries().last();
    QCOMPARE(entry.request.content->bytes, content.size());
    QCOMPARE(entry.request.content->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    QCOMPARE(entry.request.content->preview.size(), ContentInfo::previewLimit);
}

void LabConnectionTest::theTranscriptHasTheWire()
{
    const QByteArray head = "POST /lab/chain/307~dup?q HTTP/1.1\r\nHost:  LocalHost:" + QByteArray::number(m_port)
                            + "\r\nX-A: 1\r\nx-a: 2\r\nConnection: close\r\nContent-Length: 2\r\n\r\n";
    const QByteArray received = roundTrip(m_port, head + "hi");
    QCOMPARE(m_transcript.entries().size(), 1);
    const TranscriptEntry entry = m_transcript.entries().first();
    QCOMPARE(entry.rawRequestHead, head);
    QCOMPARE(entry.rawRequestContent.bytes, "hi");
    QVERIFY(entry.rawInterim.isEmpty());
    QVERIFY(!entry.tls);
    QCOMPARE(entry.rawAnswerHead, received);
    QCOMPARE(entry.request.line, "POST /lab/chain/307~dup?q HTTP/1.1");
    QCOMPARE(entry.request.fields.values("x-A"), (QList<QByteArray>{"1", "2"}));
    QCOMPARE(entry.target, "/lab/chain/307~dup?q");
    QCOMPARE(entry.method.token(), "POST");
    QCOMPARE(entry.status, 307);
    QCOMPARE(entry.reasonPhrase, "Temporary Redirect");
    QCOMPARE(entry.answerFields.values("Location").size(), 2);
    QCOMPARE(entry.port, m_port);
    QVERIFY(entry.peerPort > 0 && entry.connection > 0);
    QVERIFY(entry.startedAt > 0 && entry.answeredAt >= entry.startedAt);
}

void LabConnectionTest::theTranscriptHasChunksAsTheyCame()
{
    const QByteArray chunks = "1;ext\r\nh\r\n1\r\ni\r\n0\r\nTrailer: t\r\n\r\n";
    RawClient client(m_port);
    client.send("PUT /lab/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n"
                "Transfer-Encoding: chunked\r\n\r\n");
    QTRY_VERIFY(client.received().contains("100 Continue"));
    client.send(chunks);
    QVERIFY(client.waitForEnd());
    const TranscriptEntry entry = m_transcript.entries().last();
    QCOMPARE(entry.rawRequestContent.bytes, chunks);
    QCOMPARE(entry.rawRequestContent.total, chunks.size());
    QCOMPARE(entry.request.content->preview, "hi");
    QCOMPARE(entry.rawInterim, "HTTP/1.1 100 Continue\r\n\r\n");
    QCOMPARE(client.received(), entry.rawInterim + entry.rawAnswerHead + entry.rawAnswerContent.bytes);
}

void LabConnectionTest::theTranscriptHasTheTimes()
{
    RawClient client(m_port);
    client.send("POST /lab/chain/302~delay=20 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.socket().bytesToWrite(), 0);
    client.send("hi");
    QTRY_VERIFY(client.received().contains("302"));
    const TranscriptEntry entry = m_transcript.entries().last();
    QVERIFY(entry.startedAt > 0);
    QVERIFY(entry.readAt >= entry.startedAt);
    QVERIFY(entry.answeredAt >= entry.readAt + 19);
    QVERIFY(entry.writtenAt >= entry.answeredAt);
}

void LabConnectionTest::theTranscriptSaysHowFarAnAnswerCame()
{
    const qint64 length = 8'000'000; // more than the sockets take between them
    Script script;
    script.origins = {Origin{"http", "big.test", 80}};
    ScriptedAnswer answer;
    answer.content = QByteArray(length, 'x');
    script.steps = {ScriptStep{{}, {}, "/", answer}};
    const quint64 token = m_mounts.mount(script, {});
    auto client = std::make_unique<RawClient>(m_port);
    client->socket().setReadBufferSize(1);
    client->send("GET / HTTP/1.1\r\nHost: big.test\r\n\r\n");
    QTRY_COMPARE(m_transcript.entries().size(), 1);
    QCOMPARE(m_transcript.entries().first().writtenAt, 0);
    client.reset();
    QTRY_VERIFY(m_transcript.entries().first().writtenAt > 0);
    const WireSample content = m_transcript.entries().first().rawAnswerContent;
    QVERIFY(content.total < length);
    QCOMPARE(content.bytes.size(), std::min<qint64>(content.total, WireSample::limit));
    m_mounts.unmount(token);
}

DETOUR_TEST(LabConnectionTest)
#include "tst_labconnection.moc"
