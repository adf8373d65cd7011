// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "foreignserver.h"

#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int patience = 10'000; // ms

bool accepts(int port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(port));
    return socket.waitForConnected(200);
}

} // namespace

ForeignServer::~ForeignServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patience / 2)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString ForeignServer::find(const QString &program)
{
    const QString found = QStandardPaths::findExecutable(program);
    return found.isEmpty() ? QStandardPaths::findExecutable(program, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}) : found;
}

int ForeignServer::freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : -1;
}

bool ForeignServer::startOnPort(const QString &program, const QStringList &arguments, int port)
{
    m_process.start(program, arguments);
    return m_process.waitForStarted(patience) && QTest::qWaitFor([port] { return accepts(port); }, patience);
}

int ForeignServer::startAndReadPort(const QString &program, const QStringList &arguments)
{
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(patience) || !m_process.waitForReadyRead(patience))
        return -1;
    return m_process.readLine().trimmed().toInt();
}

} // namespace Detour
