// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labserver.h"
#include "rawclient.h"
#include "support/testregistry.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The lab's third port, visited as any client would.
class LabTlsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_lab.reset(); }

    void answersOverTls();
    void endsAsTlsDoes();
    void theTranscriptSaysTls();
    void chainsKnowTheirScheme();
    void aHandshakeThatStallsHoldsNobody();
    void plainHttpIsNotAnswered();
    void aClientThatDoesNotReadStaysBounded();
    void aThirdBaseAddressIsHttps();
    void theCertificateOutlivesNoRun();

private:
    [[nodiscard]] std::unique_ptr<QSslSocket> connected(const QString &name = u"localhost"_s) const;

    std::unique_ptr<LabServer> m_lab;
};

void LabTlsTest::init()
{
    if (!QSslSocket::supportsSsl()) {
        QSKIP("this Qt speaks no TLS");
    }
    m_lab = std::make_unique<LabServer>();
    QVERIFY(m_lab->start({}, {{}, [] { return QList<QByteArray>{"pay.localhost"}; }}));
}

std::unique_ptr<QSslSocket> LabTlsTest::connected(const QString &name) const
{
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration;
    configuration.setCaCertificates({QSslCertificate(m_lab->certificate().certificate, QSsl::Pem)});
    socket->setSslConfiguration(configuration);
    socket->setPeerVerifyName(name);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, quint16(m_lab->ports().https));
    socket->waitForEncrypted();
    return socket;
}

namespace {

/// Everything until the lab ends the connection.
QByteArray answerTo(QSslSocket &socket, const QByteArray &request)
{
    socket.write(request);
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead()) {}
    return socket.readAll();
}

} // namespace

void LabTlsTest::answersOverTls()
{
    for (const QString &name : {u"localhost"_s, u"pay.localhost"_s}) {
        const auto socket = connected(name);
        QVERIFY2(socket->isEncrypted(), qPrintable(socket->errorString()));
        const QByteArray answer = answerTo(*socket, getRequest("/lab/echo", name.toLatin1()));
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
    }
    QVERIFY(!connected(u"other.localhost"_s)->isEncrypted()); // it is not for that name
}

void LabTlsTest::endsAsTlsDoes()
{
    const auto socket = connected();
    (void)answerTo(*socket, getRequest("/lab/echo"));
    // Without TLS's own end this would be an error of TLS: the content could have been cut off.
    QCOMPARE(socket->error(), QAbstractSocket::RemoteHostClosedError);
}

void LabTlsTest::theTranscriptSaysTls()
{
    (void)answerTo(*connected(), getRequest("/lab/echo"));
    (void)roundTrip(m_lab->firstPort(), getRequest("/lab/echo"));
    const QList<TranscriptEntry> entries = m_lab->transcript().entries();
    QCOMPARE(entries.size(), 2);
    QVERIFY(entries.at(0).tls);
    QVERIFY(!entries.at(1).tls);
    QCOMPARE(entries.at(0).port, m_lab->ports().https);
    QTRY_VERIFY(m_lab->transcript().entries().at(0).writtenAt > 0);
    QCOMPARE(m_lab->transcript().entries().at(0).rawAnswerContent.total, entries.at(0).rawAnswerContent.total);
}

void LabTlsTest::chainsKnowTheirScheme()
{
    const QByteArray host = "pay.localhost:" + QByteArray::number(m_lab->ports().https);
    const QByteArray answer = answerTo(*connected(), getRequest("/lab/chain/307~abs", host));
    QVERIFY2(answer.contains(QByteArray("Location: https://" + host + "/lab/echo\r\n")), answer.constData());
}

void LabTlsTest::aHandshakeThatStallsHoldsNobody()
{
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 60; ++i) { // more than QSslServer would bear
        silent.push_back(std::make_unique<RawClient>(m_lab->ports().https));
    }
    QTRY_VERIFY(silent.back()->isConnected());
    QVERIFY(answerTo(*connected(), getRequest("/lab/echo")).startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(roundTrip(m_lab->firstPort(), getRequest("/lab/echo")).startsWith("HTTP/1.1 200 OK\r\n"));
}

void LabTlsTest::plainHttpIsNotAnswered()
{
    QVERIFY(!roundTrip(m_lab->ports().https, getRequest("/lab/echo")).startsWith("HTTP/"));
    QCOMPARE(m_lab->transcript().lastNumber(), 0);
}

void LabTlsTest::aClientThatDoesNotReadStaysBounded()
{
    const auto socket = connected();
    socket->setReadBufferSize(1);
    const QByteArray request =
        "GET /lab/chain/302~body=" + QByteArray(30'000, 'x') + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket->write(request.repeated(1000));
    QTRY_VERIFY(m_lab->transcript().lastNumber() > 0);
    QVERIFY(roundTrip(m_lab->firstPort(), getRequest("/lab/echo")).startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(m_lab->transcript().lastNumber() < 900);
}

void LabTlsTest::aThirdBaseAddressIsHttps()
{
    QCOMPARE(m_lab->baseUris().size(), 3);
    QCOMPARE(m_lab->baseUris().at(2).toBytes(),
             QByteArray("https://127.0.0.1:" + QByteArray::number(m_lab->ports().https) + "/"));
}

void LabTlsTest::theCertificateOutlivesNoRun()
{
    QVERIFY(!m_lab->certificate().certificate.isEmpty());
    m_lab->stop();
    QVERIFY(m_lab->certificate().certificate.isEmpty());
    QVERIFY(m_lab->start({}));
    QVERIFY(connected()->isEncrypted());
}

DETOUR_TEST(LabTlsTest)
#include "tst_labtls.moc"
