// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/mainwindow.h"
#include "ui/pages/pageview.h"
#include "ui/pages/sidebar.h"
#include "ui/playground/playground.h"
#include "ui/themecontroller.h"

#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Detour;
using namespace Qt::StringLiterals;

/// How the window arranges its parts, and what it remembers.
class TestMainWindow final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void firstStartIsTheWelcome();
    void titleNamesThePage();
    void lastPageIsRemembered();
    void unknownPageOpensTheWelcome();
    void sizesAreRemembered();
    void narrowWindowHasARail();
    void veryNarrowWindowShowsOnePane();
    void altDigitOpensACode();
    void altArrowsGoThroughTheHistory();
    void constructionStartsNoLab();

private:
    MainWindow &open(const QString &slug = {}, const QSize &size = {1440, 900});
    [[nodiscard]] QSplitter *splitter() const { return m_window->findChild<QSplitter *>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    ThemeController m_theme;
    std::unique_ptr<MainWindow> m_window;
};

MainWindow &TestMainWindow::open(const QString &slug, const QSize &size)
{
    if (m_window)
        m_window->close();
    m_window = std::make_unique<MainWindow>(*m_session, m_theme, *m_settings);
    if (size.isValid())
        m_window->resize(size);
    m_window->start(slug);
    m_window->show();
    return *m_window;
}

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<QSettings>(m_folder->filePath(u"a.ini"_s), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(*m_store);
    m_session = std::make_unique<Session>(ContentStore(), LabPorts{}, "test");
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestMainWindow::firstStartIsTheWelcome()
{
    const MainWindow &window = open();
    QCOMPARE(window.pageView().slug(), u"welcome"_s);
    QCOMPARE(window.windowTitle(), u"Detour"_s);
    QVERIFY(!window.playground().isRunning());
}

void TestMainWindow::titleNamesThePage()
{
    QCOMPARE(open(u"307"_s).windowTitle(), u"Detour — 307 Temporary Redirect"_s);
}

void TestMainWindow::lastPageIsRemembered()
{
    open().openPage(u"303"_s);
    QCOMPARE(open().pageView().slug(), u"303"_s);
}

void TestMainWindow::unknownPageOpensTheWelcome()
{
    m_settings->setLastPage(u"../../etc/hostname"_s);
    QCOMPARE(open().pageView().slug(), u"welcome"_s);
}

void TestMainWindow::sizesAreRemembered()
{
    open();
    splitter()->setSizes({180, 600, 658});
    const QList<int> sizes = splitter()->sizes();
    open({}, {});
    QCOMPARE(m_window->size(), QSize(1440, 900));
    QCOMPARE(splitter()->sizes(), sizes);
}

void TestMainWindow::narrowWindowHasARail()
{
    const MainWindow &window = open();
    QVERIFY(!window.sidebar().isRail());
    QCOMPARE(window.sidebar().width(), Sidebar::fullWidth);
    m_window->resize(1024, 700);
    QCOMPARE(m_window->size(), QSize(1024, 700));
    QVERIFY(window.sidebar().isRail());
    QCOMPARE(window.sidebar().width(), Sidebar::railWidth);
    QVERIFY(window.pageView().isVisible());
    QVERIFY(window.playground().isVisible());
    QVERIFY(window.playground().width() >= 500);
}

void TestMainWindow::veryNarrowWindowShowsOnePane()
{
    MainWindow &window = open(u"307"_s, {900, 700});
    QCOMPARE(window.width(), 900);
    QVERIFY(window.pageView().isVisible());
    QVERIFY(!window.playground().isVisible());
    emit window.pageView().runRequested(u"307"_s, u"upload"_s);
    QVERIFY(!window.pageView().isVisible());
    QVERIFY(window.playground().isVisible());
    window.resize(1440, 900);
    QVERIFY(window.pageView().isVisible());
    QVERIFY(window.playground().isVisible());
}

void TestMainWindow::altDigitOpensACode()
{
    MainWindow &window = open();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_8, Qt::AltModifier);
    QCOMPARE(window.pageView().slug(), u"307"_s);
}

void TestMainWindow::altArrowsGoThroughTheHistory()
{
    MainWindow &window = open(u"301"_s);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.openPage(u"302"_s);
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window.pageView().slug(), u"301"_s);
    QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(window.pageView().slug(), u"302"_s);
}

void TestMainWindow::constructionStartsNoLab()
{
    open();
    QCoreApplication::processEvents();
    QVERIFY(!m_session->labIsRunning());
}

DETOUR_TEST(TestMainWindow)

#include "tst_mainwindow.moc"
