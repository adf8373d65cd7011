// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/scriptedserver.h"

#include "support/testregistry.h"

#include <QTcpSocket>
#include <QTest>

using Detour::Test::ScriptedServer;
using Detour::Test::WireAnswer;

/// The server that the other tests trust, talked to over a plain socket.
class ScriptedServerTest final : public QObject
{
    Q_OBJECT

private slots:
    void answersWithTheGivenBytes();
    void keepsWhatItReceived();
    void waitsForTheWholeContent();
    void answersInOrderAndThenTheLastAgain();
    void closesWithoutAByte();
    void resets();
    void writesInSteps();
    void holdsUntilReleased();
};

namespace {

/// Sends bytes and gathers what comes until the peer closes or `expected` bytes are there.
QByteArray talk(QTcpSocket &socket, const ScriptedServer &server, const QByteArray &bytes, qsizetype expected)
{
    if (socket.state() == QAbstractSocket::UnconnectedState) {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(server.port()));
    }
    socket.write(bytes);
    QByteArray received;
    [[maybe_unused]] const bool isDone = QTest::qWaitFor([&] {
        received += socket.readAll();
        return received.size() >= expected || (socket.state() == QAbstractSocket::UnconnectedState);
    });
    return received + socket.readAll();
}

} // namespace

void ScriptedServerTest::answersWithTheGivenBytes()
{
    ScriptedServer server;
    server.setAnswers({{.bytes = "what is this\r\n"}});
    QTcpSocket socket;
    QCOMPARE(talk(socket, server, "GET / HTTP/1.1\r\n\r\n", 14), QByteArray("what is this\r\n"));
}

void ScriptedServerTest::keepsWhatItReceived()
{
    ScriptedServer server;
    QTcpSocket socket;
    talk(socket, server, "PUT /a?b HTTP/1.1\r\nX-One: 1\r\nx-one:  2 \r\nContent-Length: 3\r\n\r\nabc", 10);
    QCOMPARE(server.requests().size(), 1);
    const auto &request = server.requests().constFirst();
    QCOMPARE(request.line, QByteArray("PUT /a?b HTTP/1.1"));
    QCOMPARE(request.method(), QByteArray("PUT"));
    QCOMPARE(request.target(), QByteArray("/a?b"));
    QCOMPARE(request.fields.values("X-One"), (QList<QByteArray>{"1", "2"}));
    QCOMPARE(request.content, QByteArray("abc"));
    QCOMPARE(request.connection, 1);
}

void ScriptedServerTest::waitsForTheWholeContent()
{
    ScriptedServer server;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(server.port()));
    socket.write("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nab");
    QVERIFY(QTest::qWaitFor([&] { return server.connectionCount() == 1; }));
    QCOMPARE(server.requests().size(), 0);
    QVERIFY(talk(socket, server, "cd", 10).startsWith("HTTP/1.1 200 OK"));
    QCOMPARE(server.requests().constFirst().content, QByteArray("abcd"));
}

void ScriptedServerTest::answersInOrderAndThenTheLastAgain()
{
    ScriptedServer server;
    server.setAnswers({{.bytes = "one"}, {.bytes = "two"}});
    QTcpSocket socket;
    QCOMPARE(talk(socket, server, "GET / HTTP/1.1\r\n\r\n", 3), QByteArray("one"));
    QCOMPARE(talk(socket, server, "GET / HTTP/1.1\r\n\r\n", 3), QByteArray("two"));
    QCOMPARE(talk(socket, server, "GET / HTTP/1.1\r\n\r\n", 3), QByteArray("two"));
}

void ScriptedServerTest::closesWithoutAByte()
{
    ScriptedServer server;
    server.setAnswers({WireAnswer::close()});
    QTcpSocket socket;
    QCOMPARE(talk(socket, server, "GET / HTTP/1.1\r\n\r\n", 1), QByteArray());
    QCOMPARE(socket.error(), QAbstractSocket::RemoteHostClosedError);
    QCOMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

void ScriptedServerTest::resets()
{
    ScriptedServer server;
    server.setAnswers({WireAnswer::reset()});
    QTcpSocket socket;
    QCOMPARE(talk(socket, server, "GET / HTTP/1.1\r\n\r\n", 1), QByteArray());
    QVERIFY(socket.errorString().contains(QLatin1String("reset"), Qt::CaseInsensitive)
            || socket.error() == QAbstractSocket::RemoteHostClosedError);
    QCOMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

void ScriptedServerTest::writesInSteps()
{
    ScriptedServer server;
    server.setAnswers({{.bytes = "abcdef", .then = WireAnswer::Then::Close, .stepBytes = 2, .stepMs = 1}});
    QTcpSocket socket;
    int reads = 0;
    connect(&socket, &QTcpSocket::readyRead, this, [&reads] { ++reads; });
    QCOMPARE(talk(socket, server, "GET / HTTP/1.1\r\n\r\n", 6), QByteArray("abcdef"));
    QVERIFY(reads > 1);
}

void ScriptedServerTest::holdsUntilReleased()
{
    ScriptedServer server;
    server.setAnswers({{.bytes = "late", .isHeld = true}});
    QTcpSocket socket;
    connect(&server, &ScriptedServer::requestReceived, &server, &ScriptedServer::release, Qt::QueuedConnection);
    QCOMPARE(talk(socket, server, "GET / HTTP/1.1\r\n\r\n", 4), QByteArray("late"));
}

DETOUR_TEST(ScriptedServerTest)

#include "tst_scriptedserver.moc"
