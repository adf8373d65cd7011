// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace Detour {

/// A foreign program that serves on loopback for one test. It is ended, and its folder removed, with the object.
class ForeignServer final
{
public:
    ForeignServer() = default;
    ~ForeignServer();
    Q_DISABLE_COPY_MOVE(ForeignServer)

    /// The program's path, or empty where it is not installed (/usr/sbin counts).
    [[nodiscard]] static QString find(const QString &program);
    /// A port that was free a moment ago, for programs that cannot pick one themselves.
    [[nodiscard]] static int freePort();

    /// Its own empty folder, for configuration and logs.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Starts it; true once something accepts connections on `port`.
    [[nodiscard]] bool startOnPort(const QString &program, const QStringList &arguments, int port);
    /// Starts it and reads the port from the first line that it prints; -1 if none comes.
    [[nodiscard]] int startAndReadPort(const QString &program, const QStringList &arguments);
    [[nodiscard]] QString errors() { return QString::fromUtf8(m_process.readAllStandardError()); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace Detour
