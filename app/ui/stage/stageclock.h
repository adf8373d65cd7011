// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace Detour {

/// The one clock of a story. It knows only time: positions are computed from the time that passed, never counted in
/// ticks. Its timer runs only while time moves.
class StageClock final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StageClock)

public:
    /// Monotonic nanoseconds since any moment. Empty: the system's monotonic clock.
    using TimeSource = std::function<qint64()>;

    static constexpr qreal slowest = 0.25;
    static constexpr qreal fastest = 4;

    explicit StageClock(QObject *parent = nullptr, TimeSource source = {});

    [[nodiscard]] qreal time() const { return m_time; }         ///< ms of story time, 0…duration()
    [[nodiscard]] qreal duration() const { return m_duration; } ///< ms
    [[nodiscard]] qreal speed() const { return m_speed; }
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    [[nodiscard]] bool atEnd() const { return m_time >= m_duration; }
    /// True while time moves: false at an open end, where a playing clock waits for more.
    [[nodiscard]] bool isTicking() const { return m_timer.isActive(); }

    /// Time beyond the new end is cut to it. A clock that waits at an open end goes on when the end moves.
    void setDuration(qreal duration);
    /// With an open end (a chain that still runs) the clock keeps playing when it gets there, and waits.
    void setOpenEnded(bool open);

public slots:
    /// At the end it begins again, unless the end is open.
    void play();
    void pause();
    void toggle();
    /// Plays up to `until` (ms) and pauses there: an animated step. Backwards it jumps.
    void playTo(qreal until);
    /// Jumps; keeps playing if it plays. Cut to 0…duration().
    void setTime(qreal time);
    /// Cut to slowest…fastest.
    void setSpeed(qreal speed);
    /// Takes over the time that has passed. Called by the timer; tests call it after moving their time source.
    void tick();

signals:
    void timeChanged(qreal time);
    void playingChanged(bool playing);
    void speedChanged(qreal speed);

private:
    void setPlaying(bool playing);
    void arrive();
    void updateTimer();
    [[nodiscard]] qreal target() const;

    TimeSource m_source;
    QTimer m_timer;
    qint64 m_lastNow = 0; ///< ns
    qreal m_time = 0;
    qreal m_duration = 0;
    qreal m_speed = 1;
    qreal m_until = -1; ///< ms; below 0: to the end
    bool m_playing = false;
    bool m_openEnded = false;
};

} // namespace Detour
