// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/networktransport.h"

#include "fetchtesting.h"
#include "support/scriptedserver.h"
#include "support/testregistry.h"

#include <QTemporaryFile>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// What goes out and what comes back where all is well.
class NetworkTransportTest final : public QObject
{
    Q_OBJECT

private slots:
    void sendsMethodTargetAndFieldsAsWritten();
    void namesTheFieldsItAdds();
    void userFieldsReplaceAddedOnes();
    void emptyUserFieldsStayEmpty();
    void repeatedFieldsGoOutAsOneLine();
    void defaultUserAgentIsUsed();
    void methodsKeepTheirCase();
    void targetsThatQUrlChangesAreNamed_data();
    void targetsThatQUrlChangesAreNamed();
    void sendsContentWithItsLength_data();
    void sendsContentWithItsLength();
    void sendsFileContent();
    void sendsAPipeOnceItsLengthIsKnown();
    void typedContentLengthIsIgnored();
    void queryStaysOnAPostWithoutContent();
    void userinfoBecomesAuthorization();
    void endpointKeepsHostAndTarget();
    void reportsStatusReasonAndFields();
    void splitsSetCookieAgain();
    void errorStatusesAreAnswers_data();
    void errorStatusesAreAnswers();
    void headHasNoContent();
    void contentIsHashedAndKeptInBounds();
    void timesWhatCanBeObserved();
    void reusesTheConnection();
};

namespace {

const WireRequest &onlyRequest(const ScriptedServer &server)
{
    Q_ASSERT(server.requests().size() == 1);
    return server.requests().constFirst();
}

} // namespace

void NetworkTransportTest::sendsMethodTargetAndFieldsAsWritten()
{
    ScriptedServer server;
    NetworkTransport transport;
    const auto request =
        requestTo("GET", server.url("/a/b?c=d&e"), {{"x-lower", "1"}, {"X-Upper", "caf\xC3\xA9"}, {"Cookie", "a=b"}});
    const Exchange exchange = exchangeOf(transport, request);
    QVERIFY(exchange.response);
    QCOMPARE(onlyRequest(server).line, "GET /a/b?c=d&e HTTP/1.1"_ba);
    QCOMPARE(onlyRequest(server).fields.value("X-Upper"), "caf\xC3\xA9"_ba);
    QVERIFY(namesOf(onlyRequest(server).fields).contains("x-lower"));
    QCOMPARE(onlyRequest(server).fields.values("Cookie"), QList<QByteArray>{"a=b"});
    QCOMPARE(exchange.request, request);
    QCOMPARE(exchange.sentTimes, 1);
    QVERIFY(exchange.note.isEmpty());
}

void NetworkTransportTest::namesTheFieldsItAdds()
{
    ScriptedServer server;
    NetworkTransport transport;
    for (const char *method : {"GET", "POST", "HEAD", "PROPFIND"}) {
        server.setAnswers({WireAnswer::of("HTTP/1.1 204 No Content", {"X: y"})});
        const Exchange exchange = exchangeOf(transport, requestTo(method, server.url(), {{"X-Mine", "1"}}));
        QVERIFY(exchange.response);
        auto onTheWire = namesOf(server.requests().constLast().fields);
        auto claimed = exchange.added;
        claimed.append("X-Mine");
        std::sort(onTheWire.begin(), onTheWire.end());
        std::sort(claimed.begin(), claimed.end());
        QCOMPARE(onTheWire, claimed);
    }
}

void NetworkTransportTest::userFieldsReplaceAddedOnes()
{
    ScriptedServer server;
    NetworkTransport transport;
    const FieldList own{{"Host", "other.test"},
                        {"Connection", "close"},
                        {"Accept-Encoding", "gzip"},
                        {"Accept-Language", "eo"},
                        {"User-Agent", "me"}};
    TransportOptions options;
    options.userAgent = "Detour/1 (t.1)";
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url(), own), nullptr, options);
    QVERIFY(exchange.response);
    QCOMPARE(onlyRequest(server).fields, own);
    QVERIFY(exchange.added.isEmpty());
}

