// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientmemorywords.h"
#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace Detour {

class ElidedLabel;

/// One remembered thing: its sign, what it is about, what it does, how old it is, and a button that forgets it.
class MemoryCardView final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemoryCardView)

public:
    MemoryCardView(const MemoryCard &card, const Theme &theme, QWidget *parent = nullptr);

    /// The same thing, a moment later or after a change.
    void setCard(const MemoryCard &card);
    [[nodiscard]] int id() const { return m_card.id; }
    void setTheme(const Theme &theme);
    void focusForget();

signals:
    void forgetChosen(int id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MemoryCard m_card;
    Theme m_theme;
    ElidedLabel *m_title = nullptr;
    QLabel *m_effect = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_source = nullptr;
    QPushButton *m_forget = nullptr;
};

} // namespace Detour
