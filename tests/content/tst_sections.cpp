// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "content/markdownwalk.h"
#include "support/testregistry.h"

#include <QRegularExpression>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The sections of a whole page about a code: which, in which order, and what each has to hold (content/README.md).
class SectionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void definitionComesFirst_data() { addPageRows(); }
    void definitionComesFirst();
    void sectionsStandInTheirOrder_data() { addPageRows(); }
    void sectionsStandInTheirOrder();
    void examplesAreEnough_data() { addPageRows(); }
    void examplesAreEnough();
    void librariesShowTheClients_data() { addPageRows(); }
    void librariesShowTheClients();
    void sendShowsTheServers_data() { addPageRows(); }
    void sendShowsTheServers();
    void mistakesAreStories_data() { addPageRows(); }
    void mistakesAreStories();
    void relatedAndReferencesAreLinked_data() { addPageRows(); }
    void relatedAndReferencesAreLinked();
    void guidesAreInTheirOrder();
};

namespace {

const QStringList &sections()
{
    static const QStringList list{u"why"_s,      u"next"_s,     u"analogy"_s,   u"when"_s,        u"notes"_s,
                                  u"caching"_s,  u"security"_s, u"browsers"_s,  u"libraries"_s,   u"differs"_s,
                                  u"send"_s,     u"see"_s,      u"see-curl"_s,  u"see-browser"_s, u"see-python"_s,
                                  u"mistakes"_s, u"related"_s,  u"references"_s};
    return list;
}

bool isSubsection(const QString &anchor)
{
    return anchor.startsWith("see-"_L1) || anchor == "caching"_L1 || anchor == "security"_L1 || anchor == "browsers"_L1
           || anchor == "libraries"_L1;
}

bool hasLink(const Block &block)
{
    bool found = false;
    forEachInline(block, [&found](const Inline &item) { found = found || item.kind == InlineKind::Link; });
    return found;
}

/// A full stop, question or exclamation mark with perhaps a closing quote, before a space or the end.
qsizetype countSentences(const QString &text)
{
    static const QRegularExpression end(u"[.!?][”’)]*(\\s|$)"_s);
    return text.count(end);
}

struct Story
{
    QString lead;
    QString text;
};

/// A story begins with a ### heading, or with a bold lead in a paragraph or in an item of a list.
QList<Story> storiesOf(const QList<Block> &blocks)
{
    QList<Story> stories;
    for (const Block &block : blocks) {
        const bool isText = block.kind == BlockKind::Paragraph;
        const bool isLead = isText && !block.inlines.isEmpty() && block.inlines.first().kind == InlineKind::Strong;
        if (block.kind == BlockKind::Heading) {
            stories.append({plainText(block.inlines), {}});
        } else if (isLead) {
            stories.append({plainText(block.inlines.first().children), plainText(block.inlines.mid(1))});
        } else if (isText && !stories.isEmpty()) {
            stories.last().text += u' ' + plainText(block.inlines);
        } else if (block.kind == BlockKind::BulletList || block.kind == BlockKind::ListItem) {
            stories += storiesOf(block.blocks);
        }
    }
    return stories;
}

} // namespace

void SectionsTest::definitionComesFirst()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    const Block tree = treeOf(*page);
    QVERIFY(!tree.blocks.isEmpty());
    QCOMPARE(tree.blocks.first().kind, BlockKind::Paragraph);
    if (page->code == 0) {
        return;
    }
    const auto quote = std::find_if(tree.blocks.begin(), tree.blocks.end(),
                                    [](const Block &block) { return block.kind != BlockKind::Paragraph; });
    QVERIFY(quote != tree.blocks.end());
    QCOMPARE(quote->kind, BlockKind::Quote);
    QVERIFY(plainText(quote->blocks.first().inlines).startsWith("In simple words."_L1));
}