void NetworkTransportTest::emptyUserFieldsStayEmpty()
{
    ScriptedServer server;
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(
        transport, requestTo("GET", server.url(), {{"User-Agent", ""}, {"Accept-Encoding", ""}, {"X-A", ""}}));
    QVERIFY(exchange.response);
    for (const char *name : {"User-Agent", "Accept-Encoding", "X-A"}) {
        QCOMPARE(onlyRequest(server).fields.values(name), QList<QByteArray>{""});
    }
}

void NetworkTransportTest::repeatedFieldsGoOutAsOneLine()
{
    ScriptedServer server;
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(
        transport, requestTo("GET", server.url(), {{"X-A", "1"}, {"Cookie", "a=1"}, {"x-a", "2"}, {"Cookie", "b=2"}}));
    QCOMPARE(onlyRequest(server).fields.values("X-A"), QList<QByteArray>{"1, 2"});
    QCOMPARE(onlyRequest(server).fields.values("Cookie"), QList<QByteArray>{"a=1; b=2"});
    QVERIFY(exchange.note.contains("X-A"_L1) && exchange.note.contains("Cookie"_L1));
}

void NetworkTransportTest::defaultUserAgentIsUsed()
{
    ScriptedServer server;
    NetworkTransport transport;
    TransportOptions options;
    options.userAgent = "Detour/1 (t.1)";
    QVERIFY(exchangeOf(transport, requestTo("GET", server.url()), nullptr, options).response);
    QCOMPARE(onlyRequest(server).fields.values("User-Agent"), QList<QByteArray>{"Detour/1 (t.1)"});
    QCOMPARE(onlyRequest(server).fields.values("Accept-Encoding"), QList<QByteArray>{"identity"});
}

void NetworkTransportTest::methodsKeepTheirCase()
{
    ScriptedServer server;
    NetworkTransport transport;
    for (const char *method : {"patch", "get", "post", "PURGE", "TRACE", "OPTIONS", "DELETE"}) {
        QVERIFY(exchangeOf(transport, requestTo(method, server.url())).response);
        QCOMPARE(server.requests().constLast().method(), QByteArray(method));
    }
}

void NetworkTransportTest::targetsThatQUrlChangesAreNamed_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("isChanged");
    QTest::newRow("plain") << "/a/b?c=d"_ba << false;
    QTest::newRow("empty query") << "/a?"_ba << false;
    QTest::newRow("percent") << "/a%20b%2Fc?x=%26"_ba << false;
    QTest::newRow("double slash") << "//a//b"_ba << true;
    QTest::newRow("only slashes") << "//"_ba << true;
    QTest::newRow("lower-case percent") << "/%c3%a9"_ba << true;
    QTest::newRow("question marks") << "/a?b?c=%3F"_ba << false;
    QTest::newRow("star") << "/*"_ba << false;
    QTest::newRow("colon") << "/a:b@c;d=e,f!$&'()*+"_ba << false;
    QTest::newRow("dot segments") << "/a/./b/../c"_ba << true;
    QTest::newRow("unreserved percent") << "/%7Euser"_ba << true;
    QTest::newRow("bad percent") << "/a%zz"_ba << true;
    QTest::newRow("bar and quote") << "/a|b\"c"_ba << true;
    QTest::newRow("brackets") << "/a[b]?c=[d]"_ba << false;
    QTest::newRow("braces") << "/a{b}?c={d}"_ba << true;
    QTest::newRow("backslash, caret, backtick") << "/a\\b^c`d"_ba << true;
}

