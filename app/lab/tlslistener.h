// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

namespace Detour {

/// A listener whose connections speak TLS. They are handed on before the handshake, which then goes on by itself: one
/// that never ends holds its own connection only, and counts as one. (QSslServer keeps such connections to itself.)
class TlsListener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsListener)

public:
    using QTcpServer::QTcpServer;

    /// Accepts from now on, with this certificate and key. Until then clients wait in the system's queue.
    void serveWith(const QSslConfiguration &configuration);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QSslConfiguration m_configuration;
};

} // namespace Detour
