// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/compare/comparecontroller.h"
#include "ui/compare/compareview.h"
#include "ui/help/cheatsheet.h"
#include "ui/pages/pageview.h"
#include "ui/playground/gatepanel.h"
#include "ui/playground/playground.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "windowwalk.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

constexpr int patience = 20'000; // ms, for a loaded machine

/// Where a key goes: to what has the focus, in the popup or dialog that is open, or in the window.
QWidget *receiver()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    return QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
}

void press(int key, Qt::KeyboardModifiers modifiers = {})
{
    QVERIFY(receiver());
    QTest::keyClick(receiver(), Qt::Key(key), modifiers);
    QCoreApplication::processEvents();
}

void type(const QString &text)
{
    for (const QChar letter : text) { // the first may open an editor that takes the others
        QVERIFY(receiver());
        QTest::keyClick(receiver(), letter.toLatin1());
    }
    QCoreApplication::processEvents();
}

/// Tabs on until `name` has the focus.
void tabTo(const QString &name)
{
    for (int i = 0; i < 80 && (!receiver() || receiver()->objectName() != name); ++i)
        press(Qt::Key_Tab);
    QVERIFY(receiver());
    QCOMPARE(receiver()->objectName(), name);
}

/// A menu that opens runs its own event loop: what is pressed in it has to wait there already.
bool chooseFromMenu(const QString &text)
{
    bool chosen = false;
    QTimer::singleShot(0, qApp, [&chosen, &text] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (int i = 0; menu && i < 20 && !chosen; ++i) {
            QTest::keyClick(menu, Qt::Key_Down);
            chosen = menu->activeAction() && menu->activeAction()->text() == text;
        }
        if (menu)
            QTest::keyClick(menu, chosen ? Qt::Key_Return : Qt::Key_Escape);
    });
    press(Qt::Key_Space);
    return chosen;
}

/// Here no window manager gives the window the keyboard back when a popup closes; which widget has it stays Detour's.
void backIn(QWidget &window)
{
    QTRY_VERIFY(!QApplication::activePopupWidget());
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(QApplication::focusWidget());
}

} // namespace

/// The three uses, each from start to end with nothing but keys, which go to whatever has the focus.
class KeyboardTest final : public QObject
{
    Q_OBJECT

private slots:
    void browsing();
    void experimenting();
    void aRequestIsWrittenInTheEditors();
    void steppingAndChanging();
    void ctrlEnterSendsOnce();
    void stoppingHere();
    void showingAClass();
    void theSheetOfKeysOpensAndCloses();

private:
    [[nodiscard]] static std::unique_ptr<Desk> openWindow(Session &session, const QString &page)
    {
        auto desk = std::make_unique<Desk>(session, page);
        QApplication::setActiveWindow(&desk->window);
        (void)QTest::qWaitForWindowActive(&desk->window);
        return desk;
    }

    Session m_session{ContentStore(), LabPorts{}, "test"};
};

