// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labworker.h"

#include "lab/labconnection.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace Detour {

using namespace Qt::StringLiterals;

LabWorker::LabWorker(Transcript &transcript, ScriptMounts &mounts, PublishedScripts &published, LabLimits limits)
    : m_context{transcript, mounts, published, limits, {}}
{
    m_context.clock.start();
}

LabWorker::~LabWorker()
{
    close();
}

Result<LabPorts> LabWorker::listen(const LabPorts &wanted)
{
    const auto first = openPort(wanted.first, wanted.strict);
    if (!first) {
        return first.error();
    }
    const auto second = openPort(wanted.second, wanted.strict);
    if (!second) {
        close();
        return second.error();
    }
    m_ports = {*first, *second, wanted.strict};
    // Only now: a connection has to know both ports.
    for (QTcpServer *server : std::as_const(m_servers)) {
        connect(server, &QTcpServer::newConnection, this, [this, server] { acceptFrom(server); });
        acceptFrom(server);
    }
    return m_ports;
}

Result<int> LabWorker::openPort(int wanted, bool strict)
{
    QString message;
    if (wanted != 0) {
        const Servers servers = tryPort(wanted, message);
        if (!servers.isEmpty()) {
            m_servers += servers;
            return wanted;
        }
        if (strict) {
            return Error{u"lab-port"_s, u"The lab cannot listen on port %1: %2."_s.arg(wanted).arg(message)};
        }
    }
    // A port that is free on 127.0.0.1 may be another program's on [::1].
    constexpr int attempts = 16;
    for (int i = 0; i < attempts; ++i) {
        const Servers servers = tryPort(0, message);
        if (!servers.isEmpty()) {
            m_servers += servers;
            return int(servers.first()->serverPort());
        }
    }
    return Error{u"lab-listen"_s, u"The lab cannot listen on this computer: %1."_s.arg(message)};
}

LabWorker::Servers LabWorker::tryPort(int port, QString &message)
{
    auto first = std::make_unique<QTcpServer>();
    first->setListenBacklogSize(m_context.limits.connections);
    if (port < 0 || port > 65535 || !first->listen(QHostAddress::LocalHost, quint16(port))) {
        message = port < 0 || port > 65535 ? u"there is no such port"_s : first->errorString();
        return {};
    }
    auto second = std::make_unique<QTcpServer>();
    second->setListenBacklogSize(m_context.limits.connections);
    const bool hasBoth = second->listen(QHostAddress::LocalHostIPv6, first->serverPort());
    if (!hasBoth && second->serverError() == QAbstractSocket::AddressInUseError) {
        message = second->errorString();
        return {};
    }
    Servers servers{first.release()};
    if (hasBoth) {
        servers.append(second.release());
    }
    for (QTcpServer *server : std::as_const(servers)) {
        server->setParent(this);
    }
    return servers;
}

void LabWorker::close()
{
    qDeleteAll(m_servers);
    m_servers.clear();
    // Aborting tells onDisconnected(), which would take the connection out of the set under our feet.
    const QSet<LabConnection *> connections = std::exchange(m_connections, {});
    for (LabConnection *connection : connections) {
        connection->abort();
        delete connection;
    }
}

void LabWorker::acceptFrom(QTcpServer *server)
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        if (m_connections.size() < m_context.limits.connections || makeRoom()) {
            accept(socket);
        } else {
            turnAway(socket);
        }
    }
}

/// A client may hold connections that it does not use; they are not to keep others out.
bool LabWorker::makeRoom()
{
    LabConnection *oldest = nullptr;
    for (LabConnection *connection : std::as_const(m_connections)) {
        if (connection->isUnused() && (!oldest || connection->idleLeft() < oldest->idleLeft())) {
            oldest = connection;
        }
    }
    if (oldest) {
        oldest->abort();
    }
    return oldest != nullptr;
}

void LabWorker::accept(QTcpSocket *socket)
{
    LabPlace place;
    place.port = socket->localPort();
    place.otherPort = place.port == m_ports.first ? m_ports.second : m_ports.first;
    place.peer = socket->peerAddress().toString().toLatin1();
    auto *connection = new LabConnection(socket, m_context, std::move(place), ++m_lastConnection, this);
    m_connections.insert(connection);
    connect(connection, &LabConnection::closed, this, [this, connection] {
        if (m_connections.remove(connection)) {
            connection->deleteLater();
        }
    });
}

void LabWorker::turnAway(QTcpSocket *socket)
{
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    socket->disconnectFromHost();
}

} // namespace Detour
