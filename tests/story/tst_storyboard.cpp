// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/chains.h"
#include "story/frame.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

QList<BeatKind> beatsOf(const Storyboard &board, int hop)
{
    QList<BeatKind> kinds;
    const auto [first, last] = board.beatsOfHop(hop);
    for (int i = first; i < last; ++i) {
        kinds << board.beats().at(i).kind;
    }
    return kinds;
}

} // namespace

class StoryboardTest final : public QObject
{
    Q_OBJECT

private slots:
    void keptBodyGoesAlong()
    {
        const Storyboard board = Storyboard::fromChain(upload());
        const HopDrawing hop = board.hops().at(0);
        QCOMPARE(hop.sheet, Sheet::Full);
        QCOMPARE(hop.answerTitle, u"307 Temporary Redirect"_s);
        QCOMPARE(hop.answerDetail, u"Location: http://files.localhost:8307/upload-temp"_s);
        QVERIFY(hop.verdict.has_value());
        QCOMPARE(hop.verdict->sentence, u"Same method, same body"_s);
        QCOMPARE(hop.verdict->detail, u"22 B sent again"_s);
        QVERIFY(!hop.verdict->showsCapsules());
        QCOMPARE(board.hops().at(1).requestDetail, u"the same 22 B"_s);
        const QList<BeatKind> expected{BeatKind::Request, BeatKind::Wait, BeatKind::Answer, BeatKind::SignArrives,
                                       BeatKind::Verdict};
        QCOMPARE(beatsOf(board, 0), expected);
    }

    void postBecomesGetAndDropsItsBody()
    {
        const Storyboard board = Storyboard::fromChain(upload());
        const Verdict verdict = *board.hops().at(1).verdict;
        QVERIFY(verdict.methodChanges);
        QVERIFY(verdict.sentence.isEmpty());
        QCOMPARE(verdict.sheetAfter, Sheet::Dropped);
        QCOMPARE(verdict.dropped, u"22 B dropped"_s);
        QCOMPARE(verdict.struckOut, QStringList({u"body"_s, u"Authorization"_s, u"Content-Type"_s}));
        QCOMPARE(board.hops().at(2).sheet, Sheet::Dropped);
        QCOMPARE(board.hops().at(2).requestDetail, u"no body · another origin, so no Authorization"_s);
        QVERIFY(beatsOf(board, 1).contains(BeatKind::Flip));
        QVERIFY(beatsOf(board, 1).contains(BeatKind::SheetFalls));
    }

    void aHeldRequestWaitsAtTheClient()
    {
        Storyboard board = Storyboard::fromChain(ChainMaker::post(uri("a.localhost", "/a")).running(0));
        board.holdNext();
        QVERIFY(!board.isHeld());

        ChainMaker maker = ChainMaker::post(uri("shop.localhost", "/checkout"));
        maker.becomesGetAt(302, uri("bank.localhost", "/thanks"));
        const RedirectChain asked = maker.running(1);
        board.growTo(asked);
        const Storyboard sent = board;
        board.holdNext();
        QVERIFY(board.isHeld());
        QVERIFY(!sent.isHeld());
        QCOMPARE(board.hops().size(), 2);
        QCOMPARE(board.duration(), board.timeOfHop(0));
        QCOMPARE(board.stops().last(), board.duration());
        const Frame before = frameAt(board, board.duration() - 1);
        QCOMPARE(before.hops.size(), 1);
        const Frame there = frameAt(board, board.duration());
        QCOMPARE(there.currentHop, 0);
        QCOMPARE(there.hops.size(), 2);
        QCOMPARE(there.hops.at(1).request, 0.0);
        QCOMPARE(there.laneOpening.last(), 0.0); // its origin was not contacted
        board.holdNext();
        QVERIFY(board.isHeld());

        board.growTo(asked); // sent after all: the same story, as if nobody had asked
        QCOMPARE(board, sent);
    }

