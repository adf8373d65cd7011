// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/mainwindow.h"

#include "document/searchentries.h"
#include "session/learnerprogress.h"
#include "ui/compare/compareview.h"
#include "ui/help/commandpalette.h"
#include "ui/help/keytable.h"
#include "ui/lab/labview.h"
#include "ui/lessons/lessonpane.h"
#include "ui/lessons/libraryview.h"
#include "ui/lessons/scenariopane.h"
#include "ui/pages/labstatus.h"
#include "ui/pages/pagepane.h"
#include "ui/pages/pageview.h"
#include "ui/pages/sidebar.h"
#include "ui/playground/playground.h"
#include "ui/quiz/quizview.h"
#include "ui/search/searchpanel.h"
#include "ui/themecontroller.h"
#include "ui/welcome/welcometour.h"
#include "ui/widgets/focusring.h"
#include "ui/windowactions.h"

#include <QAbstractButton>
#include <QCloseEvent>
#include <QListView>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QSize firstSize(1440, 900);
constexpr QLatin1StringView welcome{"welcome"};
constexpr QLatin1StringView compareId{"compare"};
constexpr QLatin1StringView labId{"lab"};
constexpr QLatin1StringView quizId{"quiz"};
constexpr QLatin1StringView lessonsId{"lessons"};
constexpr QLatin1StringView scenariosId{"scenarios"};

} // namespace

