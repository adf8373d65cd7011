// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/prediction.h"

#include <QPointer>

#include <utility>

namespace Detour {

namespace {

/// The client came to this end by itself; a cancelled trace, or one that the network ended, did not.
bool isClientsEnd(Outcome outcome)
{
    return outcome == Outcome::Completed || outcome == Outcome::Stopped;
}

} // namespace

Prediction::Prediction(QObject *parent)
    : QObject(parent)
{}

Prediction::~Prediction()
{
    if (m_run) {
        m_run->disconnect(this);
        if (m_state == State::Open && !m_ended) {
            m_run->cancel(); // its signals come later, to whoever else listens
        }
    }
}

Gate Prediction::gate()
{
    return [self = QPointer<Prediction>(this)](const GateQuestion &about, const GateReply &reply) {
        if (self) {
            self->hold(about, reply);
        } else {
            reply({});
        }
    };
}

void Prediction::watch(std::shared_ptr<TraceRun> run)
{
    Q_ASSERT(!m_run);
    m_run = std::move(run);
    connect(m_run.get(), &TraceRun::hopFinished, this, &Prediction::takeHop);
    connect(m_run.get(), &TraceRun::finished, this, &Prediction::takeEnd);
}

const PredictionQuestion *Prediction::question() const
{
    return m_state == State::Open ? &m_question : nullptr;
}

/// The hop before has been told of by now: what is held back is what its question asks about.
void Prediction::hold(const GateQuestion &about, const GateReply &reply)
{
    if (m_state == State::Open && about.hop == m_question.hop + 1) {
        m_reply = reply;
    } else {
        reply({});
    }
}

void Prediction::reveal()
{
    if (m_state != State::Open) {
        return;
    }
    m_state = State::Revealed;
    if (m_ended) {
        settle(gradeBy(nullptr));
    } else if (const GateReply reply = std::exchange(m_reply, nullptr)) {
        reply({});
    }
}

void Prediction::takeHop(int hop)
{
    const QList<Hop> &hops = m_run->chain().hops;
    const Hop &taken = hops.at(hop - 1);
    std::optional<PredictionGrade> grade;
    if (m_state == State::Revealed) {
        grade = gradeBy(&taken.exchange);
        m_grades.append(*grade);
    }
    m_state = State::Nothing;
    const bool asks = taken.exchange.response && isRedirection(taken.exchange.response->status);
    if (asks) { // before anybody hears of the grade: who listens must not be told what comes next
        open(hop, taken);
    }
    const QPointer<Prediction> guard(this);
    if (grade) {
        emit revealed(*grade);
    }
    if (guard && asks && m_state == State::Open && m_question.hop == hop) {
        emit asked();
    }
}

void Prediction::open(int hop, const Hop &answered)
{
    m_state = State::Open;
    m_question.hop = hop;
    m_question.request = answered.exchange.request;
    m_question.response = *answered.exchange.response;
    m_question.options =
        alternativesTo(m_question.request, m_question.response, answered.decision.value_or(Decision()));
}

void Prediction::takeEnd()
{
    m_ended = true;
    m_reply = nullptr;
    if (m_state == State::Open && isClientsEnd(m_run->chain().outcome)) {
        return; // until it is revealed, nobody hears of the end
    }
    if (m_state == State::Revealed && isClientsEnd(m_run->chain().outcome)) {
        settle(gradeBy(nullptr));
        return;
    }
    m_state = State::Nothing;
    emit finished();
}

PredictionGrade Prediction::gradeBy(const Exchange *next) const
{
    PredictionGrade grade;
    grade.hop = m_question.hop;
    grade.observed = observedAfter(m_question.request, next);
    grade.right = static_cast<int>(m_question.options.indexOf(grade.observed));
    grade.fromRecord = next && next->received;
    return grade;
}

/// The last grade there is, and with it the end.
void Prediction::settle(const PredictionGrade &grade)
{
    m_grades.append(grade);
    m_state = State::Nothing;
    const QPointer<Prediction> guard(this);
    emit revealed(grade);
    if (guard) {
        emit finished();
    }
}

RedirectChain Prediction::told(RedirectChain chain) const
{
    if (m_state != State::Open || chain.hops.size() < m_question.hop) {
        return chain;
    }
    chain.hops.resize(m_question.hop);
    chain.hops.last().decision.reset();
    chain.outcome = Outcome::Running;
    chain.end.reset();
    return chain;
}

bool Prediction::isFinished() const
{
    return m_ended && m_state == State::Nothing;
}

} // namespace Detour
