// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/fencebody.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class FenceBodyTest final : public QObject
{
    Q_OBJECT

private slots:
    void clientsTakeThePagesCode();
    void clientsNameStatusAndMethods();
    void aGuideNamesTheStatus();
    void codesNameTheirColumns();
};

void FenceBodyTest::clientsTakeThePagesCode()
{
    const auto fence = readClientsFence(QString(), 307);
    QVERIFY(fence);
    QCOMPARE(fence->status, 307);
    QCOMPARE(fence->methods, QList<Method>({*Method::fromToken("POST"), *Method::fromToken("PUT")}));
}

void FenceBodyTest::clientsNameStatusAndMethods()
{
    const auto fence = readClientsFence(u"methods HEAD\nstatus 303\n"_s, 307);
    QVERIFY(fence);
    QCOMPARE(fence->status, 303);
    QCOMPARE(fence->methods, QList<Method>{*Method::fromToken("HEAD")});
}

void FenceBodyTest::aGuideNamesTheStatus()
{
    QCOMPARE(readServersFence(u"status 302\n"_s, 0).value(), 302);
    QCOMPARE(readServersFence(QString(), 308).value(), 308);
    const auto servers = readServersFence(QString(), 0, 40);
    QVERIFY(!servers && servers.error().message.startsWith("Line 40: "_L1));
    const auto clients = readClientsFence(u"methods GET\n"_s, 0, 40);
    QVERIFY(!clients && clients.error().message.startsWith("Line 40: "_L1));
}

void FenceBodyTest::codesNameTheirColumns()
{
    QCOMPARE(readCodesFence(u"method body since\n"_s).value(), QStringList({u"method"_s, u"body"_s, u"since"_s}));
    QVERIFY(!readCodesFence(u"method method\n"_s));
}

DETOUR_TEST(FenceBodyTest)
#include "tst_fencebody.moc"
