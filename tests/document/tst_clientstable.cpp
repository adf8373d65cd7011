// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/clientstable.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class ClientsTableTest final : public QObject
{
    Q_OBJECT

private slots:
    void cellsSayWhatIsSentNext_data();
    void cellsSayWhatIsSentNext();
    void methodsWithoutBodyHaveNone();
    void aLocationThatIsRefusedIsAnError();
    void theVersionIsAlwaysShown();
};

namespace {

/// A client that does this with every method after a 302.
ClientPolicy clientWith(MethodRule rule)
{
    ClientPolicy policy;
    policy.id = u"client"_s;
    policy.name = u"A client"_s;
    policy.version = u"1.2.3"_s;
    StatusRow row;
    row.otherwise = rule;
    row.ruleId = u"302-keeps-method"_s;
    policy.rows.insert(302, row);
    return policy;
}

ClientsFence fenceWith(const QList<const char *> &methods)
{
    ClientsFence fence;
    fence.status = 302;
    for (const char *method : methods) {
        fence.methods.append(Method::known(method));
    }
    return fence;
}

/// A cell as its Markdown would be.
QString wordsOf(const Block &cell)
{
    return plainText(cell.inlines);
}

} // namespace

void ClientsTableTest::cellsSayWhatIsSentNext_data()
{
    QTest::addColumn<MethodRule>("rule");
    QTest::addColumn<QString>("cell");
    QTest::newRow("keep") << MethodRule::Keep << u"pill:PUT+body"_s;
    QTest::newRow("without content") << MethodRule::KeepWithoutContent << u"pill:PUT-body"_s;
    QTest::newRow("with empty content") << MethodRule::KeepWithEmptyContent << u"pill:PUT-body an empty body"_s;
    QTest::newRow("get") << MethodRule::Get << u"pill:GET-body"_s;
    QTest::newRow("get if content") << MethodRule::GetIfContent << u"pill:GET-body"_s;
    QTest::newRow("deliver") << MethodRule::Deliver << u"not followed"_s;
    QTest::newRow("refuse") << MethodRule::Refuse << u"an error"_s;
}

void ClientsTableTest::cellsSayWhatIsSentNext()
{
    QFETCH(const MethodRule, rule);
    const Block table = ClientsTable({clientWith(rule)}, fenceWith({"PUT"})).toBlock();
    QCOMPARE(table.blocks.size(), 2);
    QVERIFY(table.blocks.at(0).isHeader && !table.blocks.at(1).isHeader);
    QCOMPARE(wordsOf(table.blocks.at(0).blocks.at(1)), u"PUT with a body"_s);
    QTEST(wordsOf(table.blocks.at(1).blocks.at(1)), "cell");
}

void ClientsTableTest::methodsWithoutBodyHaveNone()
{
    const Block table = ClientsTable({clientWith(MethodRule::Keep)}, fenceWith({"GET", "DELETE"})).toBlock();
    QCOMPARE(wordsOf(table.blocks.at(0).blocks.at(1)), u"GET"_s);
    QCOMPARE(wordsOf(table.blocks.at(1).blocks.at(1)), u"pill:GET"_s);
    QCOMPARE(wordsOf(table.blocks.at(1).blocks.at(2)), u"pill:DELETE"_s);
}

void ClientsTableTest::aLocationThatIsRefusedIsAnError()
{
    ClientPolicy policy = clientWith(MethodRule::Keep);
    policy.redirectLimit = 0;
    const ClientsTable table({policy}, fenceWith({"POST"}));
    QCOMPARE(table.rows().first().cells.first().outcome, ClientsTable::Cell::Outcome::Error);
}

void ClientsTableTest::theVersionIsAlwaysShown()
{
    const ClientsTable table({clientWith(MethodRule::Keep), clientWith(MethodRule::Get)}, fenceWith({"POST"}));
    QCOMPARE(table.rows().size(), 2);
    QCOMPARE(wordsOf(table.toBlock().blocks.at(2).blocks.at(0)), u"A client, 1.2.3"_s);
}

DETOUR_TEST(ClientsTableTest)
#include "tst_clientstable.moc"
