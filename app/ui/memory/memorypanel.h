// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/memorykeeper.h"
#include "ui/memory/memorycardview.h"

#include <QTimer>

class QScrollArea;
class QVBoxLayout;

namespace Detour {

/// What the client remembers, a card each, with a clock that can be moved. Lives with its keeper: cards come, change
/// and go as traces run and as time passes.
class MemoryPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemoryPanel)

public:
    /// `keeper` must outlive the panel.
    MemoryPanel(MemoryKeeper &keeper, const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// To the first card's button, or the first of the clock.
    void focusFirst();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildClock();
    void buildCards();
    void refresh();
    [[nodiscard]] QList<MemoryCardView *> views() const;
    void forget(int id);

    MemoryKeeper &m_keeper;
    Theme m_theme;
    QTimer m_second; ///< ages grow while they are looked at
    QLabel *m_heading = nullptr;
    QLabel *m_clock = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_now = nullptr;
    QPushButton *m_forgetAll = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_column = nullptr; ///< of the cards
};

} // namespace Detour
