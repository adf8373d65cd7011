// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/requestparser.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using State = RequestParser::State;

namespace {

int refusal(const QByteArray &bytes, RequestParser::Limits limits = {})
{
    RequestParser parser(limits);
    return parser.feed(bytes) == State::Bad ? parser.error().status : 0;
}

} // namespace

class RequestParserTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsARequest();
    void contentIsHashedAndCut();
    void emptyContentIsNotNoContent();
    void chunksAreDecoded();
    void pipelinedRequestsComeInOrder();
    void absoluteFormNamesTheHost();
    void anyTokenIsAMethod();
    void persistence_data();
    void persistence();
    void continueIsAskedForOnce();
    void refuses_data();
    void refuses();
    void boundsHold();
    void longLinesAreReadOnce();
};

void RequestParserTest::readsARequest()
{
    RequestParser parser;
    const QByteArray bytes = "\r\nPOST /a%20b?c=1&d HTTP/1.1\r\nHost: WWW.localhost:80\r\nX-A:  1 "
                             "\r\nx-a:\t2\r\nContent-Length: 2\r\n\r\nhi";
    QCOMPARE(parser.feed(bytes), State::Complete);
    const LabRequest request = parser.take();
    QCOMPARE(request.line, "POST /a%20b?c=1&d HTTP/1.1");
    QCOMPARE(request.method.token(), "POST");
    QCOMPARE(request.path(), "/a%20b");
    QCOMPARE(request.queryItems(), (QList<FormPair>{{"c", "1"}, {"d", ""}}));
    QCOMPARE(request.authority, "www.localhost:80");
    QCOMPARE(request.fields.lines(),
             (QList<Field>{{"Host", "WWW.localhost:80"}, {"X-A", "1"}, {"x-a", "2"}, {"Content-Length", "2"}}));
    QCOMPARE(request.content->preview, "hi");
    QCOMPARE(request.content->sha256, "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4");
    QCOMPARE(request.rawHead, bytes.chopped(2));
    QVERIFY(!parser.hasBegun());
}

