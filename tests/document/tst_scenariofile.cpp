// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/scenariofile.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

QJsonObject take(const QStringList &exchange, const QStringList &next)
{
    QJsonObject object{{u"exchange"_s, QJsonArray::fromStringList(exchange)}, {u"happens"_s, u"It moves."_s}};
    if (!next.isEmpty())
        object[u"next"_s] = QJsonArray::fromStringList(next);
    return object;
}

const QStringList moved{u"GET /a HTTP/1.1"_s,
                        u"Host: x.localhost:8307"_s,
                        u"---"_s,
                        u"HTTP/1.1 302 Found"_s,
                        u"Location: /b"_s,
                        u"Content-Length: 0"_s,
                        u"---"_s,
                        u"GET /b HTTP/1.1"_s,
                        u"Host: x.localhost:8307"_s,
                        u"---"_s,
                        u"HTTP/1.1 200 OK"_s,
                        u"Content-Length: 2"_s,
                        QString(),
                        u"hi"_s};
const QStringList there{u"GET /b HTTP/1.1"_s, u"Host: x.localhost:8307"_s, u"---"_s, u"HTTP/1.1 204 No Content"_s};

QJsonObject good()
{
    return {{u"title"_s, u"A move"_s},
            {u"topic"_s, u"forms"_s},
            {u"level"_s, 1},
            {u"codes"_s, QJsonArray{302}},
            {u"story"_s, u"It moved."_s},
            {u"question"_s, u"Where to?"_s},
            {u"broken"_s, take(moved, {u"GET /b none | as told."_s})},
            {u"fixed"_s, take(there, {})},
            {u"remember"_s, u"Ask there."_s},
            {u"references"_s, QJsonArray{QJsonObject{{u"words"_s, u"302"_s}, {u"link"_s, u"page:302"_s}}}}};
}

Result<Scenario> read(const QJsonObject &object)
{
    return readScenario(u"a-move"_s, QJsonDocument(object).toJson());
}

} // namespace

class ScenarioFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void bothTakesRun()
    {
        const auto scenario = read(good());
        QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().message));
        QCOMPARE(scenario->broken.example.id, u"a-move/broken"_s);
        QVERIFY(scenario->broken.example.runnable);
        QCOMPARE(scenario->broken.example.script.steps.size(), 2);
        QCOMPARE(scenario->broken.example.script.steps.last().answer.content, QByteArray("hi"));
        QCOMPARE(scenario->broken.example.next.size(), 1);
        QCOMPARE(scenario->broken.example.client, u"fetch"_s);
        QCOMPARE(scenario->fixed.example.script.steps.first().answer.status, 204);
        QVERIFY(scenario->fixed.example.next.isEmpty());
        QCOMPARE(scenario->references.first().link, u"page:302"_s);
    }

    void slipsAreNamed_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("said");
        QTest::newRow("no title") << u"title"_s << QJsonValue(QString()) << u"title: it is empty."_s;
        QTest::newRow("topic") << u"topic"_s << QJsonValue(u"cats"_s) << u"topic: it has to be one of api, "_s;
        QTest::newRow("level") << u"level"_s << QJsonValue(4) << u"level: it has to be a whole number from 1 to 3."_s;
        QTest::newRow("code") << u"codes"_s << QJsonValue(QJsonArray{200}) << u"codes: each is a status"_s;
        QTest::newRow("unknown") << u"tilte"_s << QJsonValue(1) << u"tilte: there is no such member."_s;
        QTest::newRow("exchange") << u"fixed"_s << QJsonValue(take({u"GET /b"_s, u"---"_s, u"HTTP/1.1 200 OK"_s}, {}))
                                  << u"fixed.exchange: Line 1: a request begins with METHOD TARGET"_s;
        QTest::newRow("lines") << u"fixed"_s << QJsonValue(take({}, {})) << u"fixed.exchange: it has from 1 to"_s;
        QTest::newRow("claim") << u"broken"_s << QJsonValue(take(moved, {u"GET"_s})) << u"broken.next: "_s;
        QStringList away = there;
        away[1] = u"Host: example.com"_s;
        QTest::newRow("host") << u"fixed"_s << QJsonValue(take(away, {}))
                              << u"fixed.exchange: every host is NAME.localhost"_s;
        QTest::newRow("link") << u"references"_s
                              << QJsonValue(QJsonArray{QJsonObject{{u"words"_s, u"x"_s}, {u"link"_s, u"http://x"_s}}})
                              << u"references[0].link: it begins with page: or https://."_s;
    }

    void slipsAreNamed()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QFETCH(const QString, said);
        QJsonObject object = good();
        object[member] = value;
        const auto scenario = read(object);
        QVERIFY(!scenario);
        QCOMPARE(scenario.error().code, u"bad-scenario"_s);
        QVERIFY2(scenario.error().message.startsWith(said), qPrintable(scenario.error().message));
    }

    void whatIsNoJsonIsSaidSo()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("\xff\xfe")}) {
            const auto scenario = readScenario(u"x"_s, bytes);
            QVERIFY(!scenario);
            QCOMPARE(scenario.error().code, u"bad-scenario"_s);
        }
    }
};

DETOUR_TEST(ScenarioFileTest)
#include "tst_scenariofile.moc"
