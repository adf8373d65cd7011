// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/quiz/quizcontroller.h"

#include "semantics/expectationwords.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype keptHistory = 8;

QString optionWords(const Expectation &option, const PredictionQuestion &question)
{
    const ExpectationWords words = expectationWords(option, question.options, question.request);
    return words.title + u", "_s + words.detail;
}

QString receivedSentence(const PredictionQuestion &question, const PredictionGrade &grade)
{
    if (!grade.observed.sends)
        return QuizController::tr("Nothing more was sent.");
    const ExpectationWords words = expectationWords(grade.observed, {grade.observed}, question.request);
    const QString target = expectationTargetWord(grade.observed, question.request);
    return grade.fromRecord ? QuizController::tr("The lab received %1 %2, %3.").arg(words.title, target, words.detail)
                            : QuizController::tr("%1 %2 was sent, %3.").arg(words.title, target, words.detail);
}

} // namespace

QuizController::QuizController(Session &session, LearnerProgress &progress, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_progress(progress)
    , m_random(QRandomGenerator::securelySeeded())
{}

QuizController::~QuizController()
{
    if (m_prediction)
        m_prediction->disconnect(this);
}

void QuizController::enter(State state)
{
    m_state = state;
    emit changed();
}

void QuizController::setFilter(const QuizFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_history.clear();
    cancel();
    next();
}

void QuizController::cancel()
{
    if (!m_prediction)
        return;
    m_prediction->disconnect(this);
    m_prediction.release()->deleteLater(); // this may be its own signal
    m_run.reset();
    if (m_state == State::Waiting || m_state == State::Grading || m_question.prediction)
        m_state = State::Nothing;
}

/// A generated chain may ask twice: its next question comes before any other.
void QuizController::next()
{
    if (m_prediction && m_prediction->question() && m_state == State::Answered) {
        takeQuestion();
        return;
    }
    cancel();
    const QuizNext next = nextOf(m_session.quiz().items(), m_progress, m_filter, m_history, m_random);
    if (next.item) {
        ask(*next.item);
    } else if (next.isGenerated) {
        askGenerated(randomQuestion(m_random, m_session.policies().ids()));
    } else {
        m_question = {};
        enter(State::Nothing);
    }
}

void QuizController::ask(const QuizItem &item)
{
    cancel();
    m_question = {item, std::nullopt, {}, shuffledOptions(item, m_random)};
    m_history.append(item.id);
    m_history = m_history.last(qMin(m_history.size(), keptHistory));
    enter(State::Asking);
}

void QuizController::askGenerated(const RandomQuestion &random)
{
    cancel();
    m_history.append(QString());
    m_question = {};
    auto spec = specForQuestion(random, m_session.policies());
    if (!spec) {
        enter(State::Nothing);
        return;
    }
    m_question.client = spec->policy.name;
    m_prediction = std::make_unique<Prediction>();
    spec->gate = m_prediction->gate();
    const auto run = m_session.startTrace(*std::move(spec));
    if (!run) { // the lab has no port: written questions need none
        m_prediction.reset();
        next();
        return;
    }
    m_run = *run;
    connect(m_prediction.get(), &Prediction::asked, this, [this] {
        if (m_state == State::Waiting)
            takeQuestion();
    });
    connect(m_prediction.get(), &Prediction::revealed, this, &QuizController::takeGrade);
    connect(m_prediction.get(), &Prediction::finished, this, &QuizController::takeEnd);
    m_prediction->watch(m_run);
    enter(State::Waiting);
}

void QuizController::takeQuestion()
{
    m_question.item.reset();
    m_question.prediction = *m_prediction->question();
    m_question.options.clear();
    for (const Expectation &option : m_question.prediction->options)
        m_question.options.append(optionWords(option, *m_question.prediction));
    enter(State::Asking);
}

/// Without an answer that could be asked about: the next one.
void QuizController::takeEnd()
{
    if (m_state == State::Waiting || m_state == State::Grading)
        next();
}

void QuizController::choose(int option)
{
    if (m_state != State::Asking || option < 0 || option >= m_question.options.size())
        return;
    m_result = {};
    m_result.chosen = option;
    if (m_question.item) {
        answerWritten(*m_question.item, option);
        return;
    }
    m_state = State::Grading;
    emit changed();
    if (m_state == State::Grading && m_prediction)
        m_prediction->reveal();
}

void QuizController::answerWritten(const QuizItem &item, int option)
{
    m_result.right = static_cast<int>(m_question.options.indexOf(item.answer));
    m_result.why = item.why;
    m_result.clause = item.clause;
    m_result.link = item.link;
    m_progress.noteAnswer(item.id, m_result.isRight());
    const QString shown = item.misconceptions.value(m_question.options.at(option));
    if (m_result.isRight()) {
        for (const QString &idea : item.misconceptions)
            m_progress.noteMisconception(idea, false);
    } else if (!shown.isEmpty()) {
        m_progress.noteMisconception(shown, true);
        addIdea(m_session.misconceptions().find(shown));
    }
    enter(State::Answered);
}

void QuizController::addIdea(const Misconception *idea)
{
    if (!idea)
        return;
    m_result.misconception = idea->name;
    m_result.instead = idea->why;
    m_result.insteadClause = idea->clause.words;
    m_result.insteadLink = idea->clause.link;
}

void QuizController::takeGrade(const PredictionGrade &grade)
{
    if (m_state != State::Grading)
        return;
    m_result.right = grade.right;
    m_result.what = receivedSentence(*m_question.prediction, grade);
    addReason(grade);
    noteIdeas(grade);
    enter(State::Answered);
}

/// Which wrong idea the choice shows; or which ones a right answer makes up for.
void QuizController::noteIdeas(const PredictionGrade &grade)
{
    const PredictionQuestion &asked = *m_question.prediction;
    const Misconceptions &ideas = m_session.misconceptions();
    if (!m_result.isRight()) {
        const Expectation &chosen = asked.options.at(m_result.chosen);
        const Misconception *shown = ideas.shownBy(asked.request, asked.response, chosen, grade.observed);
        if (shown)
            m_progress.noteMisconception(shown->id, true);
        addIdea(shown);
        return;
    }
    QStringList avoided;
    for (const Expectation &option : asked.options) {
        const Misconception *shown = ideas.shownBy(asked.request, asked.response, option, grade.observed);
        if (shown && !avoided.contains(shown->id))
            avoided.append(shown->id);
    }
    for (const QString &id : avoided)
        m_progress.noteMisconception(id, false);
}

/// The client's own reason for what the lab has just shown: only said, never graded by.
void QuizController::addReason(const PredictionGrade &grade)
{
    const QList<Hop> &hops = m_run->chain().hops;
    const std::optional<Decision> decision =
        grade.hop <= hops.size() ? hops.at(grade.hop - 1).decision : std::optional<Decision>();
    if (!decision || decision->reasons.isEmpty())
        return;
    const Reason &reason = decision->reasons.constFirst();
    m_result.why = reason.text;
    m_result.clause = reason.reference;
    const StatusCode status = m_question.prediction->response.status;
    m_result.link = reasonUrl(reason.rule);
    if (referenceStatusCodes().contains(status))
        m_result.link = u"page:%1#next"_s.arg(status);
}

} // namespace Detour
