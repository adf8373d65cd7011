// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/decisionjson.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestDecisionJson final : public QObject
{
    Q_OBJECT

private slots:
    void aFollowHasNextChangesAndReasons();
    void nothingIsMasked();
    void onlyAFollowHasNext();
    void changesHaveTheSidesOfTheContract();
    void bytesBecomeCharacters();
    void errorsKeepTheId();
};

namespace {

Decision followingDecision()
{
    Decision decision;
    decision.action = Action::Follow;
    Request next;
    next.target = *parseFirstUrl("http://user:pw@b.test/y#f");
    next.fields.append("Cookie", "a=b");
    decision.next = next;
    decision.content = ContentFate::None;
    decision.reasons = {{u"some-rule"_s, u"Because."_s, u"RFC 9110 §15.4.4"_s}};
    decision.changes = {{ChangeKind::MethodChanged, {}, "POST", "GET", u"some-rule"_s},
                        {ChangeKind::FieldRemoved, "Content-Type", "text/plain", {}, u"some-rule"_s}};
    return decision;
}

QJsonObject parsed(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

} // namespace

void TestDecisionJson::aFollowHasNextChangesAndReasons()
{
    const QByteArray line = decisionToJsonLine(u"x1"_s, followingDecision());
    QVERIFY(!line.contains('\n'));
    const QJsonObject object = parsed(line);
    QCOMPARE(object.keys(), QStringList({u"action"_s, u"changes"_s, u"id"_s, u"next"_s, u"reasons"_s}));
    QCOMPARE(object["id"_L1], QJsonValue(u"x1"_s));
    QCOMPARE(object["action"_L1], QJsonValue(u"follow"_s));
    const QJsonObject next = object["next"_L1].toObject();
    QCOMPARE(next["method"_L1].toString(), u"GET"_s);
    QCOMPARE(next["body"_L1].toString(), u"none"_s);
    QCOMPARE(next["fields"_L1].toArray(), QJsonArray({QJsonArray({u"Cookie"_s, u"a=b"_s})}));
    const QJsonObject reason = object["reasons"_L1].toArray().at(0).toObject();
    QCOMPARE(reason,
             QJsonObject(
                 {{u"rule"_s, u"some-rule"_s}, {u"text"_s, u"Because."_s}, {u"reference"_s, u"RFC 9110 §15.4.4"_s}}));
}

void TestDecisionJson::nothingIsMasked()
{
    const QJsonObject next = parsed(decisionToJsonLine(1, followingDecision()))["next"_L1].toObject();
    QCOMPARE(next["url"_L1].toString(), u"http://user:pw@b.test/y#f"_s);
}

void TestDecisionJson::onlyAFollowHasNext()
{
    Decision decision = followingDecision();
    decision.action = Action::Stop;
    QVERIFY(!decisionToJson(decision).contains("next"_L1));
    QCOMPARE(decisionToJson(decision)["action"_L1].toString(), u"stop"_s);
    decision.action = Action::Deliver;
    QVERIFY(!decisionToJson(decision).contains("next"_L1));
}

void TestDecisionJson::changesHaveTheSidesOfTheContract()
{
    const QJsonArray changes = decisionToJson(followingDecision())["changes"_L1].toArray();
    QCOMPARE(changes.at(0).toObject(),
             QJsonObject({{u"what"_s, u"method-changed"_s}, {u"from"_s, u"POST"_s}, {u"to"_s, u"GET"_s}}));
    QCOMPARE(changes.at(1).toObject(), QJsonObject({{u"what"_s, u"field-removed"_s}, {u"name"_s, u"Content-Type"_s}}));
}

void TestDecisionJson::bytesBecomeCharacters()
{
    Decision decision = followingDecision();
    decision.next->fields = {{"X", "\xc3\xa4\xff"}};
    const QJsonArray fields = decisionToJson(decision)["next"_L1].toObject()["fields"_L1].toArray();
    QCOMPARE(fields.at(0).toArray().at(1).toString(), QString::fromLatin1("\xc3\xa4\xff"));
}

void TestDecisionJson::errorsKeepTheId()
{
    QCOMPARE(parsed(decisionErrorToJsonLine(QJsonValue::Null, u"No."_s)),
             QJsonObject({{u"id"_s, QJsonValue::Null}, {u"error"_s, u"No."_s}}));
    QCOMPARE(parsed(decisionErrorToJsonLine(QJsonArray{1}, u"No."_s))["id"_L1], QJsonValue(QJsonArray{1}));
}

DETOUR_TEST(TestDecisionJson)
#include "tst_decisionjson.moc"
