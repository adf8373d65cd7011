// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/markdownwalk.h"
#include "document/codespan.h"
#include "document/displaywidth.h"
#include "document/exampleblock.h"
#include "document/frontmatter.h"
#include "document/markdownhtml.h"
#include "document/pagecatalog.h"
#include "support/testregistry.h"

#include <QDir>
#include <QTest>
#include <QUrl>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// Holds every page against content/README.md.
class PagesTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyFileIsBuiltIn();
    void everyCodeHasItsPage();
    void frontMatterIsAsAgreed_data() { addPages(); }
    void frontMatterIsAsAgreed();
    void definitionComesFirst_data() { addPages(); }
    void definitionComesFirst();
    void sectionsAreThere_data() { addPages(); }
    void sectionsAreThere();
    void linksLeadSomewhere_data() { addPages(); }
    void linksLeadSomewhere();
    void drawingsAreSpelledRight_data() { addPages(); }
    void drawingsAreSpelledRight();
    void tablesHaveTheirShape_data() { addPages(); }
    void tablesHaveTheirShape();
    void codeFitsTheColumn_data() { addPages(); }
    void codeFitsTheColumn();
    void terminalTextFitsItsWidth_data() { addPages(); }
    void terminalTextFitsItsWidth();
    void cleanupTestCase();

private:
    void addPages();
    [[nodiscard]] const Page *currentPage();
    void checkLink(const QString &href, const Page &from);

    PageCatalog m_catalog{ContentStore()};
    int m_links = 0;
};

namespace {

Block treeOf(const Page &page)
{
    auto tree = parseMarkdown(page.markdown);
    return tree ? *std::move(tree) : Block();
}

bool hasAnchor(const Page &page, const QString &anchor)
{
    return std::any_of(page.headings.begin(), page.headings.end(),
                       [&anchor](const Heading &heading) { return heading.anchor == anchor; });
}

/// The page's name and what is wrong with it, as QVERIFY2 takes it.
class Failure final
{
public:
    Failure(const Page &page, const QString &what)
        : m_text((page.slug + ": "_L1 + what).toUtf8())
    {}
    explicit operator const char *() const { return m_text.constData(); }

private:
    QByteArray m_text;
};

} // namespace

void PagesTest::addPages()
{
    QTest::addColumn<QString>("slug");
    const QStringList slugs = m_catalog.slugs();
    for (const QString &slug : slugs) {
        QTest::newRow(qPrintable(slug)) << slug;
    }
}

const Page *PagesTest::currentPage()
{
    const QString slug = *static_cast<QString *>(QTest::qData("slug", QMetaType::QString));
    const auto page = m_catalog.page(slug);
    if (!page) {
        QTest::qFail(qPrintable(page.error().message), __FILE__, __LINE__);
        return nullptr;
    }
    return *page;
}

void PagesTest::everyFileIsBuiltIn()
{
    const QString source = QFINDTESTDATA("../../content/en");
    QVERIFY(!source.isEmpty());
    for (const QString &folder : {u"en"_s, u"clients"_s}) {
        const QStringList kinds{u"*.md"_s, u"*.json"_s};
        QStringList written = QDir(source + "/../"_L1 + folder).entryList(kinds, QDir::Files, QDir::Name);
        written.removeAll(u"README.md"_s);
        QCOMPARE(QDir(u":/content/"_s + folder).entryList(kinds, QDir::Files, QDir::Name), written);
    }
}

void PagesTest::everyCodeHasItsPage()
{
    const QStringList slugs = m_catalog.slugs();
    for (const StatusCode code : referenceStatusCodes()) {
        QVERIFY2(slugs.contains(QString::number(code)), qPrintable(QString::number(code)));
    }
    QVERIFY(slugs.contains(u"welcome"_s));
}

