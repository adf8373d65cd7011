// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "story/words.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;

class WordsTest final : public QObject
{
    Q_OBJECT

private slots:
    void referencesKeepSchemeAndHost_data()
    {
        QTest::addColumn<QByteArray>("reference");
        QTest::addColumn<QString>("shown");
        QTest::newRow("relative") << QByteArray("/upload-temp") << u"/upload-temp"_s;
        QTest::newRow("absolute") << QByteArray("http://www.localhost:8307/r") << u"http://www.localhost:8307/r"_s;
        QTest::newRow("scheme relative") << QByteArray("//other.example/x") << u"//other.example/x"_s;
        QTest::newRow("script") << QByteArray("javascript://x") << u"javascript://x"_s;
        QTest::newRow("user") << QByteArray("http://good.example@bad.example/") << u"http://***@bad.example/"_s;
        QTest::newRow("long path") << "http://a.example/" + QByteArray(500, 'p')
                                   << "http://a.example/"_L1 + QString(46, u'p') + u'…';
        QTest::newRow("long host") << "http://" + QByteArray(500, 'h') + ".bad.example/p"
                                   << u"http://…"_s + QString(35, u'h') + u".bad.example/p"_s;
        QTest::newRow("not UTF-8") << QByteArray("/\xff\xfe") << u"/ÿþ"_s;
        QTest::newRow("UTF-8") << QByteArray("/\xc3\xa4") << u"/ä"_s;
        QTest::newRow("controls") << QByteArray("/a\r\n\x1b"
                                                "b")
                                  << u"/a\uFFFD\uFFFD\uFFFDb"_s;
        QTest::newRow("empty") << QByteArray("") << QString();
    }

    void referencesKeepSchemeAndHost()
    {
        QFETCH(QByteArray, reference);
        QTEST(shortReference(reference, 64), "shown");
    }

    void textIsCutBetweenCharacters()
    {
        QCOMPARE(shortText("abcdef", 4), u"abc…"_s);
        QCOMPARE(shortText("abcd", 4), u"abcd"_s);
        // Three bytes a character: the cut at 4 bytes a character falls within one.
        QByteArray euros;
        for (int i = 0; i < 50; ++i) {
            euros += "\xe2\x82\xac";
        }
        QCOMPARE(shortText(euros, 10), QString(9, u'€') + u'…');
        // Beyond the basic plane a character is two units and is not torn.
        QByteArray cars;
        for (int i = 0; i < 10; ++i) {
            cars += "\xf0\x9f\x9a\x97";
        }
        const QString shown = shortText(cars, 6);
        QVERIFY(shown.size() <= 6 && shown.endsWith(u'…'));
        QVERIFY(!shown.at(shown.size() - 2).isHighSurrogate());
    }
};

DETOUR_TEST(WordsTest)
#include "tst_words.moc"
