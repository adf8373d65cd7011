// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/prediction.h"

#include <QObject>

class QKeyEvent;

namespace Detour {

class OptionsPanel;
class Session;
class StageClock;
class TraceController;

/// Puts the question of a trace that is predicted into its panel when the playhead has come to it, and reveals when it
/// is asked to. The stage then goes on by itself.
class PredictionDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PredictionDesk)

public:
    /// All must outlive the desk; the clock is that of the stage which tells the controller's story.
    PredictionDesk(Session &session, TraceController &controller, StageClock &clock, OptionsPanel &panel,
                   QObject *parent = nullptr);
    ~PredictionDesk() override;

    /// The panel has something to show.
    [[nodiscard]] bool isOpen() const;
    /// A question waits for votes.
    [[nodiscard]] bool asks() const;
    /// Something waits for a key: a reveal, or the next question.
    [[nodiscard]] bool waits() const;
    bool steer(const QKeyEvent &event);
    void reveal();

signals:
    void opened();  ///< a question is shown now
    void changed(); ///< what is shown changed, or nothing is any more

protected:
    /// The stage, where it has the focus: Enter reveals, and does not go to a hop.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void waitForNext();
    void openNext();
    void close();

    Session &m_session;
    TraceController &m_controller;
    StageClock &m_clock;
    OptionsPanel &m_panel;
};

} // namespace Detour
