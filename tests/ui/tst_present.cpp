// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "presentwall.h"
#include "support/testregistry.h"
#include "ui/present/presentfoot.h"
#include "ui/present/slideview.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

PresentItem slide(const QString &title, const QString &markdown)
{
    PresentItem item;
    item.over = u"The form that vanished"_s;
    item.title = title;
    item.markdown = markdown;
    return item;
}

} // namespace

class TestPresent final : public QObject
{
    Q_OBJECT

private slots:
    void everyStopOfTheStoryIsReachedByKeysAlone_data();
    void everyStopOfTheStoryIsReachedByKeysAlone();
    void homeAndEndGoToTheEnds();
    void theTitleTellsWhatIsTold();
    void theStripShowsOnlyWhatWasReached();
    void blankHidesAllUntilAnyKey();
    void escapeLeavesWhatLiesOverFirst();
    void leavingTellsTheMoment();
    void thePointerGoesAndComesBack();
    void theRecorderSeesSmallText();
    void noTextIsSmall_data();
    void noTextIsSmall();
    void wordsThatFitAreNotCut();
    void itGrowsWithItsScreen_data();
    void itGrowsWithItsScreen();
    void aLongSlideIsScrolledByTheKeysThatGoOn();
    void slidesAreWalkedBothWays();
};

void TestPresent::everyStopOfTheStoryIsReachedByKeysAlone_data()
{
    QTest::addColumn<Qt::Key>("on");
    QTest::addColumn<Qt::Key>("back");
    QTest::newRow("arrows") << Qt::Key_Right << Qt::Key_Left;
    QTest::newRow("a clicker") << Qt::Key_PageDown << Qt::Key_PageUp;
}

void TestPresent::everyStopOfTheStoryIsReachedByKeysAlone()
{
    QFETCH(Qt::Key, on);
    QFETCH(Qt::Key, back);
    Wall wall;
    const QList<qreal> stops = wall.controller.storyboard().stops();
    QVERIFY(stops.size() > 5);
    for (qsizetype i = 1; i < stops.size(); ++i) {
        wall.stepOn(on);
        QCOMPARE(wall.view.clock().time(), stops.at(i));
    }
    wall.press(on); // there is no more
    QCOMPARE(wall.view.clock().time(), stops.constLast());
    for (qsizetype i = stops.size() - 2; i >= 0; --i) {
        wall.press(back);
        QCOMPARE(wall.view.clock().time(), stops.at(i));
    }
}

void TestPresent::homeAndEndGoToTheEnds()
{
    Wall wall;
    wall.press(Qt::Key_End);
    QVERIFY(wall.view.clock().atEnd());
    QVERIFY(wall.view.clock().duration() > 0);
    wall.press(Qt::Key_Home);
    QCOMPARE(wall.view.clock().time(), 0.0);
    wall.press(Qt::Key_Space);
    QVERIFY(wall.view.clock().isPlaying());
    wall.press(Qt::Key_Space);
    QVERIFY(!wall.view.clock().isPlaying());
}

void TestPresent::theTitleTellsWhatIsTold()
{
    Wall wall(checkout());
    QStringList titles;
    QStringList overs;
    for (const qreal stop : wall.controller.storyboard().stops()) {
        wall.view.clock().setTime(stop);
        if (titles.isEmpty() || titles.constLast() != wall.text("presentTitle")) {
            titles.append(wall.text("presentTitle"));
            overs.append(wall.text("presentOver"));
        }
    }
    QCOMPARE(titles.at(0), u"POST /checkout"_s);
    QCOMPARE(titles.at(1), u"302 Found"_s);
    QCOMPARE(titles.at(2), u"POST becomes GET"_s);
    QVERIFY(titles.at(3).startsWith(u"GET /"_s));
    QCOMPARE(titles.at(4), u"200 OK"_s);
    QCOMPARE(overs.at(2), u"302 Found · Browsers (Fetch)"_s);
}

void TestPresent::theStripShowsOnlyWhatWasReached()
{
    using Kind = StripMark::Kind;
    Wall wall(checkout());
    const auto *foot = wall.view.findChild<PresentFoot *>();
    QCOMPARE(foot->marks(), (QList<StripMark>{{Kind::Request, 0}}));
    QList<QList<StripMark>> seen;
    for (const qreal stop : wall.controller.storyboard().stops()) {
        wall.view.clock().setTime(stop);
        if (seen.isEmpty() || seen.constLast() != foot->marks())
            seen.append(foot->marks());
    }
    QCOMPARE(seen.at(1), (QList<StripMark>{{Kind::Request, 0}, {Kind::Sign, 302}}));
    QCOMPARE(seen.constLast(),
             (QList<StripMark>{{Kind::Request, 0}, {Kind::Sign, 302}, {Kind::Request, 0}, {Kind::Done, 200}}));
}

