// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/stageclock.h"

#include <chrono>

namespace Detour {

namespace {

constexpr int tickInterval = 16; ///< ms; Qt's own vertical sync is none on raster windows
constexpr qreal nanosecondsPerMillisecond = 1e6;
/// A tick that comes later (the window was dragged, the machine slept) does not make the story jump.
constexpr qreal longestStep = 250; // ms

qint64 steadyNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

StageClock::StageClock(QObject *parent, TimeSource source)
    : QObject(parent)
    , m_source(source ? std::move(source) : TimeSource(&steadyNow))
{
    m_timer.setInterval(tickInterval);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StageClock::tick);
}

void StageClock::setDuration(qreal duration)
{
    m_duration = qMax(0.0, duration);
    if (m_time > m_duration) {
        setTime(m_duration);
    }
    updateTimer();
}

void StageClock::setOpenEnded(bool open)
{
    m_openEnded = open;
    if (m_playing && m_time >= target()) {
        arrive();
    }
    updateTimer();
}

void StageClock::play()
{
    m_until = -1;
    if (atEnd() && !m_openEnded && m_duration > 0) {
        setTime(0);
    }
    if (m_duration > 0 || m_openEnded) {
        setPlaying(true);
    }
}

void StageClock::pause()
{
    m_until = -1;
    setPlaying(false);
}

void StageClock::toggle()
{
    if (m_playing) {
        pause();
    } else {
        play();
    }
}

void StageClock::playTo(qreal until)
{
    const qreal aim = qBound(0.0, until, m_duration);
    if (aim <= m_time) {
        pause();
        setTime(aim);
        return;
    }
    m_until = aim;
    setPlaying(true);
}

void StageClock::setTime(qreal time)
{
    // Written so that a time that is not a number is the beginning.
    const qreal cut = time > 0 ? qMin(time, m_duration) : 0;
    m_lastNow = m_source();
    m_until = m_until < cut ? -1 : m_until;
    if (cut != m_time) {
        m_time = cut;
        emit timeChanged(m_time);
    }
    updateTimer();
}

void StageClock::setSpeed(qreal speed)
{
    const qreal cut = qBound(slowest, speed, fastest);
    if (cut == m_speed) {
        return;
    }
    if (isTicking()) {
        tick(); // what passed until now passed at the old speed
    }
    m_speed = cut;
    emit speedChanged(m_speed);
}

void StageClock::tick()
{
    if (!isTicking()) {
        return;
    }
    const qint64 now = m_source();
    const qreal passed = qBound(0.0, qreal(now - m_lastNow) / nanosecondsPerMillisecond, longestStep);
    m_lastNow = now;
    const qreal before = m_time;
    m_time = qBound(before, before + passed * m_speed, qMax(before, target()));
    if (m_time != before) {
        emit timeChanged(m_time);
    }
    // A listener may have moved the clock.
    if (m_playing && m_time >= target()) {
        arrive();
    }
}

qreal StageClock::target() const
{
    return m_until >= 0 ? qMin(m_until, m_duration) : m_duration;
}

void StageClock::arrive()
{
    const bool atStep = m_until >= 0;
    m_until = -1;
    if (atStep || !m_openEnded) {
        setPlaying(false);
    }
    updateTimer();
}

void StageClock::setPlaying(bool playing)
{
    const bool changed = m_playing != playing;
    m_playing = playing;
    updateTimer();
    if (changed) {
        emit playingChanged(m_playing);
    }
}

void StageClock::updateTimer()
{
    const bool moves = m_playing && m_time < target();
    if (moves && !m_timer.isActive()) {
        m_lastNow = m_source();
        m_timer.start();
    } else if (!moves && m_timer.isActive()) {
        m_timer.stop();
    }
}

} // namespace Detour
