// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "chains.h"
#include "story/instep.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;

class TestInStep final : public QObject
{
    Q_OBJECT

private slots:
    void equalStoriesAreAtTheSameMoment();
    void endsMeet();
    void everyHopIsToldAtTheSameHop();
    void aShorterStoryWaitsAtItsEnd();
    void timeNeverRunsBack();
    void anEmptyStoryIsAtItsBeginning();
};

void TestInStep::equalStoriesAreAtTheSameMoment()
{
    const Storyboard board = Storyboard::fromChain(upload());
    for (qreal time = 0; time <= board.duration(); time += board.duration() / 40) {
        QVERIFY(qAbs(timeInStep(board, time, board) - time) < 0.001);
    }
}

void TestInStep::endsMeet()
{
    const Storyboard a = Storyboard::fromChain(upload());
    const Storyboard b = Storyboard::fromChain(longChain(3));
    QCOMPARE(timeInStep(a, 0, b), 0.0);
    QCOMPARE(timeInStep(a, a.duration(), b), b.duration());
    QCOMPARE(timeInStep(b, b.duration(), a), a.duration());
}

void TestInStep::everyHopIsToldAtTheSameHop()
{
    const Storyboard leader = Storyboard::fromChain(longChain(6));
    const Storyboard follower = Storyboard::fromChain(ChainMaker::post(uri("a.test", "/1"))
                                                          .keepsTo(307, uri("a.test", "/2"))
                                                          .keepsTo(308, uri("a.test", "/3"))
                                                          .becomesGetAt(303, uri("b.test", "/4"))
                                                          .becomesGetAt(302, uri("b.test", "/5"))
                                                          .becomesGetAt(302, uri("b.test", "/6"))
                                                          .delivers(200)
                                                          .chain());
    for (int hop = 0; hop < 6; ++hop) {
        const qreal told = leader.timeOfHop(hop);
        QCOMPARE(follower.hopAt(timeInStep(leader, told - 1, follower)), leader.hopAt(told - 1));
    }
}

void TestInStep::aShorterStoryWaitsAtItsEnd()
{
    const Storyboard leader = Storyboard::fromChain(longChain(5));
    const Storyboard follower = Storyboard::fromChain(checkout());
    QCOMPARE(timeInStep(leader, leader.timeOfHop(3), follower), follower.duration());
}

void TestInStep::timeNeverRunsBack()
{
    const Storyboard leader = Storyboard::fromChain(upload());
    const Storyboard follower = Storyboard::fromChain(checkout());
    qreal last = 0;
    for (qreal time = 0; time <= leader.duration(); time += 10) {
        const qreal now = timeInStep(leader, time, follower);
        QVERIFY(now >= last - 0.001);
        last = now;
    }
}

void TestInStep::anEmptyStoryIsAtItsBeginning()
{
    const Storyboard board = Storyboard::fromChain(checkout());
    QCOMPARE(timeInStep(board, board.duration(), Storyboard()), 0.0);
    QCOMPARE(timeInStep(Storyboard(), 0, board), 0.0);
}

DETOUR_TEST(TestInStep)

#include "tst_instep.moc"