void SectionsTest::sectionsStandInTheirOrder()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    QVERIFY2(page->code == 0 || hasAnchor(*page, u"references"_s), Failure(*page, u"no section #references"_s));
    if (!isWholeCodePage(*page)) {
        return;
    }
    QStringList found;
    for (const Heading &heading : page->headings) {
        if (sections().contains(heading.anchor)) {
            found.append(heading.anchor);
            QVERIFY2(heading.level == (isSubsection(heading.anchor) ? 3 : 2),
                     Failure(*page, u"the level of #"_s + heading.anchor));
        }
    }
    QCOMPARE(found, sections());
    const Block tree = treeOf(*page);
    for (const QString &anchor : sections()) {
        QVERIFY2(!sectionOf(tree, anchor).isEmpty(), Failure(*page, u"nothing stands in #"_s + anchor));
    }
}

void SectionsTest::examplesAreEnough()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    if (!isWholeCodePage(*page)) {
        return;
    }
    const auto runnable = std::count_if(page->examples.begin(), page->examples.end(),
                                        [](const Example &example) { return example.runnable; });
    QVERIFY2(page->examples.size() >= 3, Failure(*page, u"fewer than three examples"_s));
    const int needed = isRedirectStatus(page->code) || page->code == 300 ? 2 : 1;
    QVERIFY2(runnable >= needed, Failure(*page, u"fewer than %1 examples run"_s.arg(needed)));
    QSet<QString> texts;
    for (const Example &example : page->examples) {
        texts.insert(example.text);
    }
    QCOMPARE(texts.size(), page->examples.size());
}

void SectionsTest::librariesShowTheClients()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    if (isWholeCodePage(*page)) {
        QCOMPARE(countFences(sectionOf(treeOf(*page), u"libraries"_s), u"clients"_s), 1);
    }
}

void SectionsTest::sendShowsTheServers()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    if (!isWholeCodePage(*page)) {
        return;
    }
    const QList<Block> blocks = sectionOf(treeOf(*page), u"send"_s);
    QVERIFY(!blocks.isEmpty());
    QCOMPARE(blocks.first().kind, BlockKind::Paragraph);
    QCOMPARE(countFences(blocks, u"servers"_s), canBeSent(page->code) ? 1 : 0);
}

void SectionsTest::mistakesAreStories()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    if (!isWholeCodePage(*page)) {
        return;
    }
    const QList<Story> stories = storiesOf(sectionOf(treeOf(*page), u"mistakes"_s));
    QVERIFY2(stories.size() >= 3, Failure(*page, u"fewer than three mistakes"_s));
    for (const Story &story : stories) {
        const qsizetype sentences = countSentences(story.text);
        QVERIFY2(sentences >= 2, Failure(*page, u"“%1” is no story: %2 sentence"_s.arg(story.lead).arg(sentences)));
    }
}

void SectionsTest::relatedAndReferencesAreLinked()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    if (!isWholeCodePage(*page)) {
        return;
    }
    const Block tree = treeOf(*page);
    for (const QString &anchor : {u"related"_s, u"references"_s}) {
        int items = 0;
        for (const Block &block : sectionOf(tree, anchor)) {
            for (const Block &item : block.kind == BlockKind::BulletList ? block.blocks : QList<Block>()) {
                ++items;
                QVERIFY2(hasLink(item), Failure(*page, u"an item of #%1 without a link"_s.arg(anchor)));
            }
        }
        QVERIFY2(items >= 2, Failure(*page, u"fewer than two items in #"_s + anchor));
    }
}

void SectionsTest::guidesAreInTheirOrder()
{
    QStringList guides;
    for (const QString &slug : builtInPages().slugs()) {
        const auto page = builtInPages().page(slug);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        if ((*page)->isGuide) {
            guides.append(slug);
        }
    }
    QCOMPARE(builtInPages().guides(), guides);
    const QByteArray order = ContentStore().read(u"en/order"_s).hasValue() ? *ContentStore().read(u"en/order"_s) : "";
    QCOMPARE(order.count('\n'), guides.size()); // every line names a guide
}

DETOUR_TEST(SectionsTest)
#include "tst_sections.moc"
