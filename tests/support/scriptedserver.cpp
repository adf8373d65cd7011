// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/scriptedserver.h"

#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <sys/socket.h>

namespace Detour::Test {

struct ScriptedServer::Connection
{
    int number = 0;
    QByteArray unread;
    QTimer timer;      ///< of the pieces
    WireAnswer answer; ///< what is left of it
    bool isAnswering = false;
};

WireAnswer WireAnswer::of(const QByteArray &statusLine, const QList<QByteArray> &fieldLines, const QByteArray &content)
{
    WireAnswer answer;
    answer.bytes = statusLine + "\r\n";
    for (const QByteArray &line : fieldLines) {
        answer.bytes += line + "\r\n";
    }
    answer.bytes += "\r\n" + content;
    return answer;
}

WireAnswer WireAnswer::ok(const QByteArray &content)
{
    return of("HTTP/1.1 200 OK", {"Content-Length: " + QByteArray::number(content.size())}, content);
}

WireAnswer WireAnswer::redirect(int status, const QByteArray &location)
{
    return of("HTTP/1.1 " + QByteArray::number(status) + " Redirect", {"Location: " + location, "Content-Length: 0"});
}

ScriptedServer::ScriptedServer()
    : m_server(std::make_unique<QTcpServer>())
{
    listen();
}

ScriptedServer::ScriptedServer(const QSslConfiguration &configuration)
    : m_isTls(true)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    m_server = std::move(server);
    listen();
}

ScriptedServer::~ScriptedServer()
{
    const QList<QTcpSocket *> sockets = m_connections.keys();
    for (QTcpSocket *socket : sockets) {
        socket->disconnect(this);
    }
}

int ScriptedServer::port() const
{
    return m_server->serverPort();
}

QByteArray ScriptedServer::url(const QByteArray &path) const
{
    return (m_isTls ? "https" : "http") + QByteArray("://127.0.0.1:") + QByteArray::number(port()) + path;
}

void ScriptedServer::setAnswers(const QList<WireAnswer> &answers)
{
    const qsizetype before = m_requests.size();
    m_handler = [this, answers, before](const WireRequest &) {
        return answers.at(std::min(m_requests.size() - before, answers.size()) - 1);
    };
}

void ScriptedServer::setHandler(Handler handler)
{
    m_handler = std::move(handler);
}

void ScriptedServer::release()
{
    const QList<QTcpSocket *> sockets = m_connections.keys();
    for (QTcpSocket *socket : sockets) {
        const auto connection = m_connections.value(socket);
        if (connection && connection->isAnswering && connection->answer.isHeld) {
            WireAnswer held = connection->answer;
            held.isHeld = false;
            answer(socket, held);
        }
    }
}

void ScriptedServer::listen()
{
    // Qt ignores it too, but once a process; Qt Test catches it again for each further class.
    std::signal(SIGPIPE, SIG_IGN);
    m_server->listen(QHostAddress::LocalHost, 0);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accept);
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        auto connection = std::make_shared<Connection>();
        connection->number = ++m_connectionCount;
        connection->timer.setTimerType(Qt::PreciseTimer);
        m_connections.insert(socket, connection);
        connect(&connection->timer, &QTimer::timeout, socket, [this, socket] { writeStep(socket); });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_connections.remove(socket);
            socket->deleteLater();
            emit disconnected();
        });
        read(socket); // what came before we listened
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    const auto connection = m_connections.value(socket);
    connection->unread += socket->readAll();
    while (!connection->isAnswering && m_connections.contains(socket)) {
        const qsizetype headEnd = connection->unread.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return;
        }
        WireRequest request;
        request.connection = connection->number;
        QList<QByteArray> lines = connection->unread.left(headEnd).split('\n');
        request.line = lines.takeFirst().trimmed();
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            request.fields.append(line.left(colon), line.mid(colon + 1).trimmed());
        }
        const qsizetype length =
            m_answersAtTheHead ? 0 : request.fields.value("Content-Length").value_or("0").toLongLong();
        if (connection->unread.size() < headEnd + 4 + length) {
            return;
        }
        request.content = connection->unread.mid(headEnd + 4, length);
        connection->unread.remove(0, headEnd + 4 + length);
        m_requests.append(request);
        answer(socket, m_handler ? m_handler(request) : WireAnswer::ok());
        emit requestReceived();
    }
}

void ScriptedServer::answer(QTcpSocket *socket, const WireAnswer &answer)
{
    const auto connection = m_connections.value(socket);
    connection->isAnswering = true;
    connection->answer = answer;
    if (answer.isHeld) {
        return;
    }
    if (answer.stepBytes > 0) {
        connection->timer.start(answer.stepMs);
        return;
    }
    socket->write(answer.bytes);
    end(socket, answer.then);
}

void ScriptedServer::writeStep(QTcpSocket *socket)
{
    const auto connection = m_connections.value(socket);
    WireAnswer &answer = connection->answer;
    socket->write(answer.bytes.left(answer.stepBytes));
    socket->flush();
    answer.bytes.remove(0, answer.stepBytes);
    if (answer.bytes.isEmpty()) {
        connection->timer.stop();
        end(socket, answer.then);
    }
}

void ScriptedServer::end(QTcpSocket *socket, WireAnswer::Then then)
{
    m_connections.value(socket)->isAnswering = false;
    socket->flush();
    switch (then) {
    case WireAnswer::Then::KeepOpen:
        return;
    case WireAnswer::Then::Close:
        socket->disconnectFromHost();
        return;
    case WireAnswer::Then::Reset: {
        const linger atOnce{1, 0}; // without it abort() closes in an orderly way
        ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        socket->abort();
        return;
    }
    }
}

} // namespace Detour::Test
