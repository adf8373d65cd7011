// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/stricttransport.h"

#include "samples.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using std::chrono::seconds;

/// Strict-Transport-Security, read as RFC 6797 says.
class TestStrictTransport final : public QObject
{
    Q_OBJECT

private slots:
    void fieldsAreRead_data();
    void fieldsAreRead();
    void onlyTheFirstFieldCounts();
    void addressesAreNeverStrict();
    void urisAreUpgraded_data();
    void urisAreUpgraded();
};

void TestStrictTransport::fieldsAreRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("maxAge"); // -1: the field is not obeyed
    QTest::addColumn<bool>("below");
    QTest::newRow("plain") << QByteArray("max-age=31536000") << 31536000 << false;
    QTest::newRow("with subdomains") << QByteArray("max-age=60; includeSubDomains") << 60 << true;
    QTest::newRow("any case, quoted, odd blanks") << QByteArray(" Max-Age=\"60\" ;INCLUDESUBDOMAINS;; ") << 60 << true;
    QTest::newRow("zero forgets") << QByteArray("max-age=0") << 0 << false;
    QTest::newRow("unknown directives are passed over") << QByteArray("max-age=60; preload; x=\"a;b\"") << 60 << false;
    QTest::newRow("no max-age") << QByteArray("includeSubDomains") << -1 << false;
    QTest::newRow("no number") << QByteArray("max-age=long") << -1 << false;
    QTest::newRow("max-age twice") << QByteArray("max-age=60; max-age=61") << -1 << false;
    QTest::newRow("empty") << QByteArray("") << -1 << false;
}

void TestStrictTransport::fieldsAreRead()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, maxAge);
    const auto wanted = StrictTransport::fromFields(FieldList{{"strict-transport-security", value}});
    QCOMPARE(wanted.has_value(), maxAge >= 0);
    if (wanted) {
        QCOMPARE(wanted->maxAge, seconds(maxAge));
        QTEST(wanted->includesSubdomains, "below");
    }
}

void TestStrictTransport::onlyTheFirstFieldCounts()
{
    const FieldList fields{{"Strict-Transport-Security", "max-age=60"},
                           {"Strict-Transport-Security", "max-age=0; includeSubDomains"}};
    QCOMPARE(StrictTransport::fromFields(fields)->maxAge, seconds(60));
    QVERIFY(!StrictTransport::fromFields(FieldList{}));
}

void TestStrictTransport::addressesAreNeverStrict()
{
    QVERIFY(mayBeStrict("shop.test"));
    QVERIFY(mayBeStrict("localhost"));
    QVERIFY(!mayBeStrict("127.0.0.1"));
    QVERIFY(!mayBeStrict("[::1]"));
    QVERIFY(!mayBeStrict(""));
}

void TestStrictTransport::urisAreUpgraded_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("no port") << QByteArray("http://shop.test/a?b#c") << QByteArray("https://shop.test/a?b#c");
    QTest::newRow("another port stays") << QByteArray("http://shop.test:8080/")
                                        << QByteArray("https://shop.test:8080/");
    QTest::newRow("443") << QByteArray("http://shop.test:443/") << QByteArray("https://shop.test/");
}

void TestStrictTransport::urisAreUpgraded()
{
    QFETCH(const QByteArray, from);
    const TargetUri secure = upgraded(uri(from.constData()));
    QTEST(secure.toBytes(), "to");
    QCOMPARE(secure, uri(secure.toBytes().constData()));
}

DETOUR_TEST(TestStrictTransport)
#include "tst_stricttransport.moc"
