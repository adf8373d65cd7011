// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/chainpath.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

Q_DECLARE_METATYPE(Detour::WireFault)

class ChainPathTest final : public QObject
{
    Q_OBJECT

private slots:
    void headAndRawRest();
    void badSegmentsAreNamed_data();
    void badSegmentsAreNamed();
    void locationFollowsTheModifiers_data();
    void locationFollowsTheModifiers();
    void relativeWithoutAHost();
    void unknownNamesAfterATildeAreText();
    void slashesAreSplitBeforeDecoding();
    void fieldsAndContent();
    void duplicateLocationsDiffer();
    void finalCodesHaveNoLocation();
    void delayIsRead();
    void faultsAreData_data();
    void faultsAreData();
    void schemesLeadToTheirPorts_data();
    void schemesLeadToTheirPorts();
    void whatThisLabCannotDoIsSaid();

private:
    static ChainPlace place() { return {"http", "www.localhost:9001", 9001, 9002, 9001, 9443}; }
    static ChainPlace securePlace() { return {"https", "www.localhost:9443", 9443, 9002, 9001, 9443}; }
    static ScriptedAnswer answer(const char *path)
    {
        const auto chain = ChainPath::parse(path);
        return chain ? answerFor(*chain, place()) : ScriptedAnswer{0, chain.error().message.toUtf8(), {}, {}};
    }
};

void ChainPathTest::headAndRawRest()
{
    const auto chain = ChainPath::parse("307/302~loc=%2Fa%252Fb/303");
    QVERIFY(chain);
    ChainSegment plain;
    plain.status = 307;
    QCOMPARE(chain->head, plain);
    QCOMPARE(chain->rest, "302~loc=%2Fa%252Fb/303");
    QVERIFY(ChainPath::parse("308")->rest.isEmpty());
    QVERIFY(ChainPath::parse("308/")->rest.isEmpty());
}

void ChainPathTest::badSegmentsAreNamed_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *path, const char *named) {
        QTest::newRow(path) << QByteArray(path) << QString::fromLatin1(named);
    };
    row("", "\"\"");
    row("three", "\"three\"");
    row("99", "\"99\"");
    row("101", "\"101\"");
    row("600", "\"600\"");
    row("0307", "\"0307\"");
    row("307/302/x", "\"x\"");
    row("307//302", "\"\"");
    row("307~nothing", "\"307~nothing\"");
    row("307~abs=1", "~abs takes no value");
    row("307~delay", "~delay needs");
    row("307~delay=-1", "milliseconds");
    row("307~delay=60001", "milliseconds");
    row("307~delay=99999999999999999999", "milliseconds");
    row("307~host=a%20b", "~host takes");
    row("307~host=a%2Fb", "~host takes");
    row("307~loc=%2F%0D%0AX: y", "CR, LF or NUL");
    row("307~loc=a%00b", "CR, LF or NUL");
    row("307~frag=a%0Ab", "CR, LF or NUL");
    row("307~cookie=a%0D%0Ab", "307~cookie");
    row("307~field=Content-Length:5", "Content-Length");
    row("307~field=transfer-encoding:chunked", "Transfer-Encoding");
    row("307~field=a b:c", "307~field");
    row("307~field=novalue", "NAME:VALUE");
    row("307~reset=1", "~reset takes no value");
    row("307/302~truncate~garbage", "one fault");
    row("304~truncate", "a 304 has none");
    row("204~endless", "a 204 has none");
    row("307~drip", "~drip needs");
    row("307~drip=-1", "milliseconds");
    row("307~drip=+1", "milliseconds");
    row("307~drip=10001", "milliseconds");
    row("307~https=1", "~https takes no value");
}

void ChainPathTest::badSegmentsAreNamed()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, named);
    const auto chain = ChainPath::parse(path);
    QVERIFY(!chain);
    QCOMPARE(chain.error().code, QStringLiteral("bad-chain"));
    QVERIFY2(chain.error().message.contains(named), qPrintable(chain.error().message));
}

