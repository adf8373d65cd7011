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

RedirectChain fromMemory(AnswerSource source)
{
    RedirectChain chain =
        ChainMaker::get(uri("shop.localhost", "/")).keepsTo(308, uri("www.localhost", "/")).delivers(200).chain();
    chain.hops[0].exchange.answeredBy = source;
    chain.hops[0].exchange.response->fields.append("Date", "Sat, 28 Nov 2026 12:04:05 GMT");
    return chain;
}

} // namespace

class MemoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsRememberedContactsNobody()
    {
        const Storyboard board = Storyboard::fromChain(fromMemory(AnswerSource::StoredRedirect));
        QCOMPARE(board.hops().at(0).lane, 0);
        QCOMPARE(board.lanes().size(), 2); // the client and www: shop was never asked
        QCOMPARE(board.lanes().at(1).name, u"www"_s);
        QCOMPARE(board.lanes().at(1).openedByHop, 1);
        QVERIFY(board.hops().at(0).isFromMemory());
        QCOMPARE(board.hops().at(0).memoryWords, u"a redirect from memory · kept since 28 Nov, 12:04:05 UTC"_s);
        QVERIFY(board.hops().at(0).sentence.contains(u"Nothing was sent: a redirect from memory"_s));
        const auto [first, last] = board.beatsOfHop(0);
        for (int i = first; i < last; ++i) {
            QVERIFY(board.beats().at(i).kind != BeatKind::Wait);
        }
        QVERIFY(frameAt(board, 200).captionText.startsWith(u"Nothing leaves the client"_s));
    }

    void anAgeSaysHowLongItIsKept_data()
    {
        QTest::addColumn<QByteArray>("age");
        QTest::addColumn<QString>("words");
        QTest::newRow("minutes") << QByteArray("180") << u"kept for 3 minutes"_s;
        QTest::newRow("now") << QByteArray("0") << u"kept a moment ago"_s;
        QTest::newRow("no number") << QByteArray("old") << u"kept since 28 Nov, 12:04:05 UTC"_s;
        QTest::newRow("negative") << QByteArray("-4") << u"kept since 28 Nov, 12:04:05 UTC"_s;
    }

    void anAgeSaysHowLongItIsKept()
    {
        QFETCH(QByteArray, age);
        QFETCH(QString, words);
        RedirectChain chain = fromMemory(AnswerSource::StoredRedirect);
        chain.hops[0].exchange.response->fields.append("Age", age);
        QCOMPARE(Storyboard::fromChain(chain).hops().at(0).memoryWords, u"a redirect from memory · "_s + words);
    }

    void hstsSaysThatNoServerSentIt()
    {
        const Storyboard board = Storyboard::fromChain(fromMemory(AnswerSource::HstsUpgrade));
        QVERIFY(board.hops().at(0).memoryWords.startsWith(u"HSTS"_s));
        QVERIFY(board.hops().at(0).memoryWords.contains(u"no server sent this"_s));
        QVERIFY(frameAt(board, 200).captionText.contains(u"RFC 6797"_s));
    }

    void aDateThatCannotBeReadIsLeftOut()
    {
        for (const QByteArray &date : {QByteArray("yesterday"), QByteArray(5000, 'x'), QByteArray()}) {
            RedirectChain chain = fromMemory(AnswerSource::StoredResponse);
            chain.hops[0].exchange.response->fields.remove("Date");
            chain.hops[0].exchange.response->fields.append("Date", date);
            QCOMPARE(Storyboard::fromChain(chain).hops().at(0).memoryWords,
                     u"an answer from memory · no server was asked"_s);
        }
    }

    void aPersonsChangeIsMarked()
    {
        RedirectChain chain = checkout();
        Exchange &second = chain.hops[1].exchange;
        second.changedByUser = true;
        second.request.method = Method::known("PUT");
        second.request.content = ContentInfo{30, "other", false, {}};
        const Storyboard board = Storyboard::fromChain(chain);
        const HopDrawing &hop = board.hops().at(1);
        QVERIFY(hop.changedByUser);
        QCOMPARE(hop.sheet, Sheet::Other);
        QVERIFY2(hop.requestDetail.startsWith(u"changed by you: PUT in place of GET, another body"_s),
                 qPrintable(hop.requestDetail));
        QVERIFY(hop.sentence.contains(u"changed by you"_s));
        const qreal start = board.beats().at(board.beatsOfHop(1).first).start;
        QVERIFY(frameAt(board, start + 100).captionText.startsWith(u"Changed by you: a PUT with 30 bytes"_s));
    }

    void anEmptiedBodyIsNoDroppedOne()
    {
        RedirectChain chain =
            ChainMaker::post(uri("a.localhost", "/")).keepsTo(307, uri("a.localhost", "/b")).delivers(200).chain();
        chain.hops[0].decision->next->content = ContentInfo();
        chain.hops[0].decision->content = ContentFate::Empty;
        chain.hops[1].exchange.request.content = ContentInfo();
        const Storyboard board = Storyboard::fromChain(chain);
        QCOMPARE(board.hops().at(0).verdict->sheetAfter, Sheet::Empty);
        QVERIFY(board.hops().at(0).verdict->sheetFalls());
        QCOMPARE(board.hops().at(0).verdict->dropped, u"22 B emptied"_s);
        QCOMPARE(board.hops().at(1).sheet, Sheet::Empty);
    }
};

DETOUR_TEST(MemoryTest)
#include "tst_memory.moc"
