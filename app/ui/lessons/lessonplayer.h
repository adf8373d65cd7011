// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/lessonfile.h"
#include "session/exercisegoal.h"

#include <QObject>

namespace Detour {

class LearnerProgress;

/// Where in a lesson somebody is. Its places are the aim, the steps, what to remember, the exercise if there is one,
/// and the end. Holds no widget and sends nothing; remembers each place, so that the lesson goes on there.
class LessonPlayer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LessonPlayer)

public:
    enum class Part {
        Aim,
        Step,
        Remember,
        Exercise,
        Done,
    };

    /// `progress` must outlive the player.
    explicit LessonPlayer(LearnerProgress &progress, QObject *parent = nullptr);

    /// Goes on where this lesson was left; one that was done begins anew.
    void open(const Lesson &lesson);
    void close();
    [[nodiscard]] bool isOpen() const { return m_lesson.has_value(); }
    /// The rest needs a lesson that is open.
    [[nodiscard]] const Lesson &lesson() const { return *m_lesson; }

    [[nodiscard]] int place() const { return m_place; }
    [[nodiscard]] int count() const; ///< of places
    [[nodiscard]] Part part() const { return partAt(m_place); }
    [[nodiscard]] Part partAt(int place) const;
    [[nodiscard]] const LessonStep *step() const; ///< null unless the part is a step
    void next();
    void back();
    void goTo(int place); ///< cut to what there is

    /// What may be used of the request bar here.
    [[nodiscard]] RequestControls controls() const;
    /// A step that plays tells what it showed once it was seen.
    [[nodiscard]] bool isRevealed() const { return m_isRevealed; }
    void reveal();
    /// How far the exercise is; not met and without a word before something was sent.
    [[nodiscard]] const GoalState &goal() const { return m_goal; }
    void grade(const RedirectChain &chain);

signals:
    void stepChanged(); ///< another place, lesson or none
    void changed();     ///< the same place: revealed, or graded

private:
    LearnerProgress &m_progress;
    std::optional<Lesson> m_lesson;
    int m_place = 0;
    bool m_isRevealed = false;
    GoalState m_goal;
};

} // namespace Detour
