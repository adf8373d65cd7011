// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/hostmap.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

class TestHostMap final : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheLab_data();
    void knowsTheLab();
    void theLabsCertificateIsPinnedForHttpsAlone();
    void namesBelowLocalhostAreThisComputer();
    void mountedOriginsLeadToTheLab();
    void withoutALabNothingIsTheLab();
};

namespace {

const Endpoint first{"127.0.0.1", 4001};
const Endpoint second{"127.0.0.1", 4002};
const HostMap map(LabPorts{4001, 4002, false, 4009}, [] { return QByteArray("PEM"); });

} // namespace

void TestHostMap::knowsTheLab_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("isLab");

    const auto row = [](const char *name, const char *scheme, const char *host, int port, bool isLab) {
        QTest::newRow(name) << QByteArray(scheme) << QByteArray(host) << port << isLab;
    };
    row("address", "http", "127.0.0.1", 4001, true);
    row("second port", "http", "127.0.0.1", 4002, true);
    row("localhost", "http", "localhost", 4001, true);
    row("IPv6", "http", "[::1]", 4001, true);
    row("a name", "http", "pay.localhost", 4001, true);
    row("https", "https", "127.0.0.1", 4009, true);
    row("https to a name", "https", "pay.localhost", 4009, true);
    row("https at an http port", "https", "127.0.0.1", 4001, false);
    row("http at the https port", "http", "127.0.0.1", 4009, false);
    row("another port", "http", "127.0.0.1", 4003, false);
    row("another address", "http", "127.0.0.2", 4001, false);
    row("a real host", "http", "example.com", 4001, false);
    row("a host that only looks so", "http", "notlocalhost", 4001, false);
    row("no port", "http", "localhost", 0, false);
}

void TestHostMap::knowsTheLab()
{
    QFETCH(const QByteArray, scheme);
    QFETCH(const QByteArray, host);
    QFETCH(const int, port);
    QFETCH(const bool, isLab);
    const Origin origin{scheme, host, port};
    QCOMPARE(map.isLab(origin), isLab);
    QCOMPARE(map.endpointOf(origin).has_value(), isLab);
    if (isLab) {
        QCOMPARE(map.endpointOf(origin)->port, port);
        QCOMPARE(map.endpointOf(origin)->address, QByteArray("127.0.0.1"));
    }
}

void TestHostMap::theLabsCertificateIsPinnedForHttpsAlone()
{
    QCOMPARE(map.endpointOf({"https", "localhost", 4009})->certificate, QByteArray("PEM"));
    QCOMPARE(map.endpointOf({"http", "localhost", 4001})->certificate, QByteArray());
    QCOMPARE(map.endpointOf({"https", "app.localhost", 3000})->certificate, QByteArray()); // another program's
    QCOMPARE(HostMap(LabPorts{1, 2, false, 3}).endpointOf({"https", "localhost", 3})->certificate, QByteArray());
}

void TestHostMap::namesBelowLocalhostAreThisComputer()
{
    const Origin app{"https", "app.localhost", 3000};
    QVERIFY(!map.isLab(app));
    QCOMPARE(map.endpointOf(app)->port, 3000);
    QCOMPARE(map.endpointOf(app)->address, QByteArray("127.0.0.1"));
}

void TestHostMap::mountedOriginsLeadToTheLab()
{
    HostMap mounted = map;
    const Origin named{"http", "files.localhost", 8307};
    const Origin other{"http", "files.localhost", 8308};
    const Origin real{"http", "example.com", 80};
    const Origin secure{"https", "shop.example", 443};
    mounted.mount({named, other, real, secure});
    QCOMPARE(mounted.endpointOf(secure)->port, 4009);
    QCOMPARE(mounted.endpointOf(secure)->certificate, QByteArray("PEM"));
    QCOMPARE(mounted.endpointOf(named)->port, first.port);
    QCOMPARE(mounted.endpointOf(other)->port, second.port);
    QCOMPARE(mounted.endpointOf(real)->port, first.port);
    QVERIFY(mounted.isLab(real));
    QVERIFY(!map.isLab(real));
    QVERIFY(!mounted.isLab({"http", "example.com", 81}));
}

void TestHostMap::withoutALabNothingIsTheLab()
{
    QVERIFY(!HostMap().isLab({"http", "127.0.0.1", 8307}));
    QVERIFY(!HostMap().isLab({"http", "127.0.0.1", 0}));
}

DETOUR_TEST(TestHostMap)
#include "tst_hostmap.moc"