void TestPresent::blankHidesAllUntilAnyKey()
{
    Wall wall;
    wall.press(Qt::Key_End);
    for (const Qt::Key key : {Qt::Key_B, Qt::Key_Period}) {
        wall.press(key);
        QVERIFY(wall.view.isBlank());
        const QImage black = wall.view.grab().toImage();
        for (const QPoint &at : {QPoint(90, 60), QPoint(300, 300), QPoint(640, 690), QPoint(1279, 0)})
            QCOMPARE(black.pixelColor(at), QColor(Qt::black));
        QTest::keyClick(&wall.view, Qt::Key_Shift);
        QVERIFY(wall.view.isBlank());
        wall.press(Qt::Key_Left);
        QVERIFY(!wall.view.isBlank());
        QVERIFY(wall.view.clock().atEnd()); // the key did nothing else
    }
    wall.press(Qt::Key_B);
    wall.press(Qt::Key_X);
    QVERIFY(!wall.view.isBlank());
}

void TestPresent::escapeLeavesWhatLiesOverFirst()
{
    Wall wall;
    wall.press(Qt::Key_End);
    wall.press(Qt::Key_Z);
    QVERIFY(wall.view.isZoomed());
    QVERIFY(wall.view.stage().zoom() > 1.2);
    wall.press(Qt::Key_Z);
    QVERIFY(!wall.view.isZoomed());
    QCOMPARE(wall.view.stage().zoom(), 1.0);
    wall.press(Qt::Key_Z);
    wall.press(Qt::Key_Question);
    QVERIFY(wall.view.showsKeys());
    wall.press(Qt::Key_B);
    QVERIFY(wall.view.isBlank());
    wall.press(Qt::Key_Escape);
    QVERIFY(!wall.view.isBlank());
    wall.press(Qt::Key_F1);
    wall.press(Qt::Key_Escape);
    QVERIFY(!wall.view.showsKeys());
    QVERIFY(wall.view.isZoomed());
    wall.press(Qt::Key_Escape);
    QVERIFY(!wall.view.isZoomed());
    QVERIFY(wall.view.isVisible());
    wall.press(Qt::Key_Escape);
    QVERIFY(!wall.view.isVisible());
}

void TestPresent::leavingTellsTheMoment()
{
    Wall wall;
    QSignalSpy left(&wall.view, &PresentView::left);
    wall.stepOn();
    wall.stepOn();
    const qreal time = wall.view.clock().time();
    QVERIFY(time > 0);
    wall.press(Qt::Key_F5);
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.constFirst().constFirst().toReal(), time);
}

void TestPresent::thePointerGoesAndComesBack()
{
    const auto moveTo = [](QWidget &widget, QPoint at) {
        QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
    };
    Wall wall(upload(), usualWall, 20ms);
    moveTo(wall.view, {300, 300});
    QVERIFY(!wall.view.cursorIsHidden());
    QTRY_VERIFY(wall.view.cursorIsHidden());
    QCOMPARE(QApplication::overrideCursor()->shape(), Qt::BlankCursor);
    moveTo(wall.view, {300, 300}); // it did not move
    QVERIFY(wall.view.cursorIsHidden());
    moveTo(wall.view, {301, 300});
    QVERIFY(!wall.view.cursorIsHidden());
    QVERIFY(!QApplication::overrideCursor());
    QTRY_VERIFY(wall.view.cursorIsHidden());
    wall.view.close();
    QVERIFY(!QApplication::overrideCursor());
}

void TestPresent::theRecorderSeesSmallText()
{
    QLabel small(u"small"_s);
    small.setFont(Theme::exactTextFont(12));
    TextRecorder recorder(small.sizeHint());
    small.render(&recorder);
    QCOMPARE(recorder.texts().size(), 1);
    QCOMPARE(recorder.texts().constFirst().pixels, 12.0);
    QVERIFY(!tooSmall(recorder.texts(), PresentScale::smallest).isEmpty());
}

void TestPresent::noTextIsSmall_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<qreal>("textScale");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark") << true << 1.0;
    QTest::newRow("light, text twice as large") << false << 2.0;
    QTest::newRow("dark, text twice as large") << true << 2.0;
    QTest::newRow("light, smaller text") << false << 0.9;
}

