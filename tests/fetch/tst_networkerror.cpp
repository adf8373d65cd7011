// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/networkerror.h"

#include "fetch/requestcheck.h"
#include "fetchtesting.h"
#include "semantics/location.h"
#include "support/testregistry.h"

#include <QMetaEnum>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// What never reaches the network, and what its errors are called.
class NetworkErrorTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyErrorHasAKnownCodeAndASentence();
    void errorsHaveTheCodesOfTheInterface_data();
    void errorsHaveTheCodesOfTheInterface();
    void proxyErrorsSayThatDetourConnectsDirectly();
    void resendOfContentIsAClosedConnection();
    void soundRequestsPass();
    void unsoundRequestsAreNamed_data();
    void unsoundRequestsAreNamed();
};

void NetworkErrorTest::everyErrorHasAKnownCodeAndASentence()
{
    const QStringList known{
        u"connection-refused"_s, u"connection-closed"_s, u"timeout"_s,      u"bad-response"_s, u"tls"_s,
        u"host-not-found"_s,     u"cancelled"_s,         u"network-error"_s};
    const auto errors = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    QVERIFY(errors.keyCount() > 30);
    for (int i = 0; i < errors.keyCount(); ++i) {
        const auto error = static_cast<QNetworkReply::NetworkError>(errors.value(i));
        const ExchangeFailure failure = networkFailure(error, u"a.test:80"_s);
        QVERIFY2(known.contains(failure.code), errors.key(i));
        QVERIFY2(failure.message.endsWith(u'.') && failure.message.contains("a.test:80"_L1), errors.key(i));
    }
}

void NetworkErrorTest::errorsHaveTheCodesOfTheInterface_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("code");
    QTest::newRow("refused") << int(QNetworkReply::ConnectionRefusedError) << u"connection-refused"_s;
    QTest::newRow("closed") << int(QNetworkReply::RemoteHostClosedError) << u"connection-closed"_s;
    QTest::newRow("host") << int(QNetworkReply::HostNotFoundError) << u"host-not-found"_s;
    QTest::newRow("tls") << int(QNetworkReply::SslHandshakeFailedError) << u"tls"_s;
    QTest::newRow("timeout") << int(QNetworkReply::TimeoutError) << u"timeout"_s;
    QTest::newRow("protocol") << int(QNetworkReply::ProtocolFailure) << u"bad-response"_s;
    QTest::newRow("unknown") << int(QNetworkReply::UnknownNetworkError) << u"network-error"_s;
}

void NetworkErrorTest::errorsHaveTheCodesOfTheInterface()
{
    QFETCH(const int, error);
    QFETCH(const QString, code);
    QCOMPARE(networkFailure(static_cast<QNetworkReply::NetworkError>(error), {}).code, code);
}

void NetworkErrorTest::proxyErrorsSayThatDetourConnectsDirectly()
{
    for (const auto error : {QNetworkReply::ProxyConnectionRefusedError, QNetworkReply::ProxyNotFoundError,
                             QNetworkReply::UnknownProxyError}) {
        QVERIFY(networkFailure(error, u"a.test"_s).message.contains("connects directly"_L1));
    }
}

void NetworkErrorTest::resendOfContentIsAClosedConnection()
{
    const ExchangeFailure failure = networkFailure(QNetworkReply::ContentReSendError, u"a.test"_s);
    QCOMPARE(failure.code, u"connection-closed"_s);
    QVERIFY(failure.message.contains("not sent a second time"_L1));
    QVERIFY(!repeatsStatus(QNetworkReply::ContentReSendError));
    QVERIFY(repeatsStatus(QNetworkReply::ContentNotFoundError));
}

void NetworkErrorTest::soundRequestsPass()
{
    QVERIFY(!requestProblem(Test::requestTo("patch", "http://a.test/b?c#d", {{"X-A", "b\tc"}, {"X-Empty", ""}})));
    QVERIFY(!requestProblem(Test::requestTo("OPTIONS", "https://[::1]:8443/")));
}

void NetworkErrorTest::unsoundRequestsAreNamed_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("code");
    const QByteArray url = "http://a.test/";
    QTest::newRow("file") << QByteArray("file:///etc/hostname") << "GET"_ba
                          << ""_ba
                          << ""_ba << u"refused-scheme"_s;
    QTest::newRow("data") << QByteArray("data:,x") << "GET"_ba
                          << ""_ba
                          << ""_ba << u"refused-scheme"_s;
    QTest::newRow("CR in a value") << url << "GET"_ba
                                   << "X-A"_ba
                                   << "a\rb"_ba << u"bad-request"_s;
    QTest::newRow("LF in a value") << url << "GET"_ba
                                   << "X-A"_ba
                                   << "a\nB: c"_ba << u"bad-request"_s;
    QTest::newRow("NUL in a value") << url << "GET"_ba
                                    << "X-A"_ba << QByteArray("a\0b", 3) << u"bad-request"_s;
    QTest::newRow("space in a name") << url << "GET"_ba
                                     << "X A"_ba
                                     << "b"_ba << u"bad-request"_s;
    QTest::newRow("empty name") << url << "GET"_ba
                                << " "_ba
                                << "b"_ba << u"bad-request"_s;
    QTest::newRow("Transfer-Encoding") << url << "POST"_ba
                                       << "transfer-encoding"_ba
                                       << "chunked"_ba << u"bad-request"_s;
    QTest::newRow("star") << QByteArray("*") << "OPTIONS"_ba
                          << ""_ba
                          << ""_ba << u"bad-request"_s;
    QTest::newRow("HEAD with content") << url << "HEAD"_ba
                                       << ""_ba
                                       << ""_ba << u"bad-request"_s;
}

void NetworkErrorTest::unsoundRequestsAreNamed()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, code);
    Request request = Test::requestTo(method.constData(), "http://a.test/");
    if (url == "*") {
        request.target.path = "*";
    } else {
        const auto target = parseAbsoluteUri(url, LocationDialect::WhatwgUrl);
        QVERIFY(target.hasValue());
        request.target = *target;
    }
    if (!name.isEmpty()) {
        request.fields.append(name, value);
    }
    if (method == "HEAD") {
        request.content = bodyFromMemory("x")->info();
    }
    const auto problem = requestProblem(request);
    QVERIFY(problem);
    QCOMPARE(problem->code, code);
    QVERIFY(!problem->message.isEmpty());
}

DETOUR_TEST(NetworkErrorTest)

#include "tst_networkerror.moc"
