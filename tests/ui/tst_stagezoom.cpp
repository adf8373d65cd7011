// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/chains.h"
#include "support/testregistry.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/stagescenes.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

constexpr QSize windowStage(699, 432);

void turnWheel(StageWidget &stage, int delta, Qt::KeyboardModifiers modifiers)
{
    const QPointF at(200, 150);
    QWheelEvent event(at, stage.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(stage.viewport(), &event);
}

QImage shown(StageWidget &stage)
{
    return stage.viewport()->grab().toImage().convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace

class StageZoomTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_stage = std::make_unique<StageWidget>();
        m_stage->resize(windowStage);
        m_stage->setStoryboard(Storyboard::fromChain(longChain(40)));
        m_stage->show();
        m_stage->clock()->setTime(m_stage->storyboard().duration());
    }

    void cleanup() { m_stage.reset(); }

    void theWheelWithControlZooms()
    {
        QSignalSpy zoomed(m_stage.get(), &StageWidget::zoomChanged);
        turnWheel(*m_stage, 120, Qt::ControlModifier);
        QCOMPARE(m_stage->zoom(), 1.25);
        turnWheel(*m_stage, -120, Qt::ControlModifier);
        turnWheel(*m_stage, -120, Qt::ControlModifier);
        QCOMPARE(m_stage->zoom(), 0.8);
        QCOMPARE(zoomed.size(), 3);
        turnWheel(*m_stage, 60, Qt::ControlModifier);
        QCOMPARE(m_stage->zoom(), 0.8); // half a notch
    }

    void whatIsUnderThePointerStays()
    {
        const QPoint at(300, 200);
        m_stage->verticalScrollBar()->setValue(2000);
        const int hop = m_stage->hopAt(at);
        QVERIFY(hop > 5);
        for (const qreal zoom : {1.5, 3.0, 0.5, 1.0}) {
            m_stage->setZoom(zoom, at);
            QCOMPARE(m_stage->hopAt(at), hop);
        }
    }

    void keysZoomAndAreTheStagesWhileItHasTheFocus()
    {
        for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus, Qt::Key_0}) {
            QKeyEvent event(QEvent::ShortcutOverride, key, Qt::ControlModifier);
            event.ignore();
            QApplication::sendEvent(m_stage.get(), &event);
            QVERIFY(event.isAccepted());
        }
        QKeyEvent search(QEvent::ShortcutOverride, Qt::Key_K, Qt::ControlModifier);
        search.ignore();
        QApplication::sendEvent(m_stage.get(), &search);
        QVERIFY(!search.isAccepted());
        QTest::keyClick(m_stage.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_stage->zoom(), 1.25);
        QTest::keyClick(m_stage.get(), Qt::Key_Minus, Qt::ControlModifier);
        QTest::keyClick(m_stage.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_stage->zoom(), 0.8);
        QTest::keyClick(m_stage.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(m_stage->zoom(), 1.0);
    }

    void zoomIsBounded()
    {
        m_stage->setZoom(100);
        QCOMPARE(m_stage->zoom(), StageWidget::largestZoom);
        m_stage->setZoom(0);
        QCOMPARE(m_stage->zoom(), StageWidget::smallestZoom);
        m_stage->setZoom(qQNaN());
        QCOMPARE(m_stage->zoom(), StageWidget::smallestZoom);
        for (int i = 0; i < 20; ++i)
            m_stage->stepZoom(1);
        QCOMPARE(m_stage->zoom(), StageWidget::largestZoom);
    }

    void aZoomedPictureIsDrawnAndNotBlownUp_data()
    {
        QTest::addColumn<qreal>("zoom");
        QTest::newRow("half") << 0.5;
        QTest::newRow("larger") << 1.5;
        QTest::newRow("largest") << 3.0;
    }

    void aZoomedPictureIsDrawnAndNotBlownUp()
    {
        QFETCH(qreal, zoom);
        m_stage->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_stage->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_stage->resize(696, 432); // whole numbers at each of these sizes
        m_stage->setStoryboard(Storyboard::fromChain(longChain(6)));
        m_stage->setZoom(zoom);
        m_stage->clock()->setTime(m_stage->storyboard().timeOfHop(2));
        m_stage->verticalScrollBar()->setValue(0);
        m_stage->clearFocus();
        QImage wanted = m_stage->renderAt(m_stage->clock()->time(), (QSizeF(696, 432) / zoom).toSize(), zoom);
        wanted.setDevicePixelRatio(1);
        QCOMPARE(shown(*m_stage), wanted);
    }

    void draggingPansAndPicksNothing()
    {
        m_stage->verticalScrollBar()->setValue(1000);
        QSignalSpy picked(m_stage.get(), &StageWidget::hopActivated);
        QTest::mousePress(m_stage->viewport(), Qt::LeftButton, {}, QPoint(300, 300));
        QTest::mouseMove(m_stage->viewport(), QPoint(300, 250));
        QTest::mouseMove(m_stage->viewport(), QPoint(300, 200));
        QTest::mouseRelease(m_stage->viewport(), Qt::LeftButton, {}, QPoint(300, 200));
        QCOMPARE(m_stage->verticalScrollBar()->value(), 1100);
        QVERIFY(picked.isEmpty());
        QTest::mouseClick(m_stage->viewport(), Qt::LeftButton, {}, QPoint(300, 200));
        QCOMPARE(picked.size(), 1);
    }

    void clicksFindHopsAtAnyZoom()
    {
        QSignalSpy picked(m_stage.get(), &StageWidget::hopActivated);
        for (const qreal zoom : {0.33, 1.0, 2.0}) {
            m_stage->setZoom(zoom);
            m_stage->scrollToHop(20);
            QTest::mouseClick(m_stage->viewport(), Qt::LeftButton, {},
                              m_stage->hopRect(20).intersected(m_stage->viewport()->rect()).center());
            QCOMPARE(picked.takeLast().at(0).toInt(), 20);
        }
    }

    void theWheelWithShiftGoesSideways()
    {
        m_stage->setStoryboard(Storyboard::fromChain(eightOrigins()));
        m_stage->resize(400, 300);
        m_stage->clock()->setTime(m_stage->storyboard().duration());
        QVERIFY(m_stage->horizontalScrollBar()->maximum() > 0);
        m_stage->horizontalScrollBar()->setValue(0);
        turnWheel(*m_stage, -120, Qt::ShiftModifier);
        QVERIFY(m_stage->horizontalScrollBar()->value() > 0);
    }

    void aFarLaneIsShownWhileItIsAsked()
    {
        m_stage->resize(500, 300);
        m_stage->setStoryboard(Storyboard::fromChain(eightOrigins()));
        const Storyboard &board = m_stage->storyboard();
        const int last = int(board.hops().size()) - 1;
        const qreal start = board.beats().at(board.beatsOfHop(last).first).start;
        m_stage->clock()->setTime(start + 700); // on its way, or waiting there
        QCOMPARE(m_stage->horizontalScrollBar()->value(), m_stage->horizontalScrollBar()->maximum());
        m_stage->clock()->setTime(board.duration());
        QCOMPARE(m_stage->horizontalScrollBar()->value(), 0);
    }

    void onAWallItFollowsWhatIsToldNow()
    {
        constexpr qreal unit = 2.5;
        const qreal before = Theme::textScale();
        Theme::setTextScale(2);     // says nothing here
        m_stage->resize(1280, 300); // less than a hop needs
        m_stage->project(unit);
        const Storyboard &board = m_stage->storyboard();
        for (const qreal stop : board.stops()) {
            m_stage->clock()->setTime(stop);
            const Frame &frame = m_stage->frame();
            const HopFrame &told = frame.hops.at(frame.currentHop - frame.hops.constFirst().hop);
            const QRect rows = m_stage->hopRect(frame.currentHop);
            const QRect seen = m_stage->viewport()->rect();
            if (told.sign > 0)
                QVERIFY(rows.bottom() <= seen.bottom() + 60 * unit && rows.bottom() > seen.top());
            else
                QVERIFY(rows.top() >= seen.top() - unit && rows.top() < seen.bottom());
        }
        m_stage->resize(1280, 900); // nobody scrolled: it goes on following
        m_stage->clock()->setTime(board.timeOfHop(20));
        QVERIFY(m_stage->viewport()->rect().intersects(m_stage->hopRect(20)));
        Theme::setTextScale(before);
    }

private:
    std::unique_ptr<StageWidget> m_stage;
};

DETOUR_TEST(StageZoomTest)
#include "tst_stagezoom.moc"
