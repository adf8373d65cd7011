// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/labserver.h"
#include "rawclient.h"
#include "support/testregistry.h"

#include <QTcpServer>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;

class LabServerTest final : public QObject
{
    Q_OBJECT

private slots:
    void answersOnTwoPorts();
    void localhostIsTheLabOnBothAddresses();
    void startingTwiceIsAnError();
    void aTakenPortGivesWayUnlessStrict();
    void stopEndsOpenConnections();
    void startsAgainAfterStop();
    void destructionEndsIt();
    void mountsAnswerUntilUnmounted();
    void theEntryIsThereWhenTheAnswerIs();
};

void LabServerTest::answersOnTwoPorts()
{
    LabServer lab;
    QVERIFY(!lab.isRunning());
    QVERIFY(lab.baseUris().isEmpty());
    const auto ports = lab.start({});
    QVERIFY(ports);
    QVERIFY(lab.isRunning());
    QVERIFY(ports->first > 0 && ports->second > 0 && ports->first != ports->second);
    QCOMPARE(lab.firstPort(), ports->first);
    QCOMPARE(lab.secondPort(), ports->second);
    QCOMPARE(lab.baseUris().first().authority(), "127.0.0.1:" + QByteArray::number(ports->first));
    for (const auto &[port, other] : {std::pair(ports->first, ports->second), std::pair(ports->second, ports->first)}) {
        const QByteArray host = "localhost:" + QByteArray::number(port);
        const QByteArray received = roundTrip(port, getRequest("/lab/chain/302~port", host));
        QVERIFY2(
            received.contains(QByteArray("Location: http://localhost:" + QByteArray::number(other) + "/lab/echo\r\n")),
            received.constData());
    }
}

void LabServerTest::localhostIsTheLabOnBothAddresses()
{
    LabServer lab;
    const auto ports = lab.start({});
    QVERIFY(ports);
    QTcpServer probe;
    if (!probe.listen(QHostAddress(QHostAddress::LocalHostIPv6))) {
        QSKIP("This system has no ::1.");
    }
    RawClient client(ports->first, QHostAddress(QHostAddress::LocalHostIPv6));
    client.send(getRequest("/get", "localhost:" + QByteArray::number(ports->first)));
    QVERIFY(client.waitForEnd());
    QVERIFY(client.received().startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(client.received().contains("\"origin\": \"::1\""));
}

void LabServerTest::startingTwiceIsAnError()
{
    LabServer lab;
    QVERIFY(lab.start({}));
    const auto again = lab.start({});
    QVERIFY(!again);
    QCOMPARE(again.error().code, QStringLiteral("lab-listen"));
    QVERIFY(lab.isRunning());
}

void LabServerTest::aTakenPortGivesWayUnlessStrict()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    const int taken = other.serverPort();
    LabServer lab;
    const auto strict = lab.start({taken, 0, true});
    QVERIFY(!strict);
    QCOMPARE(strict.error().code, QStringLiteral("lab-port"));
    QVERIFY(strict.error().message.contains(QString::number(taken)));
    QVERIFY(!lab.isRunning());
    QVERIFY(!lab.start({0, taken, true}));
    QVERIFY(!lab.start({70'000, 0, true}));
    const auto lenient = lab.start({taken, taken, false});
    QVERIFY(lenient);
    QVERIFY(lenient->first != taken && lenient->second != taken);
    QVERIFY(lab.remarks().first().contains(QString::number(taken)));
    QVERIFY(lab.remarks().first().contains(QString::number(lenient->first)));
}

void LabServerTest::stopEndsOpenConnections()
{
    LabServer lab;
    const auto ports = lab.start({});
    QVERIFY(ports);
    RawClient idle(ports->first);
    RawClient waiting(ports->second);
    RawClient halfway(ports->first);
    waiting.send(getRequest("/lab/chain/302~delay=60000"));
    halfway.send("POST /lab/echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
    QTRY_VERIFY(idle.isConnected() && waiting.isConnected() && !halfway.received().isEmpty());
    lab.stop();
    QVERIFY(!lab.isRunning());
    QCOMPARE(lab.firstPort(), 0);
    QVERIFY(idle.waitForEnd() && waiting.waitForEnd() && halfway.waitForEnd());
    lab.stop();
}

void LabServerTest::startsAgainAfterStop()
{
    LabServer lab;
    const auto first = lab.start({});
    QVERIFY(first);
    QVERIFY(!roundTrip(first->first, getRequest("/lab/echo")).isEmpty());
    lab.stop();
    const auto second = lab.start({first->first, first->second, true});
    QVERIFY2(second, qPrintable(second ? QString() : second.error().message));
    QCOMPARE(second->first, first->first);
    QVERIFY(roundTrip(second->first, getRequest("/lab/echo")).startsWith("HTTP/1.1 200 OK"));
    QCOMPARE(lab.transcript().lastNumber(), 2);
}

void LabServerTest::destructionEndsIt()
{
    auto lab = std::make_unique<LabServer>();
    const auto ports = lab->start({});
    QVERIFY(ports);
    RawClient client(ports->first);
    client.send("GET /lab/chain/302~delay=60000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY(client.isConnected());
    lab.reset();
    QVERIFY(client.waitForEnd());
}

void LabServerTest::mountsAnswerUntilUnmounted()
{
    Script script;
    script.origins = {{"http", "files.localhost", 8307}, {"http", "example.com", 80}};
    script.steps = {{Method::known("POST"),
                     "files.localhost:8307",
                     "/upload",
                     {307, "Temporary Redirect", {{"Location", "/t"}}, {}}}};
    LabServer lab;
    const quint64 token = lab.mount(script, QStringLiteral("t"));
    const auto ports = lab.start({});
    QVERIFY(ports);
    const QByteArray request =
        "POST /upload HTTP/1.1\r\nHost: files.localhost:8307\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi";
    QVERIFY(roundTrip(ports->second, request)
                .startsWith("HTTP/1.1 307 Temporary Redirect\r\nLocation: /t\r\nContent-Length: 0\r\n"));
    QVERIFY(roundTrip(ports->first, getRequest("/lab/echo", "example.com"))
                .contains("This example has no answer for GET /lab/echo"));
    lab.unmount(token);
    QVERIFY(roundTrip(ports->first, request).startsWith("HTTP/1.1 404 "));
    QVERIFY(roundTrip(ports->first, getRequest("/lab/echo", "example.com"))
                .startsWith("HTTP/1.1 421 Misdirected Request\r\n"));
}

void LabServerTest::theEntryIsThereWhenTheAnswerIs()
{
    LabServer lab;
    const auto ports = lab.start({});
    QVERIFY(ports);
    RawClient client(ports->first);
    const QByteArray request = "GET /lab/chain/302 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    constexpr int rounds = 500;
    int answered = 0;
    int missing = 0;
    connect(&client, &RawClient::receivedMore, this, [&] {
        if (!client.received().endsWith("\r\n\r\n")) {
            return;
        }
        missing += int(lab.transcript().lastNumber()) == ++answered ? 0 : 1;
        client.send(answered < rounds ? request : getRequest("/lab/echo"));
    });
    client.send(request);
    QVERIFY(client.waitForEnd());
    QCOMPARE(answered, rounds);
    QCOMPARE(missing, 0);
}

DETOUR_TEST(LabServerTest)
#include "tst_labserver.moc"
