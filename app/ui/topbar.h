// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/settings.h"
#include "ui/theme.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QButtonGroup;
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

    QToolButton *m_home = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    SearchButton *m_search = nullptr;
    QWidget *m_switch = nullptr;
    QButtonGroup *m_panes = nullptr;
    QToolButton *m_theme = nullptr;
    QActionGroup *m_modes = nullptr;
};

} // namespace Detour
