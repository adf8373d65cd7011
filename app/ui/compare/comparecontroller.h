// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/comparerun.h"
#include "session/requestdraft.h"

namespace Detour {

/// Runs one comparison at a time for the view. Holds no widget and no rule.
class CompareController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareController)

public:
    explicit CompareController(Session &session, QObject *parent = nullptr);
    ~CompareController() override;

    /// Sends it as every client; what runs still is given up. An error (a bad URL, no lab) is returned and nothing
    /// changes.
    [[nodiscard]] std::optional<Error> run(const RequestDraft &draft);
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_run && m_run->isRunning(); }
    /// What was compared last; its script and client are as they were given.
    [[nodiscard]] const RequestDraft &draft() const { return m_draft; }
    /// Finished traces with their secrets masked, and their clients, the base first. Empty before the first run has
    /// finished.
    [[nodiscard]] const QList<RedirectChain> &chains() const { return m_chains; }
    [[nodiscard]] const QList<ClientPolicy> &clients() const { return m_clients; }

signals:
    void runningChanged(bool running);
    /// chains() are others.
    void changed();

private:
    void take();

    Session &m_session;
    std::shared_ptr<CompareRun> m_run;
    RequestDraft m_draft;
    QList<RedirectChain> m_chains;
    QList<ClientPolicy> m_clients;
};

} // namespace Detour
