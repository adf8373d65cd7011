// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/comparecontroller.h"

#include "semantics/mask.h"

namespace Detour {

namespace {

/// A body without a Content-Type of its user's gets the one that clients make for a form: what they do with a field of
/// their own is part of the comparison.
void nameContent(Request &request)
{
    if (request.content && !request.fields.contains("Content-Type")) {
        request.fields.append("Content-Type", "application/x-www-form-urlencoded");
        request.generated.append("Content-Type");
    }
}

} // namespace

CompareController::CompareController(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{}

CompareController::~CompareController() = default;

std::optional<Error> CompareController::run(const RequestDraft &draft)
{
    Result<TraceSpec> request = draft.toSpec(m_session, RequestDraft::For::Sending);
    if (!request)
        return request.error();
    CompareSpec spec;
    spec.request = *std::move(request);
    nameContent(spec.request.request);
    const QStringList ids = m_session.policies().ids();
    for (const QString &id : ids) {
        const Result<ClientPolicy> policy = m_session.policies().policy(id);
        if (!policy)
            return policy.error();
        spec.clients.append(*policy);
    }
    const auto run = CompareRun::start(m_session, std::move(spec));
    if (!run)
        return run.error();
    m_run = *run;
    m_draft = draft;
    connect(m_run.get(), &CompareRun::finished, this, &CompareController::take);
    emit runningChanged(true);
    return std::nullopt;
}

void CompareController::cancel()
{
    if (m_run)
        m_run->cancel();
}

void CompareController::take()
{
    m_chains.clear();
    const QList<RedirectChain> chains = m_run->chains();
    for (const RedirectChain &chain : chains)
        m_chains.append(masked(chain)); // once, here: what shows them may end on a wall
    m_clients = m_run->clients();
    emit runningChanged(false);
    emit changed();
}

} // namespace Detour
