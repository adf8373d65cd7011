// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/comparejson.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestCompareJson final : public QObject
{
    Q_OBJECT

private slots:
    void schemaIsAsLaidDown();
    void differencesAreMaskedUnlessAskedFor();
    void nothingComparedIsEmpty();
};

namespace {

Request requestOf(const QByteArray &method, const FieldList &fields)
{
    Request request;
    request.method = *Method::fromToken(method);
    request.target = *parseFirstUrl("http://a.test/x");
    request.fields = fields;
    return request;
}

/// One hop that is followed by `next`, for a rule of the catalogue.
RedirectChain chainOf(const QString &client, const Request &first, const Request &next)
{
    RedirectChain chain;
    chain.clientId = client;
    chain.clientName = client;
    chain.outcome = Outcome::Completed;
    Hop hop;
    hop.exchange.request = first;
    hop.exchange.response = Response{302, "Found", {{"Location", "/x"}}, {}};
    Decision decision;
    decision.action = Action::Follow;
    decision.next = next;
    decision.reasons = {{u"client-becomes-get"_s, u"This client does so."_s, u"measured"_s}};
    hop.decision = decision;
    chain.hops = {hop, Hop()};
    chain.hops[1].exchange.request = next;
    return chain;
}

} // namespace

void TestCompareJson::schemaIsAsLaidDown()
{
    const Request first = requestOf("PUT", {});
    const RedirectChain base = chainOf(u"fetch"_s, first, first);
    const RedirectChain other = chainOf(u"go"_s, first, requestOf("GET", {}));
    const QJsonObject json = comparisonToJson({base, other});
    QCOMPARE(json["schema"_L1].toString(), u"detour.compare/1"_s);
    QCOMPARE(json["base"_L1].toString(), u"fetch"_s);
    QCOMPARE(json["traces"_L1].toArray().size(), 2);
    QCOMPARE(json["traces"_L1].toArray().at(1).toObject()["schema"_L1].toString(), u"detour.trace/1"_s);
    const QJsonArray differences = json["differences"_L1].toArray();
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences.at(0).toObject(), (QJsonObject{{u"client"_s, u"go"_s},
                                                        {u"hop"_s, 1},
                                                        {u"what"_s, u"method-changed"_s},
                                                        {u"from"_s, u"PUT"_s},
                                                        {u"to"_s, u"GET"_s},
                                                        {u"rule"_s, u"client-becomes-get"_s}}));
    QCOMPARE(json["groups"_L1].toArray().size(), 2);
    QCOMPARE(json["groups"_L1].toArray().at(1).toObject()["clients"_L1].toArray(), QJsonArray{u"go"_s});
    QVERIFY(json["why"_L1].toString().contains(u"go"_s));
}

void TestCompareJson::differencesAreMaskedUnlessAskedFor()
{
    const Request first = requestOf("GET", {{"Authorization", "Bearer hunter2"}});
    const RedirectChain base = chainOf(u"fetch"_s, first, first);
    const RedirectChain other = chainOf(u"curl"_s, first, requestOf("GET", {}));
    const QByteArray masked = QJsonDocument(comparisonToJson({base, other})).toJson();
    QVERIFY(!masked.contains("hunter2"));
    QVERIFY(masked.contains("field-removed"));
    QVERIFY(QJsonDocument(comparisonToJson({base, other}, true)).toJson().contains("hunter2"));
}

void TestCompareJson::nothingComparedIsEmpty()
{
    const QJsonObject json = comparisonToJson({});
    QVERIFY(json["base"_L1].isNull());
    QVERIFY(json["traces"_L1].toArray().isEmpty());
}

DETOUR_TEST(TestCompareJson)

#include "tst_comparejson.moc"
