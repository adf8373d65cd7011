// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/frame.h"
#include "ui/theme.h"

#include <QWidget>

class QAction;
class QKeyEvent;
class QLabel;
class QToolButton;

namespace Detour {

class StageClock;
class TimelineSlider;

/// Play, pause, step both ways, next turn, scrub and speed: the hands on the stage's clock.
class TransportBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransportBar)

public:
    /// `clock` must outlive the bar.
    explicit TransportBar(StageClock &clock, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setStoryboard(const Storyboard &board, bool keepsReached);
    void setFrame(const Frame &frame);
    void setCompact(bool compact);
    /// What the bar says before anything was sent; empty: the position.
    void setIdleText(const QString &text);
    /// Whether the traces to come are predicted.
    void setPredicting(bool predicts);
    /// Does what a key asks of the transport, whatever its modifiers; false if it asks nothing.
    bool steer(const QKeyEvent &event);

public slots:
    void togglePlaying();
    void toStart();
    void toEnd();
    void stepBack();
    void stepForward();
    void toNextTurn();
    void toPreviousTurn();
    void faster();
    void slower();

signals:
    /// Play was asked for while nothing has been sent.
    void playRequested();
    void paceChosen(Detour::Pace pace);
    void predictingChosen(bool predicts);

protected:
    /// A button would take an arrow key for a way to its neighbour; here arrows step the story.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSpeedMenu();
    QToolButton *addButton(const QString &name, const QString &tip);
    void setSpeed(qreal speed);
    void connectParts();
    void updateState();
    void updatePosition(); ///< at every tick, so nothing dear
    [[nodiscard]] QString positionText(const Frame &frame) const;

    StageClock &m_clock;
    Storyboard m_board;
    Frame m_frame;
    Theme m_theme = Theme::light();
    QString m_idleText;
    TimelineSlider *m_slider = nullptr;
    QToolButton *m_first = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_turn = nullptr;
    QToolButton *m_predict = nullptr;
    QToolButton *m_speed = nullptr;
    QAction *m_equalSteps = nullptr;
    QAction *m_realTime = nullptr;
    QLabel *m_position = nullptr;
    bool m_compact = false;
};

} // namespace Detour