void NetworkTransportTest::targetsThatQUrlChangesAreNamed()
{
    QFETCH(const QByteArray, path);
    QFETCH(const bool, isChanged);
    ScriptedServer server;
    NetworkTransport transport;
    Request request = requestTo("GET", server.url());
    const qsizetype question = path.indexOf('?');
    request.target.path = path;
    if (question >= 0) {
        request.target.path = path.left(question);
        request.target.query = path.mid(question + 1);
    }
    const Exchange exchange = exchangeOf(transport, request);
    QVERIFY2(exchange.response, qPrintable(exchange.failure.value_or(ExchangeFailure()).message));
    const QByteArray sent = onlyRequest(server).target();
    if (isChanged) {
        QVERIFY(sent != path);
        QVERIFY(exchange.note.contains(u"sent the target as "_s + QString::fromLatin1(sent) + u", not"_s));
    } else {
        QCOMPARE(sent, path);
        QVERIFY2(exchange.note.isEmpty(), qPrintable(exchange.note));
    }
}

void NetworkTransportTest::sendsContentWithItsLength_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("content");
    for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "purge"}) {
        for (const qsizetype size : {0, 22, 200'000}) {
            QTest::addRow("%s %d", method, int(size)) << QByteArray(method) << QByteArray(size, 'x');
        }
    }
}

void NetworkTransportTest::sendsContentWithItsLength()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, content);
    ScriptedServer server;
    NetworkTransport transport;
    const auto body = bodyFromMemory(content);
    const Exchange exchange =
        exchangeOf(transport, withContent(requestTo(method.constData(), server.url()), body), body);
    QVERIFY(exchange.response);
    QCOMPARE(onlyRequest(server).method(), method);
    QCOMPARE(onlyRequest(server).content, content);
    QCOMPARE(onlyRequest(server).fields.values("Content-Length"),
             QList<QByteArray>{QByteArray::number(content.size())});
    QVERIFY(!onlyRequest(server).fields.contains("Content-Type")); // nobody typed one
    QCOMPARE(exchange.request.content->sha256, sha256Of(content));
    QCOMPARE(exchange.sentTimes, 1);
    QVERIFY(exchange.added.contains("Content-Length"));
}

void NetworkTransportTest::sendsFileContent()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QByteArray bytes(5 * 1024 * 1024, 'a');
    bytes[3'000'000] = 'b';
    file.write(bytes);
    file.close();
    ScriptedServer server;
    NetworkTransport transport;
    const auto body = bodyFromFile(file.fileName());
    QVERIFY(body.hasValue());
    const Exchange exchange = exchangeOf(transport, withContent(requestTo("PUT", server.url()), *body), *body);
    QVERIFY(exchange.response);
    QCOMPARE(sha256Of(onlyRequest(server).content), (*body)->info().sha256);
    QCOMPARE(exchange.request.content->bytes, bytes.size());
}

void NetworkTransportTest::sendsAPipeOnceItsLengthIsKnown()
{
    Pipe pipe("from a pipe");
    ScriptedServer server;
    NetworkTransport transport;
    const auto body = bodyFromPipe(&pipe.out);
    const Request request = withContent(requestTo("POST", server.url()), body);
    const Exchange exchange = exchangeOf(transport, request, body);
    QVERIFY(exchange.response);
    QCOMPARE(onlyRequest(server).content, "from a pipe"_ba);
    QCOMPARE(exchange.request.content->bytes, 11);
    QCOMPARE(exchange.request.content->sha256, sha256Of("from a pipe"));
    QVERIFY(exchange.request.content->oneShot);

    const Exchange again = exchangeOf(transport, request, body);
    QVERIFY(again.failure);
    QCOMPARE(again.failure->code, u"body-not-replayable"_s);
    QCOMPARE(again.sentTimes, 0);
    QCOMPARE(server.requests().size(), 1);
}

void NetworkTransportTest::typedContentLengthIsIgnored()
{
    ScriptedServer server;
    NetworkTransport transport;
    const auto body = bodyFromMemory("abc");
    const Exchange exchange =
        exchangeOf(transport, withContent(requestTo("POST", server.url(), {{"content-length", "7"}}), body), body);
    QVERIFY(exchange.response);
    QCOMPARE(onlyRequest(server).fields.values("Content-Length"), QList<QByteArray>{"3"});
    QCOMPARE(onlyRequest(server).content, "abc"_ba);
    QVERIFY(exchange.note.contains("Content-Length"_L1));

    QVERIFY(exchangeOf(transport, requestTo("GET", server.url(), {{"Content-Length", "7"}})).response);
    QVERIFY(!server.requests().constLast().fields.contains("Content-Length"));
}

