// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/pages/labstatus.h"
#include "ui/pages/sidebar.h"
#include "ui/pages/statuscodemodel.h"

#include <QListView>
#include <QSignalSpy>
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
    void labSaysWhereItIs();
};

namespace {

QModelIndex rowOf(const Sidebar &sidebar, int row)
{
    return sidebar.list()->model()->index(row, 0);
}

} // namespace

void TestSidebar::nineCodesInOrder()
{
    const StatusCodeModel model;
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row).data().toString());
    QCOMPARE(texts, QStringList({u"300 Multiple Choices"_s, u"301 Moved Permanently"_s, u"302 Found"_s,
                                 u"303 See Other"_s, u"304 Not Modified"_s, u"305 Use Proxy"_s, u"306 (Unused)"_s,
                                 u"307 Temporary Redirect"_s, u"308 Permanent Redirect"_s}));
    QVERIFY(!model.indexOf(309).isValid());
}

void TestSidebar::onlyTheRetiredAreMarked()
{
    const StatusCodeModel model;
    QList<int> retired;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row).data(StatusCodeModel::RetiredRole).toBool())
            retired.append(model.index(row).data(StatusCodeModel::CodeRole).toInt());
    }
    QCOMPARE(retired, QList<int>({305, 306}));
    QCOMPARE(model.indexOf(305).data(Qt::AccessibleTextRole).toString(), u"305 Use Proxy, retired"_s);
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
    QCOMPARE(sidebar.list()->currentIndex().row(), 0);
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
    const QPoint at = sidebar.list()->visualRect(rowOf(sidebar, 7)).center();
    QTest::mouseClick(sidebar.list()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.constFirst().constFirst().toString(), u"307"_s);
}

void TestSidebar::showingWhereOneIsAsksForNothing()
{
    Sidebar sidebar;
    const QSignalSpy asked(&sidebar, &Sidebar::pageRequested);
    sidebar.setCurrentPage(u"307"_s);
    QCOMPARE(sidebar.list()->currentIndex().row(), 7);
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
    QCOMPARE(sidebar.list()->currentIndex().row(), 4);
    QVERIFY(sidebar.list()->visualRect(rowOf(sidebar, 0)).height() >= 28);
    sidebar.setRail(false);
    QVERIFY(sidebar.maximumWidth() > 220);
}

void TestSidebar::labSaysWhereItIs()
{
    Sidebar sidebar;
    QCOMPARE(sidebar.labStatus()->text(), u"Lab starts when needed"_s);
    sidebar.labStatus()->setAddress(u"127.0.0.1:8307"_s);
    QCOMPARE(sidebar.labStatus()->text(), u"Lab on 127.0.0.1:8307"_s);
    sidebar.setRail(true);
    QCOMPARE(sidebar.labStatus()->toolTip(), u"Lab on 127.0.0.1:8307"_s);
}

DETOUR_TEST(TestSidebar)

#include "tst_sidebar.moc"
