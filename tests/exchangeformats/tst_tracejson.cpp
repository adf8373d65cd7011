// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/policyjson.h"
#include "exchangeformats/tracejson.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestTraceJson final : public QObject
{
    Q_OBJECT

private slots:
    void aCompletedTraceHasTheShapeOfTheContract();
    void aFailedHopHasNeitherResponseNorDecision();
    void whatIsUnknownIsNull();
    void secretsAreMaskedUnlessAskedFor();
    void findingsAreNamed();
    void fieldLinesKeepOrderAndBytes();
    void policiesNameTheirRulesAndLimit();
};

namespace {

RedirectChain completedChain()
{
    Hop hop;
    hop.exchange.request.method = Method::known("POST");
    hop.exchange.request.target = *parseFirstUrl("http://user:pw@a.test/x");
    hop.exchange.request.fields = {{"Authorization", "Bearer secret"}};
    hop.exchange.request.content = ContentInfo{3, "abc123", false, "xyz"};
    hop.exchange.added = {"Host", "User-Agent"};
    hop.exchange.received = ReceivedRequest{
        "POST /x HTTP/1.1", {{"Host", "a.test"}, {"Cookie", "c=secret"}}, ContentInfo{3, "abc123", {}, {}}};
    Response response;
    response.status = 200;
    response.reasonPhrase = "OK\xff";
    response.fields = {{"Set-Cookie", "s=secret"}, {"X", "1"}, {"X", "\xe4"}};
    response.content = ContentInfo{0, "e3b0", false, {}};
    hop.exchange.response = response;
    hop.exchange.timing.total = 1.23456;
    hop.exchange.repeatedFieldsVisible = true;
    Decision decision;
    decision.reasons = {{u"final"_s, u"Done."_s, u"RFC 9110 §15.3.1"_s}};
    hop.decision = decision;
    RedirectChain chain;
    chain.clientId = u"fetch"_s;
    chain.hops = {hop};
    chain.outcome = Outcome::Completed;
    return chain;
}

QJsonObject onlyHop(const QJsonObject &trace)
{
    return trace["hops"_L1].toArray().at(0).toObject();
}

} // namespace

void TestTraceJson::aCompletedTraceHasTheShapeOfTheContract()
{
    const QJsonObject trace = traceToJson(completedChain());
    QCOMPARE(trace["schema"_L1].toString(), u"detour.trace/1"_s);
    QCOMPARE(trace["client"_L1].toString(), u"fetch"_s);
    QCOMPARE(trace["outcome"_L1].toString(), u"completed"_s);
    QVERIFY(trace["reason"_L1].isNull());
    QVERIFY(trace["findings"_L1].toArray().isEmpty());
    const QJsonObject request = onlyHop(trace)["request"_L1].toObject();
    QCOMPARE(request["method"_L1].toString(), u"POST"_s);
    QCOMPARE(request["body"_L1].toObject(), QJsonObject({{u"bytes"_s, 3}, {u"sha256"_s, u"abc123"_s}}));
    QCOMPARE(request["added"_L1].toArray(), QJsonArray({u"Host"_s, u"User-Agent"_s}));
    QCOMPARE(request["sent_times"_L1].toInt(), 1);
    QCOMPARE(request["received"_L1].toObject()["line"_L1].toString(), u"POST /x HTTP/1.1"_s);
    const QJsonObject response = onlyHop(trace)["response"_L1].toObject();
    QCOMPARE(response["status"_L1].toInt(), 200);
    QCOMPARE(response["repeated_fields_observable"_L1], QJsonValue(true));
    QCOMPARE(onlyHop(trace)["timing_ms"_L1].toObject()["total"_L1].toDouble(), 1.235);
    QCOMPARE(onlyHop(trace)["decision"_L1].toObject()["action"_L1].toString(), u"deliver"_s);
}

