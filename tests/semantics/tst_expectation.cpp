// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "samples.h"
#include "semantics/expectation.h"
#include "semantics/expectationwords.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *form = "http://www.localhost:8307/form";
const Field token{"Authorization", "Bearer geheim"};

QStringList wordsOf(const QList<Expectation> &options, const Request &request)
{
    QStringList words;
    for (const Expectation &option : options) {
        const ExpectationWords said = expectationWords(option, options, request);
        words.append(said.title + u": "_s + said.detail);
    }
    return words;
}

Decision decisionOf(const Request &request, const Response &response, const QString &client = u"fetch"_s)
{
    return decide(request, response, {}, policyOf(client));
}

QStringList optionsOf(const Request &request, const Response &response)
{
    return wordsOf(alternativesTo(request, response, decisionOf(request, response)), request);
}

} // namespace

class ExpectationTest final : public QObject
{
    Q_OBJECT

private slots:
    void aDecisionIsReadAsWhatItSends();
    void whatEndsTheChainSendsNothing();
    void theRecordSpeaksBeforeTheClient();
    void withoutARecordTheExchangeSpeaks();
    void anAbsentBodyIsNoEmptyOne();
    void theFirstCredentialCounts();
    void theJarsCookiesAreNoCredentials();
    void aUserNameInTheUrlIsAnAuthorization();
    void aPostHasThreeWaysOnAndTheEnd();
    void credentialsDoubleTheOptions();
    void aPlainGetIsAskedForItsTarget();
    void aRelativeLocationIsMisreadToo();
    void withoutALocationThereIsOnlyTheSameAgain();
    void theOrderDoesNotTellTheAnswer();
    void theDecidedOneIsAlwaysThere_data();
    void theDecidedOneIsAlwaysThere();
    void theirWordsAreBoundedAndPlain();
    void aSentenceIsWhole();
};

void ExpectationTest::aDecisionIsReadAsWhatItSends()
{
    const Request post = requestWithContent("POST", form, {token});
    const Decision decision = decisionOf(post, redirect(302, "http://shop.localhost:8307/thanks#top"));
    const Expectation expected{true, "GET", ContentFate::None, false, "http://shop.localhost:8307/thanks"};
    QCOMPARE(expectationOf(post, decision), expected);
    const Expectation repeated{true, "POST", ContentFate::Same, true, "http://www.localhost:8307/b"};
    QCOMPARE(expectationOf(post, decisionOf(post, redirect(307, "/b"))), repeated);
}

void ExpectationTest::whatEndsTheChainSendsNothing()
{
    const Request get = request("GET", form);
    const Expectation nothing{false, {}, ContentFate::None, std::nullopt, {}};
    QCOMPARE(expectationOf(get, decisionOf(get, redirect(302, nullptr))), nothing);
    QCOMPARE(expectationOf(get, decisionOf(get, redirect(302, "mailto:a@b"))), nothing);
    QCOMPARE(observedAfter(get, nullptr), nothing);
}

void ExpectationTest::theRecordSpeaksBeforeTheClient()
{
    const Request post = requestWithContent("POST", form, {token});
    Exchange next; // the client believes to repeat it all
    next.request = post;
    next.received = ReceivedRequest{"GET /thanks?a=1 HTTP/1.1", {{"host", "shop.localhost:8307"}}, {}};
    const Expectation seen{true, "GET", ContentFate::None, false, "http://shop.localhost:8307/thanks?a=1"};
    QCOMPARE(observedAfter(post, &next), seen);
    next.received->fields.append("authorization", "Bearer geheim");
    next.received->content = post.content;
    next.labRecord = LabRecord();
    next.labRecord->tls = true;
    const Expectation kept{true, "GET", ContentFate::Same, true, "https://shop.localhost:8307/thanks?a=1"};
    QCOMPARE(observedAfter(post, &next), kept);
}

void ExpectationTest::withoutARecordTheExchangeSpeaks()
{
    const Request post = requestWithContent("POST", form, {token});
    Exchange next;
    next.request = request("POST", "http://u:p@www.localhost:8307/again#x", {token});
    next.failure = ExchangeFailure{u"connection-refused"_s, u"No."_s};
    const Expectation seen{true, "POST", ContentFate::None, true, "http://www.localhost:8307/again"};
    QCOMPARE(observedAfter(post, &next), seen);
}

