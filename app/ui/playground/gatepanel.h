// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace Detour {

/// Says what would be sent next and why, and asks for a word: send it, change it, stop here. Plain words and buttons.
class GatePanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GatePanel)

public:
    explicit GatePanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    struct Words
    {
        QString next;      ///< "Next: GET /thanks, without a body."
        QString why;       ///< the reason, one sentence
        QString reference; ///< its clause; may be empty
    };
    /// Shows the question and tells assistive technology.
    void ask(const Words &words);
    /// What a person changed so far, a sentence each; empty: nothing.
    void setChanges(const QStringList &sentences);
    void focusSend();
    /// Everything that is said, in reading order.
    [[nodiscard]] QString spokenText() const;

signals:
    void sendChosen();
    void changeChosen();
    void undoChosen();
    void stopChosen();
    void goOnChosen();

private:
    void buildButtons();
    void describe();

    QLabel *m_next = nullptr;
    QLabel *m_why = nullptr;
    QLabel *m_changes = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_goOn = nullptr;
    bool m_isChanged = false;
};

} // namespace Detour
