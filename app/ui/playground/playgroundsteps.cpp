// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/inspector.h"
#include "ui/playground/gatedesk.h"
#include "ui/playground/gatepanel.h"
#include "ui/playground/playground.h"
#include "ui/playground/stagepanel.h"
#include "ui/playground/tracecontroller.h"
#include "ui/playground/transportbar.h"
#include "ui/predict/optionspanel.h"
#include "ui/predict/predictiondesk.h"
#include "ui/request/requestbar.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"

// How the playground sends, steps, and makes room for the question before a hop.

namespace Detour {

namespace {

/// Below this height a question and the inspector do not both find room.
constexpr int lowPlayground = 620;
constexpr int lowQuestion = 140; ///< with which it is reckoned
constexpr int sideMargin = 16;
constexpr int smallStage = 220;
constexpr int smallestStage = 150;

} // namespace

void Playground::putDraft(const RequestDraft &draft)
{
    m_isOwn = false;
    m_example = draft;
    m_examplePage.clear();
    m_desk->leave();
    m_request->setDraft(draft);
    heedMemory();
    m_controller->wait(draft);
}

void Playground::setControls(RequestControls controls)
{
    m_request->setControls(controls);
}

void Playground::step()
{
    if (m_desk->isOpen()) {
        m_desk->send();
    } else if (m_controller->question()) {
        clock().pause(); // the turn is told at once, and the question with it
        clock().setTime(clock().duration());
    } else if (m_controller->isRunning()) {
        setAsking(true); // never off: who presses twice must not let the trace run away
    } else {
        sendAsking(true);
    }
}

void Playground::setAsking(bool asks)
{
    m_controller->setAsking(asks);
    m_request->setStepping(asks);
    m_transport->setPredicting(m_controller->predicts());
}

void Playground::sendAsking(bool asks)
{
    m_request->setError({});
    const RequestDraft draft = m_request->draftToSend();
    if (const auto error = m_controller->send(draft)) {
        m_request->setError(error->message);
        return;
    }
    setAsking(asks);
    m_desk->noteSent(draft);
    m_request->rememberUrl();
}

/// The stage first tells the turn that led to the question.
void Playground::showQuestion()
{
    if (m_desk->isOpen() || !m_controller->question() || (clock().isPlaying() && !clock().atEnd()))
        return;
    const bool isAtWork = isAncestorOf(window()->focusWidget());
    m_desk->open();
    m_request->setSendPrimary(false);
    shareRoom();
    if (isAtWork)
        m_gate->focusSend();
}

void Playground::leaveQuestion()
{
    m_request->setSendPrimary(true);
    m_request->setStepping(m_controller->asks());
    shareRoom();
    if (isAncestorOf(window()->focusWidget()))
        m_panel->stage()->setFocus(Qt::OtherFocusReason);
    if (m_controller->isRunning() && !m_controller->question() && clock().atEnd())
        clock().play(); // goes on with what comes
}

/// In a low window the question takes the inspector's place: it says the reason itself.
void Playground::shareRoom()
{
    int needed = lowPlayground;
    if (m_prediction->isOpen())
        needed += qMax(0, m_options->heightForWidth(qMax(1, width() - 2 * sideMargin)) - lowQuestion);
    const bool isTight = (m_desk->isOpen() || m_prediction->isOpen()) && height() < needed;
    m_inspector->setVisible(!isTight);
    m_panel->setMinimumHeight(isTight ? smallestStage : smallStage);
}

} // namespace Detour
