// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/mainwindow.h"
#include "ui/pages/pagepane.h"
#include "ui/pages/pageview.h"
#include "ui/pages/sidebar.h"
#include "ui/playground/playground.h"
#include "ui/search/searchbutton.h"
#include "ui/search/searchmodel.h"
#include "ui/search/searchpanel.h"
#include "ui/themecontroller.h"
#include "ui/windowactions.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Detour;
using namespace Qt::StringLiterals;

/// The search as one uses it: in the window, over the content as it is.
class TestSearchPanel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keysOpenFindAndGo();
    void escapeGivesTheFocusBack();
    void keysOpenItFromAField();
    void arrowsWalkTheHits();
    void clickGoes();
    void clickElsewhereEndsIt();
    void buttonOpensIt();
    void sectionOpensAtItsPlace();
    void exampleIsLoadedUnsent();
    void clientIsFollowedFromThenOn();
    void actionIsDone();
    void emptyAndNoHitSaySo();
    void suggestionIsTakenByEnter();
    void copiedAddressFindsItsSection();
    void hitIsReadAsOneLine();
    void markupIsShownAsTyped();
    void fitsEveryWindow_data();
    void fitsEveryWindow();

private:
    [[nodiscard]] SearchPanel &panel() const { return m_window->searchPanel(); }
    void type(const QString &text) const
    {
        m_window->openSearch();
        QTest::keyClicks(&panel().field(), text);
    }
    void enter() const { QTest::keyClick(&panel().field(), Qt::Key_Return); }
    [[nodiscard]] QString current() const { return panel().list().currentIndex().data().toString(); }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

void TestSearchPanel::init()
{
    m_store = std::make_unique<QSettings>(m_folder.filePath(u"a.ini"_s), QSettings::IniFormat);
    m_store->clear();
    m_settings = std::make_unique<Settings>(*m_store);
    m_session = std::make_unique<Session>(ContentStore(), LabPorts{}, "test");
    m_theme = std::make_unique<ThemeController>();
    m_window = std::make_unique<MainWindow>(*m_session, *m_theme, *m_settings);
    m_window->resize(1440, 900);
    m_window->start(u"301"_s);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSearchPanel::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestSearchPanel::keysOpenFindAndGo()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(panel().isVisible());
    QVERIFY(panel().field().hasFocus());
    QTest::keyClicks(&panel().field(), u"see othr"_s);
    QCOMPARE(current(), u"303 See Other"_s);
    enter();
    QVERIFY(!panel().isVisible());
    QCOMPARE(m_window->pageView().slug(), u"303"_s);
    QVERIFY(m_window->pageView().hasFocus());
}

void TestSearchPanel::escapeGivesTheFocusBack()
{
    QWidget *list = m_window->sidebar().list();
    list->setFocus();
    type(u"303"_s);
    QTest::keyClick(&panel().field(), Qt::Key_Escape);
    QVERIFY(!panel().isVisible());
    QVERIFY(list->hasFocus());
    QCOMPARE(m_window->pageView().slug(), u"301"_s);
}

