// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/session.h"
#include "ui/playground/requestdraft.h"
#include "ui/settings.h"
#include "ui/topbar.h"

#include <QWidget>

class QSplitter;

namespace Detour {

class CompareView;
class FocusRing;
class PageView;
class Playground;
class Sidebar;
class ThemeController;

/// Arranges sidebar, page and playground for the room there is, and joins what they ask of each other. Holds no rules.
class MainWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// All three must outlive the window.
    MainWindow(Session &session, ThemeController &theme, Settings &settings);
    ~MainWindow() override;

    /// Opens a page and puts its first example on the stage, unsent. Without a slug: where one was, or the welcome.
    void start(const QString &slug = {});
    void openPage(const QString &slug, const QString &anchor = {});

    [[nodiscard]] Sidebar &sidebar() const { return *m_sidebar; }
    [[nodiscard]] PageView &pageView() const { return *m_page; }
    [[nodiscard]] Playground &playground() const { return *m_playground; }
    /// Made when it is first asked for: the first window opens without it.
    [[nodiscard]] CompareView &compareView();
    /// A view in the place of page and playground, by its id in the sidebar; empty: back to these.
    void showView(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// By the window's width in logical pixels.
    enum class Arrangement {
        Wide,   ///< from 1280: sidebar, page, playground
        Rail,   ///< from 1000: a rail of signs, page, playground
        Single, ///< a rail and one of the two
    };

    void build();
    void joinParts();
    void addShortcuts();
    void applyTheme();
    void arrange(Arrangement arrangement);
    void rememberSizes();
    void showPane(Pane pane);
    void pageWasOpened(const QString &slug);
    void openDraft(const RequestDraft &draft);
    void runExample(const QString &slug, const QString &exampleId);
    void labWasStarted();
    [[nodiscard]] static Arrangement arrangementFor(int width);

    Session &m_session;
    ThemeController &m_theme;
    Settings &m_settings;
    std::optional<Arrangement> m_arrangement;
    Pane m_pane = Pane::Page;
    TopBar *m_bar = nullptr;
    QSplitter *m_splitter = nullptr;
    Sidebar *m_sidebar = nullptr;
    PageView *m_page = nullptr;
    Playground *m_playground = nullptr;
    CompareView *m_compare = nullptr; ///< null until it is needed
    QString m_view; ///< empty: page and playground
    FocusRing *m_ring = nullptr;
};

} // namespace Detour
