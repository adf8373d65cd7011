// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "semantics/method.h"

#include <QTest>

using namespace Detour;

class TestMethod final : public QObject
{
    Q_OBJECT

private slots:
    void tokensAreTaken_data()
    {
        QTest::addColumn<QByteArray>("token");
        for (const char *token : {"GET", "patch", "M-SEARCH", "A!#$%&'*+-.^_`|~9"}) {
            QTest::newRow(token) << QByteArray(token);
        }
    }

    void tokensAreTaken()
    {
        QFETCH(QByteArray, token);
        const Result<Method> method = Method::fromToken(token);
        QVERIFY(method);
        QCOMPARE(method->token(), token);
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("space") << QByteArray("GE T");
        QTest::newRow("line break") << QByteArray("GET\r\nX: y");
        QTest::newRow("slash") << QByteArray("A/B");
        QTest::newRow("not ASCII") << QByteArray("G\xc3\x89T");
        QTest::newRow("NUL") << QByteArray("GET\0", 4);
        QTest::newRow("too long") << QByteArray(65, 'A');
        QTest::newRow("CONNECT") << QByteArray("CONNECT");
    }

    void othersAreRefused()
    {
        QFETCH(QByteArray, token);
        const Result<Method> method = Method::fromToken(token);
        QVERIFY(!method);
        QCOMPARE(method.error().code, QStringLiteral("bad-method"));
        QVERIFY(method.error().message.size() < 200);
        QVERIFY(!method.error().message.contains(QLatin1Char('\n')));
    }

    void caseMatters()
    {
        QVERIFY(Method::known("patch") != Method::known("PATCH"));
        QVERIFY(!Method::known("get").isSafe());
    }

    void safeAndIdempotent()
    {
        QVERIFY(Method::known("OPTIONS").isSafe());
        QVERIFY(!Method::known("PUT").isSafe());
        QVERIFY(Method::known("PUT").isIdempotent());
        QVERIFY(Method::known("DELETE").isIdempotent());
        QVERIFY(!Method::known("POST").isIdempotent());
        QVERIFY(!Method::known("PATCH").isIdempotent());
    }
};

DETOUR_TEST(TestMethod)

#include "tst_method.moc"
