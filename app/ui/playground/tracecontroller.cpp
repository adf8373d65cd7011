// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/tracecontroller.h"

#include "semantics/mask.h"

namespace Detour {

namespace {

constexpr int growthInterval = 30; // ms

} // namespace

TraceController::TraceController(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_growth.setSingleShot(true);
    m_growth.setInterval(growthInterval);
    connect(&m_growth, &QTimer::timeout, this, &TraceController::grow);
}

TraceController::~TraceController() = default;

void TraceController::wait(const RequestDraft &draft)
{
    const bool ran = isRunning();
    m_run.reset();
    m_told = {};
    m_growth.stop();
    const Result<TraceSpec> spec = draft.toSpec(m_session, RequestDraft::For::Showing);
    m_board = spec ? Storyboard::waiting(spec->request, spec->policy.name) : Storyboard();
    if (ran)
        emit runningChanged(false);
    emit storyReplaced();
}

std::optional<Error> TraceController::send(const RequestDraft &draft)
{
    Result<TraceSpec> spec = draft.toSpec(m_session, RequestDraft::For::Sending);
    if (!spec)
        return spec.error();
    const Request first = spec->request;
    auto run = m_session.startTrace(*std::move(spec));
    if (!run)
        return run.error();
    m_growth.stop();
    m_run = *std::move(run);
    m_first = first;
    const auto growSoon = [this] {
        if (!m_growth.isActive())
            m_growth.start();
    };
    connect(m_run.get(), &TraceRun::requestSent, this, growSoon);
    connect(m_run.get(), &TraceRun::hopFinished, this, growSoon);
    connect(m_run.get(), &TraceRun::finished, this, [this] {
        m_growth.stop();
        grow();
        emit runningChanged(false);
    });
    tell();
    m_board = Storyboard::fromChain(m_told);
    emit storyReplaced();
    emit runningChanged(true);
    return std::nullopt;
}

void TraceController::cancel()
{
    if (m_run)
        m_run->cancel();
}

bool TraceController::isRunning() const
{
    return m_run && m_run->isRunning();
}

void TraceController::tell()
{
    RedirectChain chain = m_run->chain();
    if (chain.hops.isEmpty() && chain.outcome == Outcome::Running) {
        Hop onItsWay;
        onItsWay.exchange.request = m_first;
        chain.hops.append(onItsWay);
    }
    // Once, here: whatever shows this chain may end on a wall.
    m_told = masked(chain);
}

void TraceController::grow()
{
    tell();
    m_board.growTo(m_told);
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