void ChainPathTest::locationFollowsTheModifiers_data()
{
    QTest::addColumn<QByteArray>("location");
    const auto row = [](const char *path, const char *location) { QTest::newRow(path) << QByteArray(location); };
    row("307", "/lab/echo");
    row("307/302/303", "/lab/chain/302/303");
    row("307/302~loc=%2fA%7e|", "/lab/chain/302~loc=%2fA%7e|");
    row("307~abs", "http://www.localhost:9001/lab/echo");
    row("307~host=pay/302", "http://pay.localhost:9001/lab/chain/302");
    row("307~host=www/302", "/lab/chain/302");
    row("307~host=", "http://127.0.0.1:9001/lab/echo");
    row("307~port", "http://www.localhost:9002/lab/echo");
    row("307~port~host=pay", "http://pay.localhost:9002/lab/echo");
    row("307~frag=top/302", "/lab/chain/302#top");
    row("307~frag=", "/lab/echo#");
    row("307~loc=", "");
    row("307~loc=%2Fa%2520b~abs", "/a%20b");
    row("307~loc=%257Eabs", "%7Eabs");
    row("307~loc=javascript:alert(1)", "javascript:alert(1)");
    row("304", "/lab/echo");
    row("201~loc=%2Fnew", "/new");
}

void ChainPathTest::locationFollowsTheModifiers()
{
    QFETCH(QByteArray, location);
    const ScriptedAnswer made = answer(QTest::currentDataTag());
    QCOMPARE(made.fields.values("Location"), QList<QByteArray>{location});
}

void ChainPathTest::relativeWithoutAHost()
{
    ChainPlace old = place();
    old.authority.clear();
    QCOMPARE(answerFor(*ChainPath::parse("307"), old).fields.value("Location"), "/lab/echo");
    QCOMPARE(answerFor(*ChainPath::parse("307~abs"), old).fields.value("Location"), "http://127.0.0.1:9001/lab/echo");
    old.authority = "[::1]:9001";
    QCOMPARE(answerFor(*ChainPath::parse("307~port"), old).fields.value("Location"), "http://[::1]:9002/lab/echo");
}

void ChainPathTest::unknownNamesAfterATildeAreText()
{
    QCOMPARE(answer("302~body=a~b~absolute~.").content, "a~b~absolute~.");
    const auto chain = ChainPath::parse("302~body=x~abs");
    QVERIFY(chain->head.absolute);
    QCOMPARE(*chain->head.content, "x");
    QVERIFY(!ChainPath::parse("302~body=x%7Eabs")->head.absolute);
}

void ChainPathTest::slashesAreSplitBeforeDecoding()
{
    const auto chain = ChainPath::parse("302~loc=%2Fa%2Fb/303");
    QCOMPARE(*chain->head.location, "/a/b");
    QCOMPARE(chain->rest, "303");
}

void ChainPathTest::fieldsAndContent()
{
    const ScriptedAnswer made =
        answer("302~cookie=sid=1; Path=%2F~cache=no-store~field=X-A:%20b:c~field=X-A:d~body=gone%20on");
    QCOMPARE(made.reasonPhrase, "Found");
    QCOMPARE(made.fields.lines(), (QList<Field>{{"Location", "/lab/echo"},
                                                {"Set-Cookie", "sid=1; Path=/"},
                                                {"Cache-Control", "no-store"},
                                                {"X-A", "b:c"},
                                                {"X-A", "d"},
                                                {"Content-Type", "text/plain; charset=utf-8"}}));
    QCOMPARE(made.content, "gone on");
    QCOMPARE(answer("302~body=<p>~field=content-type:text%2Fhtml").fields.values("Content-Type"),
             QList<QByteArray>{"text/html"});
}

void ChainPathTest::duplicateLocationsDiffer()
{
    const auto locations = answer("302~dup").fields.values("Location");
    QCOMPARE(locations.size(), 2);
    QVERIFY(locations.at(0) != locations.at(1));
    QVERIFY(answer("302~dup~noloc").fields.isEmpty());
}

void ChainPathTest::finalCodesHaveNoLocation()
{
    QCOMPARE(answer("404/302").status, 404);
    QVERIFY(answer("404/302").fields.isEmpty());
    QVERIFY(answer("307~noloc").fields.isEmpty());
}

void ChainPathTest::delayIsRead()
{
    QCOMPARE(ChainPath::parse("302~delay=250~abs")->head.delayMs, 250);
}

