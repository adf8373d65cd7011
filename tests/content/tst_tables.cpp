// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "content/markdownwalk.h"
#include "document/fencefiller.h"
#include "support/testregistry.h"

#include <QRegularExpression>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The tables' shape, and that what they say of clients is what the client policies say.
class TablesTest final : public QObject
{
    Q_OBJECT

private slots:
    void writtenTablesHaveTheirShape_data() { addPageRows(); }
    void writtenTablesHaveTheirShape();
    void filledTablesHaveTheirShape_data() { addPageRows(); }
    void filledTablesHaveTheirShape();
    void clientsDoWhatTheirPoliciesSay_data();
    void clientsDoWhatTheirPoliciesSay();
    void writtenClientTablesAgreeWithThePolicies_data() { addPageRows(); }
    void writtenClientTablesAgreeWithThePolicies();
    void cleanupTestCase();

private:
    void checkLimit(const QStringList &row, const ClientPolicy &policy, const Page &page);

    int m_clientTables = 0;
    int m_cells = 0;
    int m_versions = 0;
    int m_limits = 0;
};

namespace {

/// What a policy's row promises, told without asking decide(): the independent path.
QString cellPromised(const ClientPolicy &policy, StatusCode status, const QByteArray &method)
{
    const bool hasBody = method == "POST" || method == "PUT" || method == "PATCH";
    const QString name = QString::fromLatin1(method);
    const StatusRow *row = policy.rowFor(status);
    switch (row ? row->ruleFor(Method::known(method.constData())) : MethodRule::Deliver) {
    case MethodRule::Keep:
        return "pill:"_L1 + name + (hasBody ? "+body"_L1 : ""_L1);
    case MethodRule::KeepWithoutContent:
        return "pill:"_L1 + name + (hasBody ? "-body"_L1 : ""_L1);
    case MethodRule::KeepWithEmptyContent:
        return "pill:"_L1 + name + (hasBody ? "-body an empty body"_L1 : " an empty body"_L1);
    case MethodRule::Get:
        return hasBody ? u"pill:GET-body"_s : u"pill:GET"_s;
    case MethodRule::GetIfContent:
        return hasBody ? u"pill:GET-body"_s : QString("pill:"_L1 + name);
    case MethodRule::Deliver:
        return u"not followed"_s;
    case MethodRule::Refuse:
        return u"an error"_s;
    }
    Q_UNREACHABLE();
}

/// How pages name the clients whose policies there are: a pattern with the version, and the policy's id.
const QList<std::pair<QString, QString>> &clientNames()
{
    static const QString version = u" (\\d+(?:\\.\\d+)*)"_s;
    static const QList<std::pair<QString, QString>> names{
        {u"curl"_s + version, u"curl"_s},
        {u"wget"_s + version, u"wget"_s},
        {u"requests"_s + version, u"requests"_s},
        {u"httpx"_s + version, u"httpx"_s},
        {u"urllib3"_s + version, u"urllib3"_s},
        {u"urllib, Python"_s + version, u"urllib"_s},
        {u"aiohttp"_s + version, u"aiohttp"_s},
        {u"axios"_s + version, u"axios"_s},
        {u"follow-redirects"_s + version, u"follow-redirects"_s},
        {u"Go"_s + version, u"go"_s},
        {u"Java"_s + version + u" HttpClient"_s, u"java"_s},
        {u"Qt"_s + version, u"qt"_s},
    };
    return names;
}

struct NamedClient
{
    ClientPolicy policy;
    QString version; ///< as the page writes it
};

/// The clients that a cell names with their version, as in “requests 2.28, httpx 0.23”.
QList<NamedClient> clientsIn(const QString &cell)
{
    QList<NamedClient> found;
    for (const auto &[name, id] : clientNames()) {
        const QRegularExpression pattern(u"(?:^|[ ,])"_s + name);
        const QString version = pattern.match(cell).captured(1);
        const auto policy = builtInPages().policies().policy(id);
        if (!version.isEmpty() && policy) {
            found.append({*policy, version});
        }
    }
    return found;
}

bool isVersionOf(const QString &written, const QString &measured)
{
    return measured == written || measured.startsWith(written + u'.');
}

QStringList wordsOf(const Block &row)
{
    QStringList words;
    for (const Block &cell : row.blocks) {
        words.append(plainText(cell.inlines).trimmed());
    }
    return words;
}

/// Every row as wide as the first, and no cell empty. Returns what is wrong.
QString shapeFault(const Block &table, qsizetype widest)
{
    const qsizetype columns = table.blocks.first().blocks.size();
    if (columns < 2 || columns > widest) {
        return u"a table of %1 columns"_s.arg(columns);
    }
    for (const Block &row : table.blocks) {
        const QStringList words = wordsOf(row);
        if (words.size() != columns || words.contains(QString())) {
            return u"a row with a cell too few, too many or empty: "_s + words.join(" | "_L1);
        }
    }
    return table.blocks.size() < 2 ? u"a table without rows"_s : QString();
}

} // namespace

