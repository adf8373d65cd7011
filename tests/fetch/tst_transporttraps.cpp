// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/networktransport.h"

#include "fetchtesting.h"
#include "support/scriptedserver.h"
#include "support/testregistry.h"

#include <QNetworkProxy>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The ways in which QNetworkAccessManager does more, or shows less, than it was asked to: each once through the
/// transport.
class TransportTrapsTest final : public QObject
{
    Q_OBJECT

private slots:
    void closedWithoutAByteIsNeverSilentlyResent_data();
    void closedWithoutAByteIsNeverSilentlyResent();
    void guardedRequestsGetAConnectionOfTheirOwn();
    void earlyAnswerDoesNotRepeatAnUpload_data();
    void earlyAnswerDoesNotRepeatAnUpload();
    void getShowsHowOftenItWasSent();
    void getThatRecoversShowsHowOftenItWasSent();
    void halfAnAnswerIsNotAnswered_data();
    void halfAnAnswerIsNotAnswered();
    void earlyHintsDoNotShiftTheAnswers_data();
    void earlyHintsDoNotShiftTheAnswers();
    void continueIsSkipped();
    void noFieldsAtAllIsABadResponse_data();
    void noFieldsAtAllIsABadResponse();
    void hiddenFieldsAreSaidAtOnce();
    void mergesRepeatedFieldsAndSaysSo();
    void emptyLocationCannotBeToldFromNone();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void contentIsNotDecoded();
    void cookiesAreNotRemembered();
    void credentialsAreNotOfferedAfterAChallenge_data();
    void credentialsAreNotOfferedAfterAChallenge();
    void proxySettingsAreIgnored();
    void cacheIsNotUsed();
    void strictTransportSecurityIsNotRemembered();
    void otherSchemesAreRefused_data();
    void otherSchemesAreRefused();
};

void TransportTrapsTest::closedWithoutAByteIsNeverSilentlyResent_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("contentBytes"); // -1: none
    QTest::addColumn<bool>("reset");
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE", "purge"}) {
        for (const int size : {-1, 0, 22, 300'000}) {
            QTest::addRow("%s %d close", method, size) << QByteArray(method) << size << false;
        }
        QTest::addRow("%s reset", method) << QByteArray(method) << 22 << true;
    }
}

void TransportTrapsTest::closedWithoutAByteIsNeverSilentlyResent()
{
    QFETCH(const QByteArray, method);
    QFETCH(const int, contentBytes);
    QFETCH(const bool, reset);
    ScriptedServer server;
    server.setAnswers({reset ? WireAnswer::reset() : WireAnswer::close()});
    NetworkTransport transport;
    Request request = requestTo(method.constData(), server.url());
    std::shared_ptr<BodySource> body;
    if (contentBytes >= 0) {
        body = bodyFromMemory(QByteArray(contentBytes, 'x'));
        request = withContent(request, body);
    }
    const Exchange exchange = exchangeOf(transport, request, body);
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"connection-closed"_s);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(exchange.sentTimes, 1);
}

void TransportTrapsTest::guardedRequestsGetAConnectionOfTheirOwn()
{
    ScriptedServer server;
    NetworkTransport transport;
    int connections = 0;
    for (const char *method : {"GET", "GET", "POST", "DELETE", "GET"}) {
        QVERIFY(exchangeOf(transport, requestTo(method, server.url())).response);
        const bool isNew = server.requests().constLast().connection > connections;
        connections = server.requests().constLast().connection;
        const bool isGuarded = QByteArray(method) != "GET" || server.requests().size() == 1;
        QCOMPARE(isNew, isGuarded);
    }
}

void TransportTrapsTest::earlyAnswerDoesNotRepeatAnUpload_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("307") << 307;
    QTest::newRow("413") << 413;
}

void TransportTrapsTest::earlyAnswerDoesNotRepeatAnUpload()
{
    QFETCH(const int, status);
    ScriptedServer server;
    WireAnswer early = WireAnswer::redirect(status, "/elsewhere");
    early.then = WireAnswer::Then::Close;
    server.setAnswers({early});
    server.answerAtTheHead();
    NetworkTransport transport;
    const auto body = bodyFromMemory(QByteArray(20'000'000, 'x'));
    const Exchange exchange = exchangeOf(transport, withContent(requestTo("PUT", server.url()), body), body);
    QCOMPARE(server.connectionCount(), 1);
    if (exchange.failure) { // whether the answer gets through is a matter of luck
        QCOMPARE(exchange.failure->code, u"connection-closed"_s);
    } else {
        QCOMPARE(exchange.response->status, status);
    }
}

