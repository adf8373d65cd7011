// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/httpbinroutes.h"
#include "rawclient.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class HttpbinRoutesTest final : public QObject
{
    Q_OBJECT

private slots:
    void redirectsLeadToGet_data();
    void redirectsLeadToGet();
    void redirectToKeepsTheStringAsGiven_data();
    void redirectToKeepsTheStringAsGiven();
    void statusCodes_data();
    void statusCodes();
    void weightsAreObeyed();
    void methodsAreChecked();
    void anythingTellsTheRequest();
    void formsAndBytes();
    void cookiesAreSetAndShown();
    void entityTags();
    void caches();
    void delaysAreBounded();
    void responseHeadersAreSent();
    void otherOriginsMayRead();

private:
    static std::optional<LabReply> reply(const QByteArray &line, const QByteArray &fields = {},
                                         const QByteArray &content = {})
    {
        QByteArray bytes = line + " HTTP/1.1\r\nHost: localhost:9001\r\n" + fields;
        if (!content.isEmpty()) {
            bytes += "Content-Length: " + QByteArray::number(content.size()) + "\r\n";
        }
        LabPlace place;
        place.port = 9001;
        return httpbinReply(Test::requestFrom(bytes + "\r\n" + content), place);
    }
    static ScriptedAnswer answer(const QByteArray &line, const QByteArray &fields = {}, const QByteArray &content = {})
    {
        const auto made = reply(line, fields, content);
        return made ? made->answer : ScriptedAnswer{404, {}, {}, {}};
    }
    static QJsonObject json(const QByteArray &line, const QByteArray &fields = {}, const QByteArray &content = {})
    {
        return QJsonDocument::fromJson(answer(line, fields, content).content).object();
    }
};

void HttpbinRoutesTest::redirectsLeadToGet_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    const auto row = [](const char *path, int status, const char *location) {
        QTest::newRow(path) << status << QByteArray(location);
    };
    row("/redirect/1", 302, "/get");
    row("/redirect/3", 302, "/relative-redirect/2");
    row("/redirect/3?absolute=TRUE", 302, "http://localhost:9001/absolute-redirect/2");
    row("/redirect/1?absolute=true", 302, "http://localhost:9001/get");
    row("/redirect/3?absolute=yes", 302, "/relative-redirect/2");
    row("/relative-redirect/2", 302, "/relative-redirect/1");
    row("/relative-redirect/1", 302, "/get");
    row("/absolute-redirect/2", 302, "http://localhost:9001/absolute-redirect/1");
    row("/absolute-redirect/1", 302, "http://localhost:9001/get");
    row("/redirect/0", 400, "");
    row("/redirect/-1", 404, "");
    row("/redirect/x", 404, "");
    row("/redirect/99999999999999999999", 404, "");
}

void HttpbinRoutesTest::redirectsLeadToGet()
{
    const ScriptedAnswer made = answer("GET " + QByteArray(QTest::currentDataTag()));
    QTEST(made.status, "status");
    QTEST(made.fields.value("Location").value_or(QByteArray("")), "location");
    QVERIFY(made.content.isEmpty() || !made.fields.value("Location").value_or("").startsWith("/relative-redirect/1"));
}

void HttpbinRoutesTest::redirectToKeepsTheStringAsGiven_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    const auto row = [](const char *query, int status, const char *location) {
        QTest::newRow(query) << status << QByteArray(location);
    };
    row("url=/a", 302, "/a");
    row("URL=http%3A%2F%2Fx%2F%3Fq%3D%2520&Status_Code=307", 307, "http://x/?q=%20");
    row("url=a+b&status_code=200", 302, "a b");
    row("url=/a&status_code=399", 399, "/a");
    row("url=/a&status_code=400", 302, "/a");
    row("url=/a&status_code=x", 302, "/a");
    row("url=", 302, "");
    row("", 400, "(none)");
    row("url=/a%0d%0aX:y", 400, "(none)");
}

