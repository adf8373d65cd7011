// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include "semantics/location.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;

class TestLocation final : public QObject
{
    Q_OBJECT

private slots:
    void fragmentIsInheritedOnlyWhereThereIsNone()
    {
        const TargetUri previous = uri("http://a/#old");
        TargetUri without = uri("http://a/x");
        QVERIFY(inheritFragment(without, previous));
        QCOMPARE(without.toBytes(), QByteArray("http://a/x#old"));

        TargetUri empty = uri("http://a/x#");
        QVERIFY(!inheritFragment(empty, previous));
        QCOMPARE(empty.toBytes(), QByteArray("http://a/x#"));

        TargetUri nothing = uri("http://a/x");
        QVERIFY(!inheritFragment(nothing, uri("http://a/")));
        QVERIFY(!nothing.fragment);
    }

    void dialectsDisagreeWhereTheStandardsDo()
    {
        const TargetUri base = uri("http://a/b/c");
        QCOMPARE(resolveLocation(base, "http:g", LocationDialect::WhatwgUrl)->toBytes(), QByteArray("http://a/b/g"));
        QCOMPARE(resolveLocation(base, "http:g", LocationDialect::Rfc3986)->toBytes(), QByteArray("http:g"));
        QVERIFY(resolveLocation(base, "/a b", LocationDialect::WhatwgUrl));
        QVERIFY(!resolveLocation(base, "/a b", LocationDialect::Rfc3986));
    }

    void userinfoIsFound_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("userinfo");
        const auto row = [](const char *location, const char *userinfo) {
            QTest::newRow(location) << QByteArray(location) << QByteArray(userinfo);
        };
        row("http://u:p@h/x", "u:p");
        row("//u:p@h/x", "u:p");
        row("http:\\\\u:p@h", "u:p");
        row(" \thttp:/\t/u:p@h", "u:p");
        row("ht\ttp://u:p@h", "u:p");
        row("http:u:p@h", "u:p");
        row("http:///u:p@h", "u:p");
        row("http://a@b@h/", "a@b");
        row("ftp://u@h", "u");
        row("/x@y", "");
        row("x@y", "");
        row("http://h/x@y", "");
        row("http://h?x@y", "");
        row("", "");
        row("http:", "");
    }

    void userinfoIsFound()
    {
        QFETCH(QByteArray, location);
        const auto [at, length] = findUserinfo(location);
        QTEST(at < 0 ? QByteArray("") : location.mid(at, length), "userinfo");
    }
};

DETOUR_TEST(TestLocation)

#include "tst_location.moc"