void TransportTrapsTest::getShowsHowOftenItWasSent()
{
    ScriptedServer server;
    server.setAnswers({WireAnswer::close()});
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"connection-closed"_s);
    QVERIFY(server.requests().size() >= 2);
    QCOMPARE(exchange.sentTimes, int(server.requests().size()));
    QVERIFY(exchange.note.contains("by itself"_L1));
}

void TransportTrapsTest::getThatRecoversShowsHowOftenItWasSent()
{
    ScriptedServer server;
    server.setAnswers({WireAnswer::close(), WireAnswer::ok("fine")});
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(exchange.response);
    QCOMPARE(exchange.response->content->preview, "fine"_ba);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(exchange.sentTimes, 2);
}

void TransportTrapsTest::halfAnAnswerIsNotAnswered_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("garbage") << "\x16\x03\x01 what\r\n\r\n"_ba;
    QTest::newRow("half a status line") << "HTTP/1.1 20"_ba;
    QTest::newRow("half the fields") << "HTTP/1.1 200 OK\r\nContent-Le"_ba;
    QTest::newRow("HTTP/0.9") << "<html>old</html>"_ba;
    QTest::newRow("ICY") << "ICY 200 OK\r\nX: y\r\n\r\n"_ba;
}

void TransportTrapsTest::halfAnAnswerIsNotAnswered()
{
    QFETCH(const QByteArray, bytes);
    ScriptedServer server;
    server.setAnswers({{.bytes = bytes, .then = WireAnswer::Then::Close}});
    NetworkTransport transport;
    const Exchange get = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(get.failure);
    QCOMPARE(get.failure->code, u"connection-closed"_s);
    QCOMPARE(get.sentTimes, int(server.requests().size()));
    const qsizetype before = server.requests().size();
    const Exchange post = exchangeOf(transport, requestTo("POST", server.url()));
    QVERIFY(post.failure);
    QCOMPARE(server.requests().size(), before + 1);
}

void TransportTrapsTest::earlyHintsDoNotShiftTheAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isLate");
    for (const int status : {101, 102, 103, 199}) {
        QTest::addRow("%d, the real answer with it", status) << status << false;
        QTest::addRow("%d, the real answer later", status) << status << true;
    }
}

void TransportTrapsTest::earlyHintsDoNotShiftTheAnswers()
{
    QFETCH(const int, status);
    QFETCH(const bool, isLate);
    ScriptedServer server;
    WireAnswer early = WireAnswer::of("HTTP/1.1 " + QByteArray::number(status) + " Early", {"Link: </a.css>"});
    if (isLate) { // when the second request is under way already: it would take this for its answer
        early.stepBytes = early.bytes.size();
        early.stepMs = 20;
    }
    early.bytes += WireAnswer::ok("the real answer").bytes;
    server.setAnswers({early, WireAnswer::ok("second")});
    NetworkTransport transport;
    const Exchange first = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(first.failure);
    QCOMPARE(first.failure->code, u"bad-response"_s);
    QVERIFY(first.failure->message.contains(QString::number(status)));
    const Exchange second = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(second.response);
    QCOMPARE(second.response->content->preview, "second"_ba);
    QCOMPARE(server.requests().constLast().connection, 2);
}

void TransportTrapsTest::continueIsSkipped()
{
    ScriptedServer server;
    WireAnswer answer = WireAnswer::of("HTTP/1.1 100 Continue");
    answer.bytes += WireAnswer::ok("real").bytes;
    server.setAnswers({answer});
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(exchange.response);
    QCOMPARE(exchange.response->status, 200);
    QCOMPARE(exchange.response->content->preview, "real"_ba);
}

void TransportTrapsTest::noFieldsAtAllIsABadResponse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no colon") << "HTTP/1.1 302 Found\r\nLocation: /a\r\nno colon here\r\nContent-Length: 0\r\n\r\n"_ba;
    QTest::newRow("space before the colon")
        << "HTTP/1.1 302 Found\r\nLocation: /a\r\nX : y\r\nContent-Length: 0\r\n\r\n"_ba;
    QByteArray many = "HTTP/1.1 302 Found\r\nLocation: /a\r\n";
    for (int i = 0; i < 120; ++i) {
        many += "X-" + QByteArray::number(i) + ": y\r\n";
    }
    QTest::newRow("too many") << QByteArray(many + "Content-Length: 0\r\n\r\n");
    QTest::newRow("none were sent") << "HTTP/1.1 200 OK\r\n\r\n"_ba;
}

void TransportTrapsTest::noFieldsAtAllIsABadResponse()
{
    QFETCH(const QByteArray, bytes);
    ScriptedServer server;
    server.setAnswers({{.bytes = bytes, .then = WireAnswer::Then::Close}});
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"bad-response"_s);
    QVERIFY(exchange.failure->message.contains("not one field can be seen"_L1));
}

