// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/displaywidth.h"
#include "document/markdownhtml.h"
#include "document/markdownwriter.h"
#include "document/pagecatalog.h"
#include "document/samplepage.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The clients, servers and codes fences in every format.
class FenceFillerTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void withoutCatalogueTheyStayAsWritten();
    void clientsAreATableInEveryFormat();
    void windowShowsOneServer();
    void everythingElseShowsAllServers_data();
    void everythingElseShowsAllServers();
    void anUnknownServerIsTheFirst();
    void codesAreSortedAsChosen();
    void aNarrowPageShowsThreeColumnsOfCodes();
    void columnsShareTheWholeWidth();
    void missingDataIsSaidInASentence();
    void filledMarkdownIsAPageAgain();
    void otherFencesAreLeftAlone();

private:
    void write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QString html(const QByteArray &markdown, const PageOptions &options) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PageCatalog> m_catalog;
    PageOptions m_options;
};

namespace {

constexpr char client[] = R"({"schema":"detour.client/1","id":"fetch","name":"Browsers | all","version":"2026",
"summary":"A client for tests.","table":[{"status":[307],"methods":["PUT"],"next":"deliver","reason":"not-a-redirect-status"},
{"status":[307],"next":"keep","reason":"307-keeps-method"}],"limit":{"redirects":20,"then":"stop"},
"location":{"dialect":"whatwg-url","missing":"deliver","empty":"follow","unparsable":"stop","several":"stop",
"userinfoAtOtherOrigin":"stop","inheritsFragment":true},"schemes":{"other":"stop","httpsToHttp":"follow"},
"cycle":"follow","oneShotContent":{"then":"stop"},"fields":{"content":{"names":["Content-Type"],
"reason":"content-fields-fetch"},"removed":[]}})";

constexpr char servers[] = R"json({"schema":"detour.servers/1","servers":[
{"id":"express","name":"Express","version":"5.1","language":"js","default":302,"any":"express({status})"},
{"id":"asp","name":"ASP.NET Core","version":"9","language":"csharp","default":null,"any":"asp({status})",
 "codes":{"307":{"code":"asp307()","note":"A note."}}}]})json";

} // namespace

void FenceFillerTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void FenceFillerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"en"_s) && QDir(m_folder->path()).mkpath(u"clients"_s));
    write(u"clients/fetch.json"_s, client);
    write(u"servers.json"_s, servers);
    for (const StatusCode code : referenceStatusCodes()) {
        const QByteArray number = QByteArray::number(code);
        QByteArray page = samplePageWith("Text.\n");
        page.replace("code: 307\nslug: 307", QByteArray("code: " + number + "\nslug: " + number));
        page.replace("since: 1999", QByteArray("since: " + QByteArray::number(2000 - code)));
        write(u"en/%1.md"_s.arg(code), page);
    }
    m_catalog = std::make_unique<PageCatalog>(ContentStore(m_folder->path()));
    m_options = {};
    m_options.catalog = m_catalog.get();
}

QString FenceFillerTest::html(const QByteArray &markdown, const PageOptions &options) const
{
    return pageToHtml(parsedPage(samplePageWith(markdown)), {}, options);
}

void FenceFillerTest::withoutCatalogueTheyStayAsWritten()
{
    const QString text = pageToText(parsedPage(samplePageWith("```clients\nmethods GET\n```\n")));
    QVERIFY(text.contains("    methods GET\n"_L1));
}

void FenceFillerTest::clientsAreATableInEveryFormat()
{
    const Page page = parsedPage(samplePageWith("Text.\n\n```clients\n```\n\nEnd.\n"));
    const QString window = pageToHtml(page, {}, m_options);
    QVERIFY(window.contains("Browsers | all, 2026"_L1) && window.contains("detour:pill/POST+body"_L1));
    QVERIFY(pageToText(page, 80, m_options).contains("Browsers | all, 2026  POST (with body)  not followed\n"_L1));
    const QString standalone = pageToStandaloneHtml(page, m_options);
    QVERIFY(standalone.contains("<td>Browsers | all, 2026</td><td><span class=\"pill\">POST (with body)</span></td>"
                                "<td>not followed</td>"_L1));
    QCOMPARE(pageToMarkdown(page, m_options),
             u"Text.\n\n| Client | POST with a body | PUT with a body |\n| --- | --- | --- |\n"
             "| Browsers \\| all, 2026 | `pill:POST+body` | not followed |\n\nEnd.\n"_s);
}

void FenceFillerTest::windowShowsOneServer()
{
    m_options.server = u"asp"_s;
    const QString window = html("```servers\n```\n", m_options);
    QVERIFY(window.contains("href=\"server:express\""_L1) && window.contains("ASP.NET&nbsp;Core"_L1));
    QVERIFY(window.contains("asp307"_L1) && window.contains("A note."_L1));
    QVERIFY(!window.contains("express(307)"_L1) && !window.contains(">express"_L1));
}

void FenceFillerTest::everythingElseShowsAllServers_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"print", "text", "standalone", "markdown"}) {
        QTest::newRow(format) << QString::fromLatin1(format);
    }
}