MainWindow::MainWindow(Session &session, ThemeController &theme, Settings &settings, LearnerProgress *progress)
    : m_session(session)
    , m_theme(theme)
    , m_settings(settings)
    , m_progress(progress ? *progress : *new LearnerProgress({}, this))
    , m_bar(new TopBar(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_sidebar(new Sidebar)
    , m_pagePane(new PagePane(session.pages()))
    , m_page(&m_pagePane->view())
    , m_playground(new Playground(session, theme))
    , m_search(new SearchPanel(this))
    , m_actions(new WindowActions(this))
    , m_ring(new FocusRing(this))
{
    m_playground->setSettings(settings);
    build();
    joinParts();
    addShortcuts();
    applyTheme();
    if (!restoreGeometry(m_settings.windowGeometry()))
        resize(firstSize);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(640, 480);
    setAcceptDrops(true);
    m_splitter->addWidget(m_sidebar);
    m_reading = new QStackedWidget;
    m_reading->addWidget(m_pagePane);
    m_splitter->addWidget(m_reading);
    m_splitter->addWidget(m_playground);
    m_splitter->setHandleWidth(1); // QSplitter widens the place to grab to five pixels by itself
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setStretchFactor(2, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);
    m_page->setZoom(m_settings.pageZoom());
    m_sidebar->setGuides(guideEntries(m_session.pages()));
    m_sidebar->addLearnView({u"lessons"_s, tr("Lessons"), Icon::Lesson});
    m_sidebar->addLearnView({u"scenarios"_s, tr("Scenarios"), Icon::Scenario});
    m_sidebar->addLearnView({quizId, tr("Quiz"), Icon::Quiz});
    m_sidebar->addView({compareId, tr("Compare clients"), Icon::Bars});
    m_sidebar->addView({labId, tr("Addresses and log"), Icon::Lab});
    m_page->setServer(m_settings.server());
}

void MainWindow::joinParts()
{
    connect(m_bar, &TopBar::homeRequested, this, [this] { openPage(welcome); });
    connect(m_bar, &TopBar::backRequested, m_page, &PageView::goBack);
    connect(m_bar, &TopBar::forwardRequested, m_page, &PageView::goForward);
    connect(m_bar, &TopBar::searchRequested, this, &MainWindow::openSearch);
    connect(m_search, &SearchPanel::chosen, this, &MainWindow::openTarget);
    connect(m_bar, &TopBar::paneChosen, this, &MainWindow::showPane);
    connect(m_bar, &TopBar::themeModeChosen, this, &MainWindow::setThemeMode);
    connect(m_actions, &WindowActions::refused, this, [this](const QString &, const QString &why) { tell(why); });
    connect(m_sidebar, &Sidebar::pageRequested, this, [this](const QString &slug) { openPage(slug); });
    connect(m_sidebar, &Sidebar::viewRequested, this, &MainWindow::showView);
    connect(m_page, &PageView::pageOpened, this, &MainWindow::pageWasOpened);
    connect(m_page, &PageView::runRequested, this, &MainWindow::runExample);
    connect(m_page, &PageView::zoomChanged, this, [this](qreal zoom) { m_settings.setPageZoom(zoom); });
    connect(m_page, &PageView::serverChosen, this, [this](const QString &id) { m_settings.setServer(id); });
    connect(m_playground, &Playground::pageRequested, this, [this](const QString &slug, const QString &anchor) {
        const QScopedValueRollback readsOn(m_readsOn, true);
        openPage(slug, anchor);
    });
    connect(m_playground, &Playground::compareRequested, this, [this](const RequestDraft &draft) {
        showView(compareId);
        compareView().compare(draft);
    });
    connect(&m_theme, &ThemeController::changed, this, &MainWindow::applyTheme);
    connect(m_sidebar->labStatus(), &LabStatus::clicked, this, [this] { showView(labId); });
    connect(&m_session, &Session::labStarted, this, &MainWindow::labWasStarted);
    connect(&m_session, &Session::labStopped, this, [this] { m_sidebar->labStatus()->setAddress({}); });
    if (m_session.labIsRunning())
        labWasStarted();
}

void MainWindow::addShortcuts()
{
    const QList<QKeySequence> keys = keysOf(u"codes"_s);
    qsizetype place = 0;
    for (const StatusCode code : referenceStatusCodes()) {
        connect(new QShortcut(keys.value(place++), this), &QShortcut::activated, this,
                [this, code] { openPage(QString::number(code)); });
    }
    addPageActions();
    addWindowActions();
    addTraceActions();
    addLookActions();
    addReasons();
    fillMenu();
}

void MainWindow::start(const QString &slug)
{
    QString first = slug.isEmpty() ? m_settings.lastPage() : slug;
    if (first.isEmpty() || !m_session.pages().page(first))
        first = welcome;
    openPage(first);
    if (const Example *example = exampleFor(first))
        m_playground->loadExample(first, *example);
}

/// The first that runs on the page; where none does, the welcome's.
const Example *MainWindow::exampleFor(const QString &slug) const
{
    for (const QString &candidate : {slug, QString(welcome)}) {
        const auto page = m_session.pages().page(candidate);
        if (const Example *example = page ? (*page)->firstRunnable() : nullptr)
            return example;
    }
    return nullptr;
}

void MainWindow::addView(QWidget &view)
{
    view.hide(); // or the splitter would show it
    m_splitter->addWidget(&view);
    m_splitter->setStretchFactor(m_splitter->indexOf(&view), 1);
}

CompareView &MainWindow::compareView()
{
    if (!m_compare) {
        m_compare = new CompareView(m_session, m_theme, this);
        addView(*m_compare);
        connect(m_compare, &CompareView::openRequested, this, &MainWindow::openDraft);
    }
    return *m_compare;
}

LabView &MainWindow::labView()
{
    if (!m_lab) {
        m_lab = new LabView(m_session, m_theme, this);
        addView(*m_lab);
    }
    return *m_lab;
}

QuizView &MainWindow::quizView()
{
    if (!m_quiz) {
        m_quiz = new QuizView(m_session, m_theme, m_progress, this);
        addView(*m_quiz);
        connect(m_quiz, &QuizView::pageRequested, this, &MainWindow::openPage);
    }
    return *m_quiz;
}

void MainWindow::showView(const QString &id)
{
    m_view = id;
    m_sidebar->setCurrentView(id);
    if (id == compareId) {
        compareView().setPlaygroundDraft(m_playground->draft());
        compareView().begin();
        setWindowTitle(tr("Detour — Compare clients"));
    } else if (id == labId) {
        labView().refresh();
        setWindowTitle(tr("Detour — Lab"));
    } else if (id == quizId) {
        quizView().begin();
        setWindowTitle(tr("Detour — Quiz"));
    } else if (id == lessonsId) {
        fillLessons();
    } else if (id == scenariosId) {
        fillScenarios();
    }
    arrangePanes();
    if (isComparing())
        m_compare->table()->setFocus(Qt::OtherFocusReason);
    else if (id == labId)
        m_lab->table()->setFocus(Qt::OtherFocusReason);
    else if (id == quizId)
        m_quiz->focusQuestion();
    else if (id == lessonsId || id == scenariosId)
        (id == lessonsId ? m_lessonLibrary : m_scenarioLibrary)->table()->setFocus(Qt::OtherFocusReason);
}

bool MainWindow::isComparing() const
{
    return m_view == compareId;
}

void MainWindow::leaveView()
{
    if (m_view.isEmpty())
        return;
    m_view.clear();
    nameWindow();
    if (story())
        m_sidebar->setCurrentView(story() == m_lesson ? QString(lessonsId) : QString(scenariosId));
    else
        m_sidebar->setCurrentPage(m_page->slug());
    arrangePanes();
}

void MainWindow::openDraft(const RequestDraft &draft)
{
    showPane(Pane::Playground);
    if (Session::goesToNetwork(draft.url.trimmed().toUtf8()))
        m_playground->loadDraft(draft); // what leaves this computer is sent by hand
    else
        m_playground->sendDraft(draft);
}

void MainWindow::openPage(const QString &slug, const QString &anchor)
{
    leaveStory();
    m_page->openPage(slug, anchor);
    showPane(Pane::Page);
}

void MainWindow::openSearch()
{
    if (!m_search->hasIndex()) // reads every page, so not before it is wanted
        m_search->setIndex(SearchIndex(searchEntriesOf(m_session.pages(), m_session.policies())
                                       + searchEntriesOf(m_session.lessons(), m_session.scenarios())
                                       + m_actions->searchEntries()));
    m_search->open();
}

void MainWindow::openTarget(const QString &target)
{
    const QString kind = target.section(u':', 0, 0);
    const QString rest = target.section(u':', 1);
    if (kind == u"page") {
        openPage(rest.section(u'#', 0, 0), rest.section(u'#', 1));
        m_page->setFocus(Qt::OtherFocusReason);
    } else if (kind == u"example") {
        openExample(rest);
    } else if (kind == u"client") {
        showPane(Pane::Playground);
        m_playground->followAs(rest);
    } else if (kind == u"lesson") {
        openLessonCalled(rest);
    } else if (kind == u"scenario") {
        openScenarioCalled(rest);
    } else if (QAction *action = kind == u"action" ? m_actions->action(rest) : nullptr) {
        action->trigger();
    }
}

void MainWindow::openExample(const QString &path)
{
    const QString slug = path.section(u'/', 0, 0);
    const auto page = m_session.pages().page(slug);
    const Example *example = page ? (*page)->example(path.section(u'/', 1).section(u'#', 0, 0)) : nullptr;
    if (!example || !example->runnable)
        return;
    openPage(slug, path.section(u'#', 1));
    m_playground->loadExample(slug, *example);
}

void MainWindow::pageWasOpened(const QString &slug)
{
    m_sidebar->setCurrentPage(slug);
    m_bar->setHistory(m_page->canGoBack(), m_page->canGoForward());
    m_settings.setLastPage(slug);
    leaveView();
    nameWindow();
    if (m_readsOn)
        m_playground->keepFor(slug);
    else if (const Example *example = exampleFor(slug))
        m_playground->offerExample(slug, *example);
}

void MainWindow::nameWindow()
{
    if (story()) {
        setWindowTitle(tr("Detour — %1").arg(story()->title()));
        return;
    }
    const QString slug = m_page->slug();
    setWindowTitle(slug.toInt() > 0 ? tr("Detour — %1 %2").arg(slug, m_page->pageTitle()) : tr("Detour"));
}

void MainWindow::runExample(const QString &slug, const QString &exampleId)
{
    const auto page = m_session.pages().page(slug);
    const Example *example = page ? (*page)->example(exampleId) : nullptr;
    if (!example || !example->runnable)
        return;
    showPane(Pane::Playground);
    m_playground->runExample(slug, *example);
}

void MainWindow::labWasStarted()
{
    const QList<TargetUri> bases = m_session.labBaseUris();
    if (!bases.isEmpty())
        m_sidebar->labStatus()->setAddress(QString::fromLatin1(bases.constFirst().authority()));
}

void MainWindow::applyTheme()
{
    const Theme &theme = m_theme.theme();
    m_bar->setTheme(theme);
    m_bar->setThemeMode(m_theme.mode());
    m_sidebar->setTheme(theme);
    m_pagePane->setTheme(theme);
    for (StoryPane *pane : {static_cast<StoryPane *>(m_lesson), static_cast<StoryPane *>(m_scenario)}) {
        if (pane)
            pane->setTheme(theme);
    }
    for (LibraryView *library : {m_lessonLibrary, m_scenarioLibrary}) {
        if (library)
            library->setTheme(theme);
    }
    m_search->setTheme(theme);
    if (m_palette)
        m_palette->setTheme(theme);
    if (m_welcomeBand)
        m_welcomeBand->setTheme(theme);
    arrangeForRoom();
    m_ring->setColor(theme.focus);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Not every desktop lets Enter press a button that has the focus.
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_welcomeTour && m_welcomeTour->isRunning())
        m_welcomeTour->end();
    else if (button && isEnter && event->modifiers() == Qt::NoModifier && !event->isAutoRepeat())
        button->click();
    else
        QWidget::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberSizes();
    m_settings.setWindowGeometry(saveGeometry());
    m_playground->cancel();
    if (m_compare)
        m_compare->cancel();
    if (m_quiz)
        m_quiz->cancel();
    event->accept();
}

} // namespace Detour
