// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/expectation.h"
#include "session/tracerun.h"

namespace Detour {

/// What will be sent after this answer?
struct PredictionQuestion
{
    int hop = 1; ///< 1-based: whose answer is asked about
    Request request;
    Response response;
    QList<Expectation> options; ///< alternativesTo()
};

/// What was sent after it.
struct PredictionGrade
{
    int hop = 1; ///< as in its question
    Expectation observed;
    int right = 0;           ///< index into the options; -1: none of them is what was seen
    bool fromRecord = false; ///< the lab's record says so; false: another server, the client's memory, or nothing sent
};

/// Stands at the gate of one trace: holds back what is sent after each redirection (3xx) until it is revealed, then
/// grades by what was really sent. Where the client stops or takes the 3xx as the answer there is a question as well:
/// the run is over by then, and nothing tells so before the reveal. The grade never comes from decide().
///
/// A trace that is cancelled while a question is open takes the question along: nobody will know. Destroying a
/// prediction while a question is open cancels the trace, since nothing would ever let it go on.
class Prediction final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Prediction)

public:
    explicit Prediction(QObject *parent = nullptr);
    ~Prediction() override;

    [[nodiscard]] Gate gate();                 ///< for TraceSpec::gate, before the trace starts
    void watch(std::shared_ptr<TraceRun> run); ///< straight after startTrace(); once; keeps the run

    [[nodiscard]] const PredictionQuestion *question() const; ///< null while none is open
    void reveal(); ///< sends what was held back; nothing while no question is open
    [[nodiscard]] const QList<PredictionGrade> &grades() const { return m_grades; }
    /// `chain` (the run's, masked or not) as far as it may be told: while a question is open its last hop has no
    /// decision and the chain no end.
    [[nodiscard]] RedirectChain told(RedirectChain chain) const;
    [[nodiscard]] bool isFinished() const; ///< the trace ended and nothing is withheld

signals:
    void asked();
    /// The question it grades is the one that was open before; a next one may be open already, asked() then follows.
    void revealed(const Detour::PredictionGrade &grade);
    void finished();

private:
    enum class State {
        Nothing, ///< nothing is asked
        Open,
        Revealed, ///< on its way: the grade is due when the next hop, or the end, is there
    };

    void hold(const GateQuestion &about, const GateReply &reply);
    void takeHop(int hop);
    void takeEnd();
    void open(int hop, const Hop &answered);
    [[nodiscard]] PredictionGrade gradeBy(const Exchange *next) const;
    void settle(const PredictionGrade &grade);

    std::shared_ptr<TraceRun> m_run;
    State m_state = State::Nothing;
    PredictionQuestion m_question; ///< while Open or Revealed
    GateReply m_reply;             ///< of the request that is held back; null: none is
    QList<PredictionGrade> m_grades;
    bool m_ended = false;
};

} // namespace Detour