void ExpectationTest::anAbsentBodyIsNoEmptyOne()
{
    const Request post = requestWithContent("POST", form);
    Exchange next;
    next.request = request("POST", form);
    next.received = ReceivedRequest{"POST /form HTTP/1.1", {{"Host", "www.localhost:8307"}}, {}};
    QCOMPARE(observedAfter(post, &next).content, ContentFate::None);
    next.request.content = ContentInfo();
    next.received->content = ContentInfo();
    QCOMPARE(observedAfter(post, &next).content, ContentFate::Empty);
    const Request bare = request("POST", form);
    QCOMPARE(observedAfter(bare, &next).content, ContentFate::None);
    Request empty = bare;
    empty.content = ContentInfo();
    QCOMPARE(observedAfter(empty, &next).content, ContentFate::Same);
}

void ExpectationTest::theFirstCredentialCounts()
{
    QCOMPARE(credentialOf(request("GET", form)), ""_ba);
    QCOMPARE(credentialOf(request("GET", form, {{"cookie", "a=1"}})), "Cookie"_ba);
    QCOMPARE(credentialOf(request("GET", form, {{"cookie", "a=1"}, token})), "Authorization"_ba);
    const Request both = request("GET", form, {{"Cookie", "a=1"}, token});
    Exchange next;
    next.request = request("GET", form, {{"Cookie", "a=1"}});
    QCOMPARE(observedAfter(both, &next).credentialsKept, std::optional(false));
    next.request.fields.append("Authorization", "Bearer another");
    QCOMPARE(observedAfter(both, &next).credentialsKept, std::optional(false));
}

void ExpectationTest::theJarsCookiesAreNoCredentials()
{
    Request fromJar = request("GET", form, {{"Cookie", "a=1"}});
    fromJar.generated = {"Cookie"};
    QCOMPARE(credentialOf(fromJar), ""_ba);
    const Request typed = request("GET", form, {{"Cookie", "a=1"}});
    Exchange next;
    next.request = request("GET", form, {{"Cookie", "a=1; jar=2"}});
    QCOMPARE(observedAfter(typed, &next).credentialsKept, std::optional(true));
    next.request = request("GET", form, {{"Cookie", "jar=2"}});
    QCOMPARE(observedAfter(typed, &next).credentialsKept, std::optional(false));
}

void ExpectationTest::aUserNameInTheUrlIsAnAuthorization()
{
    const Request named = request("GET", "http://ada:x@www.localhost:8307/");
    QCOMPARE(credentialOf(named), "Authorization"_ba);
    Exchange next;
    next.request = request("GET", form);
    next.received = ReceivedRequest{
        "GET /form HTTP/1.1", {{"Host", "www.localhost:8307"}, {"Authorization", "Basic YWRhOng="}}, {}};
    QCOMPARE(observedAfter(named, &next).credentialsKept, std::optional(true));
}

void ExpectationTest::aPostHasThreeWaysOnAndTheEnd()
{
    const QStringList expected{u"POST: with the body"_s, u"GET: without a body"_s, u"POST: without a body"_s,
                               u"Nothing: it stops here"_s};
    QCOMPARE(optionsOf(requestWithContent("POST", form), redirect(302, "/thanks")), expected);
    QCOMPARE(optionsOf(requestWithContent("POST", form), redirect(307, "/thanks")), expected);
}

void ExpectationTest::credentialsDoubleTheOptions()
{
    const QStringList expected{u"POST: with the body and Authorization"_s,
                               u"POST: with the body, without Authorization"_s,
                               u"GET: without a body, with Authorization"_s,
                               u"GET: without a body or Authorization"_s,
                               u"POST: without a body, with Authorization"_s,
                               u"POST: without a body or Authorization"_s,
                               u"Nothing: it stops here"_s};
    QCOMPARE(optionsOf(requestWithContent("POST", form, {token}), redirect(302, "http://b.localhost/")), expected);
}

void ExpectationTest::aPlainGetIsAskedForItsTarget()
{
    const QStringList expected{u"GET: to /thanks"_s, u"GET: to /form"_s, u"Nothing: it stops here"_s};
    QCOMPARE(optionsOf(request("GET", form), redirect(301, "/thanks")), expected);
}

