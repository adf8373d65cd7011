// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/tracecontroller.h"

#include "semantics/mask.h"

namespace Detour {

namespace {

constexpr int growthInterval = 30; // ms
constexpr int second = 1000;       // ms

} // namespace

TraceController::TraceController(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_growth.setSingleShot(true);
    m_growth.setInterval(growthInterval);
    connect(&m_growth, &QTimer::timeout, this, &TraceController::grow);
    m_seconds.setInterval(second);
    connect(&m_seconds, &QTimer::timeout, this, &TraceController::stillWaiting);
}

TraceController::~TraceController() = default;

/// Lets go of the trace there is, without a signal.
TraceController::Left TraceController::leave()
{
    const Left left{isRunning(), m_question.has_value(), prediction() != nullptr};
    m_reply = nullptr;
    m_question.reset();
    m_prediction.reset();
    m_run.reset();
    m_underWay.reset();
    m_isChanged = false;
    m_growth.stop();
    m_seconds.stop();
    return left;
}

void TraceController::announce(const Left &left)
{
    if (left.asked)
        emit questionChanged();
    if (left.predicted)
        emit predictionChanged();
    if (left.ran)
        emit runningChanged(false);
}

void TraceController::wait(const RequestDraft &draft)
{
    const Left left = leave();
    m_wasSent = false;
    m_told = {};
    const Result<TraceSpec> spec = draft.toSpec(m_session, RequestDraft::For::Showing);
    m_board = spec ? Storyboard::waiting(spec->request, spec->policy.name) : Storyboard();
    announce(left);
    emit storyReplaced();
}

void TraceController::show(const RedirectChain &chain)
{
    const Left left = leave();
    m_wasSent = true;
    m_told = masked(chain);
    m_board = Storyboard::fromChain(m_told, m_pace);
    announce(left);
    emit storyReplaced();
}

std::optional<Error> TraceController::send(const RequestDraft &draft)
{
    Result<TraceSpec> spec = draft.toSpec(m_session, RequestDraft::For::Sending);
    if (!spec)
        return spec.error();
    const Request first = spec->request;
    auto prediction = m_predicts ? std::make_unique<Prediction>() : nullptr;
    spec->gate = makeGate(prediction.get());
    auto run = m_session.startTrace(*std::move(spec));
    if (!run)
        return run.error();
    Left left = leave();
    m_run = *std::move(run);
    m_prediction = std::move(prediction);
    m_wasSent = true;
    m_underWay = first;
    listen();
    tell();
    m_board = Storyboard::fromChain(m_told, m_pace);
    left.ran = false; // another one runs
    announce(left);
    emit storyReplaced();
    emit runningChanged(true);
    return std::nullopt;
}

/// The run is this object's, and asks only while it lives. What a prediction lets go may still be asked about.
Gate TraceController::makeGate(Prediction *prediction)
{
    const Gate ask = [this](const GateQuestion &question, const GateReply &reply) { take(question, reply); };
    if (!prediction)
        return ask;
    return [ask, hold = prediction->gate()](const GateQuestion &question, const GateReply &reply) {
        hold(question, [ask, question, reply](const GateAnswer &) { ask(question, reply); });
    };
}

void TraceController::growSoon()
{
    if (!m_growth.isActive())
        m_growth.start();
}

void TraceController::listen()
{
    if (m_prediction) {
        m_prediction->watch(m_run); // first: it withholds before anybody tells
        listenToPrediction();
    }
    connect(m_run.get(), &TraceRun::requestSent, this, [this](int, const Request &request) {
        m_underWay = request;
        m_sentAt.start();
        m_seconds.start();
        growSoon();
    });
    connect(m_run.get(), &TraceRun::hopFinished, this, [this] {
        m_underWay.reset();
        m_isChanged = false;
        m_seconds.stop();
        growSoon();
    });
    connect(m_run.get(), &TraceRun::finished, this, [this] {
        if (!m_prediction)
            conclude();
    });
}

void TraceController::listenToPrediction()
{
    connect(m_prediction.get(), &Prediction::asked, this, [this] {
        if (!m_predicts) {
            m_prediction->reveal();
            return;
        }
        m_underWay.reset();
        m_growth.stop();
        m_seconds.stop();
        grow();
        emit predictionChanged();
    });
    connect(m_prediction.get(), &Prediction::revealed, this, [this](const PredictionGrade &grade) {
        m_underWay.reset();
        grow();
        emit predictionRevealed(grade);
    });
    connect(m_prediction.get(), &Prediction::finished, this, &TraceController::conclude);
}

/// Nothing more comes of the trace.
void TraceController::conclude()
{
    const bool asked = m_question.has_value();
    m_question.reset();
    m_reply = nullptr;
    m_underWay.reset();
    m_growth.stop();
    m_seconds.stop();
    grow();
    if (asked)
        emit questionChanged();
    if (m_prediction)
        emit predictionChanged(); // one that was open when it was cancelled is not open now
    emit runningChanged(false);
}

void TraceController::cancel()
{
    if (!m_run)
        return;
    if (m_run->isRunning()) {
        m_run->cancel();
    } else if (prediction()) { // the client came to its end by itself: only the question is left
        m_prediction.reset();
        conclude();
        emit predictionChanged();
    }
}

void TraceController::setAsking(bool asks)
{
    m_asks = asks;
    if (asks && m_predicts)
        setPredicting(false);
}

void TraceController::setPredicting(bool predicts)
{
    m_predicts = predicts;
    if (predicts)
        m_asks = false;
    else
        reveal();
}

const PredictionQuestion *TraceController::prediction() const
{
    return m_prediction ? m_prediction->question() : nullptr;
}

void TraceController::reveal()
{
    if (!prediction())
        return;
    m_prediction->reveal();
    emit predictionChanged();
}

void TraceController::take(const GateQuestion &question, const GateReply &reply)
{
    // The first request is a person's own: it was asked for already.
    if (!m_asks || question.hop == 1) {
        reply({});
        return;
    }
    m_question = Question{question.hop, question.request};
    m_reply = reply;
    m_growth.stop();
    grow();
    emit questionChanged();
}

void TraceController::answer(const GateAnswer &answer)
{
    if (!m_reply)
        return;
    m_question.reset();
    const GateReply reply = std::exchange(m_reply, nullptr);
    emit questionChanged();
    reply(answer);
}

void TraceController::proceed()
{
    answer({});
}

void TraceController::proceedWith(const Request &changed, std::shared_ptr<BodySource> body)
{
    m_isChanged = m_question.has_value();
    answer({GateAnswer::Kind::Replace, changed, std::move(body)});
}

void TraceController::stopHere()
{
    answer({GateAnswer::Kind::Stop, {}, {}});
}

void TraceController::setPace(Pace pace)
{
    m_pace = pace;
    if (!wasSent())
        return;
    m_board = Storyboard::fromChain(m_told, pace);
    if (m_question)
        m_board.holdNext();
}

bool TraceController::isRunning() const
{
    return m_run && (m_run->isRunning() || (m_prediction && !m_prediction->isFinished()));
}

int TraceController::secondsWaited() const
{
    return m_seconds.isActive() ? int(m_sentAt.elapsed() / second) : 0;
}

const RedirectChain *TraceController::wireChain() const
{
    if (!m_run)
        return nullptr;
    return m_prediction ? &m_wire : &m_run->chain();
}

RedirectChain TraceController::toldChain() const
{
    return m_prediction ? m_prediction->told(m_run->chain()) : m_run->chain();
}

RedirectChain TraceController::finishedHops() const
{
    return m_run ? masked(toldChain()) : m_told;
}

void TraceController::tell()
{
    RedirectChain chain = toldChain();
    if (m_prediction)
        m_wire = chain;
    if (m_underWay && chain.outcome == Outcome::Running && !chain.isWithheld()) {
        Hop onItsWay;
        onItsWay.exchange.request = *m_underWay;
        onItsWay.exchange.changedByUser = m_isChanged;
        chain.hops.append(onItsWay);
    }
    // Once, here: whatever shows this chain may end on a wall.
    m_told = masked(chain);
}

void TraceController::grow()
{
    tell();
    m_board.growTo(m_told);
    if (m_question)
        m_board.holdNext();
    emit storyGrew();
}

RequestDraft TraceController::draftOfHop(RequestDraft draft, int hop) const
{
    const RedirectChain *chain = wireChain();
    if (!chain || hop < 0 || hop >= chain->hops.size())
        return draft;
    const Request &request = chain->hops.at(hop).exchange.request;
    draft.method = request.method.toString();
    draft.url = QString::fromUtf8(request.target.toBytes());
    draft.fieldLines.clear();
    for (const Field &field : request.fields)
        draft.fieldLines += QString::fromUtf8(field.name + ": " + field.value) + u'\n';
    const bool isWhole = request.content && request.content->preview.size() == request.content->bytes;
    if (isWhole) {
        draft.body = request.content->preview;
        draft.bodyFile.clear();
    }
    draft.hasBody = request.content.has_value();
    return draft;
}

} // namespace Detour
