// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/chains.h"
#include "story/frame.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

RedirectChain timed(double connect, double wait, double receive)
{
    RedirectChain chain = checkout();
    for (Hop &hop : chain.hops) {
        hop.exchange.timing.connect = connect;
        hop.exchange.timing.wait = wait;
        hop.exchange.timing.receive = receive;
        hop.exchange.timing.total = connect + wait + receive;
    }
    return chain;
}

qreal timeUntilAnswered(const RedirectChain &chain, Pace pace)
{
    const Storyboard board = Storyboard::fromChain(chain, pace);
    for (const Beat &beat : board.beats()) {
        if (beat.kind == BeatKind::Answer) {
            return beat.end();
        }
    }
    return -1;
}

} // namespace

class PaceTest final : public QObject
{
    Q_OBJECT

private slots:
    void equalStepsKnowNoNetwork()
    {
        QCOMPARE(timeUntilAnswered(timed(1, 30'000, 1), Pace::EqualSteps),
                 timeUntilAnswered(timed(0, 0.1, 0), Pace::EqualSteps));
    }

    void realTimeIsWhatWasMeasured()
    {
        QCOMPARE(timeUntilAnswered(timed(200, 1000, 300), Pace::RealTime), 1500.0);
        QCOMPARE(timeUntilAnswered(timed(200, 2000, 300), Pace::RealTime), 2500.0);
    }

    void aHopOfThirtySecondsCanBeWatched()
    {
        const qreal shown = timeUntilAnswered(timed(5, 30'000, 5), Pace::RealTime);
        QVERIFY(shown > 4000 && shown < 10'000);
        const Storyboard board = Storyboard::fromChain(timed(5, 30'000, 5), Pace::RealTime);
        QCOMPARE(frameAt(board, 1000).captionText,
                 u"Waiting for the answer of shop.localhost:8307: 30.0 s, shown in 6 s."_s);
    }

    void aHopOfAFifthOfAMillisecondCanBeSeen()
    {
        QVERIFY(timeUntilAnswered(timed(0.02, 0.17, 0.01), Pace::RealTime) >= 200);
    }

    void unknownTimesAreEqualSteps()
    {
        QCOMPARE(timeUntilAnswered(checkout(), Pace::RealTime), timeUntilAnswered(checkout(), Pace::EqualSteps));
    }

    void negativeAndAbsurdTimesAreBounded()
    {
        const qreal shown = timeUntilAnswered(timed(-5, 1e18, -1), Pace::RealTime);
        QVERIFY(shown > 0 && shown < 10'000);
    }

    void anAnswerThatComesFindsThePlayheadWhereItIs()
    {
        const RedirectChain chain = timed(0, 2000, 10);
        RedirectChain waits = chain;
        waits.hops.resize(1);
        waits.hops[0].exchange.response.reset();
        waits.hops[0].exchange.timing = {};
        waits.hops[0].decision.reset();
        waits.outcome = Outcome::Running;
        Storyboard board = Storyboard::fromChain(waits, Pace::RealTime);
        QVERIFY(board.duration() > 5000); // it goes on waiting
        const qreal now = 150 + 2000;     // ms: the way there, then the wait
        QCOMPARE(frameAt(board, now).hops.first().answer, 0.0);
        board.growTo(chain);
        QCOMPARE(frameAt(board, now).hops.first().answer, 0.0);
        QVERIFY(frameAt(board, now + 100).hops.first().answer > 0);
    }

    void growingKeepsThePace()
    {
        Storyboard grown = Storyboard::fromChain({}, Pace::RealTime);
        grown.growTo(timed(1, 500, 1));
        QVERIFY(grown == Storyboard::fromChain(timed(1, 500, 1), Pace::RealTime));
        RedirectChain other = timed(1, 700, 1);
        other.traceId = u"other"_s;
        grown.growTo(other);
        QCOMPARE(grown.pace(), Pace::RealTime);
    }
};

DETOUR_TEST(PaceTest)
#include "tst_pace.moc"