void TransportTrapsTest::hiddenFieldsAreSaidAtOnce()
{
    QByteArray many = "HTTP/1.1 302 Found\r\nLocation: /a\r\n";
    for (int i = 0; i < 200; ++i) {
        many += "X-" + QByteArray::number(i) + ": y\r\n";
    }
    ScriptedServer server;
    server.setAnswers({{.bytes = many + "Content-Length: 0\r\n\r\n", .then = WireAnswer::Then::KeepOpen}});
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"bad-response"_s); // not "timeout"
}

void TransportTrapsTest::mergesRepeatedFieldsAndSaysSo()
{
    ScriptedServer server;
    server.setAnswers({WireAnswer::of("HTTP/1.1 302 Found",
                                      {"Location: /one", "X-A: 1", "Location: /two", "x-a: 2", "Content-Length: 0"})});
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(exchange.response);
    QCOMPARE(exchange.response->fields.values("X-A"), QList<QByteArray>{"1, 2"});
    QCOMPARE(exchange.response->fields.values("Location"), QList<QByteArray>{"/two"});
    QVERIFY(!exchange.repeatedFieldsVisible);
}

void TransportTrapsTest::emptyLocationCannotBeToldFromNone()
{
    ScriptedServer server;
    server.setAnswers({WireAnswer::of("HTTP/1.1 302 Found", {"Location: ", "Content-Length: 0"}),
                       WireAnswer::of("HTTP/1.1 302 Found", {"Content-Length: 0"})});
    NetworkTransport transport;
    for (int i = 0; i < 2; ++i) {
        const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()));
        QVERIFY(exchange.response);
        QVERIFY(!exchange.response->fields.contains("Location"));
        QVERIFY(exchange.note.contains("absent or empty"_L1));
    }
}

void TransportTrapsTest::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {300, 301, 302, 303, 305, 306, 307, 308}) {
        QTest::addRow("%d", status) << status;
    }
}

void TransportTrapsTest::redirectsAreNotFollowed()
{
    QFETCH(const int, status);
    ScriptedServer server;
    server.setAnswers({WireAnswer::of("HTTP/1.1 " + QByteArray::number(status) + " R",
                                      {"Location: caf\xE9 |x", "Content-Length: 4"}, "body")});
    NetworkTransport transport;
    // A 307 makes QNetworkAccessManager rewind the content though it follows nothing.
    const auto body = bodyFromMemory("x");
    for (int i = 1; i <= 60; ++i) {
        Request request = requestTo(i % 2 == 0 ? "POST" : "DELETE", server.url());
        if (i % 3 == 0) {
            request = withContent(request, body);
        }
        const Exchange exchange = exchangeOf(transport, request, body);
        QVERIFY2(exchange.response, qPrintable(exchange.failure.value_or(ExchangeFailure()).message));
        QCOMPARE(exchange.response->status, status);
        QCOMPARE(exchange.response->fields.value("Location"), "caf\xE9 |x"_ba); // bytes, as they came
        QCOMPARE(exchange.response->content->preview, "body"_ba);
        QCOMPARE(server.requests().size(), i);
        QCOMPARE(exchange.sentTimes, 1);
    }
}

void TransportTrapsTest::contentIsNotDecoded()
{
    ScriptedServer server;
    const QByteArray coded = "\x1f\x8b not really gzip";
    server.setAnswers({WireAnswer::of(
        "HTTP/1.1 200 OK", {"Content-Encoding: gzip", "Content-Length: " + QByteArray::number(coded.size())}, coded)});
    NetworkTransport transport;
    for (const FieldList &fields : {FieldList(), FieldList{{"Accept-Encoding", "gzip"}}}) {
        const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url(), fields));
        QVERIFY(exchange.response);
        QCOMPARE(exchange.response->content->preview, coded);
        QVERIFY(exchange.response->fields.contains("Content-Length"));
    }
    QCOMPARE(server.requests().constFirst().fields.values("Accept-Encoding"), QList<QByteArray>{"identity"});
}

void TransportTrapsTest::cookiesAreNotRemembered()
{
    ScriptedServer server;
    server.setAnswers({WireAnswer::of("HTTP/1.1 200 OK", {"Set-Cookie: sid=1; Path=/", "Content-Length: 0"})});
    NetworkTransport transport;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(exchangeOf(transport, requestTo("GET", server.url())).response);
        QVERIFY(!server.requests().constLast().fields.contains("Cookie"));
    }
}

void TransportTrapsTest::credentialsAreNotOfferedAfterAChallenge_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("challenge");
    for (const char *scheme : {"Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "Negotiate", "NTLM", "Bearer"}) {
        QTest::addRow("401 %s", scheme) << 401 << QByteArray(scheme);
        QTest::addRow("407 %s", scheme) << 407 << QByteArray(scheme);
    }
}

