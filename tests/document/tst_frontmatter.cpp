// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/frontmatter.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class FrontMatterTest final : public QObject
{
    Q_OBJECT

private slots:
    void keysValuesAndRestAreParted();
    void mistakesAreToldWithTheirLine_data();
    void mistakesAreToldWithTheirLine();
};

void FrontMatterTest::keysValuesAndRestAreParted()
{
    const auto front = readFrontMatter("---\ntitle: A: b\nslug: x\n---\nText\n---\n");
    QVERIFY(front);
    QCOMPARE(front->keys, QStringList({u"title"_s, u"slug"_s}));
    QCOMPARE(front->value(u"title"_s), u"A: b"_s);
    QCOMPARE(front->values.value(u"slug"_s).line, 3);
    QCOMPARE(front->rest, u"Text\n---\n"_s);
    QCOMPARE(front->restLine, 5);
    QVERIFY(!front->has(u"code"_s));
}

void FrontMatterTest::mistakesAreToldWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("no begin") << QByteArray("title: x\n") << 1;
    QTest::newRow("no end") << QByteArray("---\ntitle: x\n") << 1;
    QTest::newRow("no colon") << QByteArray("---\na: b\ntitle\n---\n") << 3;
    QTest::newRow("no value") << QByteArray("---\ntitle:\n---\n") << 2;
    QTest::newRow("twice") << QByteArray("---\na: b\na: c\n---\n") << 3;
    QTest::newRow("not UTF-8") << QByteArray("---\na: \xFF\n---\n") << 1;
    QTest::newRow("tab") << QByteArray("---\na: b\n---\nx\ty\n") << 4;
    QTest::newRow("CR LF") << QByteArray("---\na: b\n---\nx\r\n") << 4;
    QTest::newRow("escape") << QByteArray("---\na: b\n---\n\n\x1B[2J\n") << 5;
    QTest::newRow("NUL") << QByteArray("---\na: b\n---\n\0\n", 15) << 4;
    QTest::newRow("reordering mark") << QByteArray("---\na: b\n---\n\u202E\n") << 4;
}

void FrontMatterTest::mistakesAreToldWithTheirLine()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, line);
    const auto front = readFrontMatter(bytes);
    QVERIFY(!front);
    QCOMPARE(front.error().code, u"bad-page"_s);
    QVERIFY2(front.error().message.startsWith(u"Line %1: "_s.arg(line)), qPrintable(front.error().message));
}

DETOUR_TEST(FrontMatterTest)
#include "tst_frontmatter.moc"
