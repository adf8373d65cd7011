// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/displaywidth.h"
#include "document/markdownhtml.h"
#include "document/samplepage.h"
#include "document/texttable.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

class PlainTextTest final : public QObject
{
    Q_OBJECT

private slots:
    void widthCountsCells_data();
    void widthCountsCells();
    void wordsAreWrapped();
    void longWordsAreCutOnlyOnDemand();
    void tableIsAlignedAndBounded();
    void pageReadsTopToBottom();
    void linesKeepToTheWidth_data();
    void linesKeepToTheWidth();
    void linksAreNumberedAndListed();
    void listsKeepTheirIndent();
};

void PlainTextTest::widthCountsCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("latin") << u"abc §é"_s << 6;
    QTest::newRow("wide") << u"日本"_s << 4;
    QTest::newRow("combining") << u"e\u0301x"_s << 2;
    QTest::newRow("emoji") << QString::fromUcs4(U"\U0001F600") << 2;
    QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << 1;
    QTest::newRow("empty") << QString() << 0;
}

void PlainTextTest::widthCountsCells()
{
    QFETCH(const QString, text);
    QTEST(displayWidth(text), "width");
}

void PlainTextTest::wordsAreWrapped()
{
    QCOMPARE(wrapText(u"one two three"_s, 7, false), QStringList({u"one two"_s, u"three"_s}));
    QCOMPARE(wrapText(u"日本 日本"_s, 8, false), QStringList({u"日本"_s, u"日本"_s}));
    QCOMPARE(wrapText(u"a\u00A0b c"_s, 4, false), QStringList({u"a\u00A0b"_s, u"c"_s}));
    QCOMPARE(wrapText(QString(), 4, false), QStringList({QString()}));
}

void PlainTextTest::longWordsAreCutOnlyOnDemand()
{
    QCOMPARE(wrapText(u"a abcdefg b"_s, 3, true), QStringList({u"a"_s, u"abc"_s, u"def"_s, u"g b"_s}));
    QCOMPARE(wrapText(u"a abcdefg b"_s, 3, false), QStringList({u"a"_s, u"abcdefg"_s, u"b"_s}));
}

void PlainTextTest::tableIsAlignedAndBounded()
{
    const QStringList lines =
        drawTextTable({{u"A"_s, u"B"_s}, {u"x"_s, u"one two three four"_s}, {u"日本"_s, u"y"_s}, {u"z"_s}}, 18);
    QCOMPARE(lines, QStringList({u"A     B"_s, u"----  ------------"_s, u"x     one two"_s, u"      three four"_s,
                                 u"日本  y"_s, u"z"_s}));
    for (const int width : {1, 10, 40}) {
        for (const QString &line : drawTextTable({{QString(500, u'a'), QString(500, u'b')}}, width)) {
            QVERIFY(displayWidth(line) <= qMax(width, 8)); // two columns of three, and the gap
        }
    }
    QVERIFY(drawTextTable({}, 80).isEmpty());
}

void PlainTextTest::pageReadsTopToBottom()
{
    const QString text = pageToText(parsedPage(samplePage()));
    const QStringList parts{u"307 Temporary Redirect\n======================\n"_s,
                            u"RFC 9110 §15.4.8, since 1999 [1]\n"_s,
                            u"\nMethod    stays\nBody      sent again\n"_s,
                            u"\nThe same method and body, see 303 [2] & <b>Host</b>.\n"_s,
                            u"\n  In simple words. “Ask there.”\n"_s,
                            u"\nExample\n-------\n"_s,
                            u"\nThe client asks:\n\n    POST /upload HTTP/1.1\n"_s,
                            u"\nNext: POST /upload-temp with the same 22 bytes.\nThen: GET http://www.localhost:8307/r"
                            " without a body.\n"_s,
                            u"\nHow it differs\n..............\n"_s,
                            u"\n302 [3]  POST (with body) becomes GET (body dropped)  for now\n307      stays "_s,
                            u"\n- one\n- two, RFC [4]\n"_s,
                            u"\n1. first\n2. second\n"_s,
                            u"\n    const x = '<tag>'; // why\n"_s,
                            u"\n[3] detour page 302 (why)\n"_s};
    qsizetype at = 0;
    for (const QString &part : parts) {
        const qsizetype found = text.indexOf(part, qMax(qsizetype(0), at - 1));
        QVERIFY2(found >= 0, qPrintable(part + u"is not after this point in:\n"_s + text.mid(at)));
        at = found + part.size();
    }
    QVERIFY(text.endsWith(u'\n') && !text.endsWith("\n\n"_L1) && !text.contains("\n\n\n"_L1));
}

void PlainTextTest::linesKeepToTheWidth_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {40, 64, 80, 120}) {
        QTest::addRow("%d", columns) << columns;
    }
}

void PlainTextTest::linesKeepToTheWidth()
{
    QFETCH(const int, columns);
    const QByteArray words = QByteArray("many words of prose and ").repeated(20);
    const Page page = parsedPage(samplePageWith(words + "\n\n> " + words + "\n\n- " + words + "\n  - " + words
                                                + "\n\n| A | B |\n| --- | --- |\n| " + words + " | " + words
                                                + " |\n\n## " + words + "\n"));
    for (const QString &line : pageToText(page, columns).split(u'\n')) {
        QVERIFY2(displayWidth(line) <= columns || line.startsWith("[1]"_L1), qPrintable(line));
    }
}

void PlainTextTest::linksAreNumberedAndListed()
{
    const QString text = pageToText(
        parsedPage(samplePageWith("[a](https://a.example/) [b](page:303) [c](https://a.example/) [d](http://x/)\n")));
    QVERIFY(text.contains("a [2] b [3] c [2] d\n"_L1));
    QVERIFY(text.contains("\nLinks\n-----\n\n[1] https://www.rfc-editor.org/"_L1));
    QVERIFY(text.endsWith("\n[2] https://a.example/\n[3] detour page 303\n"_L1));
}

void PlainTextTest::listsKeepTheirIndent()
{
    const QString text = pageToText(parsedPage(samplePageWith("- a\n\n  b\n  - c\n\n      code\n- d\n")));
    QVERIFY2(text.contains("\n- a\n"_L1) && text.contains("\n  b\n"_L1) && text.contains("\n  - c\n"_L1)
                 && text.contains("\n- d\n"_L1),
             qPrintable(text));
}

DETOUR_TEST(PlainTextTest)
#include "tst_plaintext.moc"
