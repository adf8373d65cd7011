// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tracerun.h"

namespace Detour {

class Session;

/// The same request as several clients.
struct CompareSpec
{
    TraceSpec request;           ///< its policy is not used; its body goes to every client, one from a pipe, too
    QList<ClientPolicy> clients; ///< not empty; the first one is the base that the others are held against
};

/// Sends one request as every client at once, each by its own rules through the follow loop. Destroying it while it
/// runs ends all traces without a signal.
class CompareRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareRun)

public:
    /// The first error of Session::startTrace() keeps all from being sent. Content from a pipe is read to its end
    /// first, and each client is then given it once. Signals come only after return. `session` outlives the run.
    [[nodiscard]] static Result<std::shared_ptr<CompareRun>> start(Session &session, CompareSpec spec);
    ~CompareRun() override;

    void cancel();
    [[nodiscard]] bool isRunning() const { return m_unfinished > 0; }
    [[nodiscard]] const QList<ClientPolicy> &clients() const { return m_spec.clients; }
    /// One for each client, in their order, growing until it has finished; none while a pipe is read or after error().
    [[nodiscard]] QList<RedirectChain> chains() const;
    /// After finished(): why nothing was sent, or nothing. "body-unreadable" (also: a pipe of more than 16 MiB),
    /// "cancelled", or an error of Session::startTrace().
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

signals:
    /// `client`: its index.
    void traceFinished(int client);
    void finished();

private:
    CompareRun(Session &session, CompareSpec spec);
    [[nodiscard]] std::optional<Error> openPipe();
    void readPipe();
    void endPipe(std::optional<Error> error);
    [[nodiscard]] std::optional<Error> startTraces();
    [[nodiscard]] std::shared_ptr<BodySource> bodyForOne() const;

    Session &m_session;
    CompareSpec m_spec;
    std::unique_ptr<QIODevice> m_pipe;
    QByteArray m_content; ///< of the pipe
    QList<std::shared_ptr<TraceRun>> m_runs;
    std::optional<Error> m_error;
    qsizetype m_unfinished = 0;
};

} // namespace Detour
