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

/// `hops` hops back and forth between /a and /b, as the trace notes it.
RedirectChain backAndForth(int hops)
{
    ChainMaker maker = ChainMaker::get(uri("a.localhost", "/a"));
    for (int i = 1; i < hops; ++i) {
        maker.becomesGetAt(302, uri("a.localhost", i % 2 == 0 ? "/a" : "/b"));
    }
    maker.stops(302, "/a", u"too-many-redirects"_s);
    RedirectChain chain = maker.chain();
    chain.findings = {{u"cycle"_s, {1, 3}, u"Hop 3 sends the same request as hop 1."_s}};
    return chain;
}

} // namespace

class LoopsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aCycleClosesOnceAndItsRoundsAreCounted()
    {
        const Storyboard board = Storyboard::fromChain(backAndForth(20));
        QCOMPARE(board.loops(), QList<Loop>({{2, 0, u"Hop 3 sends the same request as hop 1."_s}}));
        QCOMPARE(board.hops().at(1).sameAs, -1);
        QCOMPARE(board.hops().at(2).sameAs, 0);
        QCOMPARE(board.hops().at(2).round, 2);
        QCOMPARE(board.hops().at(3).sameAs, 1);
        QCOMPARE(board.hops().at(19).sameAs, 1);
        QCOMPARE(board.hops().at(19).round, 10);
        QVERIFY(board.hops().at(19).sentence.contains(u"the same request as hop 2: round 10 of a circle"_s));
    }

    void theLoopIsSeenFromItsBeatOn()
    {
        const Storyboard board = Storyboard::fromChain(backAndForth(6));
        for (const Beat &beat : board.beats()) {
            if (beat.kind != BeatKind::LoopCloses) {
                continue;
            }
            QCOMPARE(beat.hop, 2);
            QCOMPARE(frameAt(board, beat.start).loopsBegun, 0);
            const Frame closing = frameAt(board, beat.start + beat.duration / 2);
            QCOMPARE(closing.loopsBegun, 1);
            QVERIFY(closing.hops.last().loop > 0 && closing.hops.last().loop < 1);
            QCOMPARE(closing.captionText, u"Hop 3 sends the same request as hop 1."_s);
            QCOMPARE(frameAt(board, board.duration()).loopsBegun, 1);
            QCOMPARE(frameAt(board, beat.start).loopsBegun, 0);
            return;
        }
        QFAIL("There is no loop.");
    }

    void aWayOutOfTheCircleIsNoRound()
    {
        RedirectChain chain = backAndForth(3);
        chain = ChainMaker::get(uri("a.localhost", "/a"))
                    .becomesGetAt(302, uri("a.localhost", "/b"))
                    .becomesGetAt(302, uri("a.localhost", "/a"))
                    .becomesGetAt(302, uri("a.localhost", "/out"))
                    .delivers(200)
                    .chain();
        chain.findings = {{u"cycle"_s, {1, 3}, u"Hop 3 sends the same request as hop 1."_s}};
        const Storyboard board = Storyboard::fromChain(chain);
        QCOMPARE(board.hops().at(2).round, 2);
        QCOMPARE(board.hops().at(3).sameAs, -1);
        QCOMPARE(board.hops().at(3).round, 1);
    }

    void findingsThatNameNoHopAreHarmless()
    {
        for (const QList<int> &hops : {QList<int>(), {1}, {0, 2}, {3, 2}, {2, 2}, {1, 99}}) {
            RedirectChain chain = backAndForth(4);
            chain.findings = {{u"cycle"_s, hops, u"Nothing."_s}};
            QVERIFY(Storyboard::fromChain(chain).loops().isEmpty());
        }
    }
};

DETOUR_TEST(LoopsTest)
#include "tst_loops.moc"
