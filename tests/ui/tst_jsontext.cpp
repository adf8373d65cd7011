// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/request/jsontext.h"

#include <QJsonDocument>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestJsonText final : public QObject
{
    Q_OBJECT

private slots:
    void validTextHasNoTrouble_data();
    void validTextHasNoTrouble();
    void troubleHasItsPlace_data();
    void troubleHasItsPlace();
    void formattingKeepsWhatIsWritten();
    void formattingTwiceChangesNothing();
};

void TestJsonText::validTextHasNoTrouble_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("object") << u"{\"a\": [1, 2.50, true, null]}"_s;
    QTest::newRow("string") << u"\"x\""_s;
    QTest::newRow("number") << u" 12 "_s;
    QTest::newRow("empty containers") << u"[{}, []]"_s;
}

void TestJsonText::validTextHasNoTrouble()
{
    QFETCH(QString, text);
    const auto trouble = jsonTrouble(text);
    QVERIFY2(!trouble, trouble ? qPrintable(trouble->sentence) : "");
}

void TestJsonText::troubleHasItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("missing comma") << u"{\n  \"a\": 1\n  \"b\": 2\n}"_s << 3 << 3;
    QTest::newRow("open object") << u"{\"a\": 1\n"_s << 1 << 8;
    QTest::newRow("after an umlaut") << u"{\"ä\": x}"_s << 1 << 7;
    QTest::newRow("two values") << u"1, 2"_s << 1 << 2;
    QTest::newRow("closes what is not open") << u"],["_s << 1 << 1;
    QTest::newRow("open string") << u"[\"a,\n 1]"_s << 1 << 2;
    QTest::newRow("escape") << u"[\"a\\q\"]"_s << 1 << 4;
    QTest::newRow("short escape") << u"\"\\u12\""_s << 1 << 2;
    QTest::newRow("number") << u"[01]"_s << 1 << 2;
    QTest::newRow("comma at the end") << u"[1,]"_s << 1 << 4;
    QTest::newRow("name without quotes") << u"{a: 1}"_s << 1 << 2;
    QTest::newRow("too deep") << QString(5000, u'[') << 1 << 502;
    QTest::newRow("nothing") << u" \n"_s << 1 << 1;
}

void TestJsonText::troubleHasItsPlace()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto trouble = jsonTrouble(text);
    QVERIFY(trouble.has_value());
    const QString place = u"Line %1, column %2: "_s.arg(line).arg(column);
    QVERIFY2(trouble->sentence.startsWith(place), qPrintable(trouble->sentence));
    QCOMPARE(trouble->line, line);
    QCOMPARE(trouble->column, column);
    QVERIFY(trouble->sentence.endsWith(u'.'));
}

void TestJsonText::formattingKeepsWhatIsWritten()
{
    QCOMPARE(indentedJson(u"{\"z\":1.0,\"a\" :[1e400, 12345678901234567890],\"e\":{ },\"s\":\"a: {,}\\\" [\"}"_s),
             u"{\n  \"z\": 1.0,\n  \"a\": [\n    1e400,\n    12345678901234567890\n  ],\n  \"e\": {},\n"
             u"  \"s\": \"a: {,}\\\" [\"\n}"_s);
}

void TestJsonText::formattingTwiceChangesNothing()
{
    const QString once = indentedJson(u"[{\"a\":[[],{\"b\":\"\\\\\"}]},\"\u05D0\",null]"_s);
    QCOMPARE(indentedJson(once), once);
    QVERIFY(!jsonTrouble(once));
}

DETOUR_TEST(TestJsonText)
#include "tst_jsontext.moc"
