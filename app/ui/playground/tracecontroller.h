// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/prediction.h"
#include "session/requestdraft.h"
#include "session/session.h"
#include "story/storyboard.h"

#include <QElapsedTimer>
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
    /// Shows a chain that was traced before; sends nothing. What runs still is given up.
    void show(const RedirectChain &chain);
    /// Sends it; what runs still is given up. An error (a bad URL, no lab) is returned and nothing changes.
    [[nodiscard]] std::optional<Error> send(const RequestDraft &draft);
    void cancel();
    /// Tells this story and those to come at another pace. Emits nothing: the moments of the old story must be put into
    /// the new one first.
    void setPace(Pace pace);

    /// Whether the trace asks before each request that a redirect decided. May change while it runs; a request that
    /// waits already goes on waiting.
    void setAsking(bool asks);
    [[nodiscard]] bool asks() const { return m_asks; }
    /// A request that waits for a person's word.
    struct Question
    {
        int hop = 0; ///< 1-based: which it would be
        Request request;
    };
    /// Null while nothing waits.
    [[nodiscard]] const Question *question() const { return m_question ? &*m_question : nullptr; }
    /// Sends what waits as it was decided; with `changed`, that in its place.
    void proceed();
    void proceedWith(const Request &changed, std::shared_ptr<BodySource> body);
    /// Ends the trace; what waits is not sent.
    void stopHere();

    /// Whether the traces to come ask what is sent after each redirection, before it is sent or told. Asking before
    /// each request and this rule each other out. Switched off while a trace runs, it asks no more and tells all.
    void setPredicting(bool predicts);
    [[nodiscard]] bool predicts() const { return m_predicts; }
    /// Null while no question is open. What it withholds is in nothing that this controller tells.
    [[nodiscard]] const PredictionQuestion *prediction() const;
    /// Sends what is withheld.
    void reveal();

    /// Also while what is known of the end is withheld.
    [[nodiscard]] bool isRunning() const;
    /// False while a request waits at the client: there is nothing to tell.
    [[nodiscard]] bool wasSent() const { return m_wasSent; }
    /// Whole seconds for which the request under way has waited for its answer; 0 if none does.
    [[nodiscard]] int secondsWaited() const;
    /// What is known of the trace, its secrets masked. A request that is under way stands in it without an answer.
    [[nodiscard]] const RedirectChain &chain() const { return m_told; }
    /// The same with its secrets, for what a person copies or saves; null before anything was sent.
    [[nodiscard]] const RedirectChain *wireChain() const;
    /// `draft` with the request of a hop (0-based) in place of its own; its script and client stay. A body of which
    /// not all was kept is the draft's own.
    [[nodiscard]] RequestDraft draftOfHop(RequestDraft draft, int hop) const;
    /// The hops of it that are complete, its secrets masked: what can be taken away.
    [[nodiscard]] RedirectChain finishedHops() const;
    [[nodiscard]] const Storyboard &storyboard() const { return m_board; }

signals:
    /// Another story begins: nothing of the one before holds.
    void storyReplaced();
    /// The same story, longer. At most one signal in 30 ms, however fast hops arrive; the last state always comes.
    void storyGrew();
    void runningChanged(bool running);
    /// A request waits for a word now, or waits no longer. The story has grown up to it before.
    void questionChanged();
    /// A question to predict is open now, or another one, or none any more. The story has grown up to it before.
    void predictionChanged();
    /// What was really sent. Another question may be open by then; predictionChanged() follows.
    void predictionRevealed(const Detour::PredictionGrade &grade);
    /// Each second while an answer is waited for.
    void stillWaiting();

private:
    /// What ended with the trace that was left.
    struct Left
    {
        bool ran = false;
        bool asked = false;
        bool predicted = false;
    };
    Left leave();
    void announce(const Left &left);
    void listen();
    void listenToPrediction();
    void growSoon();
    void conclude();
    [[nodiscard]] Gate makeGate(Prediction *prediction);
    [[nodiscard]] RedirectChain toldChain() const;
    void take(const GateQuestion &question, const GateReply &reply);
    void answer(const GateAnswer &answer);
    void tell();
    void grow();

    Session &m_session;
    std::shared_ptr<TraceRun> m_run; ///< null: none was sent since wait() or show()
    bool m_wasSent = false;
    bool m_asks = false;
    bool m_predicts = false;
    std::unique_ptr<Prediction> m_prediction; ///< of the trace that runs; null: it is not predicted
    RedirectChain m_wire;                     ///< of a predicted trace, as far as it may be told
    std::optional<Request> m_underWay;        ///< sent and not answered yet
    bool m_isChanged = false;                 ///< `m_underWay` is not what was decided
    std::optional<Question> m_question;
    GateReply m_reply;
    RedirectChain m_told;
    Storyboard m_board;
    Pace m_pace = Pace::EqualSteps;
    QTimer m_growth;
    QTimer m_seconds;
    QElapsedTimer m_sentAt;
};

} // namespace Detour
