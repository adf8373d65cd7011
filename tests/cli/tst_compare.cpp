// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "capturedoutput.h"
#include "cli/commands.h"
#include "support/testregistry.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestCompare final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_input = 0; }
    void theProofLine();
    void textGroupsByWhatIsSent();
    void linesFitTheTerminal();
    void onlyTheNamedClients();
    void fetchIsTheBaseWhereverItIsNamed();
    void badInputHasItsCodeAndOneSentence_data();
    void badInputHasItsCodeAndOneSentence();
    void theNetworkFailsForAllOfThem();
    void aPipeIsReadOnce();
    void theComparisonMayGoToAFile();
    void theUsersLimitStandsInTheTable();

private:
    using Words = QList<QByteArray>;
    int run(const Words &words);
    QJsonObject comparisonOf(Words words);

    std::unique_ptr<Test::CapturedOutput> m_out;
    std::unique_ptr<Test::CapturedOutput> m_err;
    int m_input = 0;
};

int TestCompare::run(const Words &words)
{
    m_out = std::make_unique<Test::CapturedOutput>();
    m_err = std::make_unique<Test::CapturedOutput>();
    const CommandContext context{*m_out, *m_err, m_input, "9.9", false, false, false, ContentStore()};
    const Result<CommandLine> line = CommandLine::parse(words, false);
    return line ? runCommand(*line, context) : context.complain(line.error().message, exitBadWords);
}

QJsonObject TestCompare::comparisonOf(Words words)
{
    words.prepend("compare");
    words.append({"--format", "json"});
    return run(words) == 0 ? QJsonDocument::fromJson(m_out->bytes()).object() : QJsonObject();
}

namespace {

QJsonObject lastRequest(const QJsonObject &comparison, const QString &client)
{
    const QJsonArray traces = comparison["traces"_L1].toArray();
    for (const QJsonValue &trace : traces) {
        if (trace["client"_L1].toString() == client) {
            return trace["hops"_L1].toArray().last().toObject()["request"_L1].toObject();
        }
    }
    return {};
}

} // namespace

void TestCompare::theProofLine()
{
    const QJsonObject json = comparisonOf({"-X", "PUT", "-d", "x", "lab:/lab/chain/301"});
    QCOMPARE(json["base"_L1].toString(), u"fetch"_s);
    for (const QString &client : {u"fetch"_s, u"httpx"_s}) {
        QCOMPARE(lastRequest(json, client)["method"_L1].toString(), u"PUT"_s);
        QCOMPARE(lastRequest(json, client)["received"_L1]["body"_L1]["bytes"_L1].toInt(), 1);
    }
    for (const QString &client : {u"requests"_s, u"curl-X"_s}) {
        QCOMPARE(lastRequest(json, client)["method"_L1].toString(), u"PUT"_s);
        QCOMPARE(lastRequest(json, client)["received"_L1]["body"_L1]["bytes"_L1].toInt(), 0);
    }
    for (const QString &client : {u"go"_s, u"qt"_s}) {
        QCOMPARE(lastRequest(json, client)["method"_L1].toString(), u"GET"_s);
        QVERIFY(lastRequest(json, client)["body"_L1].isNull());
    }
    const QJsonArray differences = json["differences"_L1].toArray();
    const bool namesGo = std::any_of(differences.begin(), differences.end(), [](const QJsonValue &difference) {
        return difference["client"_L1].toString() == "go"_L1 && difference["what"_L1].toString() == "method-changed"_L1
               && difference["hop"_L1].toInt() == 1 && !difference["rule"_L1].toString().isEmpty();
    });
    QVERIFY(namesGo);
}

void TestCompare::textGroupsByWhatIsSent()
{
    QCOMPARE(run({"compare", "-X", "PUT", "-d", "x", "lab:/lab/chain/301"}), 0);
    const QString text = m_out->text();
    const qsizetype stayed = text.indexOf("PUT stayed PUT, the body was sent again"_L1);
    const qsizetype became = text.indexOf("PUT became GET, the body was dropped"_L1);
    const qsizetype lost = text.indexOf("PUT stayed PUT, but the body was lost"_L1);
    QVERIFY2(stayed > 0 && stayed < became && became < lost, qPrintable(text));
    QVERIFY2(text.contains("Why they differ."_L1), qPrintable(text));
    QVERIFY(m_err->text().isEmpty());
}

