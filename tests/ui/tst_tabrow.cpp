// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/inspector/tabrow.h"
#include "ui/stylesheet.h"
#include "ui/theme.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Detour;

namespace {

const QStringList names{u"Why"_s, u"Changes"_s, u"Request"_s, u"Response"_s, u"Body"_s, u"Timing"_s, u"Table"_s};

QList<int> foldedTabs(const TabRow &row)
{
    QList<int> folded;
    for (int tab = 0; tab < names.size(); ++tab) {
        if (row.isFolded(tab))
            folded.append(tab);
    }
    return folded;
}

} // namespace

class TabRowTest final : public QObject
{
    Q_OBJECT

private slots:
    void noTabIsClipped();
    void arrowsReachFoldedTabs();
    void theMenuOffersWhatIsFolded();
    void aTabThatIsNotOfferedIsPassedOver();
};

void TabRowTest::noTabIsClipped()
{
    TabRow row(names);
    row.setTheme(Theme::light());
    row.show();
    for (const int width : {1000, 500, 320, 200, 130}) {
        row.resize(width, row.sizeHint().height());
        QCoreApplication::processEvents();
        for (int tab = 0; tab < names.size(); ++tab) {
            if (row.bar()->isTabVisible(tab))
                QVERIFY2(row.bar()->tabRect(tab).right() < row.bar()->width(), qPrintable(names.at(tab)));
        }
        const int right =
            row.moreButton()->isVisible() ? row.moreButton()->geometry().right() : row.bar()->geometry().right();
        QVERIFY2(right < width, qPrintable(QString::number(width)));
        QCOMPARE(row.moreButton()->isVisible(), !foldedTabs(row).isEmpty());
    }
    QVERIFY(!foldedTabs(row).isEmpty());
    row.resize(1000, row.height());
    QVERIFY(foldedTabs(row).isEmpty());
}

void TabRowTest::arrowsReachFoldedTabs()
{
    TabRow row(names);
    row.setTheme(Theme::light());
    row.resize(240, 40);
    row.show();
    QVERIFY(!foldedTabs(row).isEmpty());
    QSignalSpy changed(&row, &TabRow::currentChanged);
    for (int tab = 1; tab < names.size(); ++tab) {
        QTest::keyClick(row.bar(), Qt::Key_Right);
        QCOMPARE(row.current(), tab);
        QVERIFY(!row.isFolded(tab));
    }
    QCOMPARE(changed.size(), names.size() - 1);
    QTest::keyClick(row.bar(), Qt::Key_Right);
    QCOMPARE(row.current(), int(names.size()) - 1);
    QTest::keyClick(row.bar(), Qt::Key_Home);
    QCOMPARE(row.current(), 0);
    QTest::keyClick(row.bar(), Qt::Key_End);
    QCOMPARE(row.current(), int(names.size()) - 1);
    QTest::keyClick(row.bar(), Qt::Key_Left);
    QCOMPARE(row.current(), int(names.size()) - 2);
}

void TabRowTest::theMenuOffersWhatIsFolded()
{
    TabRow row(names);
    row.setTheme(Theme::light());
    row.resize(240, 40);
    row.show();
    QVERIFY(!row.moreButton()->accessibleName().isEmpty());
    QMenu *menu = row.moreButton()->menu();
    emit menu->aboutToShow();
    QStringList offered;
    for (const QAction *action : menu->actions())
        offered.append(action->text());
    QStringList folded;
    for (const int tab : foldedTabs(row))
        folded.append(names.at(tab));
    QCOMPARE(offered, folded);
    menu->actions().constLast()->trigger();
    QCOMPARE(row.current(), int(names.size()) - 1);
}

void TabRowTest::aTabThatIsNotOfferedIsPassedOver()
{
    TabRow row(names);
    row.resize(1000, 40);
    row.setCurrent(1);
    row.setOffered(1, false);
    QCOMPARE(row.current(), 0);
    QTest::keyClick(row.bar(), Qt::Key_Right);
    QCOMPARE(row.current(), 2);
    row.setCurrent(1);
    QCOMPARE(row.current(), 2);
    QVERIFY(!row.isFolded(1));
}

DETOUR_TEST(TabRowTest)
#include "tst_tabrow.moc"
