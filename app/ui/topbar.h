// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/settings.h"
#include "ui/theme.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QButtonGroup;
class QMenu;
class QToolButton;

namespace Detour {

class SearchButton;

/// Which half of a window that is too narrow for both is shown.
enum class Pane {
    Page,
    Playground,
};

/// The bar over everything: the name, back and forward, and how the window looks.
class TopBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setThemeMode(ThemeMode mode);
    void setHistory(bool canGoBack, bool canGoForward);
    /// Shows the switch between the panes, or hides it where both fit.
    void setPaneSwitch(bool visible);
    void setPane(Pane pane);
    /// What there is to do besides pages and requests; filled by the window.
    [[nodiscard]] QMenu *menu() const;

signals:
    void homeRequested();
    void backRequested();
    void forwardRequested();
    void searchRequested();
    void themeModeChosen(Detour::ThemeMode mode);
    void paneChosen(Detour::Pane pane);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &tip);
    void buildThemeMenu();
    void buildPaneSwitch();
    void chooseRoom();

    QToolButton *m_home = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    SearchButton *m_search = nullptr;
    QWidget *m_switch = nullptr;
    QButtonGroup *m_panes = nullptr;
    QToolButton *m_theme = nullptr;
    QToolButton *m_menu = nullptr;
    QActionGroup *m_modes = nullptr;
};

} // namespace Detour