void ExpectationTest::aRelativeLocationIsMisreadToo()
{
    const Request get = request("DELETE", "http://www.localhost:8307/list/new?x=1");
    const QStringList expected{u"DELETE: to /list/thanks"_s, u"GET: to /list/thanks"_s,
                               u"DELETE: to /list/new/thanks"_s, u"DELETE: to /list/new?x=1"_s,
                               u"Nothing: it stops here"_s};
    QCOMPARE(optionsOf(get, redirect(308, "thanks")), expected);
    const QStringList hosts{u"GET: to http://cdn.localhost/x"_s, u"GET: to //cdn.localhost/x"_s, u"GET: to /form"_s,
                            u"Nothing: it stops here"_s};
    QCOMPARE(optionsOf(request("GET", form), redirect(301, "//cdn.localhost/x")), hosts);
}

void ExpectationTest::withoutALocationThereIsOnlyTheSameAgain()
{
    const QStringList expected{u"GET: without a body"_s, u"Nothing: it stops here"_s};
    QCOMPARE(optionsOf(request("GET", form), redirect(304, nullptr)), expected);
}

void ExpectationTest::theOrderDoesNotTellTheAnswer()
{
    const Request post = requestWithContent("POST", form, {token});
    const Response answer = redirect(302, "http://b.localhost:8307/thanks");
    const QList<Expectation> first = alternativesTo(post, answer, decisionOf(post, answer));
    for (const QString &client : {u"curl"_s, u"curl-X"_s, u"axios"_s, u"wget"_s, u"requests"_s}) {
        QCOMPARE(alternativesTo(post, answer, decisionOf(post, answer, client)), first);
    }
    QCOMPARE(alternativesTo(post, answer, Decision()), first);
}

void ExpectationTest::theDecidedOneIsAlwaysThere_data()
{
    QTest::addColumn<QString>("client");
    for (const char *client : {"fetch", "curl", "curl-X", "axios", "follow-redirects", "go", "httpx", "java", "okhttp",
                               "qt", "requests", "reqwest", "rfc9110", "urllib", "urllib3", "wget", "aiohttp"}) {
        QTest::newRow(client) << QString::fromLatin1(client);
    }
}

void ExpectationTest::theDecidedOneIsAlwaysThere()
{
    QFETCH(const QString, client);
    const ClientPolicy policy = policyOf(client);
    for (int status = 300; status <= 309; ++status) {
        for (const char *method : {"GET", "HEAD", "POST", "PUT", "DELETE"}) {
            for (const char *location : {"/b", "b c", "//x.localhost/y", "http://x.localhost/\xE9|", "", "mailto:x"}) {
                for (const bool hasContent : {true, false}) {
                    const Request sent = hasContent ? requestWithContent(method, form, {token})
                                                    : request(method, form, {{"Cookie", "a=1"}});
                    const Response answer = redirect(status, location);
                    const Decision decision = decide(sent, answer, {}, policy);
                    const QList<Expectation> options = alternativesTo(sent, answer, decision);
                    QCOMPARE(options.count(expectationOf(sent, decision)), 1);
                    QVERIFY(options.size() >= 2 && options.size() <= mostAlternatives);
                    QVERIFY(!options.constLast().sends);
                }
            }
        }
    }
}

void ExpectationTest::theirWordsAreBoundedAndPlain()
{
    const Request get = request("GET", form);
    const QByteArray target = "http://x.localhost/\x1B[31m" + QByteArray(100'000, 'a');
    const Expectation hostile{true, "G\x07" + QByteArray(10'000, 'T'), ContentFate::None, std::nullopt, target};
    const ExpectationWords words = expectationWords(hostile, {hostile, expectationOf(get, {})}, get);
    QVERIFY(words.title.size() <= 64);
    QVERIFY(words.detail.size() < 400);
    QVERIFY(words.sentence.size() < 500);
    QVERIFY(!words.title.contains(u'\x07') && !words.sentence.contains(u'\x1B'));
}

void ExpectationTest::aSentenceIsWhole()
{
    const Request post = requestWithContent("POST", form, {token});
    const Expectation option{true, "POST", ContentFate::Empty, true, "http://www.localhost:8307/b"};
    QCOMPARE(expectationWords(option, {option}, post).sentence,
             u"POST is sent to /b, with an empty body and Authorization."_s);
    const Expectation restored{true, "POST", ContentFate::Same, std::nullopt, "http://b.localhost/b"};
    QCOMPARE(expectationWords(restored, {restored}, request("POST", form)).sentence,
             u"POST is sent to http://b.localhost/b, with the first body."_s);
    QCOMPARE(expectationWords(expectationOf(post, {}), {}, post).sentence, u"Nothing more is sent."_s);
}

DETOUR_TEST(ExpectationTest)
#include "tst_expectation.moc"
