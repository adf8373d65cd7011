// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lessons/runwatch.h"

#include "ui/playground/playground.h"
#include "ui/playground/tracecontroller.h"
#include "ui/stage/stageclock.h"

namespace Detour {

RunWatch::RunWatch(Playground &playground, QObject *parent)
    : QObject(parent)
    , m_playground(playground)
{
    TraceController &controller = playground.controller();
    connect(&controller, &TraceController::runningChanged, this, [this](bool running) {
        m_isEnded = !running && m_playground.controller().wasSent();
        if (m_isEnded)
            emit ended(m_playground.chain());
        look();
    });
    connect(&controller, &TraceController::storyGrew, this, &RunWatch::look);
    connect(&playground.clock(), &StageClock::timeChanged, this, &RunWatch::look);
    connect(&playground.clock(), &StageClock::playingChanged, this, &RunWatch::look);
}

void RunWatch::look()
{
    // What is told lags behind the trace by a moment: only a story with its end can be seen to the end.
    const bool isTold = m_playground.controller().chain().outcome != Outcome::Running;
    if (!m_isEnded || !isTold || !m_playground.clock().atEnd())
        return;
    m_isEnded = false;
    emit seen();
}

} // namespace Detour
