// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/blockmaker.h"
#include "document/markdownwriter.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class MarkdownWriterTest final : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreReadAgain_data();
    void wordsAreReadAgain();
    void tablesAreReadAgain();
    void markUpIsKept();
    void linksOfTheWindowAreWords();
};

void MarkdownWriterTest::wordsAreReadAgain_data()
{
    QTest::addColumn<QString>("words");
    for (const QString &words : {u"a * b * c"_s, u"*a*"_s, u"`a`"_s, u"[a](b)"_s, u"<b>"_s, u"a_b _c_"_s, u"\\*"_s,
                                 u"~~a~~"_s, u"&amp;"_s, u"a | b"_s, u"APPEND_SLASH sends 301"_s}) {
        QTest::newRow(qPrintable(words)) << words;
    }
}

void MarkdownWriterTest::wordsAreReadAgain()
{
    QFETCH(const QString, words);
    const QString markdown = toMarkdown({paragraphBlock({textInline(words)})});
    const auto tree = parseMarkdown(markdown);
    QVERIFY(tree && tree->blocks.size() == 1);
    QCOMPARE(tree->blocks.first().inlines.size(), 1);
    QCOMPARE(plainText(tree->blocks.first().inlines), words);
}

void MarkdownWriterTest::tablesAreReadAgain()
{
    const Block table = tableBlock(
        {{{textInline(u"a"_s)}, {textInline(u"b | c"_s)}}, {{codeInline(u"pill:GET"_s)}, {strongInline(u"d"_s)}}});
    const auto tree = parseMarkdown(toMarkdown({table}));
    QVERIFY(tree && tree->blocks.size() == 1);
    QCOMPARE(tree->blocks.first().kind, BlockKind::Table);
    const QList<Block> rows = tree->blocks.first().blocks;
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows.first().isHeader);
    QCOMPARE(plainText(rows.at(0).blocks.at(1).inlines), u"b | c"_s);
    QCOMPARE(rows.at(1).blocks.at(0).inlines.first().kind, InlineKind::Code);
    QCOMPARE(rows.at(1).blocks.at(1).inlines.first().kind, InlineKind::Strong);
}

void MarkdownWriterTest::markUpIsKept()
{
    QCOMPARE(toMarkdown(
                 {paragraphBlock({strongInline(u"a"_s), textInline(u" "_s), linkInline(u"https://e.example/"_s, u"b"_s),
                                  textInline(u" "_s), codeInline(u"c"_s)}),
                  codeBlock(u"js"_s, u"let d;"_s)}),
             u"**a** [b](https://e.example/) `c`\n\n```js\nlet d;\n```\n"_s);
}

void MarkdownWriterTest::linksOfTheWindowAreWords()
{
    QCOMPARE(toMarkdown({paragraphBlock({linkInline(u"sort:code"_s, u"Code"_s)})}), u"Code\n"_s);
}

DETOUR_TEST(MarkdownWriterTest)
#include "tst_markdownwriter.moc"
