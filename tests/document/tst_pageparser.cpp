// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/markdownhtml.h"
#include "document/pagecatalog.h"
#include "document/samplepage.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

class PageParserTest final : public QObject
{
    Q_OBJECT

private slots:
    void frontMatterFillsThePage();
    void headingsAndExamplesAreGathered();
    void aliasesAreParted();
    void guidesHaveNoCode();
    void examplesNameTheirClient();
    void textBeforeTheFirstHeadingIsKept();
    void mistakesAreToldWithTheirLine_data();
    void mistakesAreToldWithTheirLine();
    void badExampleIsToldInLinesOfThePage();
    void everyPrefixIsReadOrRefused();
    void everySingleLessLineIsReadOrRefused();
};

void PageParserTest::frontMatterFillsThePage()
{
    const Page page = parsedPage(samplePage());
    QCOMPARE(page.code, 307);
    QCOMPARE(page.slug, u"307"_s);
    QCOMPARE(page.title, u"Temporary Redirect"_s);
    QCOMPARE(page.kind, StatusKind::Temporary);
    QCOMPARE(page.facts.body, u"sent again"_s);
    QCOMPARE(page.facts.location, u"the target: for now"_s);
    QCOMPARE(page.facts.since, u"1999"_s);
    QCOMPARE(page.reference, u"RFC 9110 §15.4.8"_s);
    QVERIFY(!page.brief);
}

void PageParserTest::headingsAndExamplesAreGathered()
{
    const Page page = parsedPage(samplePage());
    QCOMPARE(page.headings.size(), 2);
    QCOMPARE(page.headings.at(0).anchor, u"example"_s);
    QCOMPARE(page.headings.at(1).anchor, u"how-it-differs"_s);
    QCOMPARE(page.headings.at(1).level, 3);
    QCOMPARE(page.examples.size(), 2);
    const Example *upload = page.example(u"upload"_s);
    QVERIFY(upload);
    QCOMPARE(page.firstRunnable(), upload);
    QCOMPARE(upload->title, u"The client asks"_s);
    QCOMPARE(upload->script.first.method.token(), "POST");
    QCOMPARE(upload->script.steps.size(), 3);
    QCOMPARE(upload->next.size(), 2);
    QCOMPARE(upload->next.at(0).rest, u"with the same `22` bytes."_s);
    QVERIFY(!page.examples.at(1).runnable);
    QVERIFY(!page.example(QString()));
    QVERIFY(!page.example(u"none"_s));
}

void PageParserTest::aliasesAreParted()
{
    QByteArray page = samplePage();
    QVERIFY(parsedPage(page).aliases.isEmpty());
    page.replace("stage: full", "aliases: temp redirect,  keep post\nstage: full");
    QCOMPARE(parsedPage(page).aliases, QStringList({u"temp redirect"_s, u"keep post"_s}));
}

void PageParserTest::guidesHaveNoCode()
{
    const Page guide = parsedPage("---\nslug: caching\ntitle: Caching\nkind: guide\nsummary: What is kept.\n"
                                  "stage: full\n---\nText.\n");
    QVERIFY(guide.isGuide);
    QCOMPARE(guide.kind, StatusKind::Other);
    QCOMPARE(guide.code, 0);
    QVERIFY(!parsedPage(samplePage()).isGuide);
}

void PageParserTest::examplesNameTheirClient()
{
    QByteArray page = samplePage();
    QCOMPARE(parsedPage(page).firstRunnable()->client, u"fetch"_s);
    page.replace("run=upload", "run=upload as=curl-X");
    QCOMPARE(parsedPage(page).firstRunnable()->client, u"curl-X"_s);
}

void PageParserTest::textBeforeTheFirstHeadingIsKept()
{
    const Page page = parsedPage(samplePageWith("Only *this*.\n"));
    QCOMPARE(page.markdown, u"Only *this*.\n"_s);
    QVERIFY(page.headings.isEmpty());
    QVERIFY(!page.firstRunnable());
}

