// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/frame.h"
#include "story/randomchains.h"
#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

constexpr quint32 chains = 50;
constexpr qreal step = 97; // ms; a prime, so that no beat is met at the same place twice

bool has(const Storyboard &board, BeatKind kind)
{
    return std::any_of(board.beats().begin(), board.beats().end(),
                       [kind](const Beat &beat) { return beat.kind == kind; });
}

/// Every moment that is compared: an even walk, and each beat's two ends.
QList<qreal> momentsOf(const Storyboard &board)
{
    QList<qreal> moments;
    for (qreal time = 0; time <= board.duration(); time += step) {
        moments << time;
    }
    for (const Beat &beat : board.beats()) {
        moments << beat.start << beat.end();
    }
    std::sort(moments.begin(), moments.end());
    return moments;
}

} // namespace

class RandomChainsTest final : public QObject
{
    Q_OBJECT

private slots:
    void framesDependOnTimeAlone_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= chains; ++seed) {
            QTest::addRow("chain %u", seed) << seed;
        }
    }

    void framesDependOnTimeAlone()
    {
        QFETCH(quint32, seed);
        for (const Pace pace : {Pace::EqualSteps, Pace::RealTime}) {
            const Storyboard board = Storyboard::fromChain(randomChain(seed), pace);
            const QList<qreal> moments = momentsOf(board);
            QList<Frame> forwards;
            for (const qreal time : moments) {
                forwards << frameAt(board, time);
            }
            for (qsizetype i = moments.size() - 1; i >= 0; --i) {
                QVERIFY(frameAt(board, moments.at(i)) == forwards.at(i));
            }
            QRandomGenerator hand(seed);
            for (int scrub = 0; scrub < 100; ++scrub) {
                const qsizetype i = hand.bounded(int(moments.size()));
                QVERIFY(frameAt(board, moments.at(i)) == forwards.at(i));
            }
        }
    }

    void growingHopByHopTellsTheSame()
    {
        for (quint32 seed = 1; seed <= chains; ++seed) {
            const RedirectChain chain = randomChain(seed);
            Storyboard grown;
            for (qsizetype hops = 1; hops <= chain.hops.size(); ++hops) {
                RedirectChain part = chain;
                part.hops.resize(hops);
                part.outcome = Outcome::Running;
                part.end.reset();
                part.findings.removeIf([hops](const Finding &finding) { return finding.hops.last() > hops; });
                grown.growTo(part);
                QVERIFY(grown == Storyboard::fromChain(part));
            }
            grown.growTo(chain);
            QVERIFY(grown == Storyboard::fromChain(chain));
        }
    }

    void everyHopHasASentenceAndEveryStopACaption()
    {
        for (quint32 seed = 1; seed <= chains; ++seed) {
            const Storyboard board = Storyboard::fromChain(randomChain(seed));
            for (const HopDrawing &hop : board.hops()) {
                QVERIFY(hop.sentence.startsWith(u"Hop "_s) && hop.sentence.endsWith(u'.'));
                QVERIFY(hop.lane < board.lanes().size());
                QCOMPARE(hop.lane == 0, hop.isFromMemory());
            }
            for (const Caption &caption : board.captions()) {
                QVERIFY2(caption.text.size() > 8 && caption.text.endsWith(u'.'), qPrintable(caption.text));
            }
        }
    }

    void theChainsMeetEverythingThatIsTold()
    {
        QList<BeatKind> missing{BeatKind::Flip,         BeatKind::SheetFalls, BeatKind::TokenFalls,
                                BeatKind::PadlockTurns, BeatKind::LoopCloses, BeatKind::Stop,
                                BeatKind::End};
        bool memory = false;
        bool changed = false;
        bool kept = false;
        for (quint32 seed = 1; seed <= chains; ++seed) {
            const Storyboard board = Storyboard::fromChain(randomChain(seed));
            missing.removeIf([&board](BeatKind kind) { return has(board, kind); });
            for (const HopDrawing &hop : board.hops()) {
                memory = memory || hop.isFromMemory();
                changed = changed || hop.changedByUser;
                kept = kept || (hop.verdict && !hop.verdict->credentialsKept.isEmpty());
            }
        }
        QVERIFY2(missing.isEmpty(), "the seeds leave something out");
        QVERIFY(memory && changed && kept);
    }
};

DETOUR_TEST(RandomChainsTest)
#include "tst_randomchains.moc"
