// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/pagecatalog.h"
#include "document/policycatalog.h"
#include "document/searchentries.h"
#include "document/searchindex.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// Whether what people type finds what they mean, in the content as it is.
class SearchTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsWhatIsMeant_data();
    void findsWhatIsMeant();
    void everyTargetExists();
    void everyPageIsFoundByItsTitle();
    void aKeystroke_data();
    void aKeystroke();

private:
    PageCatalog m_pages{ContentStore()};
    PolicyCatalog m_policies{ContentStore()};
    QList<SearchEntry> m_entries;
    SearchIndex m_index;
};

void SearchTest::initTestCase()
{
    QElapsedTimer elapsed;
    elapsed.start();
    m_entries = searchEntriesOf(m_pages, m_policies);
    const double read = double(elapsed.nsecsElapsed()) / 1e6;
    m_index = SearchIndex(m_entries);
    qInfo("%d entries; read in %.1f ms, indexed in %.1f ms", int(m_entries.size()), read,
          double(elapsed.nsecsElapsed()) / 1e6 - read);
    QVERIFY(m_entries.size() > 50);
}

void SearchTest::findsWhatIsMeant_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("target"); // among the first three, the first of them where it begins with "1:"
    QTest::newRow("code") << u"307"_s << u"1:page:307"_s;
    QTest::newRow("temp redirect") << u"temp redirect"_s << u"1:page:307"_s;
    QTest::newRow("PRG") << u"PRG"_s << u"1:page:303"_s;
    QTest::newRow("moved") << u"moved"_s << u"1:page:301"_s;
    QTest::newRow("see other") << u"see other"_s << u"1:page:303"_s;
    QTest::newRow("cache") << u"cache"_s << u"page:304"_s;
    QTest::newRow("typing error") << u"permanant redirct"_s << u"page:308"_s;
    QTest::newRow("field") << u"location"_s << u"Location"_s;
    QTest::newRow("field with a typing error") << u"authorizaton"_s << u"Authorization"_s;
    QTest::newRow("client") << u"curl"_s << u"client:curl"_s;
    QTest::newRow("client's name") << u"requests"_s << u"client:requests"_s;
    QTest::newRow("section") << u"307 security"_s << u"1:page:307#security"_s;
    QTest::newRow("example") << u"signed address"_s << u"page:307#download"_s;
}

void SearchTest::findsWhatIsMeant()
{
    QFETCH(const QString, query);
    QFETCH(QString, target);
    const bool isFirst = target.startsWith("1:"_L1);
    target = target.mid(isFirst ? 2 : 0);
    QStringList found;
    for (const SearchHit &hit : m_index.find(query, isFirst ? 1 : 3)) {
        found.append(hit.entry.kind == SearchKind::Field ? hit.entry.title : hit.entry.target);
    }
    QVERIFY2(found.contains(target), qPrintable(found.join(u", "_s)));
}

void SearchTest::everyTargetExists()
{
    QSet<QString> places;
    for (const QString &slug : m_pages.slugs()) {
        const auto page = m_pages.page(slug);
        QVERIFY(page);
        places.insert(u"page:"_s + slug);
        for (const Heading &heading : (*page)->headings) {
            places.insert(u"page:"_s + slug + u'#' + heading.anchor);
        }
        for (const Example &example : (*page)->examples) {
            places.insert(u"example:"_s + slug + u'/' + example.id);
        }
    }
    for (const QString &id : m_policies.ids()) {
        places.insert(u"client:"_s + id);
    }
    for (const SearchEntry &entry : m_entries) {
        const bool isExample = entry.kind == SearchKind::Example;
        const QString place = isExample ? entry.target.section(u'#', 0, 0) : entry.target;
        QVERIFY2(places.contains(place), qPrintable(entry.target));
        QVERIFY2(!entry.title.isEmpty(), qPrintable(entry.target));
    }
}

void SearchTest::everyPageIsFoundByItsTitle()
{
    for (const QString &slug : m_pages.slugs()) {
        const auto page = m_pages.page(slug);
        const QList<SearchHit> hits = m_index.find((*page)->title, 1);
        QVERIFY2(!hits.isEmpty() && hits.constFirst().entry.target == u"page:"_s + slug, qPrintable(slug));
    }
}

void SearchTest::aKeystroke_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("one letter") << u"r"_s;
    QTest::newRow("two words") << u"temp redirect"_s;
    QTest::newRow("typing errors") << u"autorizaton permanant"_s;
    QTest::newRow("eight words") << u"post put get body same address location cache"_s;
    QTest::newRow("nothing") << u"qqqqqqqqqqqqqqqqqqq"_s;
}

void SearchTest::aKeystroke()
{
    QFETCH(const QString, query);
    // What a keystroke costs, with the suggestion where there is no hit. Not asserted: the machine decides.
    QBENCHMARK
    {
        if (m_index.find(query).isEmpty()) {
            static_cast<void>(m_index.suggestionFor(query));
        }
    }
}

DETOUR_TEST(SearchTest)

#include "tst_search.moc"
