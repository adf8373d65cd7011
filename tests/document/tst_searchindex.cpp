// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/pagecatalog.h"
#include "document/policycatalog.h"
#include "document/searchentries.h"
#include "document/searchindex.h"
#include "samplepage.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

SearchEntry entry(SearchKind kind, const QString &title, const QString &where, const QString &text,
                  const QStringList &aliases = {})
{
    return {kind, title, where, text, aliases, u"target:"_s + title};
}

QList<SearchEntry> someEntries()
{
    return {
        entry(SearchKind::Page, u"301 Moved Permanently"_s, u"RFC 9110 §15.4.2"_s, u"For good. The address is new."_s,
              {u"moved"_s}),
        entry(SearchKind::Page, u"303 See Other"_s, u"RFC 9110 §15.4.4"_s, u"Now look at the other resource."_s,
              {u"PRG"_s, u"post redirect get"_s}),
        entry(SearchKind::Page, u"307 Temporary Redirect"_s, u"RFC 9110 §15.4.8"_s,
              u"The same request is sent to another address for now."_s, {u"temp redirect"_s}),
        entry(SearchKind::Heading, u"Caching"_s, u"307 Temporary Redirect"_s,
              u"A 307 is kept only if the answer says so, with Cache-Control or Expires. It has moved."_s),
        entry(SearchKind::Heading, u"Security"_s, u"307 Temporary Redirect"_s,
              u"Never after a password. The body goes along to the next address."_s),
        entry(SearchKind::Field, u"Cache-Control"_s, u"3 pages"_s, u"Says how long an answer may be kept."_s),
        entry(SearchKind::Client, u"curl -L"_s, u"7.88.1"_s, u"A body given by -d becomes GET."_s, {u"curl"_s}),
        entry(SearchKind::Action, u"Print this page"_s, u"Ctrl+P"_s, {}, {u"paper"_s}),
    };
}

QStringList titles(const QList<SearchHit> &hits)
{
    QStringList result;
    for (const SearchHit &hit : hits) {
        result.append(hit.entry.title);
    }
    return result;
}

QStringList marked(const QString &text, const QList<SearchMark> &marks)
{
    QStringList result;
    for (const SearchMark &mark : marks) {
        result.append(text.mid(mark.at, mark.length));
    }
    return result;
}

} // namespace

class SearchIndexTest final : public QObject
{
    Q_OBJECT

private slots:
    void firstHit_data();
    void firstHit();
    void everyWordMustBeFound();
    void oneMissingWordIsForgiven();
    void numbersHaveNoTypingErrors();
    void nothingFindsNothing();
    void hitSaysWhere();
    void marksAreWhatWasTyped();
    void snippetIsShortAndAroundTheWords();
    void aliasIsShownWhereNothingElseTells();
    void suggestionFindsSomething();
    void linkToASectionFindsIt();
    void strangeQueriesAreHarmless();
    void contentBecomesEntries();
    void fieldsAreNamesOnly();
};

void SearchIndexTest::firstHit_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("title");
    QTest::newRow("number") << u"303"_s << u"303 See Other"_s;
    QTest::newRow("name") << u"see other"_s << u"303 See Other"_s;
    QTest::newRow("begun") << u"tempor"_s << u"307 Temporary Redirect"_s;
    QTest::newRow("alias") << u"prg"_s << u"303 See Other"_s;
    QTest::newRow("alias of two words") << u"temp redirect"_s << u"307 Temporary Redirect"_s;
    QTest::newRow("alias before text") << u"moved"_s << u"301 Moved Permanently"_s;
    QTest::newRow("field") << u"cache-control"_s << u"Cache-Control"_s;
    QTest::newRow("field's text is not searched") << u"how long kept"_s << u"Caching"_s;
    QTest::newRow("field with a typing error") << u"cahce contrl"_s << u"Cache-Control"_s;
    QTest::newRow("two errors") << u"temprery"_s << u"307 Temporary Redirect"_s;
    QTest::newRow("error in a word begun") << u"permenent"_s << u"301 Moved Permanently"_s;
    QTest::newRow("section of a page") << u"307 caching"_s << u"Caching"_s;
    QTest::newRow("text") << u"password"_s << u"Security"_s;
    QTest::newRow("question") << u"what is the curl"_s << u"curl -L"_s;
    QTest::newRow("action") << u"print"_s << u"Print this page"_s;
    QTest::newRow("case and spaces") << u"  SEE   OTHER "_s << u"303 See Other"_s;
}