void TestCompare::linesFitTheTerminal()
{
    QCOMPARE(run({"compare", "-d", "x", "--max-redirects", "9", "lab:/lab/loop/self"}), 0);
    for (const QByteArray &line : m_out->lines()) {
        QVERIFY2(QString::fromUtf8(line).size() <= 80, line.constData());
    }
}

void TestCompare::onlyTheNamedClients()
{
    const QJsonObject json = comparisonOf({"--as", "go,curl", "-d", "x", "lab:/lab/chain/302"});
    QCOMPARE(json["traces"_L1].toArray().size(), 2);
    QCOMPARE(json["base"_L1].toString(), u"go"_s);
}

void TestCompare::fetchIsTheBaseWhereverItIsNamed()
{
    QCOMPARE(comparisonOf({"--as", "go,fetch", "lab:/lab/chain/302"})["base"_L1].toString(), u"fetch"_s);
}

void TestCompare::badInputHasItsCodeAndOneSentence_data()
{
    QTest::addColumn<Words>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown client") << Words{"compare", "--as", "fetch,crul", "lab:/"} << 2 << u"crul"_s;
    QTest::newRow("no client") << Words{"compare", "--as", "", "lab:/"} << 2 << u"--as"_s;
    QTest::newRow("twice") << Words{"compare", "--as", "go,go", "lab:/"} << 2 << u"go"_s;
    QTest::newRow("no URL") << Words{"compare"} << 2 << u"URL"_s;
    QTest::newRow("scheme") << Words{"compare", "ftp://a.test/"} << 2 << u"ftp"_s;
    QTest::newRow("curl's option") << Words{"compare", "-L", "lab:/"} << 2 << u"-L"_s;
    QTest::newRow("no file") << Words{"compare", "-d", "@/nonexistent", "lab:/"} << 5 << u"/nonexistent"_s;
    QTest::newRow("HEAD with body") << Words{"compare", "-X", "HEAD", "-d", "x", "lab:/"} << 2 << u"HEAD"_s;
}

void TestCompare::badInputHasItsCodeAndOneSentence()
{
    QFETCH(Words, words);
    QTEST(run(words), "code");
    QCOMPARE(m_err->lines().size(), 1);
    QFETCH(QString, named);
    QVERIFY2(m_err->text().contains(named), qPrintable(m_err->text()));
    QVERIFY(m_out->bytes().isEmpty());
}

void TestCompare::theNetworkFailsForAllOfThem()
{
    QCOMPARE(run({"compare", "--as", "fetch,go", "http://127.0.0.1:1/"}), 4);
    QVERIFY2(m_out->text().contains("connection-refused"_L1), qPrintable(m_out->text()));
}

void TestCompare::aPipeIsReadOnce()
{
    int ends[2];
    QVERIFY(::pipe(ends) == 0);
    QCOMPARE(::write(ends[1], "x=1", 3), 3);
    ::close(ends[1]);
    m_input = ends[0];
    const QJsonObject json = comparisonOf({"-d", "@-", "lab:/lab/chain/303"});
    ::close(ends[0]);
    const QJsonArray traces = json["traces"_L1].toArray();
    QVERIFY(traces.size() >= 14);
    for (const QJsonValue &trace : traces) {
        const QJsonValue first = trace["hops"_L1].toArray().first()["request"_L1];
        QCOMPARE(first["received"_L1]["body"_L1]["bytes"_L1].toInt(), 3);
    }
}

void TestCompare::theComparisonMayGoToAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.json"_s);
    QCOMPARE(run({"compare", "--as", "fetch,go", "--format", "json", "-o", path.toLocal8Bit(), "lab:/lab/chain/302"}),
             0);
    QVERIFY(m_out->bytes().isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object()["schema"_L1].toString(), u"detour.compare/1"_s);
    QCOMPARE(run({"compare", "-o", "/nonexistent/x", "lab:/"}), 5);
}

void TestCompare::theUsersLimitStandsInTheTable()
{
    QCOMPARE(run({"compare", "--as", "curl,aiohttp", "--max-redirects", "7", "lab:/lab/chain/302"}), 0);
    for (const QByteArray &line : m_out->lines()) {
        if (line.startsWith("   curl ")) {
            QVERIFY2(line.endsWith(" 7"), line.constData());
        } else if (line.startsWith("   aiohttp ")) {
            QVERIFY2(line.endsWith(" 6"), line.constData()); // it counts requests
        }
    }
}

DETOUR_TEST(TestCompare)

#include "tst_compare.moc"
