// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/tlslistener.h"

#include <QSslSocket>

namespace Detour {

void TlsListener::serveWith(const QSslConfiguration &configuration)
{
    m_configuration = configuration;
    resumeAccepting();
}

void TlsListener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    socket->setSslConfiguration(m_configuration);
    socket->startServerEncryption();
    addPendingConnection(socket);
}

} // namespace Detour