void HttpbinRoutesTest::redirectToKeepsTheStringAsGiven()
{
    const QByteArray query = QTest::currentDataTag();
    for (const char *method : {"GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "HEAD"}) {
        const ScriptedAnswer made = answer(method + QByteArray(" /redirect-to?") + query);
        QTEST(made.status, "status");
        QTEST(made.fields.value("Location").value_or(QByteArray("(none)")), "location");
    }
}

void HttpbinRoutesTest::statusCodes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("redirects");
    for (const int code : {200, 204, 300, 304, 306, 308, 404, 418, 599}) {
        QTest::addRow("%d", code) << code << false;
    }
    for (const int code : {301, 302, 303, 305, 307}) {
        QTest::addRow("%d", code) << code << true;
    }
    for (const char *bad : {"", "x", "100", "1000", "200,x", "200:y", "200:1:2", "200:-1", "200:nan", "99999999999"}) {
        QTest::newRow(bad) << 400 << false;
    }
}

void HttpbinRoutesTest::statusCodes()
{
    const ScriptedAnswer made = answer("POST /status/" + QByteArray(QTest::currentDataTag()));
    QTEST(made.status, "status");
    QTEST(made.fields.value("Location") == "/redirect/1", "redirects");
    QCOMPARE(made.fields.contains("Location"), made.fields.value("Location") == "/redirect/1");
}

void HttpbinRoutesTest::weightsAreObeyed()
{
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(answer("GET /status/200:0,500:1,503:0").status, 500);
        const int either = answer("GET /status/200,404").status;
        QVERIFY(either == 200 || either == 404);
    }
}

void HttpbinRoutesTest::methodsAreChecked()
{
    const ScriptedAnswer wrong = answer("POST /get");
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.fields.value("Allow"), "GET, HEAD, OPTIONS");
    QCOMPARE(answer("GET /post").fields.value("Allow"), "POST, OPTIONS");
    QCOMPARE(answer("HEAD /post").status, 405);
    QCOMPARE(answer("PURGE /anything").status, 405);
    QCOMPARE(answer("get /get").status, 405);
    QCOMPARE(answer("POST /redirect/2").status, 405);
    QCOMPARE(answer("HEAD /get").status, 200);
    for (const char *line : {"POST /post", "PUT /put", "PATCH /patch", "DELETE /delete"}) {
        QCOMPARE(answer(line).status, 200);
    }
    const ScriptedAnswer options = answer("OPTIONS /put");
    QCOMPARE(options.status, 200);
    QCOMPARE(options.fields.value("Allow"), "PUT, OPTIONS");
    QVERIFY(!reply("GET /getx") && !reply("GET /status") && !reply("GET /"));
}

void HttpbinRoutesTest::anythingTellsTheRequest()
{
    const QJsonObject told = json("PUT /anything/deep?a=1&b=2&a=3",
                                  "content-TYPE: application/json\r\nX-a: 1\r\nx-A: 2\r\n", "{\"k\": [1]}");
    QCOMPARE(told.value("method"_L1).toString(), u"PUT"_s);
    QCOMPARE(told.value("url"_L1).toString(), u"http://localhost:9001/anything/deep?a=1&b=2&a=3"_s);
    QCOMPARE(told.value("args"_L1).toObject(), (QJsonObject{{u"a"_s, QJsonArray{u"1"_s, u"3"_s}}, {u"b"_s, u"2"_s}}));
    QCOMPARE(told.value("headers"_L1).toObject().value("Content-Type"_L1).toString(), u"application/json"_s);
    QCOMPARE(told.value("headers"_L1).toObject().value("X-A"_L1).toString(), u"1,2"_s);
    QCOMPARE(told.value("json"_L1).toObject(), (QJsonObject{{u"k"_s, QJsonArray{1}}}));
    QCOMPARE(told.value("data"_L1).toString(), u"{\"k\": [1]}"_s);
    QCOMPARE(told.value("origin"_L1).toString(), u"127.0.0.1"_s);
    QCOMPARE(json("GET /get").keys(), (QStringList{u"args"_s, u"headers"_s, u"origin"_s, u"url"_s}));
    QCOMPARE(json("GET /headers").keys(), QStringList{u"headers"_s});
}

void HttpbinRoutesTest::formsAndBytes()
{
    const QJsonObject form =
        json("POST /post", "Content-Type: application/x-www-form-urlencoded\r\n", "name=A+B&x=%C3%A9");
    QCOMPARE(form.value("form"_L1).toObject(), (QJsonObject{{u"name"_s, u"A B"_s}, {u"x"_s, u"\u00e9"_s}}));
    QCOMPARE(form.value("data"_L1).toString(), QString());
    QCOMPARE(json("POST /post", {}, "\xff").value("data"_L1).toString(),
             u"data:application/octet-stream;base64,/w=="_s);
    QVERIFY(json("POST /post", {}, "1],[2").value("json"_L1).isNull());
    QCOMPARE(json("POST /post", {}, "7").value("json"_L1).toInt(), 7);
}