void TestSearchPanel::keysOpenItFromAField()
{
    auto *url = m_window->playground().findChild<QLineEdit *>();
    QVERIFY(url);
    url->setFocus();
    url->setText(u"http://a.localhost/"_s);
    url->setCursorPosition(4);
    QTest::keyClick(url, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(panel().isVisible());
    QCOMPARE(url->text(), u"http://a.localhost/"_s); // not deleted to the end of the line
}

void TestSearchPanel::arrowsWalkTheHits()
{
    type(u"redirect"_s);
    QVERIFY(panel().list().model()->rowCount() > 3);
    const QString first = current();
    QTest::keyClick(&panel().field(), Qt::Key_Down);
    QVERIFY(current() != first);
    QTest::keyClick(&panel().field(), Qt::Key_Tab);
    QCOMPARE(panel().list().currentIndex().row(), 2);
    QVERIFY(panel().field().hasFocus());
    QTest::keyClick(&panel().field(), Qt::Key_PageUp);
    QCOMPARE(current(), first);
    QTest::keyClick(&panel().field(), Qt::Key_Up);
    QCOMPARE(current(), first);
}

void TestSearchPanel::clickGoes()
{
    type(u"308"_s);
    const QPoint at = panel().list().visualRect(panel().list().model()->index(0, 0)).center();
    QTest::mouseClick(panel().list().viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_window->pageView().slug(), u"308"_s);
    QVERIFY(!panel().isVisible());
}

void TestSearchPanel::clickElsewhereEndsIt()
{
    type(u"308"_s);
    QTest::mouseClick(m_window->pageView().viewport(), Qt::LeftButton, {}, {5, 700});
    QVERIFY(!panel().isVisible());
}

void TestSearchPanel::buttonOpensIt()
{
    auto *button = m_window->findChild<SearchButton *>();
    QVERIFY(button->isVisible());
    button->click();
    QVERIFY(panel().isVisible());
}

void TestSearchPanel::sectionOpensAtItsPlace()
{
    type(u"307 security"_s);
    enter();
    QCOMPARE(m_window->pageView().slug(), u"307"_s);
    QCOMPARE(m_window->pageView().currentSection(), u"security"_s);
}

void TestSearchPanel::exampleIsLoadedUnsent()
{
    m_window->openTarget(u"example:307/download#download"_s);
    QCOMPARE(m_window->pageView().slug(), u"307"_s);
    QCOMPARE(m_window->playground().findChild<QLineEdit *>()->text(), u"http://registry.localhost:8307/blobs/7c2e"_s);
    QVERIFY(!m_window->playground().isRunning());
    QVERIFY(!m_session->labIsRunning());
}

void TestSearchPanel::clientIsFollowedFromThenOn()
{
    type(u"requests"_s);
    QCOMPARE(SearchModel::kindName(SearchKind::Client), u"Client"_s);
    m_window->openTarget(u"client:curl"_s);
    const auto *client = m_window->playground().findChild<QWidget *>(u"client"_s);
    QCOMPARE(client->accessibleName(), u"Follow as curl -L"_s);
}

void TestSearchPanel::actionIsDone()
{
    type(u"dark theme"_s);
    QCOMPARE(current(), u"Dark theme"_s);
    enter();
    QVERIFY(m_theme->theme().dark);
    QVERIFY(!m_window->windowActions().action(u"no such action"_s));
    m_window->openTarget(u"action:no such action"_s);
    m_window->openTarget(u"nonsense"_s);
    QCOMPARE(m_window->pageView().slug(), u"301"_s);
}

void TestSearchPanel::emptyAndNoHitSaySo()
{
    m_window->openSearch();
    QVERIFY(!panel().note().isEmpty());
    QVERIFY(!panel().list().isVisible());
    QTest::keyClicks(&panel().field(), u"qqqqqqqqqqqqqq"_s);
    QVERIFY(panel().note().contains(u"“qqqqqqqqqqqqqq”"_s));
    QCOMPARE(panel().field().accessibleDescription(), panel().note());
    enter();
    QVERIFY(panel().isVisible());
}

void TestSearchPanel::suggestionIsTakenByEnter()
{
    type(u"sekuritti"_s);
    QVERIFY(!panel().list().isVisible());
    const auto *suggestion = panel().findChild<QPushButton *>();
    QVERIFY(suggestion->isVisible());
    QVERIFY(suggestion->text().contains(u"security"_s));
    enter();
    QCOMPARE(panel().field().text(), u"security"_s);
    QVERIFY(panel().list().isVisible());
}

void TestSearchPanel::copiedAddressFindsItsSection()
{
    type(u"page:307#caching"_s);
    QCOMPARE(panel().list().model()->rowCount(), 1);
    enter();
    QCOMPARE(m_window->pageView().currentSection(), u"caching"_s);
}

void TestSearchPanel::hitIsReadAsOneLine()
{
    type(u"307 caching"_s);
    const QString line = panel().list().currentIndex().data(Qt::AccessibleTextRole).toString();
    QCOMPARE(line, u"Caching, 307 Temporary Redirect, Section"_s);
    QVERIFY(panel().field().accessibleDescription().endsWith(line));
}

void TestSearchPanel::markupIsShownAsTyped()
{
    type(u"<b>qqqqqqqqqqq</b>"_s);
    QVERIFY(panel().note().contains(u"<b>"_s) || panel().list().isVisible());
}

void TestSearchPanel::fitsEveryWindow_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize &size : {QSize(1440, 900), QSize(1024, 700), QSize(640, 480)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

void TestSearchPanel::fitsEveryWindow()
{
    QFETCH(const QSize, size);
    m_window->resize(size);
    type(u"redirect"_s);
    QVERIFY(m_window->rect().contains(panel().geometry()));
    QVERIFY(panel().list().viewport()->height() > 300);
    const auto *button = m_window->findChild<SearchButton *>();
    QVERIFY(button->isVisible());
    QVERIFY(button->width() >= 28);
    QVERIFY(m_window->rect().contains(QRect(button->mapTo(m_window.get(), QPoint()), button->size())));
}

DETOUR_TEST(TestSearchPanel)

#include "tst_searchpanel.moc"
