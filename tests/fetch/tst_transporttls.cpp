// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/networktransport.h"

#include "fetchtesting.h"
#include "support/scriptedserver.h"
#include "support/testregistry.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// https against a certificate that nobody trusts.
class TransportTlsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void untrustedCertificateIsRefused();
    void untrustedCertificatePassesWhenAsked();
    void verificationDoesNotReuseAnUnverifiedConnection();
    void mappedHostKeepsItsAuthority();
    void plainHttpServerIsNoTlsPeer();
    void thePinnedCertificatePasses();
    void thePinnedCertificatePassesUnderAnyName();
    void anotherCertificateThanThePinnedIsRefused();
    void aPinForOneEndpointIsNoneForOthers();
};

namespace {

// Made for this test alone; it opens nothing.
constexpr char certificatePem[] = R"(-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUCNHVgXHr5mKZK3dZfUFrJphnfI0wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjE5MDM1OFoYDzIxMjYxMDI5
MTkwMzU4WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATpJZ5Uxv6LDEkKB+mC3hiCaDdnCtYwJhGYt1q3h8KDG6O68x6ccTOO
+p33lp2Rik3oEau/IyY2XJaH18FkrE4po28wbTAdBgNVHQ4EFgQUhu+/BkxazbDK
bRW+y132zskgPAUwHwYDVR0jBBgwFoAUhu+/BkxazbDKbRW+y132zskgPAUwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAMtdONWaiz5MFBlkPYiZVATSnu+xMi+A2fdt0LCmcCU2AiEA
6xYFZnEeMwiqLtUBoutBx/OYW00CtNhWJlfYbjqC8QY=
-----END CERTIFICATE-----
)";
/// Another's, for the same names; its key is gone.
constexpr char otherCertificatePem[] = R"(-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUNy7H5ViHB66odbkKKf8AE7JYURgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyODE4MzMxNVoYDzIxMjYxMTA0
MTgzMzE1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQ9m45d+RSeWIbhBR0C953Bth8+YrDhO5poiNFBeU4kTEtt0SyNF+FF
W/JcNy+hyDL2hapOSvuapjglnNq+hc+po28wbTAdBgNVHQ4EFgQUWgN5TPYpE1r9
8EZ2BPN9dsEFu7QwHwYDVR0jBBgwFoAUWgN5TPYpE1r98EZ2BPN9dsEFu7QwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAM+kWm10YZMItwG2bjvfg11m+MCJ03BSE9nWoQS/j/F0AiAH
M5BzRb7GcUv5icJybO1SgxyVS1t3ix9OaHqCubO1CA==
-----END CERTIFICATE-----
)";
constexpr char keyPem[] = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgkrSu+aujxV4rTdIn
BNpN4QC0Bnj6qAki7/ghdj3AYhyhRANCAATpJZ5Uxv6LDEkKB+mC3hiCaDdnCtYw
JhGYt1q3h8KDG6O68x6ccTOO+p33lp2Rik3oEau/IyY2XJaH18FkrE4p
-----END PRIVATE KEY-----
)";

QSslConfiguration serverConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(QByteArray(certificatePem)));
    configuration.setPrivateKey(QSslKey(QByteArray(keyPem), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

/// Every origin is the server, and this is the certificate that it has to show.
TransportOptions pinning(const ScriptedServer &server, const QByteArray &pem)
{
    TransportOptions options;
    options.endpointOf = [port = server.port(), pem](const Origin &) { return Endpoint{"127.0.0.1", port, pem}; };
    return options;
}

TransportOptions trusting(bool verifies)
{
    TransportOptions options;
    options.verifiesTls = verifies;
    return options;
}

} // namespace

void TransportTlsTest::initTestCase()
{
    if (!QSslSocket::supportsSsl()) {
        QSKIP("this Qt speaks no TLS");
    }
}

void TransportTlsTest::untrustedCertificateIsRefused()
{
    ScriptedServer server(serverConfiguration());
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("POST", server.url()));
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"tls"_s);
    QVERIFY(exchange.failure->message.contains("self-signed"_L1));
    QCOMPARE(exchange.sentTimes, 0);
    QCOMPARE(server.requests().size(), 0);
}

