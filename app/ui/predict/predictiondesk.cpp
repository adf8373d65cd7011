// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/predict/predictiondesk.h"

#include "session/session.h"
#include "ui/playground/tracecontroller.h"
#include "ui/predict/optionspanel.h"
#include "ui/stage/stageclock.h"

#include <QKeyEvent>

namespace Detour {

PredictionDesk::PredictionDesk(Session &session, TraceController &controller, StageClock &clock, OptionsPanel &panel,
                               QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_controller(controller)
    , m_clock(clock)
    , m_panel(panel)
{
    connect(&controller, &TraceController::predictionChanged, this, &PredictionDesk::look);
    connect(&controller, &TraceController::storyReplaced, this, &PredictionDesk::close);
    connect(&controller, &TraceController::predictionRevealed, this, [this](const PredictionGrade &grade) {
        if (m_panel.question().hop != grade.hop)
            return; // revealed before it was shown
        m_panel.reveal(grade, m_session.misconceptions());
        emit changed();
    });
    connect(&controller, &TraceController::runningChanged, this, [this](bool running) {
        // Cancelled: what was asked is not going to be known.
        if (!running && m_panel.state() != OptionsPanel::State::Revealed)
            close();
    });
    connect(&clock, &StageClock::timeChanged, this, &PredictionDesk::look);
    connect(&panel, &OptionsPanel::revealRequested, this, &PredictionDesk::reveal);
    connect(&panel, &OptionsPanel::nextRequested, this, &PredictionDesk::openNext);
}

PredictionDesk::~PredictionDesk() = default;

bool PredictionDesk::isOpen() const
{
    return m_panel.state() != OptionsPanel::State::Empty;
}

bool PredictionDesk::asks() const
{
    return m_panel.state() == OptionsPanel::State::Asking;
}

bool PredictionDesk::waits() const
{
    return asks() || m_panel.nextWaits();
}

/// The stage first tells what led to the question; what the panel still says stays until somebody has read it.
void PredictionDesk::look()
{
    const PredictionQuestion *question = m_controller.prediction();
    const bool isNew = question && (!isOpen() || m_panel.question().hop != question->hop);
    if (!isNew || !m_clock.atEnd())
        return;
    if (m_panel.state() == OptionsPanel::State::Revealed)
        waitForNext();
    else
        openNext();
}

void PredictionDesk::waitForNext()
{
    if (!m_panel.nextWaits()) {
        m_panel.setNextWaits(true);
        emit changed();
    }
}

void PredictionDesk::openNext()
{
    if (const PredictionQuestion *question = m_controller.prediction()) {
        m_panel.ask(*question);
        emit opened();
        emit changed();
    }
}

void PredictionDesk::reveal()
{
    if (!asks())
        return;
    m_panel.setSent();
    m_clock.setTime(m_clock.duration()); // wherever somebody looked back to
    m_clock.play();
    m_controller.reveal();
}

void PredictionDesk::close()
{
    if (!isOpen())
        return;
    m_panel.clear();
    emit changed();
}

bool PredictionDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && steer(static_cast<const QKeyEvent &>(*event)))
        return true;
    return QObject::eventFilter(watched, event);
}

bool PredictionDesk::steer(const QKeyEvent &event)
{
    return m_panel.steer(event);
}

} // namespace Detour
