// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTabBar>
#include <QWidget>

class QMenu;
class QToolButton;

namespace Detour {

struct Theme;

/// Tabs that never get clipped: those that find no room are folded into a menu at their end. Arrow keys walk all of
/// them, folded ones too; the current one is always to be seen.
class TabRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TabRow)

public:
    explicit TabRow(const QStringList &names, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// A tab that has nothing to say is not offered; if it was the current one, the first one is.
    void setOffered(int tab, bool offered);
    [[nodiscard]] bool isOffered(int tab) const { return m_isOffered.at(tab); }
    [[nodiscard]] bool isFolded(int tab) const;
    void setText(int tab, const QString &text);
    void setCurrent(int tab);
    [[nodiscard]] int current() const { return m_bar->currentIndex(); }
    [[nodiscard]] QTabBar *bar() const { return m_bar; }
    [[nodiscard]] QToolButton *moreButton() const { return m_more; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void currentChanged(int tab);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fold();
    void fillMenu();
    [[nodiscard]] int widthOf(int tab) const;
    [[nodiscard]] QList<int> fitting() const;
    void step(int by);

    QTabBar *m_bar = nullptr;
    QToolButton *m_more = nullptr;
    QMenu *m_menu = nullptr;
    QList<bool> m_isOffered;
};

} // namespace Detour