void TestPresent::noTextIsSmall()
{
    QFETCH(bool, dark);
    QFETCH(qreal, textScale);
    const RedirectChain chains[] = {
        upload(), longChain(4),
        ChainMaker::post(uri("a.localhost", "/x")).stops(302, "ftp://files.test/x", u"refused-scheme"_s).chain(),
        ChainMaker::get(uri("a.localhost", "/missing")).delivers(404).chain(),
        ChainMaker::get(uri("a.localhost", "/x")).fails(u"connection-refused"_s, u"Nobody listens there."_s).chain()};
    Wall wall;
    wall.theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    wall.theme.setTextScale(textScale);
    int texts = 0;
    const auto check = [&wall, &texts] {
        const QList<DrawnText> drawn = textsOn(wall.view);
        texts += int(drawn.size());
        return tooSmall(drawn, PresentScale::smallest);
    };
    for (const RedirectChain &chain : chains) {
        wall.controller.show(chain);
        wall.view.clock().pause();
        for (const qreal stop : wall.controller.storyboard().stops()) {
            wall.view.clock().setTime(stop);
            QCOMPARE(check(), QString());
        }
        wall.press(Qt::Key_Z);
        QCOMPARE(check(), QString());
        wall.press(Qt::Key_Z);
    }
    wall.press(Qt::Key_F1);
    QCOMPARE(check(), QString());
    wall.press(Qt::Key_Escape);
    wall.view.showItems({slide(u"What you can tell afterwards"_s,
                               u"A `pill:POST+body` meets `sign:302`.\n\n- one **two** `code`\n- three\n\n> Aside."_s),
                         slide(u"Long"_s, u"word "_s.repeated(400))});
    QCOMPARE(check(), QString());
    wall.press(Qt::Key_Right);
    QCOMPARE(check(), QString());
    QVERIFY(texts > 300);
}

void TestPresent::wordsThatFitAreNotCut()
{
    FittedLabel label;
    label.setLead(u"Turn 1."_s);
    label.setText(u"The server says 307: go to /lab/chain/303. The client sends the same POST again, body and all."_s);
    for (int width = 500; width < 1500; width += 7) {
        label.resize(width, 148);
        TextRecorder recorder(label.size());
        label.render(&recorder);
        QVERIFY(!recorder.texts().isEmpty());
        for (const DrawnText &text : recorder.texts())
            QVERIFY2(!text.text.contains(u'…'), qPrintable(text.text));
    }
}

void TestPresent::itGrowsWithItsScreen_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qreal>("least");
    QTest::newRow("1024 × 768") << QSize(1024, 768) << 24 * 0.8;
    QTest::newRow("1920 × 1080") << QSize(1920, 1080) << 24 * 1.5;
    QTest::newRow("4K") << QSize(3840, 2160) << 24 * 3.0;
}

void TestPresent::itGrowsWithItsScreen()
{
    QFETCH(QSize, size);
    QFETCH(qreal, least);
    Wall wall(upload(), size);
    wall.press(Qt::Key_End);
    QCOMPARE(tooSmall(textsOn(wall.view), least), QString());
    for (QWidget *child : wall.view.findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        QVERIFY2(wall.view.rect().contains(child->geometry()), qPrintable(child->objectName()));
}

void TestPresent::aLongSlideIsScrolledByTheKeysThatGoOn()
{
    Wall wall;
    wall.view.showItems({slide(u"Long"_s, QString(u"many words "_s).repeated(400)), slide(u"Short"_s, u"End."_s)});
    const auto *shown = wall.view.findChild<SlideView *>();
    int pages = 1;
    while (shown->hasMore()) {
        wall.press(Qt::Key_PageDown);
        QCOMPARE(wall.view.currentItem(), 0);
        QVERIFY(++pages < 50);
    }
    QVERIFY(pages > 1);
    wall.press(Qt::Key_PageDown);
    QCOMPARE(wall.view.currentItem(), 1);
    QCOMPARE(wall.text("presentTitle"), u"Short"_s);
    wall.press(Qt::Key_PageUp);
    QCOMPARE(wall.view.currentItem(), 0);
    QVERIFY(!shown->hasMore()); // back at its end
}

void TestPresent::slidesAreWalkedBothWays()
{
    Wall wall;
    wall.view.showItems({slide(u"One"_s, u"1"_s), slide(u"Two"_s, u"2"_s), slide(u"Three"_s, u"3"_s)});
    wall.press(Qt::Key_Space);
    QCOMPARE(wall.text("presentTitle"), u"Two"_s);
    wall.press(Qt::Key_End);
    QCOMPARE(wall.text("presentTitle"), u"Three"_s);
    wall.press(Qt::Key_Right);
    QCOMPARE(wall.text("presentTitle"), u"Three"_s);
    wall.press(Qt::Key_Left);
    QCOMPARE(wall.text("presentTitle"), u"Two"_s);
    wall.press(Qt::Key_Home);
    QCOMPARE(wall.text("presentTitle"), u"One"_s);
}

DETOUR_TEST(TestPresent)
#include "tst_present.moc"
