// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "support/testregistry.h"
#include "ui/help/commandpalette.h"
#include "ui/help/fuzzymatch.h"
#include "ui/help/palettemodel.h"
#include "ui/mainwindow.h"
#include "ui/pages/pageview.h"
#include "ui/themecontroller.h"
#include "ui/windowactions.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// Every action by its name.
class TestCommandPalette final : public QObject
{
    Q_OBJECT

private slots:
    void lettersFitInTheirOrder_data();
    void lettersFitInTheirOrder();
    void beginningsOfWordsComeFirst();
    void longNonsenseIsBounded();
    void holdsEveryActionButItself();
    void enterDoesWhatIsChosen();
    void whatWasUsedComesFirst();
    void whatCannotBeDoneSaysWhyAndStays();
    void escapeGivesTheFocusBack();
    void keyOpensIt();
    void fitsASmallWindowWithLargeText();
};

namespace {

struct PaletteDesk : LabDesk
{
    PaletteDesk()
        : LabDesk(u"307"_s)
    {}

    [[nodiscard]] CommandPalette &palette() { return window.palettePanel(); }
    void type(const QString &text)
    {
        window.openPalette();
        QTest::keyClicks(&palette().field(), text);
    }
    [[nodiscard]] const PaletteRow &row(int at)
    {
        return static_cast<const PaletteModel *>(palette().list().model())->rowAt(at);
    }
    void enter() { QTest::keyClick(&palette().field(), Qt::Key_Return); }
};

} // namespace

void TestCommandPalette::lettersFitInTheirOrder_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<int>>("letters");
    QTest::newRow("whole word") << u"dark"_s << u"Dark theme"_s << QList<int>{0, 1, 2, 3};
    QTest::newRow("initials") << u"dt"_s << u"Dark theme"_s << QList<int>{0, 5};
    QTest::newRow("inside, in a row") << u"theme"_s << u"Dark theme"_s << QList<int>{5, 6, 7, 8, 9};
    QTest::newRow("with a space") << u"da th"_s << u"Dark theme"_s << QList<int>{0, 1, 5, 6};
    QTest::newRow("capitals") << u"DARK"_s << u"dark"_s << QList<int>{0, 1, 2, 3};
    QTest::newRow("nothing typed") << QString() << u"Dark"_s << QList<int>{};
}

void TestCommandPalette::lettersFitInTheirOrder()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    QFETCH(const QList<int>, letters);
    const std::optional<FuzzyMatch> match = fuzzyMatch(typed, name);
    QVERIFY(match);
    QCOMPARE(match->letters, letters);
}

void TestCommandPalette::beginningsOfWordsComeFirst()
{
    QVERIFY(!fuzzyMatch(u"krad"_s, u"Dark theme"_s));
    QVERIFY(!fuzzyMatch(u"x"_s, QString()));
    QVERIFY(fuzzyMatch(u"st"_s, u"Save the trace"_s)->score > fuzzyMatch(u"st"_s, u"Largest"_s)->score);
    QVERIFY(fuzzyMatch(u"print"_s, u"Print"_s)->score > fuzzyMatch(u"print"_s, u"Print the page and more"_s)->score);
}

void TestCommandPalette::longNonsenseIsBounded()
{
    QVERIFY(!fuzzyMatch(QString(100'000, u'a'), QString(150, u'a')));
    QVERIFY(fuzzyMatch(QString(150, u'a'), QString(100'000, u'a')));
}

void TestCommandPalette::holdsEveryActionButItself()
{
    PaletteDesk desk;
    desk.window.openPalette();
    QCOMPARE(desk.palette().list().model()->rowCount(), desk.window.windowActions().all().size() - 1);
    QCOMPARE(desk.window.focusWidget(), &desk.palette().field());
}

void TestCommandPalette::enterDoesWhatIsChosen()
{
    PaletteDesk desk;
    desk.type(u"drk thm"_s);
    QCOMPARE(desk.row(0).id, u"theme-dark"_s);
    desk.enter();
    QVERIFY(desk.palette().isHidden());
    QVERIFY(desk.theme.theme().dark);
    QCOMPARE(desk.settings.recentActions(), QStringList{u"theme-dark"_s});
}

void TestCommandPalette::whatWasUsedComesFirst()
{
    PaletteDesk desk;
    desk.settings.addRecentAction(u"theme-light"_s);
    desk.settings.addRecentAction(u"theme-system"_s);
    desk.window.openPalette();
    QCOMPARE(desk.row(0).id, u"theme-system"_s);
    QCOMPARE(desk.row(1).id, u"theme-light"_s);
}

void TestCommandPalette::whatCannotBeDoneSaysWhyAndStays()
{
    PaletteDesk desk;
    desk.type(u"forward again"_s);
    QCOMPARE(desk.row(0).id, u"forward"_s);
    QCOMPARE(desk.row(0).whyNot, u"There is no page to go forward to."_s);
    const QModelIndex first = desk.palette().list().model()->index(0, 0);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(desk.row(0).whyNot));
    desk.enter();
    QVERIFY(desk.palette().isVisible());
    QVERIFY(desk.settings.recentActions().isEmpty());
}

void TestCommandPalette::escapeGivesTheFocusBack()
{
    PaletteDesk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.window.pageView().setFocus();
    desk.window.openPalette();
    QTest::keyClick(&desk.palette().field(), Qt::Key_Escape);
    QVERIFY(desk.palette().isHidden());
    QVERIFY(desk.window.pageView().hasFocus());
}

void TestCommandPalette::keyOpensIt()
{
    PaletteDesk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QTest::keyClick(&desk.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.palette().isVisible());
}

void TestCommandPalette::fitsASmallWindowWithLargeText()
{
    PaletteDesk desk;
    desk.theme.setTextScale(2);
    desk.window.resize(1024, 700);
    desk.window.openPalette();
    QVERIFY(desk.window.rect().contains(desk.palette().geometry()));
    QVERIFY(desk.palette().field().height() >= QFontMetrics(desk.palette().field().font()).height());
}

DETOUR_TEST(TestCommandPalette)
#include "tst_commandpalette.moc"
