// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/chains.h"
#include "support/testregistry.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

constexpr QSize windowStage(699, 432);

int countOf(const QImage &image, const QColor &color, const QRect &where)
{
    int count = 0;
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

QRect capsuleAt(const StageGeometry &geometry, int hop)
{
    return QRectF(geometry.capsuleLeft(), geometry.requestY(hop) - 14, 60, 28).toRect();
}

} // namespace

class StageTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_stage = std::make_unique<StageWidget>();
        m_stage->resize(windowStage);
    }

    void cleanup() { m_stage.reset(); }

    void everyRequestRestsAsACapsuleAtTheClient()
    {
        tell(upload());
        const QImage end = m_stage->renderAt(m_stage->storyboard().duration(), windowStage);
        const StageGeometry geometry(m_stage->storyboard(), windowStage);
        const Theme theme = Theme::light();
        QVERIFY(countOf(end, theme.method("POST"), capsuleAt(geometry, 0)) > 300);
        QVERIFY(countOf(end, theme.method("POST"), capsuleAt(geometry, 1)) > 300);
        QVERIFY(countOf(end, theme.method("GET"), capsuleAt(geometry, 2)) > 300);
        QCOMPARE(countOf(end, theme.method("POST"), capsuleAt(geometry, 2)), 0);
    }

    void theCapsuleTurnsOverAtTheSign()
    {
        tell(checkout());
        const Storyboard &board = m_stage->storyboard();
        const StageGeometry geometry(board, windowStage);
        const Theme theme = Theme::light();
        const auto [first, last] = board.beatsOfHop(0);
        for (int i = first; i < last; ++i) {
            const Beat beat = board.beats().at(i);
            if (beat.kind != BeatKind::Flip)
                continue;
            const QRect where = capsuleAt(geometry, 1);
            const QImage before = m_stage->renderAt(beat.start, windowStage);
            QVERIFY(countOf(before, theme.method("POST"), where) > 300);
            const QImage edge = m_stage->renderAt(beat.start + beat.duration / 2, windowStage);
            QVERIFY(countOf(edge, theme.method("GET"), where) < 200);
            const QImage after = m_stage->renderAt(beat.end(), windowStage);
            QVERIFY(countOf(after, theme.method("GET"), where) > 300);
            return;
        }
        QFAIL("There is no flip.");
    }

    void whatIsNotReachedIsNotDrawn()
    {
        tell(upload());
        const StageGeometry geometry(m_stage->storyboard(), windowStage);
        const QImage start = m_stage->renderAt(0, windowStage);
        const QRect below(0, int(geometry.answerY(0)) - 14, int(geometry.clientX()) - 4, 300);
        QCOMPARE(countOf(start, Theme::light().surface, below), below.width() * below.height());
    }

    void picturesAreAFunctionOfTime()
    {
        tell(checkout());
        const QImage once = m_stage->renderAt(2500, windowStage);
        QVERIFY(!m_stage->renderAt(100, windowStage).isNull());
        m_stage->clock()->setTime(3000);
        QCOMPARE(m_stage->renderAt(2500, windowStage), once);
        QVERIFY(m_stage->renderAt(2400, windowStage) != once);
    }

    void theKeptPictureShowsTheSameAsAFreshOne()
    {
        tell(longChain(40));
        m_stage->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_stage->show();
        const StageGeometry geometry(m_stage->storyboard(), windowStage);
        for (const qreal time : {100.0, 900.0, 2500.0, 2600.0, 5000.0, 1200.0}) {
            m_stage->clock()->setTime(time);
            m_stage->verticalScrollBar()->setValue(0);
            m_stage->clearFocus();
            QCOMPARE(m_stage->grab().toImage().convertToFormat(QImage::Format_ARGB32_Premultiplied),
                     m_stage->renderAt(time, windowStage));
        }
    }

    void reducedMotionShowsStills()
    {
        tell(checkout());
        m_stage->setReducedMotion(true);
        QCOMPARE(m_stage->renderAt(100, windowStage), m_stage->renderAt(500, windowStage));
        QVERIFY(m_stage->renderAt(0, windowStage) != m_stage->renderAt(100, windowStage));
    }

    void clicksAndKeysPickHops()
    {
        tell(upload());
        m_stage->show();
        QSignalSpy picked(m_stage.get(), &StageWidget::hopActivated);
        m_stage->clock()->setTime(m_stage->storyboard().duration());
        click(1);
        QCOMPARE(picked.takeFirst().at(0).toInt(), 1);
        QCOMPARE(m_stage->selectedHop(), 1);
        QTest::keyClick(m_stage.get(), Qt::Key_Down);
        QCOMPARE(m_stage->selectedHop(), 2);
        QTest::keyClick(m_stage.get(), Qt::Key_Down);
        QCOMPARE(m_stage->selectedHop(), 2);
        QTest::keyClick(m_stage.get(), Qt::Key_Home);
        QCOMPARE(m_stage->selectedHop(), 0);
        QTest::keyClick(m_stage.get(), Qt::Key_Up);
        QCOMPARE(m_stage->selectedHop(), 0);
        QTest::keyClick(m_stage.get(), Qt::Key_End);
        QCOMPARE(m_stage->selectedHop(), 2);
    }

    void hopsToComeCannotBePicked()
    {
        tell(upload());
        m_stage->show();
        QSignalSpy picked(m_stage.get(), &StageWidget::hopActivated);
        m_stage->clock()->setTime(300);
        click(1);
        QVERIFY(picked.isEmpty());
        QTest::keyClick(m_stage.get(), Qt::Key_End);
        QCOMPARE(m_stage->selectedHop(), 0);
    }

    void theWindowKeepsItsKeys()
    {
        tell(upload());
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Left, Qt::Key_Right}) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(m_stage.get(), &event);
            QVERIFY(!event.isAccepted());
        }
    }

    void longChainsFollowThePlayhead()
    {
        tell(longChain(200));
        m_stage->show();
        const qreal time = m_stage->storyboard().timeOfHop(150);
        m_stage->clock()->setTime(time);
        QCOMPARE(m_stage->frame().currentHop, 150);
        QVERIFY(m_stage->viewport()->rect().intersects(m_stage->hopRect(150)));
        QVERIFY(m_stage->frame().hops.size() < 20);
        m_stage->clock()->setTime(0);
        QCOMPARE(m_stage->verticalScrollBar()->value(), 0);
    }

    void atTheEndTheLastHopIsInSight()
    {
        m_stage->resize(windowStage.width(), 210);
        m_stage->show();
        tell(upload());
        StageClock *clock = m_stage->clock();
        clock->setTime(clock->duration() - 40);
        m_stage->verticalScrollBar()->setValue(0);
        clock->play();
        QTRY_VERIFY(clock->atEnd() && !clock->isPlaying());
        const int last = int(m_stage->storyboard().hops().size()) - 1;
        const auto inSight = [this, last] {
            return m_stage->viewport()->rect().contains(m_stage->hopRect(last).bottomLeft() - QPoint(0, 2));
        };
        QVERIFY(inSight());
        m_stage->resize(windowStage.width(), 180);
        QVERIFY2(inSight(), "and stays there when the window gets lower");
        m_stage->resize(windowStage.width(), 230); // its bar moves by itself: nobody scrolled
        m_stage->resize(windowStage.width(), 180);
        QVERIFY2(inSight(), "and when it gets higher and lower again");
    }

    void aPersonsScrollingEndsTheFollowing()
    {
        tell(longChain(200));
        m_stage->show();
        m_stage->clock()->setTime(m_stage->storyboard().timeOfHop(100));
        m_stage->clock()->play();
        m_stage->verticalScrollBar()->setValue(10);
        m_stage->clock()->setTime(m_stage->storyboard().timeOfHop(101));
        QCOMPARE(m_stage->verticalScrollBar()->value(), 10);
        m_stage->clock()->pause();
        m_stage->clock()->setTime(m_stage->storyboard().timeOfHop(102));
        QVERIFY(m_stage->verticalScrollBar()->value() > 1000);
    }

    void aGrowingChainKeepsThePlayhead()
    {
        const ChainMaker maker =
            ChainMaker::post(uri("a.localhost", "/")).keepsTo(307, uri("b.localhost", "/")).delivers(200);
        m_stage->setStoryboard(Storyboard::fromChain(maker.running(1)));
        m_stage->clock()->play();
        m_stage->clock()->setTime(m_stage->storyboard().duration());
        m_stage->clock()->tick();
        QVERIFY(m_stage->clock()->isPlaying());
        const qreal time = m_stage->clock()->time();
        m_stage->setStoryboard(Storyboard::fromChain(maker.chain()), true);
        QCOMPARE(m_stage->clock()->time(), time);
        QVERIFY(m_stage->clock()->isTicking());
        m_stage->setStoryboard(Storyboard::fromChain(upload()));
        QCOMPARE(m_stage->clock()->time(), 0.0);
        QVERIFY(!m_stage->clock()->isPlaying());
    }

    void framesAreTold()
    {
        tell(checkout());
        QSignalSpy frames(m_stage.get(), &StageWidget::frameChanged);
        m_stage->clock()->setTime(300);
        QCOMPARE(frames.size(), 1);
        QCOMPARE(frames.first().at(0).value<Frame>().captionLead, u"Hop 1."_s);
    }

    void aWaitingStoryLeavesRoom()
    {
        QVERIFY(m_stage->overlayRect().isEmpty());
        m_stage->setStoryboard(Storyboard::waiting(checkout().hops.first().exchange.request, u"Browsers (Fetch)"_s));
        const QRect room = m_stage->overlayRect();
        QVERIFY(room.width() > 300 && room.height() > 200);
        QVERIFY(m_stage->viewport()->rect().contains(room));
        const QImage image = m_stage->renderAt(0, windowStage);
        QVERIFY(countOf(image, Theme::light().method("POST"), QRect(110, 60, 90, 40)) > 500);
    }

    void screenReadersFindEachHop()
    {
        tell(upload());
        m_stage->show();
        m_stage->clock()->setTime(m_stage->storyboard().duration());
        QAccessibleInterface *stage = QAccessible::queryAccessibleInterface(m_stage.get());
        QVERIFY(stage);
        QCOMPARE(stage->text(QAccessible::Name), u"Stage"_s);
        QVERIFY(stage->text(QAccessible::Description).contains(m_stage->frame().captionText));
        QCOMPARE(stage->childCount(), 3);
        QAccessibleInterface *hop = stage->child(1);
        QVERIFY(hop && hop->isValid());
        QCOMPARE(hop, stage->child(1));
        QCOMPARE(hop->text(QAccessible::Name), m_stage->storyboard().hops().at(1).sentence);
        QCOMPARE(hop->parent(), stage);
        QCOMPARE(stage->indexOfChild(hop), 1);
        QVERIFY(!hop->rect().isEmpty());
        QVERIFY(!stage->child(3));
        QSignalSpy picked(m_stage.get(), &StageWidget::hopActivated);
        hop->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(picked.size(), 1);
        QVERIFY(hop->state().selected);
        m_stage->clock()->setTime(0);
        QCOMPARE(stage->childCount(), 1);
        m_stage->setStoryboard(Storyboard());
        QVERIFY(!hop->isValid());
        QCOMPARE(stage->childCount(), 0);
    }

    void aCaptionIsAnnouncedAtAStop()
    {
        tell(checkout());
        m_stage->clock()->setTime(m_stage->storyboard().stops().at(1));
        QVERIFY(m_stage->accessibleDescription().contains(u"POST"_s));
        const QString before = m_stage->accessibleDescription();
        m_stage->clock()->play();
        m_stage->clock()->setTime(m_stage->storyboard().stops().at(2));
        QCOMPARE(m_stage->accessibleDescription(), before);
        m_stage->clock()->pause();
        QVERIFY(m_stage->accessibleDescription() != before);
    }

    void emptyAndTinyStagesAreHarmless()
    {
        m_stage->resize(1, 1);
        m_stage->show();
        m_stage->grab();
        tell(upload());
        m_stage->clock()->setTime(4000);
        m_stage->grab();
        m_stage->setStoryboard(Storyboard());
        m_stage->resize(windowStage);
        m_stage->grab();
        QTest::keyClick(m_stage.get(), Qt::Key_Down);
        QTest::mouseClick(m_stage->viewport(), Qt::LeftButton, {}, QPoint(100, 100));
        QCOMPARE(m_stage->selectedHop(), -1);
    }

private:
    void tell(const RedirectChain &chain) { m_stage->setStoryboard(Storyboard::fromChain(chain)); }

    void click(int hop) { QTest::mouseClick(m_stage->viewport(), Qt::LeftButton, {}, m_stage->hopRect(hop).center()); }

    std::unique_ptr<StageWidget> m_stage;
};

DETOUR_TEST(StageTest)
#include "tst_stage.moc"