    void aRequestOnItsWayIsNotHeld()
    {
        ChainMaker maker = ChainMaker::get(uri("a.localhost", "/a"));
        maker.keepsTo(307, uri("a.localhost", "/b")).waits();
        Storyboard board = Storyboard::fromChain(maker.chain());
        const Storyboard before = board;
        board.holdNext();
        QCOMPARE(board, before);
    }

    void getWithoutBodyStaysWithoutOne()
    {
        const Storyboard board = Storyboard::fromChain(longChain(3));
        QCOMPARE(board.hops().at(0).verdict->sentence, u"Same method, no body"_s);
        QCOMPARE(board.hops().at(1).sheet, Sheet::None);
        QVERIFY(!beatsOf(board, 0).contains(BeatKind::SheetFalls));
    }

    void newOriginOpensALaneWhenFirstContacted()
    {
        const Storyboard board = Storyboard::fromChain(upload());
        QCOMPARE(board.lanes().size(), 3);
        QCOMPARE(board.lanes().at(0).name, u"You"_s);
        QCOMPARE(board.lanes().at(0).detail, u"Browsers (Fetch)"_s);
        QCOMPARE(board.lanes().at(1).name, u"files"_s);
        QCOMPARE(board.lanes().at(1).detail, u"files.localhost:8307"_s);
        QCOMPARE(board.lanes().at(1).opensAt, 0.0);
        QCOMPARE(board.lanes().at(2).name, u"www"_s);
        QCOMPARE(board.lanes().at(2).openedByHop, 2);
        QCOMPARE(board.lanes().at(2).opensAt, board.beats().at(board.beatsOfHop(2).first).start);
    }

    void knownOriginKeepsItsLane()
    {
        const Storyboard board = Storyboard::fromChain(longChain(5));
        QCOMPARE(board.lanes().size(), 3);
        QCOMPARE(board.hops().at(0).lane, 1);
        QCOMPARE(board.hops().at(1).lane, 2);
        QCOMPARE(board.hops().at(2).lane, 1);
    }

    void otherPortsAndHostsAreNamedByHost()
    {
        const Storyboard board = Storyboard::fromChain(ChainMaker::get(uri("example.org", "/", std::nullopt))
                                                           .keepsTo(308, uri("localhost", "/", 9000))
                                                           .keepsTo(308, uri("localhost", "/", 9001))
                                                           .delivers(200)
                                                           .chain());
        QCOMPARE(board.lanes().size(), 4);
        QCOMPARE(board.lanes().at(1).name, u"example.org"_s);
        QCOMPARE(board.lanes().at(2).name, u"localhost"_s);
        QCOMPARE(board.lanes().at(3).detail, u"localhost:9001"_s);
    }

    void otherSchemeIsAnotherLaneThatSaysSo()
    {
        TargetUri secure = uri("example.org", "/", std::nullopt);
        secure.scheme = "https";
        const Storyboard board = Storyboard::fromChain(
            ChainMaker::get(uri("example.org", "/", std::nullopt)).keepsTo(308, secure).delivers(200).chain());
        QCOMPARE(board.lanes().size(), 3);
        QCOMPARE(board.lanes().at(2).detail, u"https://example.org"_s);
    }

    void refusedSchemeIsATurnThatStops()
    {
        const Storyboard board = Storyboard::fromChain(ChainMaker::get(uri("shop.localhost", "/login"))
                                                           .stops(302, "javascript:alert(1)", u"refused-scheme"_s)
                                                           .chain());
        const HopDrawing hop = board.hops().at(0);
        QCOMPARE(hop.end, ArrowEnd::Stopped);
        QVERIFY(hop.isTurn());
        QCOMPARE(hop.stopTitle, u"Stopped by a rule: scheme refused"_s);
        QCOMPARE(hop.stopDetail, u"Nothing was sent, nothing was run."_s);
        QCOMPARE(hop.stopTarget, u"javascript:alert(1)"_s);
        QCOMPARE(hop.stopTargetNote, u"is not an http or https address"_s);
        QCOMPARE(board.markers().last().kind, Marker::Kind::Stop);
        QCOMPARE(beatsOf(board, 0).last(), BeatKind::Stop);
    }

