// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labrouter.h"
#include "rawclient.h"
#include "support/testregistry.h"

#include <QJsonDocument>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// The paths that httpbin made known, one row a behaviour, through the parser and the router as a client meets them.
class HttpbinTableTest final : public QObject
{
    Q_OBJECT

private slots:
    void behaves_data();
    void behaves();
    void methods_data();
    void methods();
    void heads_data();
    void heads();

private:
    [[nodiscard]] ScriptedAnswer answer(const QByteArray &request)
    {
        LabPlace place;
        place.port = 8307;
        place.otherPort = 8308;
        const qsizetype line = request.indexOf('\n');
        const QByteArray first = line < 0 ? request : request.first(line);
        const QByteArray fields = line < 0 ? QByteArray() : QByteArray(request.sliced(line + 1) + "\r\n");
        const QByteArray bytes = first + " HTTP/1.1\r\nHost: localhost:8307\r\n" + fields + "\r\n";
        return routeRequest(Test::requestFrom(bytes), place, m_mounts, m_published).answer;
    }

    ScriptMounts m_mounts;
    PublishedScripts m_published;
};

void HttpbinTableTest::behaves_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<QByteArray>>("fields"); // "Name: value" is there; "Name:" is not there at all
    const auto row = [](const char *request, int status, const QList<QByteArray> &fields) {
        QTest::newRow(request) << status << fields;
    };
    const QByteArray base = "Location: http://localhost:8307";
    // /redirect/N goes on to /relative-redirect/, never to itself.
    row("GET /redirect/1", 302, {"Location: /get"});
    row("GET /redirect/2", 302, {"Location: /relative-redirect/1"});
    row("GET /redirect/6", 302, {"Location: /relative-redirect/5"});
    row("GET /redirect/2?absolute=true", 302, {base + "/absolute-redirect/1"});
    row("GET /redirect/2?absolute=TrUe", 302, {base + "/absolute-redirect/1"});
    row("GET /redirect/1?absolute=true", 302, {base + "/get"});
    row("GET /redirect/2?absolute=1", 302, {"Location: /relative-redirect/1"});
    row("GET /redirect/0", 400, {"Location:"});
    row("GET /relative-redirect/3", 302, {"Location: /relative-redirect/2", "Content-Type:"});
    row("GET /relative-redirect/1", 302, {"Location: /get"});
    row("GET /relative-redirect/0", 400, {"Location:"});
    row("GET /absolute-redirect/3", 302, {base + "/absolute-redirect/2"});
    row("GET /absolute-redirect/1", 302, {base + "/get"});
    row("GET /absolute-redirect/0", 400, {"Location:"});
    // /redirect-to reads the query alone; the string is kept as it is.
    row("GET /redirect-to?url=http%3A%2F%2Fexample.com%2F", 302, {"Location: http://example.com/"});
    row("GET /redirect-to?URL=/a&STATUS_CODE=308", 308, {"Location: /a"});
    row("PUT /redirect-to?url=/a&status_code=307", 307, {"Location: /a"});
    row("POST /redirect-to?url=/a&status_code=299", 302, {"Location: /a"});
    row("DELETE /redirect-to?url=/a&status_code=400", 302, {"Location: /a"});
    row("PATCH /redirect-to?url=/a&status_code=300", 300, {"Location: /a"});
    row("TRACE /redirect-to?url=/a&status_code=abc", 302, {"Location: /a"});
    row("GET /redirect-to?url=//x/../y", 302, {"Location: //x/../y"});
    row("GET /redirect-to", 400, {"Location:"});
    // Which codes have a Location is httpbin's own choice.
    for (const char *code : {"301", "302", "303", "305", "307"}) {
        QTest::addRow("GET /status/%s", code) << QByteArray(code).toInt() << QList<QByteArray>{"Location: /redirect/1"};
    }
    for (const char *code : {"200", "201", "300", "304", "306", "308", "404", "500"}) {
        QTest::addRow("GET /status/%s", code) << QByteArray(code).toInt() << QList<QByteArray>{"Location:"};
    }
    row("GET /status/401", 401, {"WWW-Authenticate: Basic realm=\"Fake Realm\""});
    row("GET /status/407", 407, {"Location:"});
    row("GET /status/418:1,200:0", 418, {});
    row("GET /status/abc", 400, {});
    row("GET /status/200,abc", 400, {});
    // Cookies.
    row("GET /cookies/set?a=1", 302, {"Location: /cookies", "Set-Cookie: a=1; Path=/"});
    row("GET /cookies/set/a/1", 302, {"Location: /cookies", "Set-Cookie: a=1; Path=/"});
    row("GET /cookies/delete?a&b=", 302,
        {"Location: /cookies", "Set-Cookie: a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/"});
    row("GET /cookies/delete?a%3B=1", 400, {"Set-Cookie:"});
    // Conditional requests.
    row("GET /cache/60", 200, {"Cache-Control: public, max-age=60"});
    row("GET /cache\nIf-None-Match: \"x\"", 304, {});
    row("GET /cache\nIf-Modified-Since: Sat, 29 Oct 1994 19:43:31 GMT", 304, {});
    row("GET /etag/v1", 200, {"ETag: \"v1\""});
    row("GET /etag/v1\nIf-None-Match: \"v1\"", 304, {});
    row("GET /etag/v1\nIf-None-Match: *", 304, {});
    row("GET /etag/v1\nIf-Match: \"v2\"", 412, {});
    row("GET /etag/v1\nIf-Match: \"v1\"", 200, {});
    // The rest.
    row("GET /delay/0", 200, {"Content-Type: application/json"});
    row("GET /response-headers?X-A=1&X-A=2", 200, {"X-A: 1", "X-A: 2"});
    row("GET /get\nOrigin: http://a.test", 200,
        {"Access-Control-Allow-Origin: http://a.test", "Access-Control-Allow-Credentials: true"});
    row("GET /redirect/1\nX: y", 302, {"Access-Control-Allow-Origin: *", "Access-Control-Allow-Credentials: true"});
}

