// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/stageclock.h"

#include <QElapsedTimer>

#include <memory>

namespace Detour {

namespace {

constexpr int tickInterval = 16; // ms
/// A tick that comes later than this (the window was dragged, the machine slept) does not make the story jump.
constexpr qreal longestStep = 250; // ms

StageClock::Now monotonicClock()
{
    auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    return [timer] { return qreal(timer->nsecsElapsed()) / 1e6; };
}

} // namespace

StageClock::StageClock(QObject *parent)
    : StageClock(monotonicClock(), parent)
{}

StageClock::StageClock(Now now, QObject *parent)
    : QObject(parent)
    , m_now(std::move(now))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(tickInterval);
    connect(&m_timer, &QTimer::timeout, this, &StageClock::tick);
}

void StageClock::setDuration(qreal milliseconds, bool open)
{
    m_duration = qMax(0.0, milliseconds);
    m_open = open;
    if (m_time > m_duration)
        setTime(m_duration);
    if (m_playing)
        tick();
}

void StageClock::setSpeed(qreal factor)
{
    const qreal speed = qBound(0.25, factor, 4.0);
    if (qFuzzyCompare(speed, m_speed))
        return;
    m_speed = speed;
    emit speedChanged(speed);
}

void StageClock::play()
{
    m_until = -1;
    if (m_time >= m_duration && !m_open)
        setTime(0);
    setPlaying(true);
}

void StageClock::playTo(qreal milliseconds)
{
    m_until = qBound(0.0, milliseconds, m_duration);
    setPlaying(m_until > m_time);
}

void StageClock::pause()
{
    setPlaying(false);
}

void StageClock::setPlaying(bool playing)
{
    if (playing) {
        m_lastTick = m_now();
        m_timer.start();
    } else {
        m_timer.stop();
        m_until = -1;
    }
    if (m_playing == playing)
        return;
    m_playing = playing;
    emit playingChanged(playing);
}

void StageClock::setTime(qreal milliseconds)
{
    m_time = qBound(0.0, milliseconds, m_duration);
    m_lastTick = m_now();
    emit timeChanged(m_time);
}

void StageClock::tick()
{
    if (!m_playing)
        return;
    const qreal now = m_now();
    const qreal passed = qBound(0.0, now - m_lastTick, longestStep) * m_speed;
    m_lastTick = now;
    const qreal goal = m_until >= 0 ? qMin(m_until, m_duration) : m_duration;
    const qreal before = m_time;
    m_time = qMin(goal, m_time + passed);
    if (!qFuzzyCompare(before + 1, m_time + 1))
        emit timeChanged(m_time);
    if (m_time >= goal && (m_until >= 0 || !m_open))
        setPlaying(false);
}

} // namespace Detour
