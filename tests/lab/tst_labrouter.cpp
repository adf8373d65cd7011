// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labrouter.h"
#include "rawclient.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class LabRouterTest final : public QObject
{
    Q_OBJECT

private slots:
    void otherHostsAreMisdirected_data();
    void otherHostsAreMisdirected();
    void mountedHostsAreAnswered();
    void chainSendsOnToItsRest();
    void chainRefusesWhatItCannotRead();
    void echoTellsWhatArrived();
    void loopsDoNotArrive();
    void indexAndNotFoundNameTheAddresses();
    void optionsOfTheServer();

private:
    static LabPlace place()
    {
        LabPlace here;
        here.port = 9001;
        here.otherPort = 9002;
        return here;
    }
    LabReply reply(const QByteArray &line, const QByteArray &rest = "Host: localhost:9001\r\n\r\n")
    {
        return routeRequest(Test::requestFrom(line + "\r\n" + rest), place(), m_mounts, m_published);
    }
    QByteArray location(const QByteArray &path)
    {
        return reply("POST " + path + " HTTP/1.1").answer.fields.value("Location").value_or("(none)");
    }

    ScriptMounts m_mounts;
    PublishedScripts m_published;
};

void LabRouterTest::otherHostsAreMisdirected_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("localhost") << 200;
    QTest::newRow("LOCALHOST:1") << 200;
    QTest::newRow("127.0.0.1:9001") << 200;
    QTest::newRow("[::1]:9001") << 200;
    QTest::newRow("pay.localhost:8307") << 200;
    QTest::newRow("a.b.localhost") << 200;
    QTest::newRow("") << 421;
    QTest::newRow("example.com") << 421;
    QTest::newRow("localhost.example.com") << 421;
    QTest::newRow(".localhost") << 421;
    QTest::newRow("notlocalhost") << 421;
    QTest::newRow("127.0.0.2") << 421;
}

void LabRouterTest::otherHostsAreMisdirected()
{
    const QByteArray host = QTest::currentDataTag();
    QTEST(reply("GET /lab/echo HTTP/1.1", "Host: " + host + "\r\n\r\n").answer.status, "status");
    QCOMPARE(reply("GET /lab/echo HTTP/1.0", "\r\n").answer.status, 200);
    QCOMPARE(reply("GET http://example.com/lab/echo HTTP/1.1").answer.status, 421);
}

void LabRouterTest::mountedHostsAreAnswered()
{
    Script script;
    script.origins = {{"http", "example.com", 80}};
    script.steps = {{std::nullopt, "example.com", "/lab/echo", {203, "Mine", {}, {}}}};
    const quint64 token = m_mounts.mount(script, {});
    QCOMPARE(reply("GET /lab/echo HTTP/1.1", "Host: example.com\r\n\r\n").answer.status, 203);
    m_mounts.unmount(token);
    QCOMPARE(reply("GET /lab/echo HTTP/1.1", "Host: example.com\r\n\r\n").answer.status, 421);
}

void LabRouterTest::chainSendsOnToItsRest()
{
    const LabReply first = reply("PURGE /lab/chain/307~delay=20/302?q=1 HTTP/1.1");
    QCOMPARE(first.answer.status, 307);
    QCOMPARE(first.delayMs, 20);
    QCOMPARE(location("/lab/chain/307/302?q=1"), "/lab/chain/302");
    QCOMPARE(location("/lab/chain/302"), "/lab/echo");
    QCOMPARE(location("/lab/chain/302~abs"), "http://localhost:9001/lab/echo");
    QCOMPARE(location("/lab/chain/302~host=pay/303"), "http://pay.localhost:9001/lab/chain/303");
    QCOMPARE(location("/lab/chain/302~port"), "http://localhost:9002/lab/echo");
    QCOMPARE(location("/lab/chain/302~noloc"), "(none)");
}

void LabRouterTest::chainRefusesWhatItCannotRead()
{
    const ScriptedAnswer answer = reply("GET /lab/chain/307/nonsense HTTP/1.1").answer;
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.content.contains("nonsense"));
    QCOMPARE(reply("GET /lab/chain/ HTTP/1.1").answer.status, 400);
}

void LabRouterTest::echoTellsWhatArrived()
{
    const ScriptedAnswer answer =
        reply("POST /lab/echo?x HTTP/1.1",
              "Host: localhost\r\nX-A: caf\xe9\r\nx-a: 2\r\nContent-Length: 5\r\n\r\nh\xc3\xa9 \xe2")
            .answer;
    QCOMPARE(answer.fields.value("Content-Type"), "application/json");
    const QJsonObject echo = QJsonDocument::fromJson(answer.content).object();
    QCOMPARE(echo.value("method"_L1).toString(), QStringLiteral("POST"));
    QCOMPARE(echo.value("target"_L1).toString(), QStringLiteral("/lab/echo?x"));
    QCOMPARE(echo.value("version"_L1).toString(), QStringLiteral("HTTP/1.1"));
    const QJsonArray fields = echo.value("fields"_L1).toArray();
    QCOMPARE(fields.at(1).toArray(), (QJsonArray{QStringLiteral("X-A"), QStringLiteral("caf\u00e9")}));
    QCOMPARE(fields.at(2).toArray(), (QJsonArray{QStringLiteral("x-a"), QStringLiteral("2")}));
    const QJsonObject body = echo.value("body"_L1).toObject();
    QCOMPARE(body.value("bytes"_L1).toInt(), 5);
    QCOMPARE(body.value("sha256"_L1).toString().size(), 64);
    QCOMPARE(body.value("text"_L1).toString(), QStringLiteral("h\u00e9 ")); // the cut character is left out
    const QByteArray bare = reply("GET /lab/echo HTTP/1.1").answer.content;
    QVERIFY(QJsonDocument::fromJson(bare).object().value("body"_L1).isNull());
}

void LabRouterTest::loopsDoNotArrive()
{
    QCOMPARE(location("/lab/loop/self"), "/lab/loop/self");
    QCOMPARE(location("/lab/loop/ab"), "/lab/loop/ba");
    QCOMPARE(location("/lab/loop/ba"), "/lab/loop/ab");
    QCOMPARE(location("/lab/loop/grow"), "/lab/loop/grow?x");
    QCOMPARE(location("/lab/loop/grow?x"), "/lab/loop/grow?xx");
}

void LabRouterTest::indexAndNotFoundNameTheAddresses()
{
    QCOMPARE(reply("GET /lab/ HTTP/1.1").answer.status, 200);
    for (const char *path : {"/", "/nowhere", "/lab/nowhere", "/labs", "/redirect/x", "/lab/loop/"}) {
        const ScriptedAnswer answer = reply("GET " + QByteArray(path) + " HTTP/1.1").answer;
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.content.contains("/lab/chain/"));
    }
}

void LabRouterTest::optionsOfTheServer()
{
    QCOMPARE(reply("OPTIONS * HTTP/1.1").answer.status, 204);
}

DETOUR_TEST(LabRouterTest)
#include "tst_labrouter.moc"
