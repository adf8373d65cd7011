// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/samples.h"
#include "story/chains.h"
#include "story/frame.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;
using namespace Detour::Test;

namespace {

/// One redirect of a POST with credentials, decided by a client profile, and its answer.
RedirectChain redirected(const QString &client, const char *from, const char *to, bool trusted = false)
{
    Hop hop;
    hop.exchange.request = requestWithContent("POST", from, {{"Authorization", "Bearer x"}, {"Cookie", "id=1"}});
    hop.exchange.response = redirect(307, to);
    ChainContext context;
    context.locationTrusted = trusted;
    hop.decision = decide(hop.exchange.request, *hop.exchange.response, context, policyOf(client));
    RedirectChain chain;
    chain.hops << hop;
    chain.hops << Hop();
    chain.hops.last().exchange.request = *hop.decision->next;
    chain.hops.last().exchange.response = Response{200, "OK", {}, {}};
    chain.hops.last().decision = Decision();
    chain.hops.last().decision->reasons = {Reason{u"test-rule"_s, u"It is an answer."_s, {}}};
    chain.outcome = Outcome::Completed;
    return chain;
}

bool hasBeat(const Storyboard &board, BeatKind kind)
{
    return std::any_of(board.beats().begin(), board.beats().end(),
                       [kind](const Beat &beat) { return beat.kind == kind; });
}

QString captionAt(const Storyboard &board, BeatKind kind)
{
    for (const Beat &beat : board.beats()) {
        if (beat.kind == kind) {
            return frameAt(board, beat.end()).captionText;
        }
    }
    return {};
}

} // namespace

class CredentialsTest final : public QObject
{
    Q_OBJECT

private slots:
    void anotherOriginDoesNotGetTheToken()
    {
        const Storyboard board = Storyboard::fromChain(redirected(u"fetch"_s, "http://a.test/", "http://b.test/"));
        QCOMPARE(board.hops().at(0).credentials, QStringList({u"Authorization"_s, u"Cookie"_s}));
        QVERIFY(board.hops().at(0).verdict->credentialsLost.contains(u"Authorization"_s));
        QVERIFY(!board.hops().at(1).credentials.contains(u"Authorization"_s));
        QVERIFY(board.hops().at(1).missingCredentials.contains(u"Authorization"_s));
        QVERIFY(hasBeat(board, BeatKind::TokenFalls));
        const QString caption = captionAt(board, BeatKind::TokenFalls);
        QVERIFY2(caption.contains(u"b.test is another origin"_s), qPrintable(caption));
        QVERIFY(board.hops().at(0).sentence.contains(u"with Authorization and Cookie"_s));
    }

    void theSameOriginKeepsIt()
    {
        const Storyboard board = Storyboard::fromChain(redirected(u"fetch"_s, "http://a.test/", "/b"));
        QVERIFY(!hasBeat(board, BeatKind::TokenFalls));
        QVERIFY(board.hops().at(1).credentials.contains(u"Authorization"_s));
        QVERIFY(board.hops().at(0).verdict->credentialsKept.isEmpty());
    }

    void trustLetsItCross()
    {
        const Storyboard board = Storyboard::fromChain(redirected(u"curl"_s, "http://a.test/", "http://b.test/", true));
        QVERIFY(board.hops().at(1).credentials.contains(u"Authorization"_s));
        QVERIFY(board.hops().at(0).verdict->credentialsKept.contains(u"Authorization"_s));
        QVERIFY(board.hops().at(0).sentence.contains(u"go along to another origin"_s)
                || board.hops().at(0).sentence.contains(u"goes along to another origin"_s));
    }

    void aTokenFallsInEvenTimeBetweenSheetAndVerdict()
    {
        const Storyboard board = Storyboard::fromChain(redirected(u"fetch"_s, "http://a.test/", "http://b.test/"));
        for (const Beat &beat : board.beats()) {
            if (beat.kind == BeatKind::TokenFalls) {
                QCOMPARE(frameAt(board, beat.start).hops.first().token, 0.0);
                QCOMPARE(frameAt(board, beat.start + beat.duration / 2).hops.first().token, 0.5);
                QCOMPARE(frameAt(board, beat.end()).hops.first().token, 1.0);
                QCOMPARE(frameAt(board, beat.end()).hops.first().verdict, 0.0);
                return;
            }
        }
        QFAIL("Nothing falls.");
    }

    void padlocksOpenAndClose()
    {
        const Storyboard down = Storyboard::fromChain(redirected(u"curl"_s, "https://a.test/", "http://a.test/"));
        QCOMPARE(down.hops().at(0).padlock, Padlock::Closed);
        QCOMPARE(down.hops().at(0).verdict->scheme, SchemeTurn::Downgrade);
        QCOMPARE(down.hops().at(1).padlock, Padlock::Open);
        QVERIFY(captionAt(down, BeatKind::PadlockTurns).contains(u"can be read on the way"_s));
        QVERIFY(down.hops().at(0).sentence.contains(u"From here on it is not encrypted."_s));
        const Storyboard up = Storyboard::fromChain(redirected(u"curl"_s, "http://a.test/", "https://a.test/"));
        QCOMPARE(up.hops().at(0).padlock, Padlock::None);
        QCOMPARE(up.hops().at(0).verdict->scheme, SchemeTurn::Upgrade);
        QCOMPARE(up.hops().at(1).padlock, Padlock::Closed);
        const Storyboard plain = Storyboard::fromChain(redirected(u"curl"_s, "http://a.test/", "http://b.test/"));
        QVERIFY(!hasBeat(plain, BeatKind::PadlockTurns));
        QCOMPARE(plain.hops().at(1).padlock, Padlock::None);
    }
};

DETOUR_TEST(CredentialsTest)
#include "tst_credentials.moc"
