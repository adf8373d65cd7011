// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/request/formtext.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

using Rows = QList<NameValueModel::Row>;

class TestFormText final : public QObject
{
    Q_OBJECT

private slots:
    void rowsBecomeWhatBrowsersSend();
    void bytesComeBack_data();
    void bytesComeBack();
    void whatIsNoFormIsToldApart_data();
    void whatIsNoFormIsToldApart();
    void pastedTextBecomesRows();
};

void TestFormText::rowsBecomeWhatBrowsersSend()
{
    QCOMPARE(formBytes({{u"a b"_s, u"x&y=z"_s}, {u"é"_s, u"*-._~"_s}, {u"empty"_s, {}}}),
             "a+b=x%26y%3Dz&%C3%A9=*-._%7E&empty="_ba);
    QCOMPARE(formBytes({}), ""_ba);
}

void TestFormText::bytesComeBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("one") << "name=Ada"_ba;
    QTest::newRow("spaces and signs") << "a+b=1%2B1&c=%26"_ba;
}

void TestFormText::bytesComeBack()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(isFormText(bytes));
    QCOMPARE(formBytes(formRows(bytes)), bytes);
}

void TestFormText::whatIsNoFormIsToldApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("JSON") << "{\"a\": 1}"_ba;
    QTest::newRow("no equals sign") << "abc"_ba;
    QTest::newRow("encoded otherwise") << "a=%20"_ba;
    QTest::newRow("more than a table holds") << "a=1&"_ba.repeated(300).chopped(1);
}

void TestFormText::whatIsNoFormIsToldApart()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!isFormText(bytes));
}

void TestFormText::pastedTextBecomesRows()
{
    const Rows both{{u"a"_s, u"1 2"_s}, {u"b"_s, u"x:y"_s}};
    QCOMPARE(formRowsFromText(u" a=1+2&b=x%3Ay\n"_s), both);
    QCOMPARE(formRowsFromText(u"a=1 2\nb = x:y"_s), both);
    QCOMPARE(formRowsFromText(u"a: 1 2\nb: x:y"_s), both);
}

DETOUR_TEST(TestFormText)
#include "tst_formtext.moc"
