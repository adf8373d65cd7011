// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/markdowntree.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class MarkdownTreeTest final : public QObject
{
    Q_OBJECT

private slots:
    void blocksKnowTheirLines();
    void headingsHaveAnchors_data();
    void headingsHaveAnchors();
    void tablesHaveRowsAndCells();
    void tightAndLooseItemsHoldBlocks();
    void htmlIsText();
    void imagesAreTheirWords();
    void entitiesAreCharacters_data();
    void entitiesAreCharacters();
    void excessIsRefused_data();
    void excessIsRefused();
};

namespace {

Block parsed(const QString &markdown, int firstLine = 1)
{
    auto tree = parseMarkdown(markdown, firstLine);
    return tree ? *std::move(tree) : Block();
}

} // namespace

void MarkdownTreeTest::blocksKnowTheirLines()
{
    const Block tree = parsed(u"One\nmore\n\n## Two\n\n```js x=1\na\nb\n```\n\n- item\n- last\n"_s, 10);
    QCOMPARE(tree.blocks.size(), 4);
    QCOMPARE(tree.blocks.at(0).line, 10);
    QCOMPARE(plainText(tree.blocks.at(0).inlines), u"One more"_s);
    QCOMPARE(tree.blocks.at(1).line, 13);
    QCOMPARE(tree.blocks.at(1).number, 2);
    QCOMPARE(tree.blocks.at(2).line, 15);
    QCOMPARE(tree.blocks.at(2).info, u"js x=1"_s);
    QCOMPARE(tree.blocks.at(2).text, u"a\nb\n"_s);
    QCOMPARE(tree.blocks.at(3).line, 20);
    QCOMPARE(tree.blocks.at(3).blocks.at(1).line, 21);
}

void MarkdownTreeTest::headingsHaveAnchors_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("anchor");
    QTest::newRow("own") << u"## When {#when-to}"_s << u"When"_s << u"when-to"_s;
    QTest::newRow("made") << u"## When to *use* it?"_s << u"When to use it?"_s << u"when-to-use-it"_s;
    QTest::newRow("after code") << u"## A `b` {#c}"_s << u"A b"_s << u"c"_s;
    QTest::newRow("no letters") << u"## …"_s << u"…"_s << u"section"_s;
    QTest::newRow("not a name") << u"## A {#B C}"_s << u"A {#B C}"_s << u"a-b-c"_s;
    QTest::newRow("only an anchor") << u"## {#x}"_s << QString() << u"x"_s;
}

void MarkdownTreeTest::headingsHaveAnchors()
{
    QFETCH(const QString, markdown);
    const Block tree = parsed(markdown);
    QCOMPARE(tree.blocks.size(), 1);
    QTEST(plainText(tree.blocks.first().inlines), "words");
    QTEST(tree.blocks.first().info, "anchor");
}

void MarkdownTreeTest::tablesHaveRowsAndCells()
{
    const Block tree = parsed(u"| A | B |\n| --- | --- |\n| 1 | `x` |\n| 2 |\n"_s);
    QCOMPARE(tree.blocks.size(), 1);
    const Block &table = tree.blocks.first();
    QCOMPARE(table.kind, BlockKind::Table);
    QCOMPARE(table.blocks.size(), 3);
    QVERIFY(table.blocks.at(0).isHeader);
    QVERIFY(!table.blocks.at(1).isHeader);
    QCOMPARE(table.blocks.at(1).blocks.at(1).inlines.first().kind, InlineKind::Code);
    QCOMPARE(table.blocks.at(2).blocks.size(), 2);
}

void MarkdownTreeTest::tightAndLooseItemsHoldBlocks()
{
    for (const QString &markdown : {u"- **a** b\n  - c\n\n"_s, u"- **a** b\n\n  - c\n"_s}) {
        const Block tree = parsed(markdown);
        const Block &item = tree.blocks.first().blocks.first();
        QCOMPARE(item.kind, BlockKind::ListItem);
        QCOMPARE(item.blocks.size(), 2);
        QCOMPARE(plainText(item.blocks.at(0).inlines), u"a b"_s);
        QCOMPARE(item.blocks.at(0).kind, BlockKind::Paragraph);
        QCOMPARE(item.blocks.at(1).kind, BlockKind::BulletList);
    }
}

void MarkdownTreeTest::htmlIsText()
{
    const Block tree = parsed(u"a <br> b\n\n<div>\nc\n</div>\n"_s);
    QCOMPARE(plainText(tree.blocks.at(0).inlines), u"a <br> b"_s);
    QCOMPARE(plainText(tree.blocks.at(1).inlines), u"<div> c </div>"_s);
}

void MarkdownTreeTest::imagesAreTheirWords()
{
    const Block tree = parsed(u"![a *b*](https://example.org/x.png)"_s);
    QCOMPARE(plainText(tree.blocks.at(0).inlines), u"a b"_s);
}

void MarkdownTreeTest::entitiesAreCharacters_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("text");
    QTest::newRow("named") << u"&lt;&amp;&gt;"_s << u"<&>"_s;
    QTest::newRow("unknown") << u"&copy;"_s << u"&copy;"_s;
    QTest::newRow("number") << u"&#65;&#x42;"_s << u"AB"_s;
    QTest::newRow("escape") << u"&#27;[2J"_s << u"\uFFFD[2J"_s;
    QTest::newRow("reordering mark") << u"&#x202E;"_s << u"\uFFFD"_s;
    QTest::newRow("surrogate") << u"&#xD800;"_s << u"\uFFFD"_s;
    QTest::newRow("too large") << u"&#9999999;"_s << u"\uFFFD"_s;
}

void MarkdownTreeTest::entitiesAreCharacters()
{
    QFETCH(const QString, markdown);
    QTEST(plainText(parsed(markdown).blocks.first().inlines), "text");
}

void MarkdownTreeTest::excessIsRefused_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("quotes") << QString(200, u'>') + u"x"_s;
    QTest::newRow("emphasis") << u"*a **b "_s.repeated(200) + u"c** d*"_s.repeated(200);
    QTest::newRow("columns") << u"|a"_s.repeated(100) + u"|\n"_s + u"|---"_s.repeated(100) + u"|\n"_s;
    QTest::newRow("cells") << u"|a|b|c|d|e|f|g|h|\n|---|---|---|---|---|---|---|---|\n"_s + u"|\n"_s.repeated(30'000);
    QTest::newRow("addresses") << u"[a]\n\n"_s.repeated(2'000) + u"[a]: https://"_s + QString(9'000, u'x');
}

void MarkdownTreeTest::excessIsRefused()
{
    QFETCH(const QString, markdown);
    QElapsedTimer timer;
    timer.start();
    const auto tree = parseMarkdown(markdown, 5);
    QVERIFY2(timer.elapsed() < 5'000, "a small text takes long to refuse");
    QVERIFY(!tree);
    QCOMPARE(tree.error().code, u"bad-page"_s);
    QVERIFY(tree.error().message.startsWith(u"Line "_s));
}

DETOUR_TEST(MarkdownTreeTest)
#include "tst_markdowntree.moc"
