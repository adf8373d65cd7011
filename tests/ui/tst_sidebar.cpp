// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/pagecatalog.h"
#include "support/testregistry.h"
#include "ui/pages/labstatus.h"
#include "ui/pages/sidebar.h"

#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestSidebar final : public QObject
{
    Q_OBJECT

private slots:
    void nineCodesInOrder();
    void onlyTheRetiredAreMarked();
    void arrowKeysOpenPages();
    void tabThroughTheListOpensNothing();
    void clickOpensPageAgain();
    void showingWhereOneIsAsksForNothing();
    void railIsNarrowAndKeepsSelection();
    void sectionsAreThereOnlyWithEntries();
    void guidesAreThePagesWithoutACode();
    void headingsAreStruckByNoKey();
    void viewsAreAskedForByTheirId();
    void everyLineOfTheRailCanBeReached();
    void labSaysWhereItIs();
};

namespace {

/// The line of a page, by its slug.
QModelIndex lineOf(const Sidebar &sidebar, const QString &slug)
{
    return static_cast<const SidebarModel *>(sidebar.list()->model())->indexOfPage(slug);
}

QString currentId(const Sidebar &sidebar)
{
    return sidebar.list()->currentIndex().data(SidebarModel::IdRole).toString();
}

QStringList textsOf(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, 0).data().toString());
    return texts;
}

const QList<SidebarEntry> twoGuides{{u"at-a-glance"_s, u"At a glance"_s, Icon::Table},
                                    {u"loops"_s, u"Loops and limits"_s, Icon::Repeat}};

} // namespace

void TestSidebar::nineCodesInOrder()
{
    const SidebarModel model;
    QCOMPARE(textsOf(model),
             QStringList({u"Status codes"_s, u"300 Multiple Choices"_s, u"301 Moved Permanently"_s, u"302 Found"_s,
                          u"303 See Other"_s, u"304 Not Modified"_s, u"305 Use Proxy"_s, u"306 (Unused)"_s,
                          u"307 Temporary Redirect"_s, u"308 Permanent Redirect"_s}));
    QVERIFY(!model.indexOfPage(u"309"_s).isValid());
}

void TestSidebar::onlyTheRetiredAreMarked()
{
    const SidebarModel model;
    QList<int> retired;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row).data(SidebarModel::RetiredRole).toBool())
            retired.append(model.index(row).data(SidebarModel::CodeRole).toInt());
    }
    QCOMPARE(retired, QList<int>({305, 306}));
    QCOMPARE(model.indexOfPage(u"305"_s).data(Qt::AccessibleTextRole).toString(), u"305 Use Proxy, retired"_s);
}

void TestSidebar::arrowKeysOpenPages()
{
    Sidebar sidebar;
    sidebar.setCurrentPage(u"302"_s);
    QSignalSpy asked(&sidebar, &Sidebar::pageRequested);
    QTest::keyClick(sidebar.list(), Qt::Key_Down);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.takeFirst().constFirst().toString(), u"303"_s);
    QTest::keyClick(sidebar.list(), Qt::Key_End);
    QCOMPARE(asked.takeFirst().constFirst().toString(), u"308"_s);
}

void TestSidebar::tabThroughTheListOpensNothing()
{
    Sidebar sidebar;
    sidebar.setCurrentPage(u"welcome"_s);
    sidebar.show();
    QSignalSpy asked(&sidebar, &Sidebar::pageRequested);
    sidebar.list()->setFocus(Qt::TabFocusReason);
    QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(sidebar.list(), &focus);
    QCOMPARE(currentId(sidebar), u"300"_s);
    QCOMPARE(asked.count(), 0);
    QTest::keyClick(sidebar.list(), Qt::Key_Down);
    QCOMPARE(asked.count(), 1);
}

void TestSidebar::clickOpensPageAgain()
{
    Sidebar sidebar;
    sidebar.resize(220, 600);
    sidebar.show();
    sidebar.setCurrentPage(u"307"_s);
    const QSignalSpy asked(&sidebar, &Sidebar::pageRequested);
    const QPoint at = sidebar.list()->visualRect(lineOf(sidebar, u"307"_s)).center();
    QTest::mouseClick(sidebar.list()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.constFirst().constFirst().toString(), u"307"_s);
}

void TestSidebar::showingWhereOneIsAsksForNothing()
{
    Sidebar sidebar;
    const QSignalSpy asked(&sidebar, &Sidebar::pageRequested);
    sidebar.setCurrentPage(u"307"_s);
    QCOMPARE(currentId(sidebar), u"307"_s);
    sidebar.setCurrentPage(u"welcome"_s);
    QVERIFY(!sidebar.list()->currentIndex().isValid());
    QCOMPARE(asked.count(), 0);
}

void TestSidebar::railIsNarrowAndKeepsSelection()
{
    Sidebar sidebar;
    sidebar.resize(220, 700);
    sidebar.show();
    sidebar.setCurrentPage(u"304"_s);
    sidebar.setRail(true);
    QCOMPARE(sidebar.maximumWidth(), 64);
    QCOMPARE(sidebar.minimumWidth(), 64);
    QCOMPARE(currentId(sidebar), u"304"_s);
    QVERIFY(sidebar.list()->visualRect(lineOf(sidebar, u"300"_s)).height() >= 28);
    sidebar.setRail(false);
    QVERIFY(sidebar.maximumWidth() > 220);
}

