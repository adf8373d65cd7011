// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/clientmemory.h"

#include "memorylesson.h"
#include "samples.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Hosts that want https (RFC 6797).
class TestClientMemoryHosts final : public QObject
{
    Q_OBJECT

private slots:
    void strictHostsAreUpgraded();
    void strictnessComesOverVerifiedTlsOnly();
    void strictnessReachesBelow();
    void strictnessEnds();
};

void TestClientMemoryHosts::strictHostsAreUpgraded()
{
    ClientMemory memory;
    const Response strict = answer(200, {{"Strict-Transport-Security", "max-age=60"}});
    teach(memory, request("GET", "https://shop.test/"), strict, 0s, 0, true);
    const Recollection found = memory.recall(requestWithContent("POST", "http://shop.test:8080/a?b"), start());
    QCOMPARE(found.kind, answers);
    QCOMPARE(found.source, AnswerSource::HstsUpgrade);
    QCOMPARE(found.response.status, 307);
    QCOMPARE(found.response.fields.value("Location"), "https://shop.test:8080/a?b"_ba);
    QCOMPARE(found.response.fields.value("Non-Authoritative-Reason"), "HSTS"_ba);
    QCOMPARE(kindOf(memory, request("GET", "http://shop.test./"), start()), answers);
    QCOMPARE(kindOf(memory, request("GET", "https://shop.test/"), start()), nothing);
    QCOMPARE(kindOf(memory, request("GET", "http://www.shop.test/"), start()), nothing);
}

void TestClientMemoryHosts::strictnessComesOverVerifiedTlsOnly()
{
    ClientMemory memory;
    const Response strict = answer(200, {{"Strict-Transport-Security", "max-age=60"}});
    teach(memory, request("GET", "http://shop.test/"), strict, 0s, 0, true);
    teach(memory, request("GET", "https://shop.test/"), strict, 0s, 0, false);
    teach(memory, request("GET", "https://127.0.0.1/"), strict, 0s, 0, true);
    QVERIFY(memory.isEmpty());
}

void TestClientMemoryHosts::strictnessReachesBelow()
{
    ClientMemory memory;
    teach(memory, request("GET", "https://shop.test/"),
          answer(301, {{"Strict-Transport-Security", "max-age=60; includeSubDomains"}, {"Cache-Control", "no-store"}}),
          0s, 0, true);
    QCOMPARE(kindOf(memory, request("GET", "http://a.b.shop.test/"), start()), answers);
    QCOMPARE(kindOf(memory, request("GET", "http://workshop.test/"), start()), nothing);
    QCOMPARE(kindOf(memory, request("GET", "http://test/"), start()), nothing);
}

void TestClientMemoryHosts::strictnessEnds()
{
    ClientMemory memory;
    const Request secure = request("GET", "https://shop.test/");
    const Request plain = request("GET", "http://shop.test/");
    teach(memory, secure, answer(200, {{"Strict-Transport-Security", "max-age=60"}}), 0s, 0, true);
    QCOMPARE(kindOf(memory, plain, start().addSecs(59)), answers);
    QCOMPARE(kindOf(memory, plain, start().addSecs(60)), nothing);
    teach(memory, secure, answer(200, {{"Strict-Transport-Security", "max-age=60"}}), 30s, 0, true);
    QCOMPARE(memory.hosts().size(), 1);
    QCOMPARE(kindOf(memory, plain, start().addSecs(89)), answers);
    teach(memory, secure, answer(200, {{"Strict-Transport-Security", "max-age=0"}}), 31s, 0, true);
    QCOMPARE(kindOf(memory, plain, start().addSecs(32)), nothing);
}

DETOUR_TEST(TestClientMemoryHosts)
#include "tst_clientmemoryhosts.moc"
