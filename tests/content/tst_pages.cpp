// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "content/markdownwalk.h"
#include "document/codespan.h"
#include "document/displaywidth.h"
#include "document/exampleblock.h"
#include "document/frontmatter.h"
#include "document/markdownhtml.h"
#include "support/testregistry.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

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
    void frontMatterIsAsAgreed_data() { addPageRows(); }
    void frontMatterIsAsAgreed();
    void drawingsAreSpelledRight_data() { addPageRows(); }
    void drawingsAreSpelledRight();
    void codeFitsTheColumn_data() { addPageRows(); }
    void codeFitsTheColumn();
    void terminalTextFitsItsWidth_data() { addPageRows(); }
    void terminalTextFitsItsWidth();
    void convertingIsQuick();
};

namespace {

/// The files below a folder, by their path inside it, less those for authors only.
QStringList contentFiles(const QString &root)
{
    static const QStringList notBuiltIn{u"README.md"_s, u"CMakeLists.txt"_s, u"words.txt"_s, u"clients/README.md"_s};
    QStringList names;
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next().mid(root.size() + 1);
        if (!notBuiltIn.contains(name)) {
            names.append(name);
        }
    }
    names.sort();
    return names;
}

} // namespace

void PagesTest::everyFileIsBuiltIn()
{
    const QString source = QStringLiteral(DETOUR_SOURCE_DIR "/content/en");
    QVERIFY(!source.isEmpty());
    QCOMPARE(contentFiles(u":/content"_s), contentFiles(QDir::cleanPath(source + "/.."_L1)));
}

void PagesTest::everyCodeHasItsPage()
{
    const QStringList slugs = builtInPages().slugs();
    for (const StatusCode code : referenceStatusCodes()) {
        QVERIFY2(slugs.contains(QString::number(code)), qPrintable(QString::number(code)));
    }
    QVERIFY(slugs.contains(u"welcome"_s));
}

void PagesTest::frontMatterIsAsAgreed()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    QVERIFY2(page->summary.size() <= 110, Failure(*page, u"the summary is longer than 110 characters"_s));
    const bool isSummaryWhole = page->summary.endsWith(u'.') || page->summary.endsWith(u'?');
    QVERIFY2(isSummaryWhole, Failure(*page, u"the summary is no sentence"_s));
    auto front = readFrontMatter(*ContentStore().read(u"en/%1.md"_s.arg(page->slug)));
    QVERIFY(front);
    // The aliases may be left out; where they are, they stand after the summary.
    const qsizetype aliases = front->keys.indexOf(u"aliases"_s);
    QVERIFY(aliases < 0 || front->keys.at(aliases - 1) == "summary"_L1);
    front->keys.removeAll(u"aliases"_s);
    if (page->isGuide) {
        QVERIFY(!page->brief);
        QCOMPARE(front->keys, QStringList({u"slug"_s, u"title"_s, u"kind"_s, u"summary"_s, u"stage"_s}));
    }
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
    QCOMPARE(front->keys, keys);
}

void PagesTest::drawingsAreSpelledRight()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    forEachInline(treeOf(*page), [page](const Inline &item) {
        const bool isDrawing =
            item.kind == InlineKind::Code && (item.text.startsWith("pill:"_L1) || item.text.startsWith("sign:"_L1));
        const CodeSpan span = readCodeSpan(item.text);
        QVERIFY2(!isDrawing || span.isPill || span.sign != 0, Failure(*page, item.text));
        QVERIFY2(!item.text.contains(u'<') || item.kind != InlineKind::Text, Failure(*page, item.text));
    });
}

void PagesTest::codeFitsTheColumn()
{
    const Page *page = pageOfRow();
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
    const Page *page = pageOfRow();
    QVERIFY(page);
    const QString text = pageToText(*page, 80, builtInOptions());
    // Addresses stand alone in the list at the end; they are not broken.
    for (const QString &line : text.left(text.lastIndexOf("\nLinks\n"_L1)).split(u'\n')) {
        QVERIFY2(displayWidth(line) <= 80, Failure(*page, line));
    }
}

void PagesTest::convertingIsQuick()
{
    const Page *longest = nullptr;
    for (const QString &slug : builtInPages().slugs()) {
        const auto page = builtInPages().page(slug);
        QVERIFY(page);
        longest = !longest || (*page)->markdown.size() > longest->markdown.size() ? *page : longest;
    }
    PageStyle style;
    style.textFamily = u"Inter"_s;
    style.monoFamily = u"JetBrains Mono"_s;
    double best = 1000;
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!pageToHtml(*longest, style, builtInOptions()).isEmpty());
        best = qMin(best, double(timer.nsecsElapsed()) / 1e6);
    }
    qInfo("%s, %d characters: %.1f ms", qPrintable(longest->slug), int(longest->markdown.size()), best);
    // A frame is 16 ms; the rest is for builds with sanitizers on a busy machine.
    QVERIFY(best < 100);
}

DETOUR_TEST(PagesTest)
#include "tst_pages.moc"
