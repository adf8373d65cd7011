// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labcontext.h"
#include "lab/labserver.h"

#include <QList>
#include <QObject>
#include <QSet>

class QSslConfiguration;
class QTcpServer;
class QTcpSocket;

namespace Detour {

class LabConnection;

/// The part of the lab that lives in its thread: listens, accepts, and owns the connections.
class LabWorker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabWorker)

public:
    LabWorker(Transcript &transcript, ScriptMounts &mounts, PublishedScripts &published, LabLimits limits = {});
    ~LabWorker() override;

    /// Opens its ports on 127.0.0.1 and, where the system has it, on [::1], so that a client that tries ::1 first for
    /// `localhost` finds the lab too. Clients of the https port wait until serveTls(). Errors as LabServer::start().
    [[nodiscard]] Result<LabPorts> listen(const LabPorts &wanted);
    /// Begins to answer on the https port. `configuration` has the certificate and the key.
    void serveTls(const QSslConfiguration &configuration);
    /// What a person ought to know of the ports, after listen(): one sentence each.
    [[nodiscard]] QStringList remarks() const;
    /// Stops listening and ends every connection.
    void close();

private:
    using Servers = QList<QTcpServer *>;

    enum class Protocol { Http, Https };

    [[nodiscard]] Result<int> openPort(int wanted, bool strict, Protocol protocol);
    /// Both addresses or none. `message` says why not.
    [[nodiscard]] Servers tryPort(int port, Protocol protocol, QString &message);
    void acceptFrom(QTcpServer *server);
    /// Ends the connection that has waited longest for a request, if one does.
    [[nodiscard]] bool makeRoom();
    void accept(QTcpSocket *socket);
    void turnAway(QTcpSocket *socket);

    LabContext m_context;
    LabPorts m_ports;
    LabPorts m_wanted;
    bool m_hasIpv6 = true;
    Servers m_servers;                   ///< children
    QSet<LabConnection *> m_connections; ///< children
    quint64 m_lastConnection = 0;
};

} // namespace Detour
