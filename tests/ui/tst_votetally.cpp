// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/predict/votetally.h"

#include <QTest>

using namespace Detour;

class VoteTallyTest final : public QObject
{
    Q_OBJECT

private slots:
    void votesAreCountedByOption()
    {
        VoteTally tally(3);
        QCOMPARE(tally.total(), 0);
        QCOMPARE(tally.last(), -1);
        for (const int option : {0, 2, 0, 1, 0})
            QVERIFY(tally.add(option));
        QCOMPARE(tally.total(), 5);
        QCOMPARE(tally.of(0), 3);
        QCOMPARE(tally.of(1), 1);
        QCOMPARE(tally.of(2), 1);
        QCOMPARE(tally.last(), 0);
    }

    void whatIsNoOptionIsNoVote()
    {
        VoteTally tally(2);
        QVERIFY(!tally.add(2));
        QVERIFY(!tally.add(-1));
        QCOMPARE(tally.total(), 0);
        QVERIFY(!VoteTally().add(0));
    }

    void theLastVoteIsTakenBack()
    {
        VoteTally tally(3);
        tally.add(1);
        tally.add(2);
        QVERIFY(tally.undo());
        QCOMPARE(tally.last(), 1);
        QCOMPARE(tally.of(2), 0);
        QVERIFY(tally.undo());
        QVERIFY(!tally.undo());
        tally.add(1);
        tally.clear();
        QCOMPARE(tally, VoteTally(3));
    }

    void theMostVotedWrongOptionIsFound()
    {
        VoteTally tally(4);
        QCOMPARE(tally.mostVotedBut(0), -1);
        tally.add(0);
        tally.add(0);
        QCOMPARE(tally.mostVotedBut(0), -1);
        QCOMPARE(tally.mostVotedBut(1), 0);
        tally.add(3);
        tally.add(2);
        QCOMPARE(tally.mostVotedBut(0), 2); // the first of equals
        tally.add(3);
        QCOMPARE(tally.mostVotedBut(0), 3);
        QCOMPARE(tally.mostVotedBut(-1), 0); // none of them was right
    }

    void aKeyThatHangsDoesNotFillTheMemory()
    {
        VoteTally tally(1);
        for (int i = 0; i < VoteTally::mostVotes; ++i)
            QVERIFY(tally.add(0));
        QVERIFY(!tally.add(0));
        QCOMPARE(tally.total(), VoteTally::mostVotes);
    }
};

DETOUR_TEST(VoteTallyTest)
#include "tst_votetally.moc"
