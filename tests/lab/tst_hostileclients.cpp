// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labworker.h"
#include "rawclient.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QTimer>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Detour;
using namespace Detour::Test;

namespace {

qsizetype residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE)
                                          : 0;
}

/// By what the system knows: a client that does not read hears of nothing.
bool isEstablished(QTcpSocket &socket)
{
    tcp_info info{};
    socklen_t size = sizeof(info);
    return ::getsockopt(int(socket.socketDescriptor()), IPPROTO_TCP, TCP_INFO, &info, &size) == 0
           && info.tcpi_state == TCP_ESTABLISHED;
}

using Clients = std::vector<std::unique_ptr<RawClient>>;

} // namespace

/// Many clients that mean no good: the others are served, and memory does not grow.
class HostileClientsTest final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_worker.reset(); }

    void halfHeadsStallNobody();
    void drippingHeadsAreEnded();
    void unreadAnswersStallNobody();
    void endlessHeadsAreRefused();
    void contentIsNotKept();
    void floodsOfRequestsAreAnsweredInTurn();
    void unusedConnectionsMakeRoom();
    void busyConnectionsStayAndTurnAway();
    void theTranscriptStaysBounded();

private:
    void start(LabLimits limits)
    {
        m_worker = std::make_unique<LabWorker>(m_transcript, m_mounts, m_published, limits);
        const auto ports = m_worker->listen({});
        QVERIFY(ports);
        m_port = ports->first;
    }
    Clients connectMany(int count)
    {
        Clients clients;
        for (int i = 0; i < count; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_port));
        }
        return clients;
    }
    /// A good client's turn.
    [[nodiscard]] bool serves() const
    {
        return roundTrip(m_port, getRequest("/lab/echo")).startsWith("HTTP/1.1 200 OK\r\n");
    }

    Transcript m_transcript{200, 1024 * 1024};
    ScriptMounts m_mounts;
    PublishedScripts m_published;
    std::unique_ptr<LabWorker> m_worker;
    int m_port = 0;
};

