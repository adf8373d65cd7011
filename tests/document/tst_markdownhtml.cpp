// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/markdownhtml.h"
#include "document/samplepage.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QTest>
#include <QXmlStreamReader>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

class MarkdownHtmlTest final : public QObject
{
    Q_OBJECT

private slots:
    void pageIsWellFormed();
    void samePageGivesSameHtml();
    void everyPartIsThere_data();
    void everyPartIsThere();
    void statusLinesHaveTheColourOfTheirKind();
    void onlyTheRowOfTheOwnCodeIsTinted();
    void authorsWordsAreNeverMarkup();
    void foreignAddressesAreNotLinked();
    void lengthsFollowTheZoom();
    void standaloneIsWellFormedAndWhole();

private:
    static PageStyle style()
    {
        PageStyle result;
        result.text = u"#000001"_s;
        result.muted = u"#000002"_s;
        result.link = u"#000003"_s;
        result.line = u"#000004"_s;
        result.surface = u"#000005"_s;
        result.code = u"#000006"_s;
        result.soft = u"#000007"_s;
        result.statusText = u"#000008"_s;
        result.textFamily = u"Inter"_s;
        result.monoFamily = u"JetBrains Mono"_s;
        result.kindText = {{StatusKind::SeeOther, u"#000009"_s}};
        return result;
    }
};

namespace {

/// The text of the elements, or what is wrong with the markup.
QString wordsOf(QString html)
{
    html.replace("&nbsp;"_L1, "\u00A0"_L1);
    QXmlStreamReader reader(html);
    QString words;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters) {
            words += reader.text();
        }
    }
    return reader.hasError() ? u"NOT WELL FORMED: "_s + reader.errorString() : words;
}

} // namespace

void MarkdownHtmlTest::pageIsWellFormed()
{
    const QString words = wordsOf(pageToHtml(parsedPage(samplePage()), style()));
    QVERIFY2(!words.startsWith("NOT"_L1), qPrintable(words));
    for (const QString &part :
         {u"Temporary Redirect"_s, u"since 1999"_s, u"sent again"_s, u"& <b>Host</b>."_s, u"“Ask there.”"_s,
          u"{\"file\": \"resume.pdf\"}"_s, u"without a body."_s, u"'<tag>'"_s}) {
        QVERIFY2(words.contains(part), qPrintable(part));
    }
}

void MarkdownHtmlTest::samePageGivesSameHtml()
{
    const Page page = parsedPage(samplePage());
    QCOMPARE(pageToHtml(page, style()), pageToHtml(page, style()));
}

void MarkdownHtmlTest::everyPartIsThere_data()
{
    QTest::addColumn<QString>("part");
    QTest::newRow("sign") << u"<img src=\"detour:sign/307?size=64\"/>"_s;
    QTest::newRow("reference") << u"href=\"https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.8\""_s;
    QTest::newRow("anchor") << u"<a name=\"example\"></a>"_s;
    QTest::newRow("run") << u"href=\"run:upload\""_s;
    QTest::newRow("copy") << u"href=\"copy:upload\""_s;
    QTest::newRow("page") << u"href=\"page:302#why\""_s;
    QTest::newRow("claim's capsule") << u"Next: <img src=\"detour:pill/POST+body\""_s;
    QTest::newRow("second claim") << u"Then: <img src=\"detour:pill/GET-body\""_s;
    QTest::newRow("capsule") << u"<img src=\"detour:pill/GET-body\""_s;
    QTest::newRow("bullet beside its number") << u"<img src=\"detour:bullet/302?size=14\""_s;
    QTest::newRow("method") << u"font-weight:700;\">POST</span>"_s;
    QTest::newRow("numbered") << u"<ol start=\"1\""_s;
}

void MarkdownHtmlTest::everyPartIsThere()
{
    QFETCH(const QString, part);
    QVERIFY(pageToHtml(parsedPage(samplePage()), style()).contains(part));
}