void HttpbinRoutesTest::cookiesAreSetAndShown()
{
    const ScriptedAnswer set = answer("GET /cookies/set?a=1&b=2");
    QCOMPARE(set.status, 302);
    QCOMPARE(set.fields.value("Location"), "/cookies");
    QCOMPARE(set.fields.values("Set-Cookie"), (QList<QByteArray>{"a=1; Path=/", "b=2; Path=/"}));
    QCOMPARE(answer("GET /cookies/set/n/v").fields.value("Set-Cookie"), "n=v; Path=/");
    QCOMPARE(answer("GET /cookies/set?a%0d%0ab=1").status, 400);
    QCOMPARE(json("GET /cookies", "Cookie: a=1; b=2=3\r\n").value("cookies"_L1).toObject(),
             (QJsonObject{{u"a"_s, u"1"_s}, {u"b"_s, u"2=3"_s}}));
}

void HttpbinRoutesTest::entityTags()
{
    QCOMPARE(answer("GET /etag/v1").fields.value("ETag"), "\"v1\"");
    QCOMPARE(answer("GET /etag/v1", "If-None-Match: \"v0\", W/\"v1\"\r\n").status, 304);
    QCOMPARE(answer("GET /etag/v1", "If-None-Match: *\r\n").status, 304);
    QCOMPARE(answer("GET /etag/v1", "If-None-Match: \"v2\"\r\n").status, 200);
    QCOMPARE(answer("GET /etag/v1", "If-Match: \"v2\"\r\n").status, 412);
    QCOMPARE(answer("GET /etag/v1", "If-Match: v1\r\n").status, 200);
    QCOMPARE(answer("GET /etag/a%22b").status, 400);
    QCOMPARE(answer("GET /etag/a%0ab").status, 400);
}

void HttpbinRoutesTest::caches()
{
    const ScriptedAnswer fresh = answer("GET /cache");
    QCOMPARE(fresh.status, 200);
    QVERIFY(fresh.fields.value("Last-Modified")->endsWith(" GMT"));
    QVERIFY(fresh.fields.value("ETag")->startsWith('"'));
    QCOMPARE(answer("GET /cache", "If-None-Match: x\r\n").status, 304);
    QCOMPARE(answer("GET /cache", "If-Modified-Since: x\r\n").status, 304);
    QCOMPARE(answer("GET /cache/60").fields.value("Cache-Control"), "public, max-age=60");
    QVERIFY(!reply("GET /cache/x"));
}

void HttpbinRoutesTest::delaysAreBounded()
{
    QCOMPARE(reply("GET /delay/0.25")->delayMs, 250);
    QCOMPARE(reply("POST /delay/3600")->delayMs, 10'000);
    QCOMPARE(reply("GET /delay/inf")->delayMs, 10'000);
    for (const char *bad : {"nan", "-1", "x", ""}) {
        QCOMPARE(answer("GET /delay/" + QByteArray(bad)).status, 400);
    }
}

void HttpbinRoutesTest::responseHeadersAreSent()
{
    const ScriptedAnswer made = answer("GET /response-headers?X-A=1&X-A=2&Content-Type=text%2Fplain");
    QCOMPARE(made.fields.values("X-A"), (QList<QByteArray>{"1", "2"}));
    QCOMPARE(made.fields.values("Content-Type"), QList<QByteArray>{"text/plain"});
    QCOMPARE(answer("POST /response-headers?X=a%0d%0ab").status, 400);
    QCOMPARE(answer("GET /response-headers?content-length=0").status, 400);
}

void HttpbinRoutesTest::otherOriginsMayRead()
{
    QCOMPARE(answer("GET /get").fields.value("Access-Control-Allow-Origin"), "*");
    QCOMPARE(answer("GET /status/404", "Origin: http://a.test\r\n").fields.value("Access-Control-Allow-Origin"),
             "http://a.test");
    QCOMPARE(
        answer("OPTIONS /post", "Access-Control-Request-Headers: x-a\r\n").fields.value("Access-Control-Allow-Headers"),
        "x-a");
}

DETOUR_TEST(HttpbinRoutesTest)
#include "tst_httpbinroutes.moc"