void HttpbinTableTest::behaves()
{
    QFETCH(QList<QByteArray>, fields);
    const ScriptedAnswer made = answer(QTest::currentDataTag());
    QTEST(made.status, "status");
    for (const QByteArray &field : fields) {
        const qsizetype colon = field.indexOf(':');
        const QList<QByteArray> values = made.fields.values(field.first(colon));
        if (field.size() == colon + 1) {
            QVERIFY2(values.isEmpty(), field.constData());
        } else {
            QVERIFY2(values.contains(field.sliced(colon + 2)), values.join('|').constData());
        }
    }
    QVERIFY(made.status != 304 || made.content.isEmpty());
}

void HttpbinTableTest::methods_data()
{
    QTest::addColumn<QByteArray>("allowed");
    const QByteArray six = "GET POST PUT PATCH DELETE TRACE";
    for (const char *path : {"/get", "/headers", "/cookies", "/cookies/set", "/cookies/delete", "/redirect/1",
                             "/relative-redirect/1", "/absolute-redirect/1", "/cache", "/cache/5", "/etag/a"}) {
        QTest::newRow(path) << "GET"_ba;
    }
    QTest::newRow("/post") << "POST"_ba;
    QTest::newRow("/put") << "PUT"_ba;
    QTest::newRow("/patch") << "PATCH"_ba;
    QTest::newRow("/delete") << "DELETE"_ba;
    for (const char *path : {"/anything", "/anything/a/b", "/redirect-to?url=/a", "/status/200", "/delay/0"}) {
        QTest::newRow(path) << six;
    }
    QTest::newRow("/response-headers") << "GET POST"_ba;
}

void HttpbinTableTest::methods()
{
    QFETCH(QByteArray, allowed);
    const QByteArray path = QTest::currentDataTag();
    for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PURGE", "get"}) {
        const ScriptedAnswer made = answer(method + QByteArray(' ' + path));
        const bool isAllowed = allowed.split(' ').contains(method);
        QVERIFY2((made.status == 405) != isAllowed, method);
        QCOMPARE(made.status == 405, made.fields.contains("Allow"));
    }
    QCOMPARE(answer("OPTIONS " + path).status, 200);
    QVERIFY(answer("OPTIONS " + path).fields.contains("Allow"));
}

void HttpbinTableTest::heads_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/get", "/anything", "/headers", "/cookies", "/redirect/3", "/redirect-to?url=/a",
                             "/status/307", "/cache/1", "/etag/a", "/response-headers?a=b"}) {
        QTest::newRow(path) << QByteArray(path);
    }
}

void HttpbinTableTest::heads()
{
    QFETCH(QByteArray, path);
    const ScriptedAnswer get = answer("GET " + path);
    const ScriptedAnswer head = answer("HEAD " + path);
    QCOMPARE(head.status, get.status);
    QCOMPARE(head.fields, get.fields); // the writer leaves the content out, and says how long it would be
}

DETOUR_TEST(HttpbinTableTest)
#include "tst_httpbintable.moc"
