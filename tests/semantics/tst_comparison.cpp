// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "samples.h"
#include "semantics/chaindifference.h"
#include "semantics/comparison.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// Chains are made by decide() alone: each answer leads to /1, /2 … and the last request gets 200.
class TestComparison final : public QObject
{
    Q_OBJECT

private slots:
    void clientsThatSendTheSameAreOneGroup();
    void theBaseComesFirstThenTheLargest();
    void anEmptiedBodyIsALostBody();
    void aFragmentOrUserinfoIsNotSent();
    void wordsSayMethodAndBody_data();
    void wordsSayMethodAndBody();
    void contentTypeIsKeptRemovedOrLeftBehind();
    void differencesNameHopAndRule();
    void whatDifferedBeforeIsNotToldAgain();
    void anotherEndIsADifference();
    void whyComesFromTheReasons();
    void agreementHasAReasonToo();
    void credentialsAreWhatIsSent();
    void theLimitIsTheReasonWhereItParts();
    void equalTitlesNameTheirTargets();
    void noChainsNoWords();
};

namespace {

RedirectChain chainAs(const QString &client, Request first, const QList<StatusCode> &statuses)
{
    const ClientPolicy policy = policyOf(client);
    RedirectChain chain;
    chain.clientId = policy.id;
    chain.clientName = policy.name;
    ChainContext context;
    context.first = first;
    Request sent = std::move(first);
    for (qsizetype i = 0; i <= statuses.size(); ++i) {
        Hop hop;
        hop.exchange.request = sent;
        hop.exchange.response = i < statuses.size()
                                    ? redirect(statuses.at(i), QByteArray('/' + QByteArray::number(i + 1)).constData())
                                    : redirect(200, nullptr);
        hop.decision = decide(sent, *hop.exchange.response, context, policy);
        chain.hops.append(hop);
        ++context.redirectsSoFar;
        if (hop.decision->action != Action::Follow) {
            chain.outcome = hop.decision->action == Action::Stop ? Outcome::Stopped : Outcome::Completed;
            if (chain.outcome == Outcome::Stopped) {
                chain.end = ChainEnd{hop.decision->stopCode, u"It stopped."_s, static_cast<int>(i) + 1};
            }
            break;
        }
        sent = *hop.decision->next;
    }
    return chain;
}

Request form(const char *method)
{
    Request request = requestWithContent(method, "http://a.test/", {{"Content-Type", "text/plain"}});
    request.content->sha256 = QByteArray(64, 'a');
    return request;
}

QList<RedirectChain> chainsAs(const QStringList &clients, const Request &first, const QList<StatusCode> &statuses)
{
    QList<RedirectChain> chains;
    for (const QString &client : clients) {
        chains.append(chainAs(client, first, statuses));
    }
    return chains;
}

QList<QList<int>> membersOf(const QList<RedirectChain> &chains)
{
    QList<QList<int>> members;
    for (const ComparisonGroup &group : groupsByWhatIsSent(chains)) {
        members.append(group.members);
    }
    return members;
}

} // namespace

void TestComparison::clientsThatSendTheSameAreOneGroup()
{
    const auto chains = chainsAs({u"fetch"_s, u"go"_s, u"httpx"_s, u"qt"_s}, form("PUT"), {301});
    QCOMPARE(membersOf(chains), (QList<QList<int>>{{0, 2}, {1, 3}}));
}

void TestComparison::theBaseComesFirstThenTheLargest()
{
    const auto chains = chainsAs({u"urllib3"_s, u"curl-X"_s, u"fetch"_s, u"wget"_s}, form("POST"), {302});
    QCOMPARE(membersOf(chains), (QList<QList<int>>{{0}, {2, 3}, {1}}));
}

void TestComparison::anEmptiedBodyIsALostBody()
{
    const auto chains = chainsAs({u"fetch"_s, u"requests"_s, u"curl-X"_s}, form("PUT"), {301});
    QCOMPARE(membersOf(chains), (QList<QList<int>>{{0}, {1, 2}}));
}