void RequestParserTest::contentIsHashedAndCut()
{
    const qsizetype size = ContentInfo::previewLimit + 1000;
    const QByteArray content(size, 'x');
    RequestParser parser;
    QCOMPARE(parser.feed(QByteArray("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(size)
                                    + "\r\n\r\n" + content)),
             State::Complete);
    const LabRequest request = parser.take();
    QCOMPARE(request.content->bytes, size);
    QCOMPARE(request.content->preview.size(), ContentInfo::previewLimit);
    QCOMPARE(request.content->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

void RequestParserTest::emptyContentIsNotNoContent()
{
    RequestParser parser;
    QCOMPARE(parser.feed("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"),
             State::Complete);
    QVERIFY(!parser.take().content);
    QCOMPARE(parser.feed({}), State::Complete);
    const auto content = parser.take().content;
    QVERIFY(content);
    QCOMPARE(content->sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

void RequestParserTest::chunksAreDecoded()
{
    RequestParser parser;
    QCOMPARE(parser.feed("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
                         "5\r\nHello\r\n00A;x=\"y\"\r\n, chunked!\r\n0\r\nTrailer: t\r\n\r\nGET"),
             State::Complete);
    QCOMPARE(parser.take().content->preview, "Hello, chunked!");
    QVERIFY(parser.hasBegun());
}

void RequestParserTest::pipelinedRequestsComeInOrder()
{
    QByteArray bytes;
    for (int i = 0; i < 2000; ++i) {
        bytes += "GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }
    RequestParser parser;
    State state = parser.feed(bytes);
    for (int i = 0; i < 2000; ++i) {
        QCOMPARE(state, State::Complete);
        QCOMPARE(parser.take().target, '/' + QByteArray::number(i));
        state = parser.feed({});
    }
    QCOMPARE(state, State::Incomplete);
}

void RequestParserTest::absoluteFormNamesTheHost()
{
    RequestParser parser;
    QCOMPARE(parser.feed("GET HTTP://Pay.localhost:1?q HTTP/1.1\r\nHost: other\r\n\r\n"), State::Complete);
    const LabRequest request = parser.take();
    QCOMPARE(request.authority, "pay.localhost:1");
    QCOMPARE(request.target, "/?q");
}

void RequestParserTest::anyTokenIsAMethod()
{
    RequestParser parser;
    QCOMPARE(parser.feed("br'ew~! / HTTP/1.1\r\nHost: a\r\n\r\nOPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"),
             State::Complete);
    QCOMPARE(parser.take().method.token(), "br'ew~!");
    QCOMPARE(parser.feed({}), State::Complete);
    QCOMPARE(parser.take().target, "*");
}

void RequestParserTest::persistence_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("keeps");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << true;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: te, Close\r\n\r\n") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << true;
}

void RequestParserTest::persistence()
{
    QFETCH(QByteArray, head);
    RequestParser parser;
    QCOMPARE(parser.feed(head), State::Complete);
    QTEST(parser.take().keepsConnection, "keeps");
}

void RequestParserTest::continueIsAskedForOnce()
{
    const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n";
    RequestParser parser;
    QCOMPARE(parser.feed(head), State::Incomplete);
    QVERIFY(parser.takeContinue());
    QVERIFY(!parser.takeContinue());
    QCOMPARE(parser.feed("hi"), State::Complete);

    RequestParser eager;
    QCOMPARE(eager.feed(QByteArray(head + 'h')), State::Incomplete);
    QVERIFY(!eager.takeContinue());
}

void RequestParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    const auto withField = [](const QByteArray &field) {
        return QByteArray("POST / HTTP/1.1\r\nHost: a\r\n" + field + "\r\n\r\n");
    };
    row("TLS", QByteArray("\x16\x03\x01", 3), 400);
    row("one word", "GET\r\n", 400);
    row("HTTP/0.9", "GET /\r\n", 400);
    row("two spaces", "GET  / HTTP/1.1\r\n", 400);
    row("space in target", "GET /a b HTTP/1.1\r\n", 400);
    row("no token", "G@T / HTTP/1.1\r\n", 400);
    row("CONNECT", "CONNECT a:1 HTTP/1.1\r\n", 501);
    row("no version", "GET / HTTP/x\r\n", 400);
    row("HTTP/2", "PRI * HTTP/2.0\r\n", 505);
    row("star", "GET * HTTP/1.1\r\n", 400);
    row("relative", "GET a HTTP/1.1\r\n", 400);
    row("other scheme", "GET ftp://a/ HTTP/1.1\r\n", 400);
    row("userinfo", "GET http://u@a/ HTTP/1.1\r\n", 400);
    row("no authority", "GET http:///x HTTP/1.1\r\n", 400);
    row("control in target", "GET /\x01 HTTP/1.1\r\n", 400);
    row("CR in line", "GET / HTTP/1.1\r\nHost: a\rb\r\n", 400);
    row("NUL in field", QByteArray("GET / HTTP/1.1\r\nHost: a\0b\r\n", 28), 400);
    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two Hosts", withField("Host: a"), 400);
    row("Host with path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
    row("no colon", withField("word"), 400);
    row("space before colon", withField("X : y"), 400);
    row("folded", withField("X: y\r\n z"), 400);
    row("empty name", withField(": y"), 400);
    row("control in value", withField("X: \x02"), 400);
    row("negative length", withField("Content-Length: -1"), 400);
    row("signed length", withField("Content-Length: +1"), 400);
    row("empty length", withField("Content-Length:"), 400);
    row("hex length", withField("Content-Length: 0x10"), 400);
    row("different lengths", withField("Content-Length: 1\r\nContent-Length: 2"), 400);
    row("different lengths in one", withField("Content-Length: 1, 2"), 400);
    row("length and coding", withField("Content-Length: 1\r\nTransfer-Encoding: chunked"), 400);
    row("coding in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("unknown coding", withField("Transfer-Encoding: gzip, chunked"), 501);
    row("not chunked last", withField("Transfer-Encoding: chunked, gzip"), 400);
    row("huge length", withField("Content-Length: 1073741825"), 413);
    row("absurd length", withField("Content-Length: 99999999999999999999999999"), 413);
    const auto chunk = [&](const QByteArray &content) {
        return QByteArray(withField("Transfer-Encoding: chunked") + content);
    };
    row("chunk size", chunk("x\r\n"), 400);
    row("negative chunk", chunk("-1\r\n"), 400);
    row("no chunk size", chunk("\r\n"), 400);
    row("huge chunk", chunk("40000001\r\n"), 413);
    row("absurd chunk", chunk("ffffffffffffffffffffff\r\n"), 413);
    row("long chunk", chunk("1\r\nab\r\n"), 400);
    row("long chunk line", chunk("1;" + QByteArray(5000, 'x')), 400);
    row("endless trailer", chunk("0\r\n" + QByteArray("X: y\r\n").repeated(20000)), 431);
}

void RequestParserTest::refuses()
{
    QFETCH(QByteArray, bytes);
    RequestParser parser;
    QCOMPARE(parser.feed(bytes), State::Bad);
    QTEST(parser.error().status, "status");
    QVERIFY(!parser.error().reason.isEmpty());
    QCOMPARE(parser.feed("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), State::Bad);
}

void RequestParserTest::boundsHold()
{
    const QByteArray start = "GET / HTTP/1.1\r\nHost: a\r\n";
    const QByteArray filler = "X: " + QByteArray(1000 - start.size() - 7, 'x') + "\r\n\r\n";
    QCOMPARE(refusal(start + filler, {1000, 10}), 0);
    QCOMPARE(refusal(start + filler, {999, 10}), 431);
    QCOMPARE(refusal(QByteArray(70'000, 'A')), 431);
    QCOMPARE(refusal(QByteArray("\r\n").repeated(40'000)), 431);
    QCOMPARE(refusal("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n", {1000, 10}), 0);
    QCOMPARE(refusal("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n", {1000, 10}), 413);
    QCOMPARE(
        refusal("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n123456\r\n5\r\n", {1000, 10}),
        413);
}

void RequestParserTest::longLinesAreReadOnce()
{
    // One byte at a time: a parser that looked at the whole line again each time would need 2 thousand million looks.
    RequestParser parser;
    State state = parser.feed("GET /");
    for (int i = 0; i < 60'000; ++i) {
        state = parser.feed("x");
    }
    QCOMPARE(state, State::Incomplete);
    QCOMPARE(parser.feed(" HTTP/1.1\r\nHost: a\r\n\r\n"), State::Complete);
    QCOMPARE(parser.take().target.size(), 60'001);
}

DETOUR_TEST(RequestParserTest)
#include "tst_requestparser.moc"