void SearchIndexTest::firstHit()
{
    const SearchIndex index(someEntries());
    QFETCH(const QString, query);
    const QList<SearchHit> hits = index.find(query);
    QVERIFY(!hits.isEmpty());
    QTEST(hits.constFirst().entry.title, "title");
    for (qsizetype at = 1; at < hits.size(); ++at) {
        QVERIFY(hits.at(at).score <= hits.at(at - 1).score);
    }
}

void SearchIndexTest::everyWordMustBeFound()
{
    const SearchIndex index(someEntries());
    QCOMPARE(titles(index.find(u"kept expires"_s)), QStringList({u"Caching"_s}));
}

void SearchIndexTest::oneMissingWordIsForgiven()
{
    const SearchIndex index(someEntries());
    QVERIFY(index.find(u"qqqqqqqqqq"_s).isEmpty());
    QCOMPARE(titles(index.find(u"password qqqqqqqqqq"_s)), QStringList({u"Security"_s}));
    QVERIFY(index.find(u"password qqqqqqqqqq wwwwwwwwww"_s).isEmpty());
}

void SearchIndexTest::numbersHaveNoTypingErrors()
{
    const SearchIndex index(someEntries());
    QVERIFY(index.find(u"309"_s).isEmpty());
    QVERIFY(index.find(u"3077"_s).isEmpty());
}

void SearchIndexTest::nothingFindsNothing()
{
    const SearchIndex index(someEntries());
    QVERIFY(index.find({}).isEmpty());
    QVERIFY(index.find(u" -- "_s).isEmpty());
    QVERIFY(SearchIndex().find(u"303"_s).isEmpty());
    QCOMPARE(index.find(u"a"_s, 2).size(), 2);
}

void SearchIndexTest::hitSaysWhere()
{
    const SearchIndex index(someEntries());
    const SearchHit hit = index.find(u"security"_s).constFirst();
    QCOMPARE(hit.entry.where, u"307 Temporary Redirect"_s);
    QCOMPARE(hit.entry.target, u"target:Security"_s);
    QCOMPARE(hit.entry.kind, SearchKind::Heading);
}

void SearchIndexTest::marksAreWhatWasTyped()
{
    const SearchIndex index(someEntries());
    const SearchHit begun = index.find(u"temp"_s).constFirst();
    QCOMPARE(marked(begun.entry.title, begun.titleMarks), QStringList({u"Temp"_s}));
    const SearchHit wrong = index.find(u"temprery"_s).constFirst();
    QCOMPARE(marked(wrong.entry.title, wrong.titleMarks), QStringList({u"Temporary"_s}));
    const SearchHit text = index.find(u"expires"_s).constFirst();
    QCOMPARE(marked(text.snippet, text.snippetMarks), QStringList({u"Expires"_s}));
}

void SearchIndexTest::snippetIsShortAndAroundTheWords()
{
    QString text = u"At the very begin stands a needle. "_s;
    for (int at = 0; at < 200; ++at) {
        text += u"straw number %1, "_s.arg(at);
    }
    text += u"and here a needle lies beside a thread; "_s + text;
    const SearchIndex index({entry(SearchKind::Heading, u"Haystack"_s, {}, text)});
    const SearchHit hit = index.find(u"needle thread"_s).constFirst();
    QVERIFY(hit.snippet.size() <= 125);
    QVERIFY(hit.snippet.startsWith(u"… "_s));
    QVERIFY(hit.snippet.endsWith(u" …"_s));
    QCOMPARE(marked(hit.snippet, hit.snippetMarks), QStringList({u"needle"_s, u"thread"_s, u"needle"_s}));
}

