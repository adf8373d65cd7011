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

ChainMaker checkoutAt()
{
    return ChainMaker::post(uri("shop.localhost", "/checkout"), 48);
}

/// The same answer, before anything is told of what comes of it.
RedirectChain withheld(RedirectChain chain)
{
    chain.hops.resize(1);
    chain.hops.first().decision.reset();
    chain.outcome = Outcome::Running;
    chain.end.reset();
    return chain;
}

QString everythingSaid(const Storyboard &board)
{
    QString words;
    for (const HopDrawing &hop : board.hops()) {
        words += hop.sentence + hop.requestDetail + hop.stopTitle + hop.stopDetail;
    }
    for (const Caption &caption : board.captions()) {
        words += caption.lead + caption.text;
    }
    for (const Lane &lane : board.lanes()) {
        words += lane.name + lane.detail;
    }
    return words;
}

} // namespace

/// A chain whose last answer is a redirection of which nobody has told yet what comes next.
class WithheldTest final : public QObject
{
    Q_OBJECT

private slots:
    void onlyAnUndecidedRedirectionOfARunningChainIsWithheld()
    {
        QVERIFY(withheld(checkout()).isWithheld());
        QVERIFY(!checkout().isWithheld());
        QVERIFY(!checkoutAt().running(0).isWithheld());
        QVERIFY(!ChainMaker::get(uri("a.localhost", "/")).waits().chain().isWithheld());
        QVERIFY(!ChainMaker::get(uri("a.localhost", "/")).answeredWithoutDecision(200).chain().isWithheld());
        RedirectChain cancelled = withheld(checkout());
        cancelled.outcome = Outcome::Failed;
        cancelled.end = ChainEnd{u"cancelled"_s, u"Cancelled by you."_s, 1};
        QVERIFY(!cancelled.isWithheld());
    }

    void theStoryEndsAtTheSignWithAQuestion()
    {
        const Storyboard board = Storyboard::fromChain(withheld(checkout()));
        QVERIFY(board.asksNext());
        QCOMPARE(board.hops().size(), 1);
        QVERIFY(board.hops().first().isTurn());
        QVERIFY(!board.hops().first().verdict);
        QCOMPARE(board.beats().last().kind, BeatKind::SignArrives);
        QCOMPARE(board.stops().last(), board.duration());
        QCOMPARE(board.markers().size(), 1);
        QCOMPARE(board.markers().first().kind, Marker::Kind::Question);
        QCOMPARE(board.markers().first().time, board.duration());
        const Frame end = frameAt(board, board.duration());
        QCOMPARE(end.hops.first().sign, 1.0);
        QCOMPARE(end.turnsPassed, 0);
        QCOMPARE(end.captionText, u"The server answered 302. What is sent next?"_s);
        QVERIFY(board.hops().first().sentence.endsWith(u"What is sent next is not told yet."_s));
    }

    void nothingOfTheNextRequestIsInIt()
    {
        const RedirectChain whole =
            checkoutAt().becomesGetAt(302, uri("bank.localhost", "/secret-place")).delivers(200).chain();
        RedirectChain asked = withheld(whole);
        asked.hops.first().exchange.response->fields.remove("Location");
        const Storyboard board = Storyboard::fromChain(asked);
        QCOMPARE(board.lanes().size(), 2); // the client and the shop
        const QString said = everythingSaid(board);
        for (const QString &word : {u"bank"_s, u"secret-place"_s, u"GET"_s, u"dropped"_s, u"Stopped"_s})
            QVERIFY2(!said.contains(word), qPrintable(word));
    }

    void allOutcomesLookTheSameWhileTheyAreWithheld()
    {
        const RedirectChain follows = checkoutAt().becomesGetAt(302, uri("shop.localhost", "/thanks")).chain();
        const RedirectChain keeps = checkoutAt().keepsTo(302, uri("shop.localhost", "/thanks")).chain();
        const RedirectChain stops = checkoutAt().stops(302, "http://shop.localhost:8307/thanks", u"cycle"_s).chain();
        const Storyboard one = Storyboard::fromChain(withheld(follows));
        QCOMPARE(Storyboard::fromChain(withheld(keeps)), one);
        RedirectChain stopped = withheld(stops);
        stopped.hops.first().exchange.response = follows.hops.first().exchange.response;
        QCOMPARE(Storyboard::fromChain(stopped), one);
    }

    void theToldStoryBeginsWithTheWithheldOne_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("pace");
        for (const Pace pace : {Pace::EqualSteps, Pace::RealTime}) {
            QTest::addRow("follows-%d", int(pace)) << 0 << int(pace);
            QTest::addRow("stops-%d", int(pace)) << 1 << int(pace);
        }
    }

    /// So a playhead that waits at the question goes on from there.
    void theToldStoryBeginsWithTheWithheldOne()
    {
        QFETCH(const int, outcome);
        QFETCH(const int, pace);
        const RedirectChain whole = outcome == 0 ? checkout() : checkoutAt().stops(302, "/x", u"cycle"_s).chain();
        Storyboard board = Storyboard::fromChain(withheld(whole), Pace(pace));
        const Storyboard asked = board;
        board.growTo(whole);
        QCOMPARE(board, Storyboard::fromChain(whole, Pace(pace)));
        QVERIFY(board.beats().size() > asked.beats().size());
        for (qsizetype i = 0; i < asked.beats().size(); ++i)
            QCOMPARE(board.beats().at(i), asked.beats().at(i));
        QVERIFY(board.stops().mid(0, asked.stops().size() - 1) == asked.stops().mid(0, asked.stops().size() - 1));
        QCOMPARE(frameAt(board, asked.duration()).hops.first().sign, 1.0);
        QCOMPARE(board.beats().at(asked.beats().size()).start, asked.duration());
    }

    void aDeliveredRedirectionIsAtRestWhereTheQuestionWas()
    {
        const RedirectChain whole = ChainMaker::get(uri("shop.localhost", "/p")).delivers(304).chain();
        Storyboard board = Storyboard::fromChain(withheld(whole));
        QVERIFY(board.asksNext());
        const qreal asked = board.duration();
        board.growTo(whole);
        QVERIFY(!board.asksNext());
        QCOMPARE(frameAt(board, asked).hops.first().end, 1.0);
    }

    void aLaterQuestionComesAfterToldTurns()
    {
        RedirectChain chain = upload();
        chain.hops.resize(2);
        chain.hops.last().decision.reset();
        chain.outcome = Outcome::Running;
        const Storyboard board = Storyboard::fromChain(chain);
        QCOMPARE(board.markers().size(), 2);
        QCOMPARE(board.markers().first().kind, Marker::Kind::Turn);
        QCOMPARE(board.markers().last().kind, Marker::Kind::Question);
        QCOMPARE(board.nextTurn(board.markers().first().time), board.duration());
        QCOMPARE(frameAt(board, board.duration()).turnsPassed, 1);
    }
};

DETOUR_TEST(WithheldTest)
#include "tst_withheld.moc"
