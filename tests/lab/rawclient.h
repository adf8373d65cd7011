// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labrequest.h"

#include <QByteArray>
#include <QHostAddress>
#include <QTcpSocket>

namespace Detour::Test {

/// A client that sends exactly these bytes and keeps what comes back, as the event loop runs.
class RawClient final : public QObject
{
    Q_OBJECT

public:
    explicit RawClient(int port, const QHostAddress &address = QHostAddress(QHostAddress::LocalHost));

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }
    /// Waits for the end of the connection; false after 20 seconds.
    [[nodiscard]] bool waitForEnd();

signals:
    void receivedMore();
    void ended();

private:
    QTcpSocket m_socket;
    QByteArray m_received;
    bool m_closed = false;
};

/// Sends and returns everything until the server closes: `bytes` had better say Connection: close.
[[nodiscard]] QByteArray roundTrip(int port, const QByteArray &bytes);
/// "GET /x HTTP/1.1", Host and Connection: close.
[[nodiscard]] QByteArray getRequest(const QByteArray &target, const QByteArray &host = "localhost");
/// The one request in `bytes`, parsed; asserts that it is complete.
[[nodiscard]] LabRequest requestFrom(const QByteArray &bytes);

} // namespace Detour::Test