void FenceFillerTest::everythingElseShowsAllServers()
{
    QFETCH(const QString, format);
    const Page page = parsedPage(samplePageWith("```servers\n```\n"));
    m_options.showsAllServers = format == "print"_L1;
    const QString text = format == "print"_L1        ? pageToHtml(page, {}, m_options)
                         : format == "text"_L1       ? pageToText(page, 80, m_options)
                         : format == "standalone"_L1 ? pageToStandaloneHtml(page, m_options)
                                                     : pageToMarkdown(page, m_options);
    QVERIFY(text.contains("Express 5.1."_L1) && text.contains("ASP.NET Core 9."_L1));
    QVERIFY2(text.contains("express"_L1) && text.contains("asp307"_L1) && text.contains("A note."_L1),
             qPrintable(text));
    QVERIFY(!text.contains("server:"_L1) && !text.contains("{status}"_L1));
}

void FenceFillerTest::anUnknownServerIsTheFirst()
{
    m_options.server = u"gone"_s;
    QVERIFY(html("```servers\nstatus 303\n```\n", m_options).contains(">303<"_L1)
            || html("```servers\nstatus 303\n```\n", m_options).contains("express(303)"_L1));
}

void FenceFillerTest::aNarrowPageShowsThreeColumnsOfCodes()
{
    const QByteArray fence = "```codes\nmethod body lasts cached since\n```\n";
    QVERIFY(html(fence, m_options).contains("sort:since"_L1));
    PageOptions narrow = m_options;
    narrow.isNarrow = true;
    const QString text = html(fence, narrow);
    QVERIFY(text.contains("sort:lasts"_L1));
    QVERIFY(!text.contains("sort:cached"_L1) && !text.contains("sort:since"_L1));
}

void FenceFillerTest::codesAreSortedAsChosen()
{
    const QByteArray fence = "```codes\nmethod since\n```\n";
    const QString byCode = html(fence, m_options);
    QVERIFY(byCode.indexOf("page:300\""_L1) < byCode.indexOf("page:308\""_L1));
    QVERIFY(byCode.contains("href=\"sort:since\""_L1));
    m_options.sortColumn = u"since"_s;
    const QString bySince = html(fence, m_options);
    QVERIFY(bySince.indexOf("page:308\""_L1) < bySince.indexOf("page:300\""_L1));
    m_options.sortsDown = true;
    const QString turned = html(fence, m_options);
    QVERIFY(turned.indexOf("page:300\""_L1) < turned.indexOf("page:308\""_L1));
    const QString text = pageToText(parsedPage(samplePageWith(fence)), 80, m_options);
    QVERIFY2(text.contains(u"Code      Name                Method  Since ↓\n"_s), qPrintable(text));
    QVERIFY(!pageToStandaloneHtml(parsedPage(samplePageWith(fence)), m_options).contains("sort:"_L1));
}

void FenceFillerTest::columnsShareTheWholeWidth()
{
    static const QRegularExpression percent(u"<td width=\"(\\d+)%\""_s);
    const QString text = html("```codes\nmethod body lasts cached since\n```\n", m_options);
    const qsizetype header = text.indexOf("sort:code"_L1);
    const qsizetype start = text.lastIndexOf("<tr>"_L1, header);
    QList<int> shares;
    for (auto cell = percent.globalMatch(text.mid(start, text.indexOf("</tr>"_L1, header) - start)); cell.hasNext();) {
        shares.append(cell.next().captured(1).toInt());
    }
    QCOMPARE(shares.size(), 7);
    QCOMPARE(std::accumulate(shares.begin(), shares.end(), 0), 100);
    QVERIFY(shares.at(1) > shares.at(6)); // “Temporary” is longer than a year
    // A table of an author's is left to Qt.
    QVERIFY(!html("| A | B |\n| --- | --- |\n| a | b |\n", m_options).contains("<td width=\"50%\""_L1));
}

void FenceFillerTest::missingDataIsSaidInASentence()
{
    QVERIFY(QFile::remove(m_folder->filePath(u"servers.json"_s)));
    write(u"clients/fetch.json"_s, "{}");
    QVERIFY(QFile::remove(m_folder->filePath(u"en/304.md"_s)));
    const QByteArray fences = "```servers\n```\n\n```clients\n```\n\n```codes\nmethod\n```\n";
    for (const QString &text :
         {html(fences, m_options), pageToText(parsedPage(samplePageWith(fences)), 80, m_options)}) {
        QVERIFY(text.contains("servers.json cannot be read."_L1));
        QVERIFY(text.contains("clients/fetch.json: "_L1));
        QVERIFY(text.contains(u"There is no page “304”."_s));
    }
}

void FenceFillerTest::filledMarkdownIsAPageAgain()
{
    const Page page = parsedPage(samplePageWith("A.\n\n```clients\n```\n\n```servers\n```\n\n```codes\nmethod\n```\n"));
    const QString markdown = pageToMarkdown(page, m_options);
    QVERIFY(!markdown.contains("```clients"_L1) && !markdown.contains("```codes"_L1));
    QCOMPARE(pageToText(parsedPage(samplePageWith(markdown.toUtf8()))), pageToText(page, 80, m_options));
}

void FenceFillerTest::otherFencesAreLeftAlone()
{
    const QByteArray text = "```sh\n```clients\n```\n\n````text\nx\n````\n\n```js\nlet x;\n```\n";
    QCOMPARE(pageToMarkdown(parsedPage(samplePageWith(text)), m_options), QString::fromUtf8(text));
}

DETOUR_TEST(FenceFillerTest)
#include "tst_fencefiller.moc"
