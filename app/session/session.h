// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/lessoncatalog.h"
#include "document/misconceptions.h"
#include "document/pagecatalog.h"
#include "document/policycatalog.h"
#include "document/quizcatalog.h"
#include "document/scenariocatalog.h"
#include "lab/labserver.h"
#include "session/memorykeeper.h"
#include "session/traceid.h"
#include "session/tracerun.h"

#include <QObject>

#include <memory>

namespace Detour {

/// Starts the lab when it is first needed, resolves "lab:" and knows which origins are the lab. Everything that sends
/// goes through here. Nothing is started or read by the constructor.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    /// `wanted`: the lab's ports (defaultLabPorts for the window, 0 for tests and single commands). `version` stands in
    /// the User-Agent. `traceIds` gives each trace its id.
    Session(ContentStore content, LabPorts wanted, QByteArray version, QObject *parent = nullptr,
            TraceIdSource traceIds = randomTraceIds());
    ~Session() override;

    /// Where the lab keeps its key and certificate for https, from its next start on; empty (the default): in memory.
    void keepCertificateIn(const QString &folder);

    [[nodiscard]] PageCatalog &pages();
    [[nodiscard]] const PolicyCatalog &policies() const;
    [[nodiscard]] const ScenarioCatalog &scenarios() const;
    [[nodiscard]] const LessonCatalog &lessons() const;
    /// Read when they are first asked for; a file that cannot be read has none.
    [[nodiscard]] const Misconceptions &misconceptions() const;
    [[nodiscard]] const QuizCatalog &quiz() const; ///< likewise

    /// Starts the lab if it is not running. Errors "lab-port", "lab-listen".
    [[nodiscard]] Result<LabPorts> ensureLab();
    [[nodiscard]] bool labIsRunning() const;
    /// Ends the lab; requests under way fail. Its record stays until it is started again. Nothing if it does not run.
    void stopLab();
    [[nodiscard]] QList<TargetUri> labBaseUris() const; ///< empty until it runs
    /// Of the running lab; waits until it has been made. Empty while it does not run.
    [[nodiscard]] LabCertificate labCertificate() const;
    /// What a person ought to know of the running lab: a taken port, no IPv6, a certificate that cannot be kept. One
    /// sentence each.
    [[nodiscard]] QStringList labRemarks() const;
    [[nodiscard]] const Transcript &labTranscript() const;
    void clearLabTranscript();

    /// What traces that remember have in common; empty at first.
    [[nodiscard]] MemoryKeeper &memory() const;

    /// "lab:/path" against the lab (starting it), or an absolute http(s) URL. Errors of parseFirstUrl() and
    /// ensureLab(). A URL that cannot be read starts nothing.
    [[nodiscard]] Result<TargetUri> resolveUrl(QByteArrayView typed);
    /// False for loopback targets and for "lab:": nothing leaves this computer. Lexical; starts nothing.
    [[nodiscard]] static bool goesToNetwork(QByteArrayView typed);

    /// Why this request must not be sent, first or later in a trace; or nothing. "bad-request", "refused-scheme".
    [[nodiscard]] static std::optional<Error> requestProblem(const Request &request);

    /// Starts sending at once. Starts the lab first for a script, and for a loopback target on a wanted port that
    /// nothing else listens on. Errors: ensureLab()'s and requestProblem()'s. Signals come only after return.
    [[nodiscard]] Result<std::shared_ptr<TraceRun>> startTrace(TraceSpec spec);

signals:
    void labStarted();
    void labStopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Detour
