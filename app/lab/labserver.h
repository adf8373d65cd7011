// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/certificate.h"
#include "lab/publishedscripts.h"
#include "lab/transcript.h"
#include "scenario/script.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Detour {

/// Ports that the lab tries first; 0 asks for any free one. If a wanted port is taken, any free one serves unless
/// `strict`.
struct LabPorts
{
    int first = 0;
    int second = 0;
    bool strict = false;
    int https = 0;
};

/// What the certificate for https is to be.
struct CertificatePlan
{
    QString folder;                           ///< where it is kept; empty: in memory only
    std::function<QList<QByteArray>()> names; ///< host names that it is for besides its own; runs in another thread
};

/// The embedded origin server: answers on loopback only, from a thread of its own. All members may be called from the
/// thread that made it; they return when the lab's thread has done the work.
class LabServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabServer)

public:
    explicit LabServer(QObject *parent = nullptr);
    ~LabServer() override; ///< stops, closes every connection, joins the thread

    /// Error "lab-port" (taken, with strict) or "lab-listen", one sentence. Starting twice is an error too.
    /// The certificate is read or made meanwhile; clients of the https port wait for it.
    [[nodiscard]] Result<LabPorts> start(LabPorts wanted, CertificatePlan plan = {});
    void stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] LabPorts ports() const; ///< all 0 while it does not run
    [[nodiscard]] int firstPort() const;
    [[nodiscard]] int secondPort() const;
    /// Waits until there is one, if it was not needed before. Empty while the lab does not run.
    [[nodiscard]] LabCertificate certificate() const;
    /// What a person ought to know of this run: a taken port, no IPv6. One sentence each.
    [[nodiscard]] QStringList remarks() const;
    /// "http://127.0.0.1:PORT" of the first and the second port, "https://127.0.0.1:PORT" of the third.
    [[nodiscard]] QList<TargetUri> baseUris() const;

    /// Gives scripts plain addresses, in place of those that had some. `source` is asked in the lab's thread.
    void publish(PublishedScripts::Source source);
    /// Until unmounted, requests whose Host is one of the script's hosts are answered by it; the token ends it.
    /// Several scripts may be mounted; a request is matched to a script by the mount's token in the
    /// "Detour/VERSION (TRACE.HOP)" User-Agent's TRACE first, then by Host, the newest first.
    quint64 mount(const Script &script, const QString &traceId);
    void unmount(quint64 token);

    [[nodiscard]] Transcript &transcript();
    [[nodiscard]] const Transcript &transcript() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Detour
