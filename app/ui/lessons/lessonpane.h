// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/lessonfile.h"
#include "ui/lessons/storypane.h"

namespace Detour {

class LearnerProgress;
class LessonPlayer;
class Playground;
class ProgressDots;
class RunWatch;
class Session;

/// A lesson beside the playground: says a step's text, asks, plays it there, and grades the exercise by what the lab
/// received.
class LessonPane final : public StoryPane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LessonPane)

public:
    /// All must outlive the pane.
    LessonPane(Session &session, Playground &playground, LearnerProgress &progress, QWidget *parent = nullptr);

    /// Goes on where it was left.
    void open(const Lesson &lesson);
    /// Gives the playground back. The lesson's place is remembered.
    void leave();
    [[nodiscard]] LessonPlayer &player() const { return *m_player; }
    /// Sends this step's exchange; one that predicts asks first.
    void play();
    /// Shows the button that asks to fill the screen with the lesson.
    void setPresents(bool presents);

    void setTheme(const Theme &theme) override;

signals:
    void presentRequested();
    /// This Markdown is to be saved.
    void saveRequested(const QString &suggestedName, const QString &markdown);

private:
    void build();
    void buildMenu();
    void enter();
    void refresh();
    void refreshButtons();
    void refreshGoal();
    [[nodiscard]] QString markdown() const;
    [[nodiscard]] QString stepMarkdown(const LessonStep &step) const;
    [[nodiscard]] QString exerciseMarkdown(const Exercise &exercise) const;
    void putExercise();
    void takeSeen();

    Session &m_session;
    Playground &m_playground;
    LessonPlayer *m_player = nullptr;
    RunWatch *m_watch = nullptr;
    ProgressDots *m_dots = nullptr;
    QLabel *m_goal = nullptr;
    QLabel *m_hint = nullptr; ///< that the text goes on once it was seen
    QPushButton *m_back = nullptr;
    QPushButton *m_play = nullptr; ///< also: puts the exercise back
    QPushButton *m_next = nullptr;
    QToolButton *m_present = nullptr;
    QToolButton *m_more = nullptr;
    bool m_predictedBefore = false; ///< how the playground was before the lesson
};

} // namespace Detour