void TestSidebar::sectionsAreThereOnlyWithEntries()
{
    SidebarModel model;
    QVERIFY(!textsOf(model).contains(u"Learn"_s));
    model.setGuides(twoGuides);
    QCOMPARE(textsOf(model).mid(10), QStringList({u"Learn"_s, u"At a glance"_s, u"Loops and limits"_s}));
    model.addView({u"compare"_s, u"Compare clients"_s, Icon::Bars});
    QCOMPARE(textsOf(model).mid(13), QStringList({u"Lab"_s, u"Compare clients"_s}));
    for (int row = 0; row < model.rowCount(); ++row) {
        const bool isHeading = row == 0 || row == 10 || row == 13;
        QCOMPARE(model.flags(model.index(row)).testFlag(Qt::ItemIsSelectable), !isHeading);
    }
    model.addLearnView({u"lessons"_s, u"Lessons"_s, Icon::Lesson});
    QCOMPARE(textsOf(model).mid(10, 3), QStringList({u"Learn"_s, u"Lessons"_s, u"At a glance"_s}));
    QCOMPARE(model.kindAt(model.indexOfView(u"lessons"_s)), SidebarModel::Kind::View);
}

void TestSidebar::guidesAreThePagesWithoutACode()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"en"_s));
    for (const QByteArray slug : {"welcome", "loops", "broken"}) {
        QFile file(folder.filePath(u"en/"_s + QString::fromLatin1(slug) + u".md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray kind = slug == "broken" ? "no such kind" : "temporary";
        file.write("---\nslug: " + slug + "\ntitle: Title of " + slug + "\nkind: " + kind
                   + "\nsummary: Words.\nstage: full\n---\nWords.\n");
    }
    PageCatalog pages{ContentStore(folder.path())};
    const QList<SidebarEntry> guides = guideEntries(pages);
    QCOMPARE(guides.size(), 1);
    QCOMPARE(guides.constFirst().id, u"loops"_s);
    QCOMPARE(guides.constFirst().name, u"Title of loops"_s);
}

void TestSidebar::headingsAreStruckByNoKey()
{
    Sidebar sidebar;
    sidebar.setGuides(twoGuides);
    sidebar.addView({u"compare"_s, u"Compare clients"_s, Icon::Bars});
    sidebar.resize(220, 600);
    sidebar.show();
    for (const bool rail : {false, true}) {
        sidebar.setRail(rail);
        sidebar.setCurrentPage(u"308"_s);
        QSignalSpy pages(&sidebar, &Sidebar::pageRequested);
        const QSignalSpy views(&sidebar, &Sidebar::viewRequested);
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(sidebar.list(), Qt::Key_Down);
        QCOMPARE(pages.count(), 2);
        QCOMPARE(pages.takeFirst().constFirst().toString(), u"at-a-glance"_s);
        QCOMPARE(pages.takeFirst().constFirst().toString(), u"loops"_s);
        QCOMPARE(views.count(), 1);
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(sidebar.list(), Qt::Key_Up);
        QCOMPARE(currentId(sidebar), u"308"_s);
        QTest::keyClick(sidebar.list(), Qt::Key_Home);
        QCOMPARE(currentId(sidebar), u"300"_s);
        QTest::keyClick(sidebar.list(), Qt::Key_Up);
        QCOMPARE(currentId(sidebar), u"300"_s);
        QTest::keyClick(sidebar.list(), Qt::Key_End);
        QCOMPARE(currentId(sidebar), u"compare"_s);
    }
}

void TestSidebar::viewsAreAskedForByTheirId()
{
    Sidebar sidebar;
    sidebar.addView({u"compare"_s, u"Compare clients"_s, Icon::Bars});
    const QSignalSpy pages(&sidebar, &Sidebar::pageRequested);
    const QSignalSpy views(&sidebar, &Sidebar::viewRequested);
    sidebar.setCurrentView(u"compare"_s);
    QCOMPARE(currentId(sidebar), u"compare"_s);
    QCOMPARE(views.count(), 0);
    QTest::keyClick(sidebar.list(), Qt::Key_Return);
    QCOMPARE(views.count(), 1);
    QCOMPARE(views.constFirst().constFirst().toString(), u"compare"_s);
    QCOMPARE(pages.count(), 0);
    sidebar.setCurrentPage(u"compare"_s);
    QVERIFY(!sidebar.list()->currentIndex().isValid());
}

void TestSidebar::everyLineOfTheRailCanBeReached()
{
    Sidebar sidebar;
    QList<SidebarEntry> many;
    for (int at = 0; at < 10; ++at)
        many.append({u"guide-%1"_s.arg(at), u"A guide with a rather long name, number %1"_s.arg(at), Icon::Book});
    sidebar.setGuides(many);
    sidebar.addView({u"compare"_s, u"Compare clients"_s, Icon::Bars});
    sidebar.setRail(true);
    sidebar.resize(Sidebar::railWidth, 652); // what a window of 1024 × 700 leaves
    sidebar.show();
    QVERIFY(sidebar.list()->verticalScrollBar()->maximum() > 0);
    const QAbstractItemModel &model = *sidebar.list()->model();
    for (int row = 1; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        sidebar.list()->scrollTo(index);
        const QRect line = sidebar.list()->visualRect(index);
        QVERIFY(sidebar.list()->viewport()->rect().contains(line));
        if (index.flags().testFlag(Qt::ItemIsSelectable))
            QVERIFY(line.height() >= 28 && line.width() >= 48);
    }
}

void TestSidebar::labSaysWhereItIs()
{
    Sidebar sidebar;
    QCOMPARE(sidebar.labStatus()->statusText(), u"Lab starts when needed"_s);
    sidebar.labStatus()->setAddress(u"127.0.0.1:8307"_s);
    QCOMPARE(sidebar.labStatus()->statusText(), u"Lab on 127.0.0.1:8307"_s);
    sidebar.setRail(true);
    QCOMPARE(sidebar.labStatus()->toolTip(), u"Lab on 127.0.0.1:8307"_s);
}

DETOUR_TEST(TestSidebar)

#include "tst_sidebar.moc"
