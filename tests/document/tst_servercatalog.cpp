// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/serverblocks.h"
#include "document/servercatalog.h"
#include "support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class ServerCatalogTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyMemberIsRead();
    void placeholdersAreFilled();
    void absentCodesHaveNoSnippet();
    void mistakesNameTheirPlace_data();
    void mistakesNameTheirPlace();
    void theFileIsReadOnceAndKept();
    void badFileNamesItself();
    void blocksSayWhatTheServerDoes();
};

namespace {

QByteArray sample()
{
    return R"({"schema":"detour.servers/1","servers":[
{"id":"express","name":"Express","version":"5.1","language":"js","default":302,"defaultNote":"`redirect(url)` sends 302.",
 "any":"send({status}, '{phrase}');\nend();\n",
 "codes":{"304":{"code":"fresh();","note":"It *compares* first."},"300":null},"absent":{"300":"Nothing chooses."}},
{"id":"plain","name":"Plain","version":"1","language":"text","default":null,"any":"x","codes":{"306":null}}]})";
}

QList<Server> servers()
{
    const auto list = ServerCatalog::fromJson(sample());
    return list ? *list : QList<Server>();
}

} // namespace

void ServerCatalogTest::everyMemberIsRead()
{
    const auto list = ServerCatalog::fromJson(sample());
    QVERIFY2(list, list ? "" : qPrintable(list.error().message));
    QCOMPARE(list->size(), 2);
    const Server &express = list->first();
    QCOMPARE(express.id, u"express"_s);
    QCOMPARE(express.name, u"Express"_s);
    QCOMPARE(express.version, u"5.1"_s);
    QCOMPARE(express.language, u"js"_s);
    QCOMPARE(express.defaultStatus, 302);
    QCOMPARE(express.defaultNote, u"`redirect(url)` sends 302."_s);
    QCOMPARE(list->last().defaultStatus, 0);
    QVERIFY(list->last().defaultNote.isEmpty());
}

void ServerCatalogTest::placeholdersAreFilled()
{
    const Server express = servers().first();
    QCOMPARE(express.snippetFor(303)->code, u"send(303, 'See Other');\nend();"_s);
    QVERIFY(express.snippetFor(303)->note.isEmpty());
    QCOMPARE(express.snippetFor(304)->code, u"fresh();"_s);
    QCOMPARE(express.snippetFor(304)->note, u"It *compares* first."_s);
}

void ServerCatalogTest::absentCodesHaveNoSnippet()
{
    QVERIFY(!servers().first().snippetFor(300));
    QVERIFY(!servers().last().snippetFor(306));
    Server without = servers().last();
    without.any.clear();
    QVERIFY(!without.snippetFor(302));
}

void ServerCatalogTest::mistakesNameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, const QString &place) {
        QTest::newRow(name) << before << after << place;
    };
    row("no JSON", "{\"schema\"", "{schema", u"byte"_s);
    row("no object", sample(), "[]", u"object"_s);
    row("schema", "servers/1", "servers/2", u"schema:"_s);
    row("no servers", "\"servers\"", "\"server\"", u"servers:"_s);
    row("id", "\"express\"", "\"Ex press\"", u"servers[0].id:"_s);
    row("id twice", "\"plain\"", "\"express\"", u"servers[1].id:"_s);
    row("no name", "\"name\":\"Plain\",", "", u"servers[1].name:"_s);
    row("no default", "\"default\":null,", "", u"servers[1].default:"_s);
    row("default", "302,", "200,", u"servers[0].default:"_s);
    row("no code", ",\"any\":\"x\",\"codes\":{\"306\":null}", "", u"servers[1]"_s);
    row("status", "\"304\"", "\"404\"", u"servers[0].codes.404:"_s);
    row("unknown member of a code", "\"note\"", "\"notes\"", u"servers[0].codes.304.notes:"_s);
    row("unknown member", "\"any\":\"x\"", "\"any\":\"x\",\"all\":1", u"servers[1].all:"_s);
    row("absent without null", "\"300\":\"N", "\"301\":\"N", u"servers[0].absent.301:"_s);
    row("tab", "fresh();", "\\tfresh();", u"servers[0].codes.304.code:"_s);
}

void ServerCatalogTest::mistakesNameTheirPlace()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, place);
    QByteArray json = sample();
    QVERIFY(json.contains(before));
    const auto list = ServerCatalog::fromJson(json.replace(before, after));
    QVERIFY(!list);
    QCOMPARE(list.error().code, u"bad-servers"_s);
    QVERIFY2(list.error().message.contains(place), qPrintable(list.error().message));
}

void ServerCatalogTest::theFileIsReadOnceAndKept()
{
    const QTemporaryDir folder;
    const ServerCatalog catalog{ContentStore(folder.path())};
    QCOMPARE(catalog.servers().error().code, u"no-content"_s);
    QFile file(folder.filePath(u"servers.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(sample()) > 0);
    file.close();
    QCOMPARE(catalog.servers()->size(), 2);
    QVERIFY(file.remove());
    QCOMPARE(catalog.servers()->size(), 2);
}

void ServerCatalogTest::badFileNamesItself()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"servers.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") > 0);
    file.close();
    const auto list = ServerCatalog(ContentStore(folder.path())).servers();
    QVERIFY(!list);
    QVERIFY2(list.error().message.startsWith("servers.json: "_L1), qPrintable(list.error().message));
}

void ServerCatalogTest::blocksSayWhatTheServerDoes()
{
    const QList<Block> blocks = allServers(servers(), 304);
    QCOMPARE(blocks.size(), 5);
    QCOMPARE(plainText(blocks.at(0).inlines), u"Express 5.1. redirect(url) sends 302."_s);
    QCOMPARE(blocks.at(1).kind, BlockKind::Code);
    QCOMPARE(blocks.at(1).info, u"js"_s);
    QCOMPARE(blocks.at(1).text, u"fresh();\n"_s);
    QCOMPARE(plainText(blocks.at(2).inlines), u"It compares first."_s);
    QCOMPARE(plainText(blocks.at(3).inlines), u"Plain 1."_s);
    QCOMPARE(plainText(serverCode(servers().first(), 300).first().inlines), u"Nothing chooses."_s);
    QCOMPARE(plainText(serverCode(servers().last(), 306).first().inlines), u"Plain has no good way to send 306."_s);
}

DETOUR_TEST(ServerCatalogTest)
#include "tst_servercatalog.moc"