void HostileClientsTest::halfHeadsStallNobody()
{
    start({});
    const qsizetype before = residentBytes();
    Clients clients = connectMany(200);
    for (const auto &client : clients) {
        client->send("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + QByteArray(40'000, 'x'));
    }
    for (int i = 0; i < 20; ++i) {
        QVERIFY(serves());
    }
    // 200 heads of 40 kB, in the lab and in the sockets of both sides, and not a multiple of that.
    QVERIFY2(residentBytes() - before < 64 * 1024 * 1024, qPrintable(QString::number(residentBytes() - before)));
}

void HostileClientsTest::drippingHeadsAreEnded()
{
    LabLimits limits;
    limits.idle = std::chrono::milliseconds(300);
    start(limits);
    Clients clients = connectMany(60);
    for (const auto &client : clients) {
        client->send("GET / HTTP/1.1\r\nX: ");
    }
    QTimer drip;
    connect(&drip, &QTimer::timeout, this, [&clients] {
        for (const auto &client : clients) {
            if (client->isConnected()) {
                client->send("x");
            }
        }
    });
    drip.start(20);
    QVERIFY(serves());
    QTRY_VERIFY(std::all_of(clients.begin(), clients.end(),
                            [](const auto &client) { return client->received().startsWith("HTTP/1.1 408 "); }));
}

void HostileClientsTest::unreadAnswersStallNobody()
{
    LabLimits limits;
    limits.idle = std::chrono::milliseconds(500);
    start(limits);
    const qsizetype before = residentBytes();
    Clients clients = connectMany(50);
    const QByteArray request =
        "GET /lab/chain/302~body=" + QByteArray(20'000, 'x') + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (const auto &client : clients) {
        client->socket().setReadBufferSize(1);
        client->socket().disconnect(client.get()); // nobody reads
        client->send(request.repeated(20));
        client->send("GET /lab/chain/302~endless HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    for (int i = 0; i < 20; ++i) {
        QVERIFY(serves());
    }
    // Of each at most 256 KiB wait in the lab, and the requests wait in its client, which is in this process too.
    QVERIFY2(residentBytes() - before < 96 * 1024 * 1024, qPrintable(QString::number(residentBytes() - before)));
    // Who takes nothing for the idle time is let go.
    QTRY_VERIFY(std::all_of(clients.begin(), clients.end(),
                            [](const auto &client) { return !isEstablished(client->socket()); }));
}

void HostileClientsTest::endlessHeadsAreRefused()
{
    start({});
    Clients clients = connectMany(20);
    for (const auto &client : clients) {
        client->send("GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(20'000));
    }
    QTRY_VERIFY(std::all_of(clients.begin(), clients.end(),
                            [](const auto &client) { return client->received().startsWith("HTTP/1.1 431 "); }));
}

void HostileClientsTest::contentIsNotKept()
{
    start({});
    RawClient client(m_port);
    const QByteArray piece(1024 * 1024, 'z');
    constexpr int pieces = 64;
    client.send("PUT /lab/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + QByteArray::number(pieces * piece.size()) + "\r\n\r\n");
    qsizetype most = 0;
    const qsizetype before = residentBytes();
    int sent = 0;
    const auto next = [&] {
        if (client.socket().bytesToWrite() == 0 && sent < pieces) {
            ++sent;
            client.send(piece);
        }
        most = std::max(most, residentBytes() - before);
    };
    connect(&client.socket(), &QTcpSocket::bytesWritten, this, next);
    QVERIFY(client.waitForEnd());
    QVERIFY(client.received().contains("\"bytes\": 67108864"));
    QVERIFY2(most < 16 * 1024 * 1024, qPrintable(QString::number(most)));
}

void HostileClientsTest::floodsOfRequestsAreAnsweredInTurn()
{
    start({});
    Clients clients = connectMany(8);
    for (const auto &client : clients) {
        client->send(QByteArray("GET /lab/chain/302 HTTP/1.1\r\nHost: localhost\r\n\r\n").repeated(3000));
    }
    QElapsedTimer clock;
    clock.start();
    QVERIFY(serves());
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void HostileClientsTest::unusedConnectionsMakeRoom()
{
    LabLimits limits;
    limits.connections = 20;
    start(limits);
    Clients clients = connectMany(20);
    for (size_t i = 10; i < clients.size(); ++i) {
        clients.at(i)->send("GET / HTTP/1.1\r\nX: "); // and no more
    }
    QTRY_VERIFY(std::all_of(clients.begin(), clients.end(), [](const auto &client) { return client->isConnected(); }));
    for (int i = 0; i < 30; ++i) {
        QVERIFY(serves());
    }
    const auto isClosed = [](const auto &client) { return client->isClosed(); };
    QTRY_VERIFY(std::any_of(clients.begin(), clients.end(), isClosed));
}

void HostileClientsTest::busyConnectionsStayAndTurnAway()
{
    LabLimits limits;
    limits.connections = 20;
    start(limits);
    Clients clients = connectMany(20);
    for (const auto &client : clients) {
        client->send("GET /lab/chain/302~drip=10000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    QTRY_VERIFY(
        std::all_of(clients.begin(), clients.end(), [](const auto &client) { return !client->received().isEmpty(); }));
    QVERIFY(roundTrip(m_port, {}).startsWith("HTTP/1.1 503 Service Unavailable\r\n"));
    QVERIFY(std::all_of(clients.begin(), clients.end(), [](const auto &client) { return client->isConnected(); }));
    clients.pop_back();
    QTRY_VERIFY(serves());
}

void HostileClientsTest::theTranscriptStaysBounded()
{
    start({});
    const QByteArray request = "GET /lab/chain/302?" + QByteArray(30'000, 'q') + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    RawClient client(m_port);
    client.send(request.repeated(100) + getRequest("/lab/echo"));
    QVERIFY(client.waitForEnd());
    QVERIFY(m_transcript.entries().size() < 100); // the bound of its bytes
    const quint64 before = m_transcript.lastNumber();
    QVERIFY(!roundTrip(m_port, QByteArray("GET /lab/chain/302 HTTP/1.1\r\nHost: localhost\r\n\r\n").repeated(400)
                                   + getRequest("/lab/echo"))
                 .isEmpty());
    QCOMPARE(m_transcript.lastNumber(), before + 401);
    QVERIFY(m_transcript.entries().size() <= 200);
    QCOMPARE(m_transcript.dropped(), m_transcript.lastNumber() - quint64(m_transcript.entries().size()));
}

DETOUR_TEST(HostileClientsTest)
#include "tst_hostileclients.moc"