void NetworkTransportTest::queryStaysOnAPostWithoutContent()
{
    ScriptedServer server;
    NetworkTransport transport;
    QVERIFY(exchangeOf(transport, requestTo("POST", server.url("/p?x=1"))).response);
    QCOMPARE(onlyRequest(server).target(), "/p?x=1"_ba);
    QCOMPARE(onlyRequest(server).content, QByteArray());
    QCOMPARE(onlyRequest(server).fields.value("Content-Length"), "0"_ba);

    const auto empty = bodyFromMemory({});
    QVERIFY(exchangeOf(transport, withContent(requestTo("POST", server.url("/q?y=2")), empty), empty).response);
    QCOMPARE(server.requests().constLast().target(), "/q?y=2"_ba);
    QCOMPARE(server.requests().constLast().content, QByteArray());
}

void NetworkTransportTest::userinfoBecomesAuthorization()
{
    ScriptedServer server;
    NetworkTransport transport;
    QByteArray url = server.url("/p");
    url.replace("127.0.0.1", "us%65r:p%3Aw@127.0.0.1");
    const Exchange exchange = exchangeOf(transport, requestTo("GET", url));
    QVERIFY(exchange.response);
    QCOMPARE(onlyRequest(server).target(), "/p"_ba);
    QCOMPARE(onlyRequest(server).fields.value("Authorization"),
             QByteArray("Basic " + QByteArray("user:p:w").toBase64()));
    QVERIFY(!onlyRequest(server).fields.value("Host")->contains('@'));
    QVERIFY(exchange.added.contains("Authorization"));

    const Exchange own = exchangeOf(transport, requestTo("GET", url, {{"Authorization", "Bearer t"}}));
    QCOMPARE(server.requests().constLast().fields.values("Authorization"), QList<QByteArray>{"Bearer t"});
    QVERIFY(!own.added.contains("Authorization"));
}

void NetworkTransportTest::endpointKeepsHostAndTarget()
{
    ScriptedServer server;
    NetworkTransport transport;
    TransportOptions options;
    QList<Origin> asked;
    options.endpointOf = [&](const Origin &origin) -> std::optional<Endpoint> {
        asked.append(origin);
        return Endpoint{"127.0.0.1", server.port()};
    };
    const Exchange exchange =
        exchangeOf(transport, requestTo("GET", "http://files.localhost:8307/a%2Fb?c"), nullptr, options);
    QVERIFY(exchange.response);
    QCOMPARE(onlyRequest(server).line, "GET /a%2Fb?c HTTP/1.1"_ba);
    QCOMPARE(onlyRequest(server).fields.values("Host"), QList<QByteArray>{"files.localhost:8307"});
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().serialized(), "http://files.localhost:8307"_ba);
    QVERIFY(exchange.note.isEmpty());
}

void NetworkTransportTest::reportsStatusReasonAndFields()
{
    ScriptedServer server;
    NetworkTransport transport;
    server.setAnswers(
        {WireAnswer::of("HTTP/1.1 306 Switch Proxy! caf\xE9", {"x-b: 1", "X-a: 2", "Content-Length: 2"}, "hi")});
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(exchange.response);
    QVERIFY(!exchange.failure);
    QCOMPARE(exchange.response->status, 306);
    QCOMPARE(exchange.response->reasonPhrase, "Switch Proxy! caf\xE9"_ba);
    QCOMPARE(exchange.response->fields, (FieldList{{"x-b", "1"}, {"X-a", "2"}, {"Content-Length", "2"}}));
    QCOMPARE(exchange.response->content->bytes, 2);
    QCOMPARE(exchange.response->content->preview, "hi"_ba);
    QVERIFY(!exchange.repeatedFieldsVisible);
}

