// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labworker.h"

#include "lab/labconnection.h"
#include "lab/tlslistener.h"

#include <QSslSocket>

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
    QList<int> ports;
    for (const auto &[port, protocol] :
         {std::pair(wanted.first, Protocol::Http), {wanted.second, Protocol::Http}, {wanted.https, Protocol::Https}}) {
        const auto opened = openPort(port, wanted.strict, protocol);
        if (!opened) {
            close();
            return opened.error();
        }
        ports.append(*opened);
    }
    m_wanted = wanted;
    m_ports = {ports.at(0), ports.at(1), wanted.strict, ports.at(2)};
    // Only now: a connection has to know all ports.
    for (QTcpServer *server : std::as_const(m_servers)) {
        connect(server, &QTcpServer::newConnection, this, [this, server] { acceptFrom(server); });
        acceptFrom(server);
    }
    return m_ports;
}

void LabWorker::serveTls(const QSslConfiguration &configuration)
{
    for (QTcpServer *server : std::as_const(m_servers)) {
        if (auto *listener = qobject_cast<TlsListener *>(server)) {
            listener->serveWith(configuration);
        }
    }
}

QStringList LabWorker::remarks() const
{
    QStringList remarks;
    for (const auto &[wanted, used] : {std::pair(m_wanted.first, m_ports.first),
                                       {m_wanted.second, m_ports.second},
                                       {m_wanted.https, m_ports.https}}) {
        if (wanted != 0 && wanted != used) {
            remarks.append(
                u"Port %1 is in use by another program, so the lab took port %2 in its place."_s.arg(wanted).arg(used));
        }
    }
    if (!m_hasIpv6) {
        remarks.append(u"This computer has no IPv6 loopback address, so the lab answers on 127.0.0.1 only."_s);
    }
    return remarks;
}

Result<int> LabWorker::openPort(int wanted, bool strict, Protocol protocol)
{
    QString message;
    if (wanted != 0) {
        const Servers servers = tryPort(wanted, protocol, message);
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
        const Servers servers = tryPort(0, protocol, message);
        if (!servers.isEmpty()) {
            m_servers += servers;
            return int(servers.first()->serverPort());
        }
    }
    return Error{u"lab-listen"_s, u"The lab cannot listen on this computer: %1."_s.arg(message)};
}

LabWorker::Servers LabWorker::tryPort(int port, Protocol protocol, QString &message)
{
    const auto makeServer = [protocol]() -> std::unique_ptr<QTcpServer> {
        return protocol == Protocol::Https ? std::make_unique<TlsListener>() : std::make_unique<QTcpServer>();
    };
    auto first = makeServer();
    first->setListenBacklogSize(m_context.limits.connections);
    if (port < 0 || port > 65535 || !first->listen(QHostAddress::LocalHost, quint16(port))) {
        message = port < 0 || port > 65535 ? u"there is no such port"_s : first->errorString();
        return {};
    }
    auto second = makeServer();
    second->setListenBacklogSize(m_context.limits.connections);
    const bool hasBoth = second->listen(QHostAddress::LocalHostIPv6, first->serverPort());
    if (!hasBoth && second->serverError() == QAbstractSocket::AddressInUseError) {
        message = second->errorString();
        return {};
    }
    m_hasIpv6 = m_hasIpv6 && hasBoth;
    Servers servers{first.release()};
    if (hasBoth) {
        servers.append(second.release());
    }
    for (QTcpServer *server : std::as_const(servers)) {
        server->setParent(this);
        if (protocol == Protocol::Https) {
            server->pauseAccepting(); // until there is a certificate
        }
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
    place.scheme = qobject_cast<QSslSocket *>(socket) ? "https" : "http";
    place.port = socket->localPort();
    place.otherPort = place.port == m_ports.second ? m_ports.first : m_ports.second;
    place.httpPort = m_ports.first;
    place.httpsPort = m_ports.https;
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
    if (qobject_cast<QSslSocket *>(socket)) { // to tell it so would take a handshake, and as long as it likes
        socket->abort();
        socket->deleteLater();
        return;
    }
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    socket->disconnectFromHost();
}

} // namespace Detour
