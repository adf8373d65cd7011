// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/requestdraft.h"
#include "session/session.h"
#include "ui/settings.h"
#include "ui/topbar.h"

#include <QWidget>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace Detour {

class AboutDialog;
class CheatSheet;
class CommandPalette;
class CompareView;
class FocusRing;
class LabView;
class LearnerProgress;
class LessonPane;
class LibraryView;
class Notice;
class PagePane;
class PageView;
class Playground;
class QuizView;
class Presenter;
class ScenarioPane;
class SearchPanel;
class SettingsDialog;
class Sidebar;
class StoryPane;
struct CurlExport;
struct Lesson;
struct Scenario;
class ThemeController;
class WelcomeBand;
class WelcomeTour;
class WindowActions;

/// Arranges sidebar, page and playground for the room there is, and joins what they ask of each other. Holds no rules.
class MainWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// All must outlive the window. Without a `progress` it keeps one of its own, in memory.
    MainWindow(Session &session, ThemeController &theme, Settings &settings, LearnerProgress *progress = nullptr);
    ~MainWindow() override;

    /// Opens a page and puts its first example on the stage, unsent. Without a slug: where one was, or the welcome.
    void start(const QString &slug = {});
    void openPage(const QString &slug, const QString &anchor = {});
    /// Goes where a hit of the search leads (SearchEntry::target).
    void openTarget(const QString &target);
    void openSearch();
    void openPalette();
    void openSettings();
    void openKeys();
    void openAbout();
    /// The first minute, with the welcome's example at the client.
    void showWelcome();
    /// A trace that ran before, on the stage; nothing is sent. `file` is remembered among the recent ones.
    void showTrace(const RedirectChain &chain, const QString &file);
    /// Reads it and shows it, or says why not.
    void openTraceFile(const QString &file);
    /// The same with a lesson: opens it.
    void openLessonFile(const QString &file);
    /// A trace or a lesson, whichever stands in the file.
    void openFile(const QString &file);
    /// In the page's place, where it was left. `file`: where it stands, if it is no part of the content.
    void openLesson(const Lesson &lesson, const QString &file = {});
    /// The lesson that is open fills the screen, where it is; without one, the trace does.
    void present();
    /// The lesson that is open, from where it stands.
    void presentLesson();
    void openScenario(const Scenario &scenario);
    /// By its id in the content; says so where there is none.
    void openLessonCalled(const QString &id);
    void openScenarioCalled(const QString &id);
    /// Back to the page, if a lesson or a scenario is open.
    void closeStory();
    /// Writes the trace that is on the stage, or says why not.
    void saveTraceFile(const QString &file);
    /// One sentence at the lower edge.
    void tell(const QString &sentence);

    [[nodiscard]] Sidebar &sidebar() const { return *m_sidebar; }
    [[nodiscard]] PageView &pageView() const { return *m_page; }
    [[nodiscard]] PagePane &pagePane() const { return *m_pagePane; }
    [[nodiscard]] SearchPanel &searchPanel() const { return *m_search; }
    [[nodiscard]] WindowActions &windowActions() const { return *m_actions; }
    /// These are made when they are first asked for.
    [[nodiscard]] CommandPalette &palettePanel();
    [[nodiscard]] SettingsDialog &settingsDialog();
    [[nodiscard]] CheatSheet &cheatSheet();
    [[nodiscard]] AboutDialog &aboutDialog();
    [[nodiscard]] Notice &notice();
    [[nodiscard]] Playground &playground() const { return *m_playground; }
    [[nodiscard]] WelcomeTour &welcomeTour();
    /// What the learner has done; lessons, quiz and welcome share it.
    [[nodiscard]] LearnerProgress &progress() const { return m_progress; }
    /// Made when it is first asked for: the first window opens without it.
    [[nodiscard]] CompareView &compareView();
    [[nodiscard]] LabView &labView();             ///< likewise
    [[nodiscard]] QuizView &quizView();           ///< likewise
    [[nodiscard]] Presenter &presenter();         ///< likewise; what F5 opens
    [[nodiscard]] LessonPane &lessonPane();       ///< likewise
    [[nodiscard]] ScenarioPane &scenarioPane();   ///< likewise
    [[nodiscard]] LibraryView &lessonLibrary();   ///< likewise
    [[nodiscard]] LibraryView &scenarioLibrary(); ///< likewise
    /// A view in the place of page and playground, by its id in the sidebar.
    void showView(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

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
    void addPageActions();
    void addWindowActions();
    void addLookActions();
    void addTraceActions();
    void askAndOpenFile();
    void askAndSaveTrace();
    void copyHopAsCurl();
    void copyChainAsCurl();
    void copyCurl(const CurlExport &curl);
    void copyText(const QString &text, const QString &told);
    void fillRecent(QMenu &menu);
    void addReasons();
    void fillMenu();
    void setThemeMode(ThemeMode mode);
    /// As at the first start; the settings are forgotten already.
    void forgetAll();
    void openExample(const QString &path);
    void applyTheme();
    void arrange(Arrangement arrangement);
    void arrangeForRoom();
    void rememberSizes();
    /// Page or playground, where there is room for one only; a view gives way to them.
    void showPane(Pane pane);
    void arrangePanes();
    /// It takes the place of page and playground where it is shown.
    void addView(QWidget &view);
    void leaveView();
    void joinStory(StoryPane &pane);
    void showStory(StoryPane &pane, const QString &view);
    void leaveStory();
    /// The one that is open in the page's place; null: the page is.
    [[nodiscard]] StoryPane *story() const;
    [[nodiscard]] LibraryView *makeLibrary(const QString &name, const QString &title, const QString &note);
    void fillLessons();
    void fillScenarios();
    void saveMarkdown(const QString &suggestedName, const QString &markdown);
    [[nodiscard]] bool isComparing() const;
    void nameWindow();
    void pageWasOpened(const QString &slug);
    [[nodiscard]] const Example *exampleFor(const QString &slug) const;
    void openDraft(const RequestDraft &draft);
    void runExample(const QString &slug, const QString &exampleId);
    void labWasStarted();
    /// With larger text there is less room.
    [[nodiscard]] static Arrangement arrangementFor(int width);

    Session &m_session;
    ThemeController &m_theme;
    Settings &m_settings;
    LearnerProgress &m_progress;
    std::optional<Arrangement> m_arrangement;
    qreal m_arrangedScale = 1; ///< of the text, when the panes were arranged
    Pane m_pane = Pane::Page;
    TopBar *m_bar = nullptr;
    QSplitter *m_splitter = nullptr;
    Sidebar *m_sidebar = nullptr;
    PagePane *m_pagePane = nullptr;
    PageView *m_page = nullptr; ///< in the pane
    Playground *m_playground = nullptr;
    CompareView *m_compare = nullptr;         ///< null until it is needed
    LabView *m_lab = nullptr;                 ///< likewise
    QuizView *m_quiz = nullptr;               ///< likewise
    Presenter *m_presenter = nullptr;         ///< likewise
    QString m_view;                           ///< empty: page and playground
    bool m_readsOn = false;                   ///< the page that opens explains what is on the stage
    QStackedWidget *m_reading = nullptr;      ///< the page, a lesson or a scenario
    LessonPane *m_lesson = nullptr;           ///< null until it is needed
    ScenarioPane *m_scenario = nullptr;       ///< likewise
    LibraryView *m_lessonLibrary = nullptr;   ///< likewise
    LibraryView *m_scenarioLibrary = nullptr; ///< likewise
    SearchPanel *m_search = nullptr;
    CommandPalette *m_palette = nullptr;
    SettingsDialog *m_settingsDialog = nullptr;
    CheatSheet *m_keys = nullptr;
    AboutDialog *m_about = nullptr;
    Notice *m_notice = nullptr;
    WelcomeBand *m_welcomeBand = nullptr;
    WelcomeTour *m_welcomeTour = nullptr;
    WindowActions *m_actions = nullptr;
    FocusRing *m_ring = nullptr;
};

} // namespace Detour