void TablesTest::writtenTablesHaveTheirShape()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    forEachBlock(treeOf(*page), [page](const Block &block) {
        const QString words = plainText(block.inlines);
        QVERIFY2(block.kind != BlockKind::Paragraph || !words.startsWith(u'|'),
                 Failure(*page, u"no table: "_s + words));
        if (block.kind == BlockKind::Table) {
            // The parser fills up a short row: an empty cell is one that was forgotten.
            const QString fault = shapeFault(block, 3);
            QVERIFY2(fault.isEmpty(), Failure(*page, fault));
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

void TablesTest::filledTablesHaveTheirShape()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    forEachBlock(treeOf(*page), [page](const Block &block) {
        const auto filling = fenceFilling(block, *page, builtInOptions());
        if (!filling) {
            return;
        }
        const bool isTable = block.info != "servers"_L1;
        QVERIFY2(!isTable || filling->first().kind == BlockKind::Table,
                 Failure(*page, block.info + ": "_L1 + plainText(filling->first().inlines)));
        if (isTable) {
            const QString fault = shapeFault(filling->first(), block.info == "codes"_L1 ? 8 : 3);
            QVERIFY2(fault.isEmpty(), Failure(*page, fault));
        } else {
            QVERIFY2(filling->size() > 1, Failure(*page, u"no server to show"_s));
        }
    });
}

void TablesTest::clientsDoWhatTheirPoliciesSay_data()
{
    // All statuses and methods that a fence can ask for, whether or not a page does today.
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    for (const StatusCode status : referenceStatusCodes()) {
        for (const QByteArray method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}) {
            QTest::addRow("%d %s", status, method.constData()) << status << method;
        }
    }
}

void TablesTest::clientsDoWhatTheirPoliciesSay()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, method);
    const auto page = builtInPages().page(QString::number(status));
    QVERIFY(page);
    Block fence;
    fence.kind = BlockKind::Code;
    fence.info = u"clients"_s;
    fence.text = "methods "_L1 + QString::fromLatin1(method) + u'\n';
    const auto filling = fenceFilling(fence, **page, builtInOptions());
    QVERIFY(filling && filling->first().kind == BlockKind::Table);
    const QList<Block> rows = filling->first().blocks.mid(1);
    const QStringList ids = builtInPages().policies().ids();
    QCOMPARE(rows.size(), ids.size());
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const ClientPolicy policy = *builtInPages().policies().policy(ids.at(i));
        const QString promised = cellPromised(policy, status, method);
        QCOMPARE(wordsOf(rows.at(i)), QStringList({policy.name + ", "_L1 + policy.version, promised}));
        ++m_cells;
    }
}

void TablesTest::writtenClientTablesAgreeWithThePolicies()
{
    const Page *page = pageOfRow();
    QVERIFY(page);
    forEachBlock(treeOf(*page), [this, page](const Block &block) {
        if (block.kind != BlockKind::Table || wordsOf(block.blocks.first()).first() != "Client"_L1) {
            return;
        }
        ++m_clientTables;
        const QStringList titles = wordsOf(block.blocks.first());
        for (const Block &row : block.blocks.mid(1)) {
            const QStringList words = wordsOf(row);
            for (const NamedClient &client : clientsIn(words.first())) {
                ++m_versions;
                QVERIFY2(isVersionOf(client.version, client.policy.version),
                         Failure(*page, u"“%1”, but measured was %2"_s.arg(words.first(), client.policy.version)));
                if (titles == QStringList({u"Client"_s, u"Followed"_s, u"Then"_s})) {
                    checkLimit(words, client.policy, *page);
                }
            }
        }
    });
}

void TablesTest::checkLimit(const QStringList &row, const ClientPolicy &policy, const Page &page)
{
    ++m_limits;
    const QString limit = policy.redirectLimit < 0 ? u"no limit"_s : QString::number(policy.redirectLimit);
    QVERIFY2(row.at(1) == limit, Failure(page, row.join(" | "_L1) + u", but it follows "_s + limit));
    QVERIFY2(row.at(2).startsWith("hands back"_L1) == (policy.atLimit == Handling::Deliver),
             Failure(page, row.join(" | "_L1)));
}

void TablesTest::cleanupTestCase()
{
    qInfo("%d cells of client tables asked of the policies; %d written client tables: %d versions, %d limits", m_cells,
          m_clientTables, m_versions, m_limits);
}

DETOUR_TEST(TablesTest)
#include "tst_tables.moc"
