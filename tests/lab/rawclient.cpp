// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "rawclient.h"

#include "lab/requestparser.h"

#include <QEventLoop>
#include <QTimer>

namespace Detour::Test {

RawClient::RawClient(int port, const QHostAddress &address)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] {
        m_received += m_socket.readAll();
        emit receivedMore();
    });
    const auto end = [this] {
        m_closed = true;
        emit ended();
    };
    connect(&m_socket, &QTcpSocket::disconnected, this, end);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, end);
    m_socket.connectToHost(address, quint16(port));
}

bool RawClient::waitForEnd()
{
    // Not qWaitFor(), which sleeps between its looks.
    QEventLoop loop;
    connect(this, &RawClient::ended, &loop, &QEventLoop::quit);
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    if (!m_closed) {
        loop.exec();
    }
    return m_closed;
}

QByteArray roundTrip(int port, const QByteArray &bytes)
{
    RawClient client(port);
    client.send(bytes);
    return client.waitForEnd() ? client.received() : QByteArray("(the server did not close) " + client.received());
}

QByteArray getRequest(const QByteArray &target, const QByteArray &host)
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
}

LabRequest requestFrom(const QByteArray &bytes)
{
    RequestParser parser;
    const auto state = parser.feed(bytes);
    if (state != RequestParser::State::Complete) {
        qFatal("Not a whole request: %s", bytes.constData());
    }
    return parser.take();
}

} // namespace Detour::Test