void MarkdownHtmlTest::statusLinesHaveTheColourOfTheirKind()
{
    const QString html = pageToHtml(parsedPage(samplePage()), style());
    QVERIFY(html.contains(u"color:#000009;font-weight:700;\">303 See Other<"_s));
    QVERIFY(html.contains(u"color:#000008;font-weight:700;\">307 Temporary Redirect<"_s));
}

void MarkdownHtmlTest::onlyTheRowOfTheOwnCodeIsTinted()
{
    const Page page =
        parsedPage(samplePageWith("| A | B |\n| --- | --- |\n| `sign:302` 302 | x |\n| `sign:307` 307 | y |\n"
                                  "| z | `sign:307` 307 |\n"));
    QCOMPARE(pageToHtml(page, style()).count(u"background-color:#000007"_s), 2); // its two cells
}

void MarkdownHtmlTest::authorsWordsAreNeverMarkup()
{
    const QByteArray evil = "<script>\"'&</script>";
    QByteArray page = samplePageWith("## " + evil + "\n\n" + evil + " `" + evil + "` **" + evil + "**\n\n```js\n" + evil
                                     + "\n```\n\n```http illustration title=\"<script>\"\n" + evil
                                     + "\n```\n\n| <script> |\n| --- |\n| " + evil + " |\n\n[" + evil
                                     + "](https://example.org/?a&b)\n");
    for (const char *key : {"title", "reference", "method", "since"}) {
        const QByteArray start = QByteArray("\n") + key + ": ";
        page.insert(page.indexOf(start) + start.size(), evil);
    }
    const Page parsed = parsedPage(page);
    for (const QString &html : {pageToHtml(parsed, style()), pageToStandaloneHtml(parsed)}) {
        QVERIFY(!html.contains("<script"_L1));
        const QString words = wordsOf(html);
        QVERIFY2(words.count(QString::fromUtf8(evil)) >= 9, qPrintable(words));
    }
}

void MarkdownHtmlTest::foreignAddressesAreNotLinked()
{
    const Page page =
        parsedPage(samplePageWith("[a](javascript:alert) [b](file:///etc) [c](run:x) ![d](https://e.org/x.png)\n"));
    for (const QString &html : {pageToHtml(page, style()), pageToStandaloneHtml(page)}) {
        QVERIFY(wordsOf(html).contains("a b c d"_L1));
        QCOMPARE(html.count("href="_L1), 1); // the reference
        QVERIFY(!html.contains("x.png"_L1));
    }
}

void MarkdownHtmlTest::lengthsFollowTheZoom()
{
    PageStyle large = style();
    large.zoom = 2;
    const QString html = pageToHtml(parsedPage(samplePage()), large);
    QVERIFY(html.contains("font-size:52px"_L1));
    QVERIFY(html.contains("font-size:27px"_L1));
    QVERIFY(html.contains("detour:sign/307?size=64"_L1)); // the view scales its drawings itself
    QVERIFY(pageToHtml(parsedPage(samplePage()), style()).contains("font-size:10.12pt"_L1)
            || pageToHtml(parsedPage(samplePage()), style()).contains("font-size:10.13pt"_L1));
}

void MarkdownHtmlTest::standaloneIsWellFormedAndWhole()
{
    const QString html = pageToStandaloneHtml(parsedPage(samplePage()));
    QVERIFY(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"_L1));
    const QString words = wordsOf(html);
    QVERIFY2(!words.startsWith("NOT"_L1), qPrintable(words));
    for (const QString &part : {u"307 Temporary Redirect"_s, u"POST (with body) becomes GET (body dropped)"_s}) {
        QVERIFY2(words.contains(part), qPrintable(part));
    }
    QVERIFY(html.contains("<h2 id=\"example\">"_L1));
    QVERIFY(html.contains("<a href=\"302.html#why\">"_L1));
    QVERIFY(!html.contains("<img"_L1) && !html.contains("src="_L1) && !html.contains("detour:"_L1));
}

DETOUR_TEST(MarkdownHtmlTest)
#include "tst_markdownhtml.moc"
