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
};

DETOUR_TEST(TestSafeText)

#include "tst_safetext.moc"
