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

#include <QLayout>

// How the playground sends, steps, and makes room for the question before a hop.

namespace Detour {

namespace {

/// Below this height a question and the inspector do not both find room.
constexpr int lowPlayground = 620;
constexpr int smallStage = 220;
constexpr int smallestStage = 150;
constexpr int leastStage = 60; ///< beside a question and the welcome, on the lowest screens
constexpr int lowStage = 130;  ///< has no room for a caption

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

/// In a low window a question takes the inspector's place, and what is left of the stage's.
void Playground::shareRoom()
{
    const bool isCrowded = m_prediction->isOpen() || (m_banner && m_banner->isVisibleTo(this));
    const int left = isCrowded ? height() - takenHeight() : height();
    const int inspector = m_inspector->minimumSizeHint().height() + layout()->spacing();
    const bool isTight = isCrowded ? left - inspector < smallStage : m_desk->isOpen() && height() < lowPlayground;
    m_inspector->setVisible(!isTight);
    // The question stands in its panel as well as in the caption.
    m_panel->setCaptionShown(!isTight || !isCrowded || (left > lowStage && !m_prediction->asks()));
    m_panel->setLeastHeight(!isTight ? smallStage : isCrowded ? qBound(leastStage, left, smallStage) : smallestStage);
}

/// What all parts but stage and inspector need.
int Playground::takenHeight() const
{
    const QMargins margins = layout()->contentsMargins();
    const int room = qMax(1, width() - margins.left() - margins.right());
    int taken = margins.top() + margins.bottom();
    for (int i = 0; i < layout()->count(); ++i) {
        const QWidget *part = layout()->itemAt(i)->widget();
        if (part == m_panel || part == m_inspector || !part->isVisibleTo(this))
            continue;
        const int own = part->hasHeightForWidth() ? part->heightForWidth(room) : part->minimumSizeHint().height();
        taken += qMax(own, part->minimumHeight()) + layout()->spacing();
    }
    return taken;
}

} // namespace Detour