void PageParserTest::mistakesAreToldWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<int>("line");
    const auto with = [](const QByteArray &before, const QByteArray &after) {
        QByteArray page = samplePage();
        Q_ASSERT(page.contains(before));
        return page.replace(before, after);
    };
    const QByteArray page = samplePage();
    QTest::newRow("unknown key") << with("lasts:", "last:") << lineOf(page, "lasts:");
    QTest::newRow("missing key") << with("lasts: for now\n", "") << 1;
    QTest::newRow("missing title") << with("title: Temporary Redirect\n", "") << 1;
    QTest::newRow("unknown kind") << with("kind: temporary", "kind: odd") << lineOf(page, "kind:");
    QTest::newRow("guide with a code") << with("kind: temporary", "kind: guide") << lineOf(page, "kind:");
    QTest::newRow("empty alias") << with("stage: full", "aliases: a,,b\nstage: full") << lineOf(page, "stage:");
    const int js = lineOf(page, "```js");
    const QByteArray inside = "const x = '<tag>'; // why";
    const auto fenceWith = [&with, &inside](const QByteArray &info, const QByteArray &text) {
        return with("```js\n" + inside, "```" + info + "\n" + text);
    };
    QTest::newRow("clients: unknown line") << fenceWith("clients", "status 302\ncode 303") << js + 2;
    QTest::newRow("clients: status") << fenceWith("clients", "status 200") << js + 1;
    QTest::newRow("clients: method") << fenceWith("clients", "methods POST TRACE") << js + 1;
    QTest::newRow("clients: three methods") << fenceWith("clients", "methods POST PUT GET") << js + 1;
    QTest::newRow("servers: unknown line") << fenceWith("servers", "express") << js + 1;
    QTest::newRow("codes: unknown column") << fenceWith("codes", "method colour") << js + 1;
    QTest::newRow("codes: no column") << fenceWith("codes", "") << js;
    QTest::newRow("unknown stage") << with("stage: full", "stage: half") << lineOf(page, "stage:");
    QTest::newRow("code and slug") << with("slug: 307", "slug: 308") << lineOf(page, "code:");
    QTest::newRow("not a page's code") << with("307\nslug: 307", "200\nslug: 200") << lineOf(page, "code:");
    QTest::newRow("bad slug") << with("slug: 307", "slug: ../x") << lineOf(page, "slug:");
    QTest::newRow("reference") << with("reference-url: https", "reference-url: http") << lineOf(page, "reference-url:");
    QTest::newRow("anchor twice") << with("### How it differs", "### How it differs {#example}")
                                  << lineOf(page, "### How");
    QTest::newRow("id twice") << with("http illustration", "http run=upload") << lineOf(page, "```http illustration");
    QTest::newRow("fence") << with("http illustration", "http") << lineOf(page, "```http illustration");
    QTest::newRow("claim") << with("/r none |", "/r nothing |") << lineOf(page, "GET http://www.localhost:8307/r none");
    QTest::newRow("claim without example") << with("```js", "```next") << lineOf(page, "```js");
    QTest::newRow("control character") << with("second", "\x1B[2J") << lineOf(page, "2. second");
}

void PageParserTest::mistakesAreToldWithTheirLine()
{
    QFETCH(const QByteArray, page);
    QFETCH(const int, line);
    const auto parsed = parsePage(page);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, u"bad-page"_s);
    QVERIFY2(parsed.error().message.startsWith(u"Line %1: "_s.arg(line)),
             qPrintable(parsed.error().message + u" instead of line %1"_s.arg(line)));
}

void PageParserTest::badExampleIsToldInLinesOfThePage()
{
    QByteArray page = samplePage();
    page.replace("HTTP/1.1 303 See Other", "HTTP/1.1 See Other");
    const auto parsed = parsePage(page);
    QVERIFY(!parsed);
    const QString line = u"Line %1: "_s.arg(lineOf(page, "HTTP/1.1 See Other"));
    QVERIFY2(parsed.error().message.startsWith(line), qPrintable(parsed.error().message));
}

void PageParserTest::everyPrefixIsReadOrRefused()
{
    const QByteArray page = samplePage();
    qsizetype readable = 0;
    for (qsizetype size = 0; size <= page.size(); ++size) {
        const auto parsed = parsePage(page.left(size));
        if (parsed) {
            ++readable;
            QVERIFY(!pageToHtml(*parsed, {}).isEmpty());
            QVERIFY(!pageToText(*parsed).isEmpty());
        } else {
            QCOMPARE(parsed.error().code, u"bad-page"_s);
        }
    }
    QVERIFY(readable > 100);
}

void PageParserTest::everySingleLessLineIsReadOrRefused()
{
    const QList<QByteArray> lines = samplePage().split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QList<QByteArray> fewer = lines;
        fewer.removeAt(i);
        const auto parsed = parsePage(fewer.join('\n'));
        if (!parsed) {
            QVERIFY2(parsed.error().message.startsWith(u"Line "_s), qPrintable(parsed.error().message));
        }
    }
}

DETOUR_TEST(PageParserTest)
#include "tst_pageparser.moc"
