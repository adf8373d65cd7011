// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/prediction.h"
#include "session/quizround.h"
#include "session/randomquestion.h"
#include "session/session.h"

namespace Detour {

/// The question that is asked.
struct QuizQuestion
{
    std::optional<QuizItem> item;                 ///< a written one; absent: one that the lab grades
    std::optional<PredictionQuestion> prediction; ///< then this
    QString client;                               ///< of a generated question: its name
    QStringList options;                          ///< as they are shown

    [[nodiscard]] bool isNothing() const { return !item && !prediction; }
};

/// What became of the answer.
struct QuizResult
{
    int chosen = -1;
    int right = -1;        ///< -1: what happened is none of the options
    QString what;          ///< of a generated question, what the lab received; plain text, one sentence
    QString why;           ///< Markdown of a written question, plain text of a generated one
    QString clause;        ///< "RFC 9110 §15.4.3"
    QString link;          ///< "page:302#next" or an https URL; empty: none
    QString misconception; ///< its name; empty: none is known
    QString instead;       ///< Markdown: what is true in its place
    QString insteadLink;   ///< likewise
    QString insteadClause;

    [[nodiscard]] bool isRight() const { return chosen == right; }
};

/// Asks one question after another, takes the answer and keeps what the learner knows. A generated question is a real
/// trace: nothing is sent on before the answer, and the lab's record says which one was right.
class QuizController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuizController)

public:
    /// Both must outlive the controller.
    QuizController(Session &session, LearnerProgress &progress, QObject *parent = nullptr);
    ~QuizController() override;

    enum class State {
        Nothing, ///< there is no question under this topic and level
        Waiting, ///< a generated question's first request is on its way
        Asking,
        Grading, ///< what was held back is on its way
        Answered,
    };

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QuizQuestion &question() const { return m_question; }
    [[nodiscard]] const QuizResult &result() const { return m_result; } ///< once Answered
    [[nodiscard]] const QuizFilter &filter() const { return m_filter; }

    void setFilter(const QuizFilter &filter); ///< and asks anew
    void next();
    void ask(const QuizItem &item);
    void askGenerated(const RandomQuestion &random);
    /// 0-based; nothing unless it is Asking.
    void choose(int option);
    void seed(quint32 seed) { m_random.seed(seed); }
    /// Ends the trace of a generated question.
    void cancel();

signals:
    void changed();

private:
    void enter(State state);
    void takeQuestion();
    void takeGrade(const PredictionGrade &grade);
    void takeEnd();
    void answerWritten(const QuizItem &item, int option);
    void noteIdeas(const PredictionGrade &grade);
    void addReason(const PredictionGrade &grade);
    void addIdea(const Misconception *idea);

    Session &m_session;
    LearnerProgress &m_progress;
    QRandomGenerator m_random;
    QuizFilter m_filter;
    QuizHistory m_history;
    State m_state = State::Nothing;
    QuizQuestion m_question;
    QuizResult m_result;
    std::shared_ptr<TraceRun> m_run;
    std::unique_ptr<Prediction> m_prediction;
};

} // namespace Detour
