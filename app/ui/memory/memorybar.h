// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/memorykeeper.h"
#include "ui/theme.h"

#include <QPointer>
#include <QWidget>

class QFrame;

namespace Detour {

class ValueButton;

/// One quiet line while the client remembers: how much it holds and what time it takes it to be. It opens the cards.
class MemoryBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemoryBar)

public:
    /// `keeper` must outlive the bar.
    explicit MemoryBar(MemoryKeeper &keeper, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Opens the cards below the bar; a click elsewhere or Escape closes them.
    void openCards();

private:
    void refresh();

    MemoryKeeper &m_keeper;
    Theme m_theme = Theme::light();
    ValueButton *m_open = nullptr;
    QPointer<QFrame> m_popup;
};

} // namespace Detour
