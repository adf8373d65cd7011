// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lessons/lessonplayer.h"

#include "session/learnerprogress.h"

namespace Detour {

LessonPlayer::LessonPlayer(LearnerProgress &progress, QObject *parent)
    : QObject(parent)
    , m_progress(progress)
{}

void LessonPlayer::open(const Lesson &lesson)
{
    m_lesson = lesson;
    const int left = m_progress.lessonStep(lesson.id);
    goTo(left < count() - 1 ? left : 0);
}

void LessonPlayer::close()
{
    if (!m_lesson)
        return;
    m_lesson.reset();
    m_place = 0;
    emit stepChanged();
}

int LessonPlayer::count() const
{
    return int(m_lesson->steps.size()) + (m_lesson->exercise ? 4 : 3);
}

LessonPlayer::Part LessonPlayer::partAt(int place) const
{
    const int steps = int(m_lesson->steps.size());
    if (place <= 0)
        return Part::Aim;
    if (place <= steps)
        return Part::Step;
    if (place == steps + 1)
        return Part::Remember;
    return place == steps + 2 && m_lesson->exercise ? Part::Exercise : Part::Done;
}

const LessonStep *LessonPlayer::step() const
{
    return part() == Part::Step ? &m_lesson->steps.at(m_place - 1) : nullptr;
}

void LessonPlayer::next()
{
    goTo(m_place + 1);
}

void LessonPlayer::back()
{
    goTo(m_place - 1);
}

void LessonPlayer::goTo(int place)
{
    m_place = qBound(0, place, count() - 1);
    m_isRevealed = false;
    m_goal = {};
    m_progress.setLessonStep(m_lesson->id, m_place);
    if (part() == Part::Done)
        m_progress.setLessonDone(m_lesson->id);
    emit stepChanged();
}

RequestControls LessonPlayer::controls() const
{
    return part() == Part::Exercise ? m_lesson->exercise->controls : m_lesson->controls;
}

void LessonPlayer::reveal()
{
    if (!step() || m_isRevealed)
        return;
    m_isRevealed = true;
    emit changed();
}

void LessonPlayer::grade(const RedirectChain &chain)
{
    if (part() != Part::Exercise)
        return;
    m_goal = goalState(m_lesson->exercise->goal, chain);
    emit changed();
}

} // namespace Detour