void TestTraceJson::aFailedHopHasNeitherResponseNorDecision()
{
    RedirectChain chain = completedChain();
    chain.hops[0].exchange.response.reset();
    chain.hops[0].exchange.failure = ExchangeFailure{u"connection-refused"_s, u"Nobody listens."_s};
    chain.hops[0].decision.reset();
    chain.outcome = Outcome::Failed;
    chain.end = ChainEnd{u"connection-refused"_s, u"Nobody listens."_s, 1};
    const QJsonObject trace = traceToJson(chain);
    QCOMPARE(trace["outcome"_L1].toString(), u"failed"_s);
    QCOMPARE(trace["reason"_L1].toObject(),
             QJsonObject({{u"code"_s, u"connection-refused"_s}, {u"message"_s, u"Nobody listens."_s}, {u"hop"_s, 1}}));
    QVERIFY(onlyHop(trace)["response"_L1].isNull());
    QVERIFY(onlyHop(trace)["decision"_L1].isNull());
}

void TestTraceJson::whatIsUnknownIsNull()
{
    RedirectChain chain = completedChain();
    chain.hops[0].exchange.request.content.reset();
    chain.hops[0].exchange.response->content->sha256.clear();
    const QJsonObject hop = onlyHop(traceToJson(chain));
    QVERIFY(hop["request"_L1].toObject()["body"_L1].isNull());
    QVERIFY(hop["request"_L1].toObject().contains("body"_L1));
    QVERIFY(hop["response"_L1].toObject()["body"_L1].toObject()["sha256"_L1].isNull());
    for (const QLatin1StringView name : {"connect"_L1, "tls"_L1, "wait"_L1, "receive"_L1}) {
        QVERIFY(hop["timing_ms"_L1].toObject().contains(name));
        QVERIFY(hop["timing_ms"_L1].toObject()[name].isNull());
    }
}

void TestTraceJson::secretsAreMaskedUnlessAskedFor()
{
    const QByteArray shown = QJsonDocument(traceToJson(completedChain())).toJson();
    QVERIFY(!shown.contains("secret"));
    QVERIFY(!shown.contains("pw@"));
    QVERIFY(shown.contains("Authorization"));
    const QByteArray all = QJsonDocument(traceToJson(completedChain(), true)).toJson();
    QVERIFY(all.contains("Bearer secret"));
    QVERIFY(all.contains("user:pw@"));
}

void TestTraceJson::findingsAreNamed()
{
    RedirectChain chain = completedChain();
    chain.findings = {{u"cycle"_s, {1, 3}, u"A circle."_s}};
    const QJsonObject finding = traceToJson(chain)["findings"_L1].toArray().at(0).toObject();
    QCOMPARE(finding["code"_L1].toString(), u"cycle"_s);
    QCOMPARE(finding["hops"_L1].toArray(), QJsonArray({1, 3}));
}

void TestTraceJson::fieldLinesKeepOrderAndBytes()
{
    const QJsonObject response = onlyHop(traceToJson(completedChain(), true))["response"_L1].toObject();
    QCOMPARE(response["reason"_L1].toString(), u"OK\u00ff"_s);
    QCOMPARE(response["fields"_L1].toArray(),
             QJsonArray({QJsonArray({u"Set-Cookie"_s, u"s=secret"_s}), QJsonArray({u"X"_s, u"1"_s}),
                         QJsonArray({u"X"_s, u"\u00e4"_s})}));
}

void TestTraceJson::policiesNameTheirRulesAndLimit()
{
    ClientPolicy policy;
    policy.id = u"fetch"_s;
    policy.rows[302].byMethod.insert("POST", MethodRule::Get);
    const QJsonObject object = policyToJson(policy);
    QCOMPARE(object["id"_L1].toString(), u"fetch"_s);
    QCOMPARE(object["limit"_L1].toInt(), 20);
    QCOMPARE(object["rules"_L1].toObject()["302"_L1].toObject(),
             QJsonObject({{u"POST"_s, u"get"_s}, {u"*"_s, u"keep"_s}}));
    policy.redirectLimit = -1;
    QVERIFY(policyToJson(policy)["limit"_L1].isNull());
}

DETOUR_TEST(TestTraceJson)
#include "tst_tracejson.moc"
