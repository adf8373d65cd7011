// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/stage/stageclock.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace Detour;

class StageClockTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_now = 0;
        m_clock = std::make_unique<StageClock>(nullptr, [this] { return m_now; });
        m_clock->setDuration(1000);
    }

    void timeIsWhatPassedNotWhatTicked()
    {
        m_clock->play();
        pass(100);
        QCOMPARE(m_clock->time(), 100.0);
        m_clock->tick();
        m_clock->tick();
        QCOMPARE(m_clock->time(), 100.0);
    }

    void pausedTimeStands()
    {
        m_clock->play();
        pass(100);
        m_clock->pause();
        pass(100);
        QCOMPARE(m_clock->time(), 100.0);
        m_clock->play();
        QCOMPARE(m_clock->time(), 100.0);
        pass(10);
        QCOMPARE(m_clock->time(), 110.0);
    }

    void speedCountsFromItsChangeOn()
    {
        m_clock->play();
        m_now += 100'000'000;
        m_clock->setSpeed(2);
        QCOMPARE(m_clock->time(), 100.0);
        pass(100);
        QCOMPARE(m_clock->time(), 300.0);
        m_clock->setSpeed(100);
        QCOMPARE(m_clock->speed(), 4.0);
        m_clock->setSpeed(0);
        QCOMPARE(m_clock->speed(), 0.25);
    }

    void timerRunsOnlyWhileTimeMoves()
    {
        QVERIFY(!m_clock->isTicking());
        m_clock->play();
        QVERIFY(m_clock->isTicking());
        passInSteps(1100);
        QVERIFY(!m_clock->isTicking());
        QVERIFY(!m_clock->isPlaying());
        QCOMPARE(m_clock->time(), 1000.0);
    }

    void playingAtTheEndBeginsAgain()
    {
        m_clock->setTime(1000);
        m_clock->play();
        QCOMPARE(m_clock->time(), 0.0);
        QVERIFY(m_clock->isPlaying());
    }

    void openEndWaitsAndGoesOn()
    {
        QSignalSpy playing(m_clock.get(), &StageClock::playingChanged);
        m_clock->setOpenEnded(true);
        m_clock->play();
        passInSteps(1200);
        QVERIFY(m_clock->isPlaying());
        QVERIFY(!m_clock->isTicking());
        QCOMPARE(m_clock->time(), 1000.0);
        m_clock->setDuration(2000);
        QVERIFY(m_clock->isTicking());
        pass(50);
        QCOMPARE(m_clock->time(), 1050.0);
        m_clock->setOpenEnded(false);
        QVERIFY(m_clock->isPlaying());
        passInSteps(1000);
        QVERIFY(!m_clock->isPlaying());
        QCOMPARE(playing.size(), 2);
    }

    void closingTheEndStopsAClockThatWaitsThere()
    {
        m_clock->setOpenEnded(true);
        m_clock->play();
        passInSteps(1200);
        m_clock->setOpenEnded(false);
        QVERIFY(!m_clock->isPlaying());
    }

    void stepPlaysToItsStopAndPauses()
    {
        m_clock->playTo(300);
        passInSteps(250);
        QVERIFY(m_clock->isPlaying());
        passInSteps(250);
        QVERIFY(!m_clock->isPlaying());
        QCOMPARE(m_clock->time(), 300.0);
        m_clock->playTo(100);
        QCOMPARE(m_clock->time(), 100.0);
        QVERIFY(!m_clock->isPlaying());
    }

    void aLateTickIsNoJump()
    {
        m_clock->play();
        pass(60'000);
        QVERIFY(m_clock->time() <= 250);
    }

    void timeIsCutToTheStory()
    {
        m_clock->setTime(5000);
        QCOMPARE(m_clock->time(), 1000.0);
        m_clock->setTime(-5);
        QCOMPARE(m_clock->time(), 0.0);
        m_clock->setTime(std::numeric_limits<qreal>::quiet_NaN());
        QCOMPARE(m_clock->time(), 0.0);
        m_clock->setTime(800);
        m_clock->setDuration(500);
        QCOMPARE(m_clock->time(), 500.0);
    }

    void aRealTimerDrivesIt()
    {
        StageClock real;
        real.setDuration(40);
        QSignalSpy times(&real, &StageClock::timeChanged);
        real.play();
        QTRY_VERIFY(!real.isPlaying());
        QCOMPARE(real.time(), 40.0);
        QVERIFY(!times.isEmpty());
    }

private:
    void pass(int milliseconds)
    {
        m_now += qint64(milliseconds) * 1'000'000;
        m_clock->tick();
    }
    void passInSteps(int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += 50)
            pass(50);
    }

    qint64 m_now = 0;
    std::unique_ptr<StageClock> m_clock;
};

DETOUR_TEST(StageClockTest)
#include "tst_stageclock.moc"