void TransportTrapsTest::credentialsAreNotOfferedAfterAChallenge()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, challenge);
    ScriptedServer server;
    const QByteArray name = status == 401 ? "WWW-Authenticate: " : "Proxy-Authenticate: ";
    server.setAnswers({WireAnswer::of("HTTP/1.1 " + QByteArray::number(status) + " No",
                                      {name + challenge, "Content-Length: 2"}, "no")});
    NetworkTransport transport;
    QByteArray url = server.url();
    url.replace("127.0.0.1", "user:pw@127.0.0.1");
    const auto body = bodyFromMemory("x");
    int sent = 0;
    for (const Request &request :
         {requestTo("GET", url), withContent(requestTo("POST", url), body), requestTo("POST", url)}) {
        const Exchange exchange = exchangeOf(transport, request, body);
        QVERIFY(exchange.response);
        QCOMPARE(exchange.response->status, status);
        QCOMPARE(exchange.response->content->preview, "no"_ba);
        QCOMPARE(server.requests().size(), ++sent);
    }

    QVERIFY(exchangeOf(transport, requestTo("GET", server.url())).response);
    QCOMPARE(server.requests().size(), sent + 1);
    QVERIFY(!server.requests().constLast().fields.contains("Authorization"));
}

void TransportTrapsTest::proxySettingsAreIgnored()
{
    ScriptedServer proxy;
    ScriptedServer server;
    const QByteArray before = qgetenv("http_proxy");
    const bool usedSystem = QNetworkProxyFactory::usesSystemConfiguration();
    qputenv("http_proxy", proxy.url());
    QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, static_cast<quint16>(proxy.port())});
    NetworkTransport transport;
    TransportOptions options; // Qt never asks a proxy for a loopback address; this one only leads to it
    options.endpointOf = [&](const Origin &) { return Endpoint{"0.0.0.0", server.port()}; };
    const Exchange exchange = exchangeOf(transport, requestTo("GET", "http://a.test/"), nullptr, options);
    QNetworkProxyFactory::setUseSystemConfiguration(usedSystem);
    before.isNull() ? qunsetenv("http_proxy") : qputenv("http_proxy", before);
    QCOMPARE(proxy.connectionCount(), 0);
    QVERIFY(exchange.response);
    QCOMPARE(server.requests().size(), 1);
}

void TransportTrapsTest::cacheIsNotUsed()
{
    ScriptedServer server;
    server.setAnswers(
        {WireAnswer::of("HTTP/1.1 200 OK", {"Cache-Control: max-age=1000", "ETag: \"a\"", "Content-Length: 0"})});
    NetworkTransport transport;
    for (int i = 1; i <= 2; ++i) {
        QVERIFY(exchangeOf(transport, requestTo("GET", server.url())).response);
        QCOMPARE(server.requests().size(), i);
        for (const char *name : {"Cache-Control", "Pragma", "If-None-Match"}) {
            QVERIFY(!server.requests().constLast().fields.contains(name));
        }
    }
}

void TransportTrapsTest::strictTransportSecurityIsNotRemembered()
{
    ScriptedServer server;
    server.setAnswers(
        {WireAnswer::of("HTTP/1.1 200 OK", {"Strict-Transport-Security: max-age=1000", "Content-Length: 0"})});
    NetworkTransport transport;
    TransportOptions options;
    options.endpointOf = [&](const Origin &) { return Endpoint{"localhost", server.port()}; };
    for (int i = 1; i <= 2; ++i) {
        QVERIFY(exchangeOf(transport, requestTo("GET", "http://localhost/"), nullptr, options).response);
        QCOMPARE(server.requests().size(), i);
    }
}

void TransportTrapsTest::otherSchemesAreRefused_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("file") << "file"_ba
                          << "/etc/hostname"_ba;
    QTest::newRow("data") << "data"_ba
                          << ",hello"_ba;
    QTest::newRow("qrc") << "qrc"_ba
                         << "/a"_ba;
    QTest::newRow("javascript") << "javascript"_ba
                                << "alert(1)"_ba;
    QTest::newRow("ftp") << "ftp"_ba
                         << "/a"_ba;
}

void TransportTrapsTest::otherSchemesAreRefused()
{
    QFETCH(const QByteArray, scheme);
    QFETCH(const QByteArray, path);
    NetworkTransport transport;
    Request request;
    request.target.scheme = scheme;
    request.target.host = QByteArray();
    request.target.path = path;
    const Exchange exchange = exchangeOf(transport, request);
    QVERIFY(exchange.failure);
    QVERIFY(!exchange.response);
    QCOMPARE(exchange.failure->code, u"refused-scheme"_s);
    QCOMPARE(exchange.sentTimes, 0);
}

DETOUR_TEST(TransportTrapsTest)

#include "tst_transporttraps.moc"