void TestComparison::aFragmentOrUserinfoIsNotSent()
{
    // Fetch inherits the fragment, Go does not: on the wire both are the same.
    const auto chains = chainsAs({u"fetch"_s, u"go"_s}, request("GET", "http://a.test/x#part"), {302});
    QCOMPARE(membersOf(chains).size(), 1);
}

void TestComparison::wordsSayMethodAndBody_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<Request>("first");
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<QString>("words");
    const QList<int> found{302};
    QTest::newRow("became") << u"fetch"_s << form("POST") << found << u"POST became GET, the body was dropped"_s;
    QTest::newRow("stayed") << u"urllib3"_s << form("POST") << found << u"POST stayed POST, the body was sent again"_s;
    QTest::newRow("lost") << u"curl-X"_s << form("POST") << found << u"POST stayed POST, but the body was lost"_s;
    QTest::newRow("no body") << u"fetch"_s << request("GET", "http://a.test/") << found << u"GET stayed GET"_s;
    QTest::newRow("no redirect") << u"fetch"_s << form("POST") << QList<int>() << u"no redirect"_s;
    QTest::newRow("not followed") << u"fetch"_s << form("POST") << QList<int>{300} << u"300 not followed"_s;
    QTest::newRow("after one") << u"fetch"_s << form("POST") << QList<int>{307, 300}
                               << u"POST stayed POST, the body was sent again; 300 not followed after 1 redirect"_s;
    QTest::newRow("limit") << u"urllib3"_s << request("GET", "http://a.test/") << QList<int>(4, 302)
                           << u"GET stayed GET; stopped after 3 redirects: too-many-redirects"_s;
}

void TestComparison::wordsSayMethodAndBody()
{
    QFETCH(QString, client);
    QFETCH(Request, first);
    QFETCH(QList<int>, statuses);
    QTEST(whatIsSentWords(chainAs(client, first, statuses)), "words");
}

void TestComparison::contentTypeIsKeptRemovedOrLeftBehind()
{
    QCOMPARE(contentTypeOf(chainAs(u"fetch"_s, form("POST"), {307})), LeftOver::Kept);
    QCOMPARE(contentTypeOf(chainAs(u"fetch"_s, form("POST"), {302})), LeftOver::Removed);
    QCOMPARE(contentTypeOf(chainAs(u"go"_s, form("POST"), {302})), LeftOver::LeftBehind);
    QCOMPARE(contentTypeOf(chainAs(u"go"_s, form("POST"), {300})), LeftOver::NothingToSay);
    QCOMPARE(contentTypeOf(chainAs(u"go"_s, request("GET", "http://a.test/"), {302})), LeftOver::NothingToSay);
}

void TestComparison::differencesNameHopAndRule()
{
    const auto chains = chainsAs({u"fetch"_s, u"go"_s}, form("PUT"), {307, 301});
    const QList<ChainDifference> differences = differencesFrom(chains.at(0), chains.at(1));
    const ChainDifference referer{1, u"field-added"_s, "Referer", {}, "http://a.test/", u"referer-previous-target"_s};
    const ChainDifference method{2, u"method-changed"_s, {}, "PUT", "GET", u"client-becomes-get"_s};
    QCOMPARE(differences.at(0), referer);
    QCOMPARE(differences.at(1), method);
    QCOMPARE(differences.at(2).what, u"body-dropped"_s);
    for (const ChainDifference &difference : differences) {
        QVERIFY2(isKnownReason(difference.rule), qPrintable(difference.rule));
    }
    QVERIFY(differencesFrom(chains.at(0), chains.at(0)).isEmpty());
}

void TestComparison::whatDifferedBeforeIsNotToldAgain()
{
    const auto chains = chainsAs({u"fetch"_s, u"go"_s}, form("PUT"), {301, 307, 307});
    QSet<int> hops;
    for (const ChainDifference &difference : differencesFrom(chains.at(0), chains.at(1))) {
        if (difference.what != "field-changed"_L1) { // a Referer is another one at each hop
            hops.insert(difference.hop);
        }
    }
    QCOMPARE(hops, QSet<int>{1});
}

