// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/misconceptions.h"
#include "document/quizcatalog.h"
#include "session/learnerprogress.h"
#include "ui/theme.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace Detour {

/// A topic as the window names it: "Methods".
[[nodiscard]] QString quizTopicName(const QString &topic);
/// "First steps", "At work", "Deep".
[[nodiscard]] QString quizLevelName(int level);

/// How many questions of each topic are known, what is missed most, and the way to forget all of it.
class QuizScore final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuizScore)

public:
    /// All must outlive it.
    QuizScore(const QuizCatalog &quiz, const Misconceptions &ideas, LearnerProgress &progress,
              QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void refresh();
    /// "12 of 64 known"
    [[nodiscard]] QString summary() const;

signals:
    void forgotten();

private:
    class Bar;
    struct Row
    {
        QString topic;
        Bar *bar = nullptr;
        QLabel *count = nullptr;
    };

    void addRows(QGridLayout &grid);
    [[nodiscard]] QWidget *makeQuestion();
    void askToForget(bool asks);
    [[nodiscard]] qsizetype knownOf(const QList<QuizItem> &items) const;

    const QuizCatalog &m_quiz;
    const Misconceptions &m_ideas;
    LearnerProgress &m_progress;
    QList<Row> m_rows;
    QLabel *m_missed = nullptr;
    QPushButton *m_forget = nullptr;
    QPushButton *m_keep = nullptr;
    QWidget *m_question = nullptr;
};

} // namespace Detour