    void failuresHaveNoAnswer_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("title");
        QTest::newRow("refused") << u"connection-refused"_s << u"The connection was refused"_s;
        QTest::newRow("timeout") << u"timeout"_s << u"No answer in time"_s;
        QTest::newRow("cancelled") << u"cancelled"_s << u"Cancelled"_s;
        QTest::newRow("new") << u"a-code-of-tomorrow"_s << u"Stopped"_s;
    }

    void failuresHaveNoAnswer()
    {
        QFETCH(QString, code);
        const Storyboard board =
            Storyboard::fromChain(ChainMaker::post(uri("a.localhost", "/")).fails(code, u"It failed."_s).chain());
        QCOMPARE(board.hops().size(), 1);
        QCOMPARE(board.hops().at(0).end, ArrowEnd::Failed);
        QTEST(board.hops().at(0).stopTitle, "title");
        QCOMPARE(board.hops().at(0).stopDetail, u"It failed."_s);
        QVERIFY(!board.hops().at(0).isTurn());
        QVERIFY(!beatsOf(board, 0).contains(BeatKind::Answer));
        QCOMPARE(beatsOf(board, 0).last(), BeatKind::Stop);
    }

    void cancelledBetweenHopsStopsAfterTheVerdict()
    {
        const Storyboard board = Storyboard::fromChain(ChainMaker::post(uri("a.localhost", "/"))
                                                           .keepsTo(307, uri("a.localhost", "/b"))
                                                           .endsWith(Outcome::Failed, u"cancelled"_s, u"Cancelled."_s)
                                                           .chain());
        QCOMPARE(board.hops().size(), 1);
        QCOMPARE(beatsOf(board, 0).last(), BeatKind::Stop);
        QVERIFY(board.hops().at(0).verdict.has_value());
        QCOMPARE(board.hops().at(0).stopTitle, u"Cancelled"_s);
    }

    void otherThreeHundredsAreDeliveredNotTurned_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {300, 304, 305, 306}) {
            QTest::addRow("%d", status) << status;
        }
    }

    void otherThreeHundredsAreDeliveredNotTurned()
    {
        QFETCH(int, status);
        const Storyboard board =
            Storyboard::fromChain(ChainMaker::get(uri("a.localhost", "/")).delivers(status, {}, 0).chain());
        QVERIFY(!board.hops().at(0).isTurn());
        QCOMPARE(board.hops().at(0).end, ArrowEnd::Answered);
        QCOMPARE(beatsOf(board, 0).last(), BeatKind::End);
        QCOMPARE(board.markers().last().kind, Marker::Kind::End);
        QVERIFY(board.hops().at(0).answerTitle.startsWith(QString::number(status)));
    }

    void runningChainHasItsNextRequestPending()
    {
        const RedirectChain chain =
            ChainMaker::post(uri("a.localhost", "/")).keepsTo(307, uri("a.localhost", "/b")).running(1);
        const Storyboard board = Storyboard::fromChain(chain);
        QCOMPARE(board.hops().size(), 2);
        QCOMPARE(board.hops().at(1).end, ArrowEnd::Pending);
        QCOMPARE(board.hops().at(1).target, u"/b"_s);
        QCOMPARE(beatsOf(board, 1), QList<BeatKind>({BeatKind::Request, BeatKind::Wait}));
    }

    void unansweredAndUndecidedHopsAreTold()
    {
        const Storyboard waits = Storyboard::fromChain(ChainMaker::get(uri("a.localhost", "/")).waits().chain());
        QCOMPARE(waits.hops().at(0).end, ArrowEnd::Pending);
        const Storyboard undecided =
            Storyboard::fromChain(ChainMaker::get(uri("a.localhost", "/")).answeredWithoutDecision(200).chain());
        QCOMPARE(undecided.hops().at(0).end, ArrowEnd::Answered);
        QCOMPARE(beatsOf(undecided, 0).last(), BeatKind::Answer);
    }

    void waitingStoryHasNoTime()
    {
        Request request;
        request.target = uri("shop.localhost", "/checkout");
        const Storyboard board = Storyboard::waiting(request, u"Browsers (Fetch)"_s);
        QVERIFY(board.isWaiting());
        QCOMPARE(board.duration(), 0.0);
        QCOMPARE(board.stops(), QList<qreal>{0});
        const Frame frame = frameAt(board, 0);
        QCOMPARE(frame.hops.size(), 1);
        QCOMPARE(frame.hops.first().request, 0.0);
        QCOMPARE(frame.captionLead, u"Ready."_s);
        QVERIFY(!frame.atEnd);
    }

    void emptyStoryIsHarmless()
    {
        const Storyboard board = Storyboard::fromChain(RedirectChain());
        QVERIFY(board.isEmpty());
        const Frame frame = frameAt(board, 100);
        QCOMPARE(frame.currentHop, -1);
        QVERIFY(frame.hops.isEmpty());
        QCOMPARE(board.nextStop(0), 0.0);
        QCOMPARE(board.previousStop(0), 0.0);
        QCOMPARE(board.timeOfHop(3), 0.0);
    }

    void threeHopsTakeAboutEightSeconds()
    {
        const qreal duration = Storyboard::fromChain(upload()).duration();
        QVERIFY2(duration > 6000 && duration < 10'000, qPrintable(QString::number(duration)));
    }

    void steppingGoesBothWaysThroughTheSameStops()
    {
        const Storyboard board = Storyboard::fromChain(upload());
        QList<qreal> forwards{0};
        while (forwards.last() < board.duration()) {
            forwards << board.nextStop(forwards.last());
        }
        QCOMPARE(forwards, board.stops());
        QList<qreal> backwards{board.duration()};
        while (backwards.first() > 0) {
            backwards.prepend(board.previousStop(backwards.first()));
        }
        QCOMPARE(backwards, board.stops());
        QCOMPARE(board.previousStop(forwards.at(2) + 1), forwards.at(2));
    }

    void turnsAreMarkedAndReached()
    {
        const Storyboard board = Storyboard::fromChain(upload());
        QCOMPARE(board.markers().size(), 3);
        QCOMPARE(board.markers().at(0).status, 307);
        QCOMPARE(board.nextTurn(0), board.markers().at(0).time);
        QCOMPARE(board.nextTurn(board.markers().at(0).time), board.markers().at(1).time);
        QCOMPARE(board.nextTurn(board.markers().at(1).time), board.duration());
        QCOMPARE(board.markers().at(1).time, board.timeOfHop(1));
        QCOMPARE(board.hopAt(board.timeOfHop(1)), 1);
        QCOMPARE(board.hopAt(board.timeOfHop(1) + 1), 2);
        QCOMPARE(frameAt(board, board.markers().at(0).time).turnsPassed, 1);
        QCOMPARE(frameAt(board, board.duration()).turnsPassed, 2);
    }

    void everyStopHasACaptionOfItsOwn()
    {
        const Storyboard board = Storyboard::fromChain(upload());
        QString before;
        for (const qreal stop : board.stops().mid(1)) {
            const Frame frame = frameAt(board, stop);
            QVERIFY(!frame.captionLead.isEmpty());
            QVERIFY2(frame.captionText.size() > 8, qPrintable(frame.captionText));
            QVERIFY2(frame.captionText != before, qPrintable(before));
            before = frame.captionText;
        }
    }

    void captionsSayTheMoment()
    {
        const Storyboard board = Storyboard::fromChain(upload());
        const qreal second = board.beats().at(board.beatsOfHop(1).first).start;
        const Frame onTheWay = frameAt(board, second + 300);
        QCOMPARE(onTheWay.captionLead, u"Hop 2."_s);
        QCOMPARE(onTheWay.captionText, u"The same POST, with its 22 bytes, is on its way to /upload-temp."_s);
        const Frame turn = frameAt(board, second);
        QCOMPARE(turn.captionLead, u"Turn 1."_s);
        const RedirectChain chain = upload();
        const Hop &hop = chain.hops.at(0);
        QCOMPARE(turn.captionText, decisionSentence(hop.exchange.request, *hop.exchange.response, *hop.decision));
    }

    void hostileTextIsBoundedAndVisible()
    {
        TargetUri target = uri("a.localhost", "/" + QByteArray(100'000, 'x') + "\x1b[2J\r\n");
        ChainMaker maker = ChainMaker::get(target);
        maker.stops(302,
                    "http://user:secret@" + QByteArray(300, 'h') + ".evil.example/\xe2\x80\xae" + QByteArray(5000, 'p'),
                    u"bad-location"_s);
        RedirectChain chain = maker.chain();
        chain.clientName = QString(5000, u'c');
        chain.hops[0].exchange.response->reasonPhrase = "Fou\x01nd" + QByteArray(4000, '!');
        const Storyboard board = Storyboard::fromChain(chain);
        const HopDrawing hop = board.hops().at(0);
        QString all = hop.target + hop.answerTitle + hop.answerDetail + hop.stopTarget + hop.stopTitle + hop.stopDetail
                      + hop.sentence + board.lanes().at(0).detail + board.lanes().at(1).detail;
        for (const Caption &caption : board.captions()) {
            QVERIFY(caption.text.size() <= 400);
            all += caption.text;
        }
        QVERIFY2(all.size() < 6000, qPrintable(QString::number(all.size())));
        for (const QChar c : std::as_const(all)) {
            QVERIFY(c.category() != QChar::Other_Control);
            QVERIFY(c.category() != QChar::Other_Format);
        }
        QVERIFY(hop.answerDetail.startsWith(u"Location: http://***@…"_s));
        QVERIFY(hop.answerDetail.contains(u".evil.example/"_s));
        QVERIFY(!hop.answerDetail.contains(u"secret"_s));
    }

    void thousandHopsAreToldLinearly()
    {
        const RedirectChain chain = longChain(1000);
        QElapsedTimer timer;
        timer.start();
        const Storyboard board = Storyboard::fromChain(chain);
        QCOMPARE(board.hops().size(), 1000);
        QCOMPARE(board.markers().size(), 1000);
        // A debug build on a loaded machine takes a tenth of this; squared work would take minutes.
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void growingTellsTheSameAsTellingAnew()
    {
        const auto makers = {
            ChainMaker::post(uri("files.localhost", "/a"))
                .keepsTo(307, uri("files.localhost", "/b"))
                .becomesGetAt(303, uri("www.localhost", "/c"))
                .becomesGetAt(302, uri("files.localhost", "/d"))
                .delivers(200),
            ChainMaker::post(uri("files.localhost", "/a"))
                .keepsTo(307, uri("www.localhost", "/b"))
                .stops(302, "ftp://x/", u"refused-scheme"_s),
            ChainMaker::post(uri("files.localhost", "/a"))
                .keepsTo(307, uri("www.localhost", "/b"))
                .endsWith(Outcome::Failed, u"cancelled"_s, u"Cancelled."_s),
        };
        for (const ChainMaker &maker : makers) {
            Storyboard grown;
            for (qsizetype hops = 0; hops <= maker.chain().hops.size(); ++hops) {
                grown.growTo(maker.running(hops));
                QVERIFY(grown == Storyboard::fromChain(maker.running(hops)));
            }
            grown.growTo(maker.chain());
            QVERIFY(grown == Storyboard::fromChain(maker.chain()));
            grown.growTo(maker.chain());
            QVERIFY(grown == Storyboard::fromChain(maker.chain()));
        }
    }

    void growingToAnotherTraceStartsAnew()
    {
        Storyboard board = Storyboard::fromChain(upload());
        RedirectChain other = checkout();
        other.traceId = u"other"_s;
        board.growTo(other);
        QVERIFY(board == Storyboard::fromChain(other));
        Storyboard waiting = Storyboard::waiting(upload().hops.first().exchange.request, u"Browsers (Fetch)"_s);
        waiting.growTo(upload());
        QVERIFY(waiting == Storyboard::fromChain(upload()));
    }
};

DETOUR_TEST(StoryboardTest)
#include "tst_storyboard.moc"
