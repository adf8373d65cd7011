// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "semantics/safetext.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestSafeText final : public QObject
{
    Q_OBJECT

private slots:
    void utf8WhereValidElseBytes()
    {
        QCOMPARE(safeText("caf\xc3\xa9"), u"café"_s);
        QCOMPARE(safeText("caf\xe9"), u"café"_s);
        QCOMPARE(safeText("caf\xc3"), u"cafÃ"_s);
        QCOMPARE(safeText(""), QString());
    }

    void nothingActsOnTheScreen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("escape") << u"\x1b[2J"_s;
        QTest::newRow("line break") << u"a\nb"_s;
        QTest::newRow("right to left") << u"\u202egnp.exe"_s;
        QTest::newRow("isolate") << u"\u2066"_s;
        QTest::newRow("zero width") << u"\u200b\u200d"_s;
        QTest::newRow("paragraph") << u"\u2029"_s;
        QTest::newRow("C1") << u"\u009b"_s;
    }

    void nothingActsOnTheScreen()
    {
        QFETCH(QString, text);
        const QString shown = withoutTrickery(text);
        QCOMPARE(shown.size(), text.size());
        QVERIFY(shown.contains(QChar::ReplacementCharacter));
        for (const QChar c : shown) {
            QVERIFY(c.isPrint() || c == QChar::ReplacementCharacter);
        }
    }

    void elisionKeepsTheHead()
    {
        const QString url = u"http://example.com/"_s + QString(500, u'x') + u"/end"_s;
        const QString shown = elided(url, 100);
        QCOMPARE(shown.size(), 100);
        QVERIFY(shown.startsWith(u"http://example.com/"_s));
        QVERIFY(shown.endsWith(u"/end"_s));
        QVERIFY(shown.contains(u'…'));
        QCOMPARE(elided(u"short"_s, 100), u"short"_s);
    }

    void elisionTearsNoCharacter()
    {
        const QString cars = u"🚗"_s.repeated(20); // two units each
        for (const int limit : {10, 11, 12, 13}) {
            const QString shown = elided(cars, limit);
            QVERIFY(shown.size() <= limit);
            QVERIFY2(shown.isValidUtf16(), qPrintable(shown));
        }
    }

    void aCutSpoilsNoUtf8_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<QByteArray>("head");
        const QByteArray euros = "€€"_ba;
        QTest::newRow("all of it") << euros << qsizetype(6) << euros;
        QTest::newRow("between") << euros << qsizetype(3) << "€"_ba;
        QTest::newRow("within the second") << euros << qsizetype(5) << "€"_ba;
        QTest::newRow("within the first") << euros << qsizetype(2) << ""_ba;
        QTest::newRow("nothing") << euros << qsizetype(0) << ""_ba;
    }

    void aCutSpoilsNoUtf8()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(qsizetype, size);
        QTEST(utf8Head(bytes, size).toByteArray(), "head");
    }

    void aLongValueShowsItsHeadAndItsTail_data()
    {
        QTest::addColumn<QString>("middle");
        QTest::newRow("one byte") << u"x"_s;
        QTest::newRow("three bytes") << u"€"_s;
        QTest::newRow("four bytes") << u"🚗"_s;
    }

    void aLongValueShowsItsHeadAndItsTail()
    {
        QFETCH(QString, middle);
        // Several lengths, so that the bounds fall within a character for some.
        for (int extra = 0; extra < 5; ++extra) {
            const QString text = u"head"_s + QString(extra, u'.') + middle.repeated(1000) + u"tail"_s;
            const QString shown = wireText(text.toUtf8(), 50);
            QVERIFY(shown.size() <= 50);
            QVERIFY(shown.startsWith(u"head"_s) && shown.endsWith(u"tail"_s));
            QVERIFY2(shown.contains(middle), qPrintable(shown));
        }
    }

    void longBytesThatAreNoUtf8StayBytes()
    {
        QCOMPARE(wireText(QByteArray(1000, '\xe9'), 10), u"ééééééé…éé"_s);
        QCOMPARE(utf8Head(QByteArray(1000, '\x80'), 100).size(), 96); // bounded: these begin no character
    }
};

DETOUR_TEST(TestSafeText)

#include "tst_safetext.moc"