void NetworkTransportTest::splitsSetCookieAgain()
{
    ScriptedServer server;
    NetworkTransport transport;
    server.setAnswers({WireAnswer::of("HTTP/1.1 200 OK",
                                      {"Set-Cookie: a=1; Path=/", "X: y", "Set-Cookie: b=2, c", "Content-Length: 0"})});
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(exchange.response);
    QCOMPARE(exchange.response->fields.values("Set-Cookie"), (QList<QByteArray>{"a=1; Path=/", "b=2, c"}));
}

void NetworkTransportTest::errorStatusesAreAnswers_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {300, 304, 305, 306, 309, 400, 401, 403, 404, 405, 407,
                             409, 410, 418, 421, 429, 500, 501, 503, 599, 600, 999}) {
        QTest::addRow("%d", status) << status;
    }
}

void NetworkTransportTest::errorStatusesAreAnswers()
{
    QFETCH(const int, status);
    ScriptedServer server;
    NetworkTransport transport;
    const bool hasContent = status != 304;
    server.setAnswers({WireAnswer::of(
        "HTTP/1.1 " + QByteArray::number(status) + " Some",
        hasContent ? QList<QByteArray>{"Content-Length: 4"} : QList<QByteArray>{"ETag: x"}, hasContent ? "text" : "")});
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY2(exchange.response, qPrintable(exchange.failure.value_or(ExchangeFailure()).message));
    QCOMPARE(exchange.response->status, status);
    QCOMPARE(exchange.response->content.has_value(), hasContent);
    if (hasContent) {
        QCOMPARE(exchange.response->content->preview, "text"_ba);
    }
    QCOMPARE(server.requests().size(), 1);
}

void NetworkTransportTest::headHasNoContent()
{
    ScriptedServer server;
    NetworkTransport transport;
    server.setAnswers({WireAnswer::of("HTTP/1.1 200 OK", {"Content-Length: 5"})});
    for (int i = 0; i < 2; ++i) {
        const Exchange exchange = exchangeOf(transport, requestTo("HEAD", server.url()));
        QVERIFY(exchange.response);
        QVERIFY(!exchange.response->content);
        QCOMPARE(exchange.response->fields.value("Content-Length"), "5"_ba);
    }
    QCOMPARE(server.requests().constLast().method(), "HEAD"_ba);
}

void NetworkTransportTest::contentIsHashedAndKeptInBounds()
{
    ScriptedServer server;
    NetworkTransport transport;
    const QByteArray large(1'000'000, 'z');
    server.setAnswers({WireAnswer::ok(large)});
    const Exchange whole = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(whole.response);
    QCOMPARE(whole.response->content->bytes, large.size());
    QCOMPARE(whole.response->content->sha256, sha256Of(large));
    QCOMPARE(whole.response->content->preview, large);

    TransportOptions options;
    options.keptBytes = 10;
    const Exchange little = exchangeOf(transport, requestTo("GET", server.url()), nullptr, options);
    QCOMPARE(little.response->content->preview, QByteArray(10, 'z'));
    QCOMPARE(little.response->content->sha256, sha256Of(large));
}

void NetworkTransportTest::timesWhatCanBeObserved()
{
    ScriptedServer server;
    NetworkTransport transport;
    const Exchange first = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(first.timing.total && *first.timing.total > 0);
    QVERIFY(first.timing.connect && *first.timing.connect >= 0);
    QVERIFY(first.timing.wait && *first.timing.wait <= *first.timing.total);
    QVERIFY(first.timing.receive && *first.timing.receive <= *first.timing.total);
    QVERIFY(!first.timing.tls);

    const Exchange second = exchangeOf(transport, requestTo("GET", server.url()));
    QVERIFY(!second.timing.connect); // the connection stood already
    QVERIFY(second.timing.wait);
}

void NetworkTransportTest::reusesTheConnection()
{
    ScriptedServer server;
    NetworkTransport transport;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(exchangeOf(transport, requestTo(i % 2 == 0 ? "GET" : "HEAD", server.url())).response);
    }
    QCOMPARE(server.connectionCount(), 1);
}

DETOUR_TEST(NetworkTransportTest)

#include "tst_networktransport.moc"
