// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include "semantics/redirectchain.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

Hop hopOf(const Request &sent)
{
    Hop hop;
    hop.exchange.request = sent;
    return hop;
}

} // namespace

class TestRedirectChain final : public QObject
{
    Q_OBJECT

private slots:
    void cycleIsTheVerySameRequest_data()
    {
        QTest::addColumn<Request>("next");
        QTest::addColumn<bool>("isCycle");
        const FieldList cookie{{"Cookie", "a=1"}, {"Accept", "*/*"}};
        QTest::newRow("same") << requestWithContent("POST", "http://a.test/x?q", cookie) << true;
        QTest::newRow("other fragment") << requestWithContent("POST", "http://a.test/x?q#f", cookie) << true;
        QTest::newRow("other Accept") << requestWithContent("POST", "http://a.test/x?q", {{"Cookie", "a=1"}}) << true;
        QTest::newRow("other method") << requestWithContent("PUT", "http://a.test/x?q", cookie) << false;
        QTest::newRow("other query") << requestWithContent("POST", "http://a.test/x?r", cookie) << false;
        QTest::newRow("other host") << requestWithContent("POST", "http://b.test/x?q", cookie) << false;
        QTest::newRow("other port") << requestWithContent("POST", "http://a.test:81/x?q", cookie) << false;
        QTest::newRow("other cookie") << requestWithContent("POST", "http://a.test/x?q", {{"Cookie", "a=2"}}) << false;
        QTest::newRow("no cookie") << requestWithContent("POST", "http://a.test/x?q") << false;
        QTest::newRow("no content") << request("POST", "http://a.test/x?q", cookie) << false;
        Request other = requestWithContent("POST", "http://a.test/x?q", cookie);
        other.content->sha256 = QByteArray(64, 'b');
        QTest::newRow("other content") << other << false;
    }

    void cycleIsTheVerySameRequest()
    {
        const FieldList cookie{{"Cookie", "a=1"}};
        const QList<Hop> hops{hopOf(request("GET", "http://a.test/")),
                              hopOf(requestWithContent("POST", "http://a.test/x?q", cookie))};
        QFETCH(Request, next);
        QFETCH(bool, isCycle);
        QCOMPARE(findCycle(hops, next), isCycle ? std::optional(2) : std::nullopt);
    }

    void longChainsAreSearchedQuickly()
    {
        QList<Hop> hops;
        for (int i = 0; i < 1000; ++i) {
            const Request sent = request("GET", QByteArray("http://a.test/" + QByteArray::number(i)).constData());
            QVERIFY(!findCycle(hops, sent));
            hops.append(hopOf(sent));
        }
        QCOMPARE(findCycle(hops, request("GET", "http://a.test/999")), std::optional(1000));
    }

    void countsWhatWasFollowed()
    {
        RedirectChain chain;
        QVERIFY(!chain.lastHop());
        Decision follow;
        follow.action = Action::Follow;
        for (int i = 0; i < 2; ++i) {
            Hop hop = hopOf(request("GET", "http://a.test/"));
            hop.decision = follow;
            chain.hops.append(hop);
        }
        Hop last = hopOf(request("GET", "http://a.test/z"));
        last.decision = Decision{};
        chain.hops.append(last);
        QCOMPARE(chain.redirectCount(), 2);
        QCOMPARE(chain.lastHop()->exchange.request.target.path, QByteArray("/z"));
    }

    void exitCodes_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("completed") << Outcome::Completed << QString() << 0;
        QTest::newRow("stopped") << Outcome::Stopped << u"too-many-redirects"_s << 3;
        QTest::newRow("failed") << Outcome::Failed << u"connection-refused"_s << 4;
        QTest::newRow("cancelled") << Outcome::Failed << u"cancelled"_s << 130;
        QTest::newRow("unfinished") << Outcome::Running << QString() << 4;
    }

    void exitCodes()
    {
        QFETCH(QString, code);
        QFETCH(Outcome, outcome);
        RedirectChain chain;
        chain.outcome = outcome;
        if (!code.isEmpty()) {
            chain.end = ChainEnd{code, u"…"_s, 1};
        }
        QTEST(exitCodeOf(chain), "exitCode");
    }
};

DETOUR_TEST(TestRedirectChain)

#include "tst_redirectchain.moc"
