// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/learnerprogress.h"
#include "session/session.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace Detour {

class QuizController;
class QuizPanel;
class QuizScore;
class ThemeController;
class ValueButton;

/// The quiz: a topic and a level, one question at a time, and what is known by now. Keys alone will do: 1 to 5 answer,
/// Space and Enter go on.
class QuizView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuizView)

public:
    /// All must outlive the view.
    QuizView(Session &session, ThemeController &theme, LearnerProgress &progress, QWidget *parent = nullptr);
    ~QuizView() override;

    /// The first question, when the view is first seen.
    void begin();
    void focusQuestion();
    void cancel();
    [[nodiscard]] QuizController &controller() const { return *m_controller; }
    [[nodiscard]] QuizPanel &panel() const { return *m_panel; }

signals:
    void pageRequested(const QString &slug, const QString &anchor);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void dress();
    void arrange();
    void connectParts();
    void applyTheme();
    void fillTopics();
    void fillLevels();
    void refresh();
    void follow(const QString &link);
    [[nodiscard]] bool steer(const QKeyEvent &event);

    ThemeController &m_theme;
    const QuizCatalog &m_quiz;
    QuizController *m_controller = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_summary = nullptr;
    ValueButton *m_topic = nullptr;
    ValueButton *m_level = nullptr;
    QuizPanel *m_panel = nullptr;
    QScrollArea *m_scroll = nullptr;
    QuizScore *m_score = nullptr;
};

} // namespace Detour
