// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/codestable.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class CodesTableTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void rowsAreSorted_data();
    void rowsAreSorted();
    void codeAndNameStandFirst();
    void headersAreLinksThatSort();

private:
    [[nodiscard]] CodesTable table(const QString &sort, bool down = false) const
    {
        return {{&m_pages[0], &m_pages[1], &m_pages[2]}, {u"method"_s, u"since"_s}, sort, down};
    }

    std::array<Page, 3> m_pages;
};

void CodesTableTest::init()
{
    const std::tuple<int, QString, QString, QString> facts[] = {{303, u"See Other"_s, u"becomes GET"_s, u"1997"_s},
                                                                {308, u"Permanent Redirect"_s, u"stays"_s, u"2014"_s},
                                                                {301, u"Moved Permanently"_s, u"stays"_s, u"1996"_s}};
    for (size_t i = 0; i < m_pages.size(); ++i) {
        m_pages[i].code = std::get<0>(facts[i]);
        m_pages[i].slug = QString::number(m_pages[i].code);
        m_pages[i].title = std::get<1>(facts[i]);
        m_pages[i].facts.method = std::get<2>(facts[i]);
        m_pages[i].facts.since = std::get<3>(facts[i]);
    }
}

void CodesTableTest::rowsAreSorted_data()
{
    QTest::addColumn<QString>("sort");
    QTest::addColumn<bool>("down");
    QTest::addColumn<QList<int>>("codes");
    QTest::newRow("by itself") << QString() << false << QList<int>{301, 303, 308};
    QTest::newRow("code, down") << u"code"_s << true << QList<int>{308, 303, 301};
    QTest::newRow("name") << u"name"_s << false << QList<int>{301, 308, 303};
    QTest::newRow("equal values by code") << u"method"_s << false << QList<int>{303, 301, 308};
    QTest::newRow("turned round") << u"method"_s << true << QList<int>{308, 301, 303};
    QTest::newRow("since") << u"since"_s << false << QList<int>{301, 303, 308};
    QTest::newRow("a column that is not shown") << u"lasts"_s << false << QList<int>{301, 303, 308};
}

void CodesTableTest::rowsAreSorted()
{
    QFETCH(const QString, sort);
    QFETCH(const bool, down);
    QTEST(table(sort, down).codes(), "codes");
}

void CodesTableTest::codeAndNameStandFirst()
{
    const Block block = table({}).toBlock();
    QCOMPARE(block.blocks.size(), 4);
    const QList<Block> cells = block.blocks.at(2).blocks;
    QCOMPARE(cells.size(), 4);
    QCOMPARE(plainText(cells.at(0).inlines), u"sign:303 303"_s);
    QCOMPARE(cells.at(0).inlines.last().text, u"page:303"_s);
    QCOMPARE(plainText(cells.at(1).inlines), u"See Other"_s);
    QCOMPARE(plainText(cells.at(2).inlines), u"becomes GET"_s);
    QCOMPARE(plainText(cells.at(3).inlines), u"1997"_s);
}

void CodesTableTest::headersAreLinksThatSort()
{
    const QList<Block> titles = table(u"since"_s, true).toBlock().blocks.first().blocks;
    QStringList words;
    QStringList links;
    for (const Block &title : titles) {
        words.append(plainText(title.inlines));
        links.append(title.inlines.first().text);
    }
    QCOMPARE(words, QStringList({u"Code"_s, u"Name"_s, u"Method"_s, u"Since ↓"_s}));
    QVERIFY(!plainText(table({}).toBlock().blocks.first().blocks.first().inlines).contains(u'↑'));
    QCOMPARE(links, QStringList({u"sort:code"_s, u"sort:name"_s, u"sort:method"_s, u"sort:since"_s}));
}

DETOUR_TEST(CodesTableTest)
#include "tst_codestable.moc"
