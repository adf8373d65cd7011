// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace Detour {

class StepMarks;

/// The welcome's words: which of three steps it is, what to do, and what can be chosen. It stands above the stage and
/// covers nothing.
class WelcomeBand final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomeBand)

public:
    static constexpr int steps = 3;

    explicit WelcomeBand(QWidget *parent = nullptr);
    ~WelcomeBand() override;

    void setTheme(const Theme &theme);
    struct Choice
    {
        QString id; ///< of its own; the button's object name
        QString words;
    };
    struct Words
    {
        int step = 1; ///< 1 …; steps + 1: all are done
        QString title;
        QString text;
        QList<Choice> choices; ///< the first is the primary one
    };
    /// Shows them and tells assistive technology.
    void tell(const Words &words);
    /// The first choice; false: there is none.
    bool focusChoice();
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString spokenText() const;

signals:
    void chosen(const QString &id);
    void skipped();

private:
    StepMarks *m_marks = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QHBoxLayout *m_choices = nullptr;
    QList<QPushButton *> m_buttons;
    QPushButton *m_skip = nullptr;
};

} // namespace Detour