void PagesTest::frontMatterIsAsAgreed()
{
    const Page *page = currentPage();
    QVERIFY(page);
    QVERIFY2(page->summary.size() <= 110, Failure(*page, u"the summary is longer than 110 characters"_s));
    if (page->code == 0) {
        return;
    }
    QCOMPARE(page->title, registeredReasonPhrase(page->code));
    QCOMPARE(page->kind, statusKind(page->code));
    QCOMPARE(page->facts.since.size(), 4);
    for (const QString &fact : {page->facts.method, page->facts.body, page->facts.lasts, page->facts.cached}) {
        QVERIFY2(fact.split(u' ').size() <= 3, Failure(*page, u"a fact of more than three words: "_s + fact));
    }
    const QStringList keys{u"code"_s,          u"slug"_s,     u"title"_s,   u"kind"_s, u"reference"_s,
                           u"reference-url"_s, u"since"_s,    u"method"_s,  u"body"_s, u"lasts"_s,
                           u"cached"_s,        u"location"_s, u"summary"_s, u"stage"_s};
    auto front = readFrontMatter(*ContentStore().read(u"en/%1.md"_s.arg(page->slug)));
    QVERIFY(front);
    // The aliases may be left out; where they are, they stand after the summary.
    const qsizetype aliases = front->keys.indexOf(u"aliases"_s);
    QVERIFY(aliases < 0 || front->keys.at(aliases - 1) == "summary"_L1);
    front->keys.removeAll(u"aliases"_s);
    QCOMPARE(front->keys, keys);
}

