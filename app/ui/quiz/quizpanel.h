// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/quiz/quizcontroller.h"
#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Detour {

class FocusLabel;
class QuizCard;

/// One question, its options, and after the answer what is right and why.
class QuizPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuizPanel)

public:
    /// The controller must outlive the panel.
    explicit QuizPanel(const QuizController &controller, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Shows the controller's state; the focus goes to the question, or on to the next.
    void refresh();
    [[nodiscard]] const QList<QuizCard *> &cards() const { return m_cards; }
    void focusQuestion();
    [[nodiscard]] QWidget &nextButton() const;
    [[nodiscard]] bool isNextFocused() const;

signals:
    void chosen(int option); ///< 0-based
    void nextRequested();
    void linkRequested(const QString &link);

private:
    void dress();
    void arrange();
    void makeCards();
    void showQuestion();
    void showWire();
    void showResult();
    void markCards();
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] bool hasFocusInside() const;

    const QuizController &m_controller;
    Theme m_theme = Theme::light();
    QLabel *m_caption = nullptr;
    FocusLabel *m_question = nullptr;
    QFrame *m_wire = nullptr; ///< of a generated question
    QLabel *m_request = nullptr;
    QLabel *m_response = nullptr;
    QVBoxLayout *m_options = nullptr;
    QList<QuizCard *> m_cards;
    QLabel *m_hint = nullptr; ///< which keys answer
    QFrame *m_result = nullptr;
    QLabel *m_verdict = nullptr;
    QLabel *m_why = nullptr;
    QPushButton *m_clause = nullptr;
    QLabel *m_idea = nullptr;
    QPushButton *m_ideaClause = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace Detour