void TransportTlsTest::untrustedCertificatePassesWhenAsked()
{
    ScriptedServer server(serverConfiguration());
    NetworkTransport transport;
    const Exchange exchange = exchangeOf(transport, requestTo("POST", server.url("/a")), nullptr, trusting(false));
    QVERIFY2(exchange.response, qPrintable(exchange.failure.value_or(ExchangeFailure()).message));
    QCOMPARE(exchange.response->status, 200);
    QCOMPARE(exchange.response->reasonPhrase, "OK"_ba); // HTTP/1.1: HTTP/2 has no reason phrases
    QVERIFY(exchange.timing.tls && *exchange.timing.tls > 0);
    QVERIFY(!exchange.timing.connect);
    QCOMPARE(server.requests().constFirst().target(), "/a"_ba);
}

void TransportTlsTest::verificationDoesNotReuseAnUnverifiedConnection()
{
    ScriptedServer server(serverConfiguration());
    NetworkTransport transport;
    QVERIFY(exchangeOf(transport, requestTo("GET", server.url()), nullptr, trusting(false)).response);
    const Exchange verified = exchangeOf(transport, requestTo("GET", server.url()), nullptr, trusting(true));
    QVERIFY(verified.failure);
    QCOMPARE(verified.failure->code, u"tls"_s);
}

void TransportTlsTest::mappedHostKeepsItsAuthority()
{
    ScriptedServer server(serverConfiguration());
    NetworkTransport transport;
    TransportOptions options = trusting(false);
    options.endpointOf = [&](const Origin &) { return Endpoint{"127.0.0.1", server.port()}; };
    const Exchange exchange = exchangeOf(transport, requestTo("GET", "https://pay.localhost/x"), nullptr, options);
    QVERIFY(exchange.response);
    QCOMPARE(server.requests().constFirst().fields.values("Host"), QList<QByteArray>{"pay.localhost"});
}

void TransportTlsTest::plainHttpServerIsNoTlsPeer()
{
    ScriptedServer server;
    NetworkTransport transport;
    TransportOptions options;
    options.timeout = 100ms; // it waits for the end of a head that never comes
    QByteArray url = server.url();
    url.replace("http:", "https:");
    const Exchange exchange = exchangeOf(transport, requestTo("GET", url), nullptr, options);
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"timeout"_s);
    QCOMPARE(exchange.sentTimes, 0);
}

void TransportTlsTest::thePinnedCertificatePasses()
{
    ScriptedServer server(serverConfiguration());
    NetworkTransport transport;
    const TransportOptions options = pinning(server, certificatePem);
    for (const char *method : {"GET", "POST"}) {
        const Exchange exchange = exchangeOf(transport, requestTo(method, "https://localhost/x"), nullptr, options);
        QVERIFY2(exchange.response, qPrintable(exchange.failure.value_or(ExchangeFailure()).message));
        QCOMPARE(exchange.response->status, 200);
        QVERIFY(exchange.timing.tls);
    }
    QCOMPARE(server.requests().constFirst().fields.values("Host"), QList<QByteArray>{"localhost"});
}

void TransportTlsTest::thePinnedCertificatePassesUnderAnyName()
{
    ScriptedServer server(serverConfiguration());
    NetworkTransport transport;
    const Exchange exchange =
        exchangeOf(transport, requestTo("GET", "https://shop.example/x"), nullptr, pinning(server, certificatePem));
    QVERIFY2(exchange.response, qPrintable(exchange.failure.value_or(ExchangeFailure()).message));
    QCOMPARE(server.requests().constFirst().fields.values("Host"), QList<QByteArray>{"shop.example"});
}

void TransportTlsTest::anotherCertificateThanThePinnedIsRefused()
{
    ScriptedServer server(serverConfiguration());
    NetworkTransport transport;
    for (const QByteArray &pinned : {QByteArray(otherCertificatePem), QByteArray("no certificate at all")}) {
        const Exchange exchange =
            exchangeOf(transport, requestTo("POST", "https://localhost/x"), nullptr, pinning(server, pinned));
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->code, u"tls"_s);
        QVERIFY(exchange.failure->message.contains("own certificate"_L1));
        QCOMPARE(exchange.sentTimes, 0);
    }
    QCOMPARE(server.requests().size(), 0);
}

void TransportTlsTest::aPinForOneEndpointIsNoneForOthers()
{
    ScriptedServer server(serverConfiguration());
    NetworkTransport transport;
    TransportOptions options = pinning(server, certificatePem);
    QVERIFY(exchangeOf(transport, requestTo("GET", "https://localhost/x"), nullptr, options).response);
    options.endpointOf = nullptr;
    const Exchange exchange = exchangeOf(transport, requestTo("GET", server.url()), nullptr, options);
    QVERIFY(exchange.failure);
    QCOMPARE(exchange.failure->code, u"tls"_s);
}

DETOUR_TEST(TransportTlsTest)

#include "tst_transporttls.moc"