void PagesTest::definitionComesFirst()
{
    const Page *page = currentPage();
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

void PagesTest::sectionsAreThere()
{
    const Page *page = currentPage();
    QVERIFY(page);
    if (page->code == 0) {
        return;
    }
    QStringList sections{u"references"_s};
    if (!page->brief) {
        sections = QStringList{u"why"_s,  u"next"_s, u"analogy"_s,  u"when"_s,    u"notes"_s,     u"differs"_s,
                               u"send"_s, u"see"_s,  u"mistakes"_s, u"related"_s, u"references"_s};
        const auto runnable = std::count_if(page->examples.begin(), page->examples.end(),
                                            [](const Example &example) { return example.runnable; });
        QVERIFY2(runnable >= 2, Failure(*page, u"fewer than two examples run"_s));
    }
    for (const QString &anchor : sections) {
        QVERIFY2(hasAnchor(*page, anchor), Failure(*page, u"no section #"_s + anchor));
    }
}

void PagesTest::checkLink(const QString &href, const Page &from)
{
    ++m_links;
    const LinkTarget target = readLink(href, from.slug);
    if (target.kind == LinkTarget::Kind::Page) {
        const auto page = m_catalog.page(target.slug);
        QVERIFY2(page, Failure(from, u"no page for "_s + href));
        QVERIFY2(target.anchor.isEmpty() || hasAnchor(**page, target.anchor),
                 Failure(from, u"no section for "_s + href));
        return;
    }
    if (target.kind == LinkTarget::Kind::Run) {
        const auto page = m_catalog.page(target.slug);
        const Example *example = page ? (*page)->example(target.example) : nullptr;
        QVERIFY2(example && example->runnable, Failure(from, u"no example for "_s + href));
        return;
    }
    QVERIFY2(target.kind == LinkTarget::Kind::Outside, Failure(from, u"not a page and not https: "_s + href));
    const QUrl url(href, QUrl::StrictMode);
    QVERIFY2(url.isValid() && url.host().contains(u'.') && url.userInfo().isEmpty(), Failure(from, href));
}

void PagesTest::linksLeadSomewhere()
{
    const Page *page = currentPage();
    QVERIFY(page);
    forEachInline(treeOf(*page), [this, page](const Inline &item) {
        if (item.kind == InlineKind::Link) {
            checkLink(item.text, *page);
            QVERIFY2(!plainText(item.children).isEmpty(), Failure(*page, u"a link without words: "_s + item.text));
        }
    });
}

void PagesTest::drawingsAreSpelledRight()
{
    const Page *page = currentPage();
    QVERIFY(page);
    forEachInline(treeOf(*page), [page](const Inline &item) {
        const bool isDrawing =
            item.kind == InlineKind::Code && (item.text.startsWith("pill:"_L1) || item.text.startsWith("sign:"_L1));
        const CodeSpan span = readCodeSpan(item.text);
        QVERIFY2(!isDrawing || span.isPill || span.sign != 0, Failure(*page, item.text));
        QVERIFY2(!item.text.contains(u'<') || item.kind != InlineKind::Text, Failure(*page, item.text));
    });
}

void PagesTest::tablesHaveTheirShape()
{
    const Page *page = currentPage();
    QVERIFY(page);
    forEachBlock(treeOf(*page), [page](const Block &block) {
        const QString words = plainText(block.inlines);
        QVERIFY2(block.kind != BlockKind::Paragraph || !words.startsWith(u'|'),
                 Failure(*page, u"no table: "_s + words));
        if (block.kind == BlockKind::TableRow) {
            QVERIFY2(block.blocks.size() >= 2 && block.blocks.size() <= 3,
                     Failure(*page, u"a table is 2 or 3 columns wide"_s));
            for (const Block &cell : block.blocks) {
                // The parser fills up a short row: an empty cell is one that was forgotten.
                QVERIFY2(!cell.inlines.isEmpty(), Failure(*page, u"an empty cell"_s));
            }
        }
    });
    // And drops what a long row has too much.
    qsizetype bars = 0;
    for (const QString &line : page->markdown.split(u'\n')) {
        const qsizetype here = line.startsWith(u'|') ? line.count(u'|') - line.count("\\|"_L1) : 0;
        QVERIFY2(here == bars || here == 0 || bars == 0, Failure(*page, u"another number of cells: "_s + line));
        bars = here;
    }
}

void PagesTest::codeFitsTheColumn()
{
    const Page *page = currentPage();
    QVERIFY(page);
    forEachBlock(treeOf(*page), [page](const Block &block) {
        if (block.kind != BlockKind::Code) {
            return;
        }
        const auto fence = readFenceInfo(block.info);
        QVERIFY(fence);
        const QStringList known{u"http"_s, u"next"_s, u"clients"_s, u"servers"_s, u"codes"_s, u"text"_s,   u"js"_s,
                                u"sh"_s,   u"json"_s, u"html"_s,    u"python"_s,  u"java"_s,  u"csharp"_s, u"go"_s,
                                u"ruby"_s, u"php"_s,  u"nginx"_s,   u"apache"_s,  u"caddy"_s};
        QVERIFY2(known.contains(fence->language), Failure(*page, u"a fence marked “%1”"_s.arg(block.info)));
        QVERIFY2(!fence->isHttp() || !fence->title.isEmpty(), Failure(*page, u"an example without a title"_s));
        for (const QString &line : block.text.split(u'\n')) {
            // Four spaces of indent, and the line is at the end of an 80-column terminal.
            QVERIFY2(fence->isNext() || displayWidth(line) <= 76, Failure(*page, u"a long line: "_s + line));
        }
    });
}

void PagesTest::terminalTextFitsItsWidth()
{
    const Page *page = currentPage();
    QVERIFY(page);
    const QString text = pageToText(*page, 80);
    // Addresses stand alone in the list at the end; they are not broken.
    for (const QString &line : text.left(text.lastIndexOf("\nLinks\n"_L1)).split(u'\n')) {
        QVERIFY2(displayWidth(line) <= 80, Failure(*page, line));
    }
}

void PagesTest::cleanupTestCase()
{
    qInfo("%d pages, %d links checked", int(m_catalog.slugs().size()), m_links);
}

DETOUR_TEST(PagesTest)
#include "tst_pages.moc"
