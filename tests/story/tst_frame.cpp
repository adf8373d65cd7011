// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/chains.h"
#include "story/frame.h"
#include "support/testregistry.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

QList<RedirectChain> kindsOfChain()
{
    return {
        upload(),
        checkout(),
        longChain(12),
        ChainMaker::get(uri("a.localhost", "/")).delivers(304, {}, 0).chain(),
        ChainMaker::get(uri("a.localhost", "/")).stops(302, "ftp://x/", u"refused-scheme"_s).chain(),
        ChainMaker::post(uri("a.localhost", "/")).fails(u"timeout"_s, u"No answer in time."_s).chain(),
        ChainMaker::post(uri("a.localhost", "/")).keepsTo(308, uri("b.localhost", "/")).running(1),
    };
}

QList<qreal> valuesOf(const HopFrame &hop)
{
    return {hop.request, hop.rest,  hop.answer,  hop.loop,    hop.sign, hop.flip,
            hop.fall,    hop.token, hop.padlock, hop.verdict, hop.stop, hop.end};
}

} // namespace

class FrameTest final : public QObject
{
    Q_OBJECT

private slots:
    void forwardsBackwardsAndAfterAScrubAreTheSame()
    {
        for (const RedirectChain &chain : kindsOfChain()) {
            const Storyboard board = Storyboard::fromChain(chain);
            QList<Frame> forwards;
            for (qreal time = 0; time <= board.duration(); time += 37) {
                forwards << frameAt(board, time);
            }
            static_cast<void>(frameAt(board, board.duration() / 3)); // a scrub
            for (qsizetype i = forwards.size() - 1; i >= 0; --i) {
                QVERIFY(frameAt(board, 37.0 * qreal(i)) == forwards.at(i));
            }
        }
    }

    void longerChainsBeginWithTheStoryOfTheirPrefix()
    {
        const ChainMaker maker = ChainMaker::post(uri("files.localhost", "/a"))
                                     .keepsTo(307, uri("files.localhost", "/b"))
                                     .becomesGetAt(303, uri("www.localhost", "/c"))
                                     .becomesGetAt(302, uri("files.localhost", "/d"))
                                     .delivers(200);
        const Storyboard whole = Storyboard::fromChain(maker.chain());
        for (qsizetype hops = 1; hops < maker.chain().hops.size(); ++hops) {
            const Storyboard part = Storyboard::fromChain(maker.running(hops));
            QVERIFY(part.duration() < whole.duration());
            for (qreal time = 0; time < part.duration(); time += 41) {
                Frame expected = frameAt(whole, time);
                // Lanes that open later are known to the longer story only.
                QVERIFY(expected.laneOpening.mid(part.lanes().size()).count(0)
                        == whole.lanes().size() - part.lanes().size());
                expected.laneOpening.resize(part.lanes().size());
                QVERIFY(frameAt(part, time) == expected);
            }
        }
    }

    void progressNeverGoesBack()
    {
        for (const RedirectChain &chain : kindsOfChain()) {
            const Storyboard board = Storyboard::fromChain(chain);
            Frame before = frameAt(board, 0);
            for (qreal time = 0; time <= board.duration() + 20; time += 16) {
                const Frame frame = frameAt(board, time);
                QVERIFY(frame.hops.size() >= before.hops.size());
                QVERIFY(frame.turnsPassed >= before.turnsPassed);
                for (qsizetype i = 0; i < before.hops.size(); ++i) {
                    const QList<qreal> old = valuesOf(before.hops.at(i));
                    const QList<qreal> now = valuesOf(frame.hops.at(i));
                    for (qsizetype value = 0; value < now.size(); ++value) {
                        QVERIFY(now.at(value) >= old.at(value));
                        QVERIFY(now.at(value) >= 0 && now.at(value) <= 1);
                    }
                }
                before = frame;
            }
            QVERIFY(before.atEnd);
        }
    }

    void whatIsNotReachedIsNotThere()
    {
        const Storyboard board = Storyboard::fromChain(upload());
        const Frame start = frameAt(board, 0);
        QCOMPARE(start.hops.size(), 1);
        QCOMPARE(start.hops.first(), HopFrame());
        QCOMPARE(start.laneOpening, QList<qreal>({1, 1, 0}));
        const Frame sent = frameAt(board, 300);
        QVERIFY(sent.hops.first().request > 0);
        QCOMPARE(sent.hops.first().answer, 0.0);
        QCOMPARE(sent.hops.first().verdict, 0.0);
        const Frame turned = frameAt(board, board.timeOfHop(0));
        QCOMPARE(turned.hops.size(), 1);
        QCOMPARE(turned.hops.first().verdict, 1.0);
        QCOMPARE(turned.hops.first().rest, 1.0);
        QCOMPARE(frameAt(board, board.timeOfHop(1)).laneOpening.last(), 0.0);
        QCOMPARE(frameAt(board, board.duration()).laneOpening.last(), 1.0);
    }

    void aMethodFlipsOnlyWhereItChanges()
    {
        const Storyboard board = Storyboard::fromChain(upload());
        const Frame end = frameAt(board, board.duration());
        QCOMPARE(end.hops.at(0).flip, 0.0);
        QCOMPARE(end.hops.at(0).fall, 0.0);
        QCOMPARE(end.hops.at(1).flip, 1.0);
        QCOMPARE(end.hops.at(1).fall, 1.0);
        QCOMPARE(end.hops.at(2).end, 1.0);
    }

    void stillsAreWholeOrNothing()
    {
        const Storyboard board = Storyboard::fromChain(checkout());
        for (qreal time = 0; time <= board.duration(); time += 13) {
            const Frame frame = frameAt(board, time, 0, -1, true);
            for (const HopFrame &hop : frame.hops) {
                for (const qreal value : valuesOf(hop)) {
                    QVERIFY(value == 0.0 || value == 1.0);
                }
            }
        }
        for (const qreal stop : board.stops()) {
            QVERIFY(frameAt(board, stop, 0, -1, true) == frameAt(board, stop));
        }
    }

    void onlyTheAskedHopsAreFilledIn()
    {
        const Storyboard board = Storyboard::fromChain(longChain(1000));
        const Frame frame = frameAt(board, board.duration(), 500, 505);
        QCOMPARE(frame.hops.size(), 6);
        QCOMPARE(frame.hops.first().hop, 500);
        QCOMPARE(frame.currentHop, 999);
        QCOMPARE(frame.turnsPassed, 999);
        QVERIFY(frameAt(board, 10, 500, 505).hops.isEmpty());
    }

    void anyTimeIsClamped()
    {
        const Storyboard board = Storyboard::fromChain(checkout());
        QVERIFY(frameAt(board, -5) == frameAt(board, 0));
        QVERIFY(frameAt(board, 1e12) == frameAt(board, board.duration()));
        QVERIFY(frameAt(board, std::numeric_limits<qreal>::quiet_NaN()) == frameAt(board, 0));
    }
};

DETOUR_TEST(FrameTest)
#include "tst_frame.moc"
