// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/gatedesk.h"

#include "semantics/displaytext.h"
#include "semantics/mask.h"
#include "semantics/origin.h"
#include "semantics/requestedit.h"
#include "ui/playground/gatepanel.h"
#include "ui/playground/tracecontroller.h"
#include "ui/request/requestbar.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype methodLimit = 40;
constexpr qsizetype targetLimit = 160;

QString contentWords(const Request &request)
{
    if (!request.content)
        return GateDesk::tr("without a body");
    if (request.content->bytes < 0)
        return GateDesk::tr("with its body");
    if (request.content->bytes == 0)
        return GateDesk::tr("with an empty body");
    return GateDesk::tr("with its body of %1").arg(byteCountInWords(request.content->bytes));
}

/// Of the chain as it is told: its secrets are masked already.
GatePanel::Words wordsFor(const RedirectChain &chain)
{
    GatePanel::Words words;
    const Hop *last = chain.lastHop();
    if (!last || !last->decision || !last->decision->next)
        return words;
    const Request &next = *last->decision->next;
    const bool elsewhere = !isSameOrigin(last->exchange.request.target, next.target);
    const QByteArray target = elsewhere ? next.target.masked().toBytes() : next.target.originForm();
    words.next =
        GateDesk::tr("Next: %1 %2, %3.")
            .arg(elided(next.method.toString(), methodLimit), wireText(target, targetLimit), contentWords(next));
    if (!last->decision->reasons.isEmpty()) {
        const Reason &reason = last->decision->reasons.constFirst();
        words.why = elided(withoutTrickery(reason.text), 300);
        words.reference = elided(withoutTrickery(reason.reference), 80);
    }
    return words;
}

} // namespace

GateDesk::GateDesk(Session &session, TraceController &controller, RequestBar &request, GatePanel &panel,
                   QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_controller(controller)
    , m_request(request)
    , m_panel(panel)
{
    connect(&controller, &TraceController::questionChanged, this, [this] {
        if (!m_controller.question())
            leave();
    });
    connect(&request, &RequestBar::draftEdited, this, &GateDesk::edited);
    connect(&panel, &GatePanel::sendChosen, this, &GateDesk::send);
    connect(&panel, &GatePanel::changeChosen, this, [this] { m_request.focusUrl(); });
    connect(&panel, &GatePanel::undoChosen, this, &GateDesk::undo);
    connect(&panel, &GatePanel::stopChosen, this, &GateDesk::stop);
    connect(&panel, &GatePanel::goOnChosen, this, &GateDesk::goOn);
}

GateDesk::~GateDesk() = default;

void GateDesk::noteSent(const RequestDraft &draft)
{
    m_sent = draft;
}

void GateDesk::open()
{
    const TraceController::Question *question = m_controller.question();
    if (!question || isOpen())
        return;
    m_own = m_request.draft();
    m_whatIf.emplace(question->request, m_sent);
    m_request.setAsking(question->hop);
    m_request.setDraft(m_whatIf->draft());
    m_panel.ask(wordsFor(m_controller.chain()));
    emit opened();
}

void GateDesk::leave()
{
    if (!isOpen())
        return;
    m_whatIf.reset();
    m_request.setAsking(0);
    m_request.setDraft(m_own);
    m_panel.hide();
    emit closed();
}

void GateDesk::edited()
{
    if (!isOpen())
        return;
    // While one types no lab is started.
    const auto purpose = m_session.labIsRunning() ? RequestDraft::For::Sending : RequestDraft::For::Showing;
    const Result<ChangedRequest> changed = m_whatIf->asEdited(m_request.draft(), m_session, purpose);
    // While something is half typed it cannot be told; the error comes when it is to be sent.
    if (!changed)
        m_panel.setChanges({tr("not complete yet.")});
    else if (!changed->isChanged)
        m_panel.setChanges({});
    else if (const QStringList told = requestEditSentences(m_whatIf->decided(), changed->request); !told.isEmpty())
        m_panel.setChanges(told);
    else
        m_panel.setChanges({tr("the body.")});
}

void GateDesk::undo()
{
    if (!isOpen())
        return;
    m_request.setDraft(m_whatIf->draft());
    edited();
    m_panel.focusSend();
}

void GateDesk::send()
{
    if (!isOpen())
        return;
    m_request.setError({});
    const RequestDraft draft = m_request.draft();
    const Result<ChangedRequest> changed = m_whatIf->asEdited(draft, m_session, RequestDraft::For::Sending);
    if (!changed) {
        m_request.setError(changed.error().message);
        return;
    }
    if (!changed->isChanged) {
        m_controller.proceed();
        return;
    }
    if (draft.hasBody)
        m_sent = draft;
    m_controller.proceedWith(changed->request, changed->body);
}

void GateDesk::goOn()
{
    // With a change that cannot be sent the question stays, and so does the asking.
    const bool asked = m_controller.question() != nullptr;
    m_controller.setAsking(false);
    send();
    if (asked && m_controller.question())
        m_controller.setAsking(true);
}

void GateDesk::stop()
{
    m_controller.stopHere();
}

} // namespace Detour