void SearchIndexTest::aliasIsShownWhereNothingElseTells()
{
    const SearchIndex index(someEntries());
    QCOMPARE(index.find(u"prg"_s).constFirst().snippet, u"Also: PRG, post redirect get"_s);
}

void SearchIndexTest::suggestionFindsSomething()
{
    const SearchIndex index(someEntries());
    QVERIFY(index.find(u"sekuritti"_s).isEmpty());
    const QString suggestion = index.suggestionFor(u"sekuritti"_s);
    QCOMPARE(suggestion, u"security"_s);
    QVERIFY(!index.find(suggestion).isEmpty());
    QCOMPARE(index.suggestionFor(u"qqqqqqqqqqqqqqqqqqqqqqq"_s), QString());
}

void SearchIndexTest::linkToASectionFindsIt()
{
    SearchEntry section = entry(SearchKind::Heading, u"Caching"_s, u"307"_s, u"Words."_s);
    section.target = u"page:307#caching"_s;
    const SearchIndex index({section});
    QCOMPARE(titles(index.find(u" page:307#caching "_s)), QStringList({u"Caching"_s}));
    QVERIFY(index.find(u"page:307#cach"_s).isEmpty());
}

void SearchIndexTest::strangeQueriesAreHarmless()
{
    const SearchIndex index(someEntries());
    for (const QString &query :
         {QString(100'000, u'a'), u"a b c d e f g h i j k l m n o p q r s t u v w x y z"_s, u"<b>*.?[\\"_s,
          QString(QChar(0xD800)), QString::fromUtf8("\xF0\x9F\x98\x80 303"), QString(QChar(0))}) {
        for (const SearchHit &hit : index.find(query)) {
            QVERIFY(!hit.entry.title.isEmpty());
        }
        static_cast<void>(index.suggestionFor(query));
    }
    QCOMPARE(titles(index.find(QString::fromUtf8("\xF0\x9F\x98\x80 303"))).constFirst(), u"303 See Other"_s);
}

void SearchIndexTest::contentBecomesEntries()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"en"_s));
    QFile file(folder.filePath(u"en/307.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(Test::samplePageWith("The definition, with `Location` and `Location: /x`.\n\n"
                                    "## Caching {#caching}\n\nSee `Cache-Control` and `pill:POST+body`.\n\n"
                                    "- A list with `Location`, `Location` and `Location`.\n"));
    file.close();
    PageCatalog pages{ContentStore(folder.path())};
    const QList<SearchEntry> entries = searchEntriesOf(pages, PolicyCatalog{ContentStore(folder.path())});
    QStringList found;
    for (const SearchEntry &each : entries) {
        found.append(QString::number(int(each.kind)) + u' ' + each.title + u' ' + each.target);
    }
    QCOMPARE(found, QStringList({u"0 307 Temporary Redirect page:307"_s, u"1 Caching page:307#caching"_s,
                                 u"2 Cache-Control page:307#caching"_s, u"2 Location page:307#caching"_s}));
    QVERIFY(entries.at(0).text.contains(u"The definition, with Location"_s));
    QVERIFY(entries.at(0).aliases.contains(u"temp redirect"_s));
    QCOMPARE(entries.at(1).text,
             u"See Cache-Control and POST (with body). A list with Location, Location and Location."_s);
    QCOMPARE(entries.at(3).where, u"307 Temporary Redirect"_s);
}

void SearchIndexTest::fieldsAreNamesOnly()
{
    QCOMPARE(fieldNameIn(u"Location"_s), u"Location"_s);
    QCOMPARE(fieldNameIn(u"Cache-Control: no-store"_s), u"Cache-Control"_s);
    QCOMPARE(fieldNameIn(u"X-Api-Key"_s), u"X-Api-Key"_s);
    for (const QString &code :
         {u"location"_s, u"GET"_s, u"res.redirect(307)"_s, u"X-"_s, u"X-a b"_s, u"Location:/x"_s, QString()}) {
        QCOMPARE(fieldNameIn(code), QString());
    }
}

DETOUR_TEST(SearchIndexTest)

#include "tst_searchindex.moc"
