// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/session.h"
#include "story/storyboard.h"
#include "ui/playground/requestdraft.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Detour {

/// Runs one trace at a time for the playground and tells its story as it grows. Holds no widget and no rule.
class TraceController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TraceController)

public:
    explicit TraceController(Session &session, QObject *parent = nullptr);
    ~TraceController() override;

    /// Puts a request at the client, unsent; what was traced before is gone.
    void wait(const RequestDraft &draft);
    /// Sends it; what runs still is given up. An error (a bad URL, no lab) is returned and nothing changes.
    [[nodiscard]] std::optional<Error> send(const RequestDraft &draft);
    void cancel();

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool wasSent() const { return m_run != nullptr; }
    /// What is known of the trace, its secrets masked. While nothing was answered yet, the first request stands in it
    /// without an answer.
    [[nodiscard]] const RedirectChain &chain() const { return m_told; }
    /// The same with its secrets, for what a person copies or saves; null before anything was sent.
    [[nodiscard]] const RedirectChain *wireChain() const { return m_run ? &m_run->chain() : nullptr; }
    /// `draft` with the request of a hop (0-based) in place of its own; its script and client stay. A body of which
    /// not all was kept is the draft's own.
    [[nodiscard]] RequestDraft draftOfHop(RequestDraft draft, int hop) const;
    [[nodiscard]] const Storyboard &storyboard() const { return m_board; }

signals:
    /// Another story begins: nothing of the one before holds.
    void storyReplaced();
    /// The same story, longer. At most one signal in 30 ms, however fast hops arrive; the last state always comes.
    void storyGrew();
    void runningChanged(bool running);

private:
    void tell();
    void grow();

    Session &m_session;
    std::shared_ptr<TraceRun> m_run;
    Request m_first;
    RedirectChain m_told;
    Storyboard m_board;
    QTimer m_growth;
};

} // namespace Detour
