// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/httpblocks.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

class HttpBlocksTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsAnExample();
    void bodiesKeepTheirLines();
    void emptyContentIsNotNoContent();
    void everyNamedOriginIsKnown();
    void slipsAreNamedWithTheirLine_data();
    void slipsAreNamedWithTheirLine();
};

void HttpBlocksTest::readsAnExample()
{
    const auto script = scriptFromHttpBlocks(
        QStringLiteral("upload"),
        QStringLiteral(
            "POST /upload?a=1 HTTP/1.1\nHost: Files.localhost:8307\nContent-Type: text/plain\nContent-Length: 2\n\nhi\n"
            "---\n"
            "HTTP/1.1 307 Temporary Redirect\nLocation: http://files2.localhost:8307/t\nContent-Length: 0\n"
            "---\n"
            "POST /t HTTP/1.1\nHost: files2.localhost:8307\nContent-Length: 2\n\nhi\n"
            "---\n"
            "HTTP/1.1 200 OK\nContent-Length: 4\n\ndone\n"));
    QVERIFY2(script, qPrintable(script ? QString() : script.error().message));
    QCOMPARE(script->id, QStringLiteral("upload"));
    QCOMPARE(script->first.method.token(), "POST");
    QCOMPARE(script->first.target.toBytes(), "http://files.localhost:8307/upload?a=1");
    QCOMPARE(script->first.fields, (FieldList{{"Content-Type", "text/plain"}}));
    QCOMPARE(script->first.content->preview, "hi");
    QCOMPARE(script->first.content->sha256, "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4");
    QCOMPARE(script->steps.size(), 2);
    QCOMPARE(script->steps.at(0).host, "files.localhost:8307");
    QCOMPARE(script->steps.at(0).target, "/upload?a=1");
    QCOMPARE(script->steps.at(0).answer.status, 307);
    QCOMPARE(script->steps.at(0).answer.reasonPhrase, "Temporary Redirect");
    QCOMPARE(script->steps.at(1).answer.content, "done");
    QCOMPARE(script->steps.at(1).answer.fields, (FieldList{{"Content-Length", "4"}}));
}

void HttpBlocksTest::bodiesKeepTheirLines()
{
    const auto script = scriptFromHttpBlocks({}, QStringLiteral("GET / HTTP/1.1\nHost: a.localhost\n---\n"
                                                                "HTTP/1.1 200 OK\nContent-Length: 6\n\n\na\n\nb\n\n"));
    QVERIFY2(script, qPrintable(script ? QString() : script.error().message));
    QCOMPARE(script->steps.at(0).answer.content, "\na\n\nb\n");
    QVERIFY(!script->first.content);
}

void HttpBlocksTest::emptyContentIsNotNoContent()
{
    const auto script =
        scriptFromHttpBlocks({}, QStringLiteral("POST / HTTP/1.1\nHost: a.localhost\nContent-Length: 0\n---\n"
                                                "HTTP/1.1 204 No Content"));
    QVERIFY(script);
    QVERIFY(script->first.content);
    QCOMPARE(script->first.content->bytes, 0);
    QVERIFY(script->first.fields.isEmpty());
}

void HttpBlocksTest::everyNamedOriginIsKnown()
{
    const auto script = scriptFromHttpBlocks({}, QStringLiteral("GET /x HTTP/1.1\nHost: a.localhost:8307\n---\n"
                                                                "HTTP/1.1 302 Found\nLocation: //Example.com/y\n---\n"
                                                                "GET /y HTTP/1.1\nHost: example.com\n---\n"
                                                                "HTTP/1.1 302 Found\nLocation: javascript:alert(1)\n"));
    QVERIFY2(script, qPrintable(script ? QString() : script.error().message));
    QCOMPARE(script->origins, (QList<Origin>{{"http", "a.localhost", 8307}, {"http", "example.com", 80}}));
}

void HttpBlocksTest::slipsAreNamedWithTheirLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const char *text, int line) {
        QTest::newRow(name) << QString::fromUtf8(text) << line;
    };
    row("nothing", "", 1);
    row("no answer", "GET / HTTP/1.1\nHost: a", 1);
    row("request line", "GET /\nHost: a\n---\nHTTP/1.1 200 OK", 1);
    row("method", "G@T / HTTP/1.1\nHost: a\n---\nHTTP/1.1 200 OK", 1);
    row("target", "GET * HTTP/1.1\nHost: a\n---\nHTTP/1.1 200 OK", 1);
    row("no host", "GET / HTTP/1.1\n---\nHTTP/1.1 200 OK", 1);
    row("two hosts", "GET / HTTP/1.1\nHost: a\nHost: b\n---\nHTTP/1.1 200 OK", 1);
    row("field", "GET / HTTP/1.1\nHost: a\nno colon\n---\nHTTP/1.1 200 OK", 3);
    row("length", "POST / HTTP/1.1\nHost: a\nContent-Length: 3\n\nhi\n---\nHTTP/1.1 200 OK", 1);
    row("no length", "POST / HTTP/1.1\nHost: a\n\nhi\n---\nHTTP/1.1 200 OK", 1);
    row("coding", "GET / HTTP/1.1\nHost: a\n---\nHTTP/1.1 200 OK\nTransfer-Encoding: chunked", 5);
    row("status", "GET / HTTP/1.1\nHost: a\n---\nHTTP/1.1 abc OK", 4);
    row("interim", "GET / HTTP/1.1\nHost: a\n---\nHTTP/1.1 103 Early Hints", 4);
    row("content of 304", "GET / HTTP/1.1\nHost: a\n---\nHTTP/1.1 304 Not Modified\n\nx", 4);
    row("empty message", "GET / HTTP/1.1\nHost: a\n---\n---\n", 4);
}

void HttpBlocksTest::slipsAreNamedWithTheirLine()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    const auto script = scriptFromHttpBlocks({}, text);
    QVERIFY(!script);
    QCOMPARE(script.error().code, QStringLiteral("bad-example"));
    QVERIFY2(script.error().message.startsWith(QStringLiteral("Line %1: ").arg(line)),
             qPrintable(script.error().message));
}

DETOUR_TEST(HttpBlocksTest)
#include "tst_httpblocks.moc"