void TestComparison::anotherEndIsADifference()
{
    const auto chains = chainsAs({u"fetch"_s, u"urllib"_s, u"urllib3"_s}, form("POST"), {307, 307, 307, 307});
    const QList<ChainDifference> delivered = differencesFrom(chains.at(0), chains.at(1));
    QCOMPARE(delivered.size(), 1);
    QCOMPARE(delivered.at(0).what, u"action-changed"_s);
    QCOMPARE(delivered.at(0).from, "follow");
    QCOMPARE(delivered.at(0).hop, 1);
    const QList<ChainDifference> stopped = differencesFrom(chains.at(0), chains.at(2));
    QCOMPARE(stopped.constLast().to, "stop too-many-redirects");
    QCOMPARE(stopped.constLast().hop, 4);
}

void TestComparison::whyComesFromTheReasons()
{
    const auto chains = chainsAs({u"fetch"_s, u"go"_s}, form("PUT"), {307, 301});
    const QString why = whyTheyDiffer(chains, groupsByWhatIsSent(chains));
    for (const RedirectChain &chain : chains) {
        const Reason reason = chain.hops.at(1).decision->reasons.constFirst(); // Go's Referer parts nobody
        QVERIFY2(why.contains(chain.clientName), qPrintable(why));
        QVERIFY2(why.contains(reason.reference), qPrintable(why));
    }
    QVERIFY2(!why.contains(u"his client"_s), qPrintable(why));
}

void TestComparison::agreementHasAReasonToo()
{
    const auto chains = chainsAs({u"fetch"_s, u"curl"_s}, form("POST"), {307});
    const QString why = whyTheyDiffer(chains, groupsByWhatIsSent(chains));
    QVERIFY2(why.contains(u"307 keeps the method"_s), qPrintable(why));
}

void TestComparison::credentialsAreWhatIsSent()
{
    QList<RedirectChain> chains;
    for (const QString &client : {u"fetch"_s, u"wget"_s}) {
        const Request first = request("GET", "http://a.test/", {{"Authorization", "Bearer t"}});
        RedirectChain chain = chainAs(client, first, {302});
        const ClientPolicy policy = policyOf(client);
        chain.hops[0].exchange.response = redirect(302, "http://b.test/");
        chain.hops[0].decision = decide(first, *chain.hops[0].exchange.response, {}, policy);
        chain.hops[1].exchange.request = *chain.hops[0].decision->next;
        chains.append(chain);
    }
    const QList<ComparisonGroup> groups = groupsByWhatIsSent(chains);
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groupTitles(chains, groups),
             QStringList({u"GET stayed GET, without Authorization"_s, u"GET stayed GET, with Authorization"_s}));
    QVERIFY2(whyTheyDiffer(chains, groups).contains(u"so Authorization is removed"_s),
             qPrintable(whyTheyDiffer(chains, groups)));
}

void TestComparison::theLimitIsTheReasonWhereItParts()
{
    const auto chains = chainsAs({u"fetch"_s, u"urllib3"_s}, request("GET", "http://a.test/"), QList<int>(5, 302));
    const QString why = whyTheyDiffer(chains, groupsByWhatIsSent(chains));
    QVERIFY2(why.contains(u"3 redirects were followed already"_s), qPrintable(why));
}

void TestComparison::equalTitlesNameTheirTargets()
{
    auto chains = chainsAs({u"fetch"_s, u"curl"_s}, request("GET", "http://a.test/"), {302});
    chains[1].hops[1].exchange.request.target = uri("http://a.test/elsewhere");
    const QStringList titles = groupTitles(chains, groupsByWhatIsSent(chains));
    QCOMPARE(titles,
             QStringList({u"GET stayed GET, at http://a.test/1"_s, u"GET stayed GET, at http://a.test/elsewhere"_s}));
}

void TestComparison::noChainsNoWords()
{
    QVERIFY(groupsByWhatIsSent({}).isEmpty());
    QVERIFY(whyTheyDiffer({}, {}).isEmpty());
}

DETOUR_TEST(TestComparison)

#include "tst_comparison.moc"
