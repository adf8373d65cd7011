// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/decisionquestion.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestDecisionQuestion final : public QObject
{
    Q_OBJECT

private slots:
    void readsTheExampleOfTheContract();
    void readsWhatMayAlsoStandThere();
    void defaultsAreThoseOfAPlainGet();
    void aCharacterIsAByte();
    void nullMeansUnlimited();
    void unknownMembersAreIgnored();
    void refusesBadLines_data();
    void refusesBadLines();
    void refusesEndlessLines();
    void findsTheIdOfABadLine();
};

namespace {

/// A good question with one member of the request, the response or the line put in or replaced.
QByteArray lineWith(const QByteArray &path, const QByteArray &json)
{
    QJsonObject line = QJsonDocument::fromJson(R"({"id":7,"request":{"method":"GET","url":"http://a.test/"},
                                                   "response":{"status":302}})")
                           .object();
    const QJsonValue value = QJsonDocument::fromJson('[' + json + ']').array().at(0);
    const QList<QByteArray> names = path.split('.');
    if (names.size() == 1) {
        line[QString::fromLatin1(names.at(0))] = value;
    } else {
        QJsonObject inner = line.value(QString::fromLatin1(names.at(0))).toObject();
        inner[QString::fromLatin1(names.at(1))] = value;
        line[QString::fromLatin1(names.at(0))] = inner;
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace

void TestDecisionQuestion::readsTheExampleOfTheContract()
{
    const Result<DecisionQuestion> question = questionFromJson(
        R"({"id":"x1","client":"curl","request":{"method":"POST","url":"http://a.test/x","fields":[["Content-Type","text/plain"]],"body":true},"response":{"status":301,"fields":[["Location","/y"]]},"redirects_so_far":0})");
    QVERIFY(question);
    QCOMPARE(question->id, QJsonValue(u"x1"_s));
    QCOMPARE(question->client, u"curl"_s);
    QCOMPARE(question->request.method.token(), "POST"_ba);
    QCOMPARE(question->request.target.toBytes(), "http://a.test/x"_ba);
    QCOMPARE(question->request.fields.value("Content-Type"), "text/plain"_ba);
    QVERIFY(question->request.content);
    QVERIFY(question->request.content->bytes != 0);
    QVERIFY(!question->request.content->oneShot);
    QCOMPARE(question->response.status, 301);
    QCOMPARE(question->response.fields.value("Location"), "/y"_ba);
    QCOMPARE(question->context.redirectsSoFar, 0);
    QVERIFY(!question->context.redirectLimit);
}

void TestDecisionQuestion::readsWhatMayAlsoStandThere()
{
    const Result<DecisionQuestion> question = questionFromJson(
        R"({"request":{"method":"PUT","url":"http://a.test/","body":"one-shot","generated":["Content-Type","Cookie"]},
            "response":{"status":307,"fields":[["Location","/a"],["Location","/b"]]},
            "max_redirects":5,"location_trusted":true,"redirects_so_far":4,
            "first":{"method":"POST","url":"http://first.test/"}})");
    QVERIFY2(question, qPrintable(question ? QString() : question.error().message));
    QVERIFY(question->request.content->oneShot);
    QVERIFY(question->request.isGenerated("content-type"));
    QVERIFY(question->request.isGenerated("Cookie"));
    QCOMPARE(question->response.fields.values("Location").size(), 2);
    QCOMPARE(question->context.redirectLimit, 5);
    QCOMPARE(question->context.redirectsSoFar, 4);
    QVERIFY(question->context.locationTrusted);
    QCOMPARE(question->context.first->target.toBytes(), "http://first.test/"_ba);
}

void TestDecisionQuestion::defaultsAreThoseOfAPlainGet()
{
    const Result<DecisionQuestion> question = questionFromJson(lineWith("id", "null"));
    QVERIFY(question);
    QVERIFY(question->id.isNull());
    QCOMPARE(question->client, u"fetch"_s);
    QVERIFY(!question->request.content);
    QVERIFY(question->request.fields.isEmpty());
    QVERIFY(!question->context.first);
    QVERIFY(!question->context.locationTrusted);
}

void TestDecisionQuestion::aCharacterIsAByte()
{
    const Result<DecisionQuestion> question =
        questionFromJson(lineWith("response.fields", R"([["Location","/\u00c3\u00a4\u00ff"]])"));
    QVERIFY(question);
    QCOMPARE(question->response.fields.value("Location"), "/\xc3\xa4\xff"_ba);
}

void TestDecisionQuestion::nullMeansUnlimited()
{
    QCOMPARE(questionFromJson(lineWith("max_redirects", "null"))->context.redirectLimit, -1);
    QCOMPARE(questionFromJson(lineWith("max_redirects", "0"))->context.redirectLimit, 0);
}

void TestDecisionQuestion::unknownMembersAreIgnored()
{
    QVERIFY(questionFromJson(lineWith("note", R"({"a":[1]})")));
    QVERIFY(questionFromJson(lineWith("request.note", "1")));
}

void TestDecisionQuestion::refusesBadLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("word");

    QTest::newRow("no JSON") << "hello"_ba << u"not JSON"_s;
    QTest::newRow("not UTF-8") << "{\"id\":\"\xff\"}"_ba << u"not JSON"_s;
    QTest::newRow("no object") << "[1]"_ba << u"not an object"_s;
    QTest::newRow("no request") << R"({"response":{"status":302}})"_ba << u"request"_s;
    QTest::newRow("no response") << R"({"request":{"method":"GET","url":"http://a/"}})"_ba << u"response"_s;
    QTest::newRow("method is no token") << lineWith("request.method", R"("GE T")") << u"request.method"_s;
    QTest::newRow("method with line break") << lineWith("request.method", R"("GET\r\nX: 1")") << u"request.method"_s;
    QTest::newRow("method is no string") << lineWith("request.method", "1") << u"request.method"_s;
    QTest::newRow("ftp") << lineWith("request.url", R"("ftp://a.test/")") << u"request.url"_s;
    QTest::newRow("URL without host") << lineWith("request.url", R"("http://")") << u"request.url"_s;
    QTest::newRow("URL beyond bytes") << lineWith("request.url", R"("http://a.test/\u20ac")") << u"request.url"_s;
    QTest::newRow("fields are no array") << lineWith("request.fields", "{}") << u"request.fields"_s;
    QTest::newRow("field is no pair") << lineWith("request.fields", R"([["A"]])") << u"request.fields"_s;
    QTest::newRow("field value with LF") << lineWith("response.fields", R"([["A","b\nc"]])") << u"response.fields"_s;
    QTest::newRow("field name is no token") << lineWith("request.fields", R"([["A b","c"]])") << u"request.fields"_s;
    QTest::newRow("body is a number") << lineWith("request.body", "1") << u"request.body"_s;
    QTest::newRow("body is another word") << lineWith("request.body", R"("once")") << u"request.body"_s;
    QTest::newRow("generated is no array") << lineWith("request.generated", R"("A")") << u"request.generated"_s;
    QTest::newRow("generated holds a number") << lineWith("request.generated", "[1]") << u"request.generated"_s;
    QTest::newRow("status is a string") << lineWith("response.status", R"("302")") << u"response.status"_s;
    QTest::newRow("status is a fraction") << lineWith("response.status", "302.5") << u"response.status"_s;
    QTest::newRow("status of four digits") << lineWith("response.status", "1000") << u"response.status"_s;
    QTest::newRow("negative count") << lineWith("redirects_so_far", "-1") << u"redirects_so_far"_s;
    QTest::newRow("limit is a word") << lineWith("max_redirects", R"("3")") << u"max_redirects"_s;
    QTest::newRow("huge limit") << lineWith("max_redirects", "1e300") << u"max_redirects"_s;
    QTest::newRow("trusted is a number") << lineWith("location_trusted", "1") << u"location_trusted"_s;
    QTest::newRow("client is a number") << lineWith("client", "1") << u"client"_s;
    QTest::newRow("first is bad") << lineWith("first", R"({"method":"GET"})") << u"first.url"_s;
}

void TestDecisionQuestion::refusesBadLines()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, word);
    const Result<DecisionQuestion> question = questionFromJson(line);
    QVERIFY(!question);
    QCOMPARE(question.error().code, u"bad-line"_s);
    QVERIFY2(question.error().message.contains(word), qPrintable(question.error().message));
    QVERIFY(!question.error().message.contains(u'\n'));
}

void TestDecisionQuestion::refusesEndlessLines()
{
    const QByteArray line(DecisionQuestion::longestLine + 1, ' ');
    QVERIFY(questionFromJson(line).error().message.contains(u"16 MiB"));
}

void TestDecisionQuestion::findsTheIdOfABadLine()
{
    QCOMPARE(questionId(R"({"id":"x","request":1})"), QJsonValue(u"x"_s));
    QCOMPARE(questionId(R"({"id":[1,2]})"), QJsonValue(QJsonArray{1, 2}));
    QVERIFY(questionId("nonsense").isNull());
    QVERIFY(questionId("{}").isNull());
}

DETOUR_TEST(TestDecisionQuestion)
#include "tst_decisionquestion.moc"