void KeyboardTest::browsing()
{
    const auto desk = openWindow(m_session, u"welcome"_s);
    PageView &page = desk->window.pageView();
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"308"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(page.slug(), u"308"_s);
    press(Qt::Key_5, Qt::AltModifier); // the fifth of the nine codes
    QTRY_COMPARE(page.slug(), u"304"_s);
    press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(page.slug(), u"308"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(receiver()->objectName(), u"findText"_s);
    type(u"method"_s);
    press(Qt::Key_Return);
    QVERIFY(page.textCursor().hasSelection() || !page.extraSelections().isEmpty());
    press(Qt::Key_Escape);
    QVERIFY(receiver()->objectName() != u"findText"_s);
    press(Qt::Key_F6);
    QVERIFY(page.hasFocus());
    for (int i = 0; i < 60 && page.slug() == u"308"_s; ++i) { // from link to link, until one leads to another page
        press(Qt::Key_Tab);
        if (page.hasFocus() && page.textCursor().charFormat().anchorHref().startsWith("page:"_L1))
            press(Qt::Key_Return);
    }
    QVERIFY(page.slug() != u"308"_s);
}

void KeyboardTest::experimenting()
{
    const auto desk = openWindow(m_session, u"302"_s);
    Playground &playground = desk->window.playground();
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(playground.isAncestorOf(receiver()));
    tabTo(u"url"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"lab:/lab/chain/307/303"_s);
    press(Qt::Key_Escape); // the list of suggestions
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(playground.chain().hops.size() == 3 && !playground.isRunning(), patience);
    QCOMPARE(playground.chain().hops.at(0).exchange.request.target.path, QByteArray("/lab/chain/307/303"));
    press(Qt::Key_F6, Qt::ShiftModifier);
    auto *stage = qobject_cast<StageWidget *>(receiver());
    QVERIFY(stage);
    tabTo(u"play"_s);
    press(Qt::Key_End);
    QVERIFY(playground.clock().atEnd());
    press(Qt::Key_F6, Qt::ShiftModifier);
    press(Qt::Key_Down); // on the stage, the arrows walk the hops
    const int hop = stage->selectedHop();
    press(Qt::Key_Up);
    QCOMPARE(stage->selectedHop(), hop - 1);
}

void KeyboardTest::steppingAndChanging()
{
    const auto desk = openWindow(m_session, u"302"_s);
    Playground &playground = desk->window.playground();
    press(Qt::Key_F6, Qt::ShiftModifier);
    tabTo(u"url"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"lab:/lab/chain/307/307"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_F10);
    auto *panel = playground.findChild<GatePanel *>();
    QTRY_VERIFY_WITH_TIMEOUT(playground.chain().hops.size() == 1 && playground.isRunning(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(playground.findChild<StageWidget *>()->storyboard().isHeld(), patience);
    if (!panel->isVisible())
        press(Qt::Key_F10); // tells the turn at once
    QTRY_VERIFY(panel->isVisible());
    tabTo(u"gateChange"_s);
    press(Qt::Key_Space);
    tabTo(u"url"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"lab:/lab/echo"_s);
    tabTo(u"gateSend"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!playground.isRunning(), patience);
    QCOMPARE(playground.chain().hops.size(), 2);
    QVERIFY(playground.chain().hops.at(1).exchange.changedByUser);
    QCOMPARE(playground.chain().hops.at(1).exchange.request.target.path, QByteArray("/lab/echo"));
}

void KeyboardTest::showingAClass()
{
    const auto desk = openWindow(m_session, u"307"_s);
    Playground &playground = desk->window.playground();
    press(Qt::Key_F6, Qt::ShiftModifier);
    press(Qt::Key_Space); // sends the example and plays
    QTRY_VERIFY_WITH_TIMEOUT(playground.chain().hops.size() == 3 && !playground.isRunning(), patience);
    StageClock &clock = playground.clock();
    tabTo(u"play"_s);
    press(Qt::Key_Home);
    QCOMPARE(clock.time(), 0.0);
    press(Qt::Key_N);
    QTRY_VERIFY(clock.time() > 0);
    clock.pause();
    const qreal firstTurn = clock.time();
    press(Qt::Key_Right);
    QTRY_VERIFY(clock.time() > firstTurn);
    press(Qt::Key_N, Qt::ShiftModifier);
    QTRY_VERIFY(clock.time() <= firstTurn);
    press(Qt::Key_End);
    QVERIFY(clock.atEnd());
    const qreal speed = clock.speed();
    press(Qt::Key_Plus);
    QVERIFY(clock.speed() > speed);
    press(Qt::Key_Minus);
    QCOMPARE(clock.speed(), speed);
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(receiver()->objectName(), u"paletteText"_s);
    type(u"compare clients"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(desk->window.compareView().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!desk->window.compareView().controller().isRunning(), patience);
}

void KeyboardTest::aRequestIsWrittenInTheEditors()
{
    const auto desk = openWindow(m_session, u"302"_s);
    const RequestDraft &draft = desk->window.playground().draft();
    press(Qt::Key_F6, Qt::ShiftModifier);
    tabTo(u"method"_s);
    QVERIFY(chooseFromMenu(u"PUT"_s));
    backIn(desk->window);
    QCOMPARE(draft.method, u"PUT"_s);

    tabTo(u"fields"_s);
    press(Qt::Key_Space);
    QVERIFY(QApplication::activePopupWidget());
    type(u"X-Note"_s);
    press(Qt::Key_Tab);
    type(u"one"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY2(draft.fieldLines.contains(u"X-Note: one"_s), qPrintable(draft.fieldLines));
    press(Qt::Key_Escape);
    backIn(desk->window);

    tabTo(u"body"_s);
    press(Qt::Key_Space);
    QVERIFY(QApplication::activePopupWidget());
    tabTo(u"bodyKind"_s);
    for (int i = 0; i < 4; ++i) // to None, whatever the example had
        press(Qt::Key_Left);
    press(Qt::Key_Right);
    tabTo(u"textBody"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"hello"_s);
    press(Qt::Key_Escape);
    backIn(desk->window);
    QCOMPARE(draft.body, "hello");
    QCOMPARE(receiver()->objectName(), u"body"_s);
}

void KeyboardTest::ctrlEnterSendsOnce()
{
    const auto desk = openWindow(m_session, u"302"_s);
    Playground &playground = desk->window.playground();
    press(Qt::Key_F6, Qt::ShiftModifier);
    tabTo(u"url"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"lab:/lab/chain/307/302"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_F10);
    auto *panel = playground.findChild<GatePanel *>();
    QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), patience);
    tabTo(u"gateChange"_s);
    press(Qt::Key_Space);
    QCOMPARE(receiver()->objectName(), u"url"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"lab:/lab/echo"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!playground.isRunning(), patience);
    QCOMPARE(playground.chain().hops.size(), 2); // a second press would have sent one's own request anew: three
    QVERIFY(playground.chain().hops.at(1).exchange.changedByUser);
}

void KeyboardTest::stoppingHere()
{
    const auto desk = openWindow(m_session, u"302"_s);
    Playground &playground = desk->window.playground();
    press(Qt::Key_F6, Qt::ShiftModifier);
    press(Qt::Key_F10);
    QTRY_VERIFY_WITH_TIMEOUT(playground.findChild<GatePanel *>()->isVisible(), patience);
    tabTo(u"gateStop"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY(!playground.isRunning());
    QCOMPARE(playground.chain().hops.size(), 1);
    QVERIFY2(QApplication::focusWidget() && QApplication::focusWidget()->isVisible(), "the focus is not lost");
}

void KeyboardTest::theSheetOfKeysOpensAndCloses()
{
    const auto desk = openWindow(m_session, u"302"_s);
    press(Qt::Key_F6);
    press(Qt::Key_F1);
    const CheatSheet &sheet = desk->window.cheatSheet();
    QTRY_VERIFY(sheet.isVisible() && receiver() && sheet.isAncestorOf(receiver()));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!sheet.isVisible());
    backIn(desk->window);
    QVERIFY(desk->window.pageView().hasFocus());
}

DETOUR_TEST(KeyboardTest)
#include "tst_keyboard.moc"
