// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "semantics/field.h"

#include <QTest>

using namespace Detour;

class TestField final : public QObject
{
    Q_OBJECT

private slots:
    void linesAreRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("plain") << QByteArray("Accept: text/html") << QByteArray("Accept") << QByteArray("text/html");
        QTest::newRow("tight") << QByteArray("a:b") << QByteArray("a") << QByteArray("b");
        QTest::newRow("blanks") << QByteArray("a: \t b \t") << QByteArray("a") << QByteArray("b");
        QTest::newRow("colons") << QByteArray("Host: a:80") << QByteArray("Host") << QByteArray("a:80");
        QTest::newRow("empty") << QByteArray("X:") << QByteArray("X") << QByteArray("");
        QTest::newRow("bytes") << QByteArray("X: \xff") << QByteArray("X") << QByteArray("\xff");
    }

    void linesAreRead()
    {
        QFETCH(QByteArray, line);
        const Result<Field> field = Field::fromLine(line);
        QVERIFY(field);
        QTEST(field->name, "name");
        QTEST(field->value, "value");
    }

    void badLinesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no colon") << QByteArray("Accept");
        QTest::newRow("no name") << QByteArray(": x");
        QTest::newRow("space in the name") << QByteArray("A b: x");
        QTest::newRow("space before the colon") << QByteArray("A : x");
        QTest::newRow("injection") << QByteArray("A: x\r\nB: y");
        QTest::newRow("NUL") << QByteArray("A: x\0y", 6);
    }

    void badLinesAreRefused()
    {
        QFETCH(QByteArray, line);
        const Result<Field> field = Field::fromLine(line);
        QVERIFY(!field);
        QCOMPARE(field.error().code, QStringLiteral("bad-field"));
    }

    void refusalsDoNotTellTheValue_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no colon") << QByteArray("Authorization Bearer secret");
        QTest::newRow("line break") << QByteArray("Authorization: Bearer secret\r\nB: y");
    }

    void refusalsDoNotTellTheValue()
    {
        QFETCH(QByteArray, line);
        const QString message = Field::fromLine(line).error().message;
        QVERIFY2(message.contains(QStringLiteral("Authorization")), qPrintable(message));
        QVERIFY2(!message.contains(QStringLiteral("secret")), qPrintable(message));
    }

    void namesAreCaseInsensitive()
    {
        const FieldList fields{{"Location", "/a"}, {"LOCATION", "/b"}, {"X", "1"}};
        QVERIFY(fields.contains("location"));
        QCOMPARE(fields.value("lOCATION"), std::optional(QByteArray("/a")));
        QCOMPARE(fields.values("location"), QList<QByteArray>({"/a", "/b"}));
        QVERIFY(!fields.value("Y"));
    }

    void emptyValueIsAValue()
    {
        const FieldList fields{{"Location", ""}};
        QVERIFY(fields.value("Location").has_value());
        QVERIFY(fields.value("Location")->isEmpty());
    }

    void setKeepsThePlaceAndDropsRepeats()
    {
        FieldList fields{{"A", "1"}, {"B", "2"}, {"a", "3"}};
        fields.set("A", "9");
        QCOMPARE(fields, FieldList({{"A", "9"}, {"B", "2"}}));
        fields.set("C", "4");
        QCOMPARE(fields.lines().constLast(), (Field{"C", "4"}));
    }

    void removeTakesAllRepeats()
    {
        FieldList fields{{"Cookie", "1"}, {"B", "2"}, {"cookie", "3"}};
        QCOMPARE(fields.remove("COOKIE"), 2);
        QCOMPARE(fields, FieldList({{"B", "2"}}));
        QCOMPARE(fields.remove("COOKIE"), 0);
    }

    void wireSizeCountsSeparators()
    {
        const FieldList fields{{"A", "bc"}, {"De", ""}};
        QCOMPARE(fields.wireSize(), qsizetype(QByteArray("A: bc\r\nDe: \r\n").size()));
    }
};

DETOUR_TEST(TestField)

#include "tst_field.moc"