void ChainPathTest::faultsAreData_data()
{
    QTest::addColumn<WireFault>("fault");
    QTest::newRow("302") << WireFault::None;
    QTest::newRow("302~reset") << WireFault::Reset;
    QTest::newRow("302~close") << WireFault::Close;
    QTest::newRow("302~truncate") << WireFault::Truncate;
    QTest::newRow("302~badlength") << WireFault::BadLength;
    QTest::newRow("302~badchunk") << WireFault::BadChunk;
    QTest::newRow("302~garbage") << WireFault::Garbage;
    QTest::newRow("302~twice") << WireFault::Twice;
    QTest::newRow("302~endless~endless") << WireFault::Endless;
    QTest::newRow("304~huge") << WireFault::Huge;
}

void ChainPathTest::faultsAreData()
{
    const QByteArray path = QTest::currentDataTag();
    const auto chain = ChainPath::parse(QByteArray(path + "~drip=7/303"));
    QVERIFY(chain);
    QTEST(chain->head.fault, "fault");
    QCOMPARE(chain->head.dripMs, std::optional(7));
    QCOMPARE(chain->rest, "303");
    // The answer is the one it would be without: what goes wrong is how it is written.
    QCOMPARE(answerFor(*chain, place()), answerFor(*ChainPath::parse(QByteArray(path.first(3) + "/303")), place()));
}

void ChainPathTest::schemesLeadToTheirPorts_data()
{
    QTest::addColumn<bool>("secure");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("location");
    const auto row = [](bool secure, const char *path, const char *location) {
        QTest::addRow("%s from %s", path, secure ? "https" : "http")
            << secure << QByteArray(path) << QByteArray(location);
    };
    row(false, "307~https", "https://www.localhost:9443/lab/echo");
    row(false, "307~https~host=pay/302~http", "https://pay.localhost:9443/lab/chain/302~http");
    row(false, "307~https~host=~frag=a", "https://127.0.0.1:9443/lab/echo#a");
    row(false, "307~http", "/lab/echo");
    row(false, "307~http~abs", "http://www.localhost:9001/lab/echo");
    row(false, "307~https~http", "/lab/echo"); // the last one counts
    row(true, "307", "/lab/echo");
    row(true, "307~abs", "https://www.localhost:9443/lab/echo");
    row(true, "307~https", "/lab/echo");
    row(true, "307~host=pay", "https://pay.localhost:9443/lab/echo");
    row(true, "307~http/303", "http://www.localhost:9001/lab/chain/303");
    row(true, "307~http~port", "http://www.localhost:9002/lab/echo");
}

void ChainPathTest::schemesLeadToTheirPorts()
{
    QFETCH(bool, secure);
    QFETCH(QByteArray, path);
    const ChainPlace here = secure ? securePlace() : place();
    const auto chain = ChainPath::parse(path);
    QVERIFY(chain);
    QVERIFY(!problemAt(*chain, here));
    QTEST(*answerFor(*chain, here).fields.value("Location"), "location");
}

void ChainPathTest::whatThisLabCannotDoIsSaid()
{
    ChainPlace plain = place();
    plain.httpsPort = 0;
    // At the first request, although only the second segment asks for it.
    const auto problem = problemAt(*ChainPath::parse("307/302~https"), plain);
    QVERIFY(problem);
    QCOMPARE(problem->code, QStringLiteral("bad-chain"));
    QVERIFY(problem->message.contains(QLatin1StringView("~https")));
    QVERIFY(!problemAt(*ChainPath::parse("307~http~port"), plain));
    QVERIFY(problemAt(*ChainPath::parse("307~port"), securePlace())->message.contains(QLatin1StringView("~port")));
    QVERIFY(problemAt(*ChainPath::parse("307~https~port"), place()));
    QVERIFY(!problemAt(*ChainPath::parse("307~http~port"), securePlace()));

    ChainPlace usual = place();
    usual.httpsPort = 443;
    QCOMPARE(*answerFor(*ChainPath::parse("307~https"), usual).fields.value("Location"),
             "https://www.localhost/lab/echo");
}

DETOUR_TEST(ChainPathTest)
#include "tst_chainpath.moc"
