// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Detour {

class PageFinder;

/// Where one types what is looked for in the page; says which of how many places is shown.
class FindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    /// `finder` must outlive the bar.
    explicit FindBar(PageFinder &finder, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Shows the bar, with `text` in it unless that is empty, ready to be typed over.
    void open(const QString &text);
    /// The next place, or the one before; opens the bar where nothing is looked for yet.
    void step(int by);

signals:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &tip);
    void close();
    void showCount();

    PageFinder &m_finder;
    QLineEdit *m_edit = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace Detour
