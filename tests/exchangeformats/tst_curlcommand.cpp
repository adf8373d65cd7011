// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/curlcommand.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

using Lines = QList<QByteArray>;

class TestCurlCommand final : public QObject
{
    Q_OBJECT

private slots:
    void knowsACommandByItsBeginning_data();
    void knowsACommandByItsBeginning();
    void readsWhatABrowserCopies();
    void theMethodFollowsFromTheOptions_data();
    void theMethodFollowsFromTheOptions();
    void severalDataAreJoined_data();
    void severalDataAreJoined();
    void dataOfGetGoesIntoTheQuery();
    void fieldsOfOptionsAreGenerated();
    void whatIsTypedWins();
    void anEmptyHeaderTakesAway();
    void jsonFieldsCountAsTyped();
    void aFileIsTheContent();
    void limitsAndTrust();
    void unknownOptionsAreNamed();
    void aSchemeIsAdded();
    void namedMethodsFollowAsCurlX();
    void badWordsAreErrors_data();
    void badWordsAreErrors();
};

namespace {

CurlCommand read(const QByteArray &text)
{
    const auto command = importCurl(text);
    if (!command) {
        QTest::qFail(qPrintable(command.error().message), __FILE__, __LINE__);
        return {};
    }
    return *command;
}

bool anyHas(const QStringList &notes, const QString &words)
{
    return notes.filter(words).size() == 1;
}

} // namespace

void TestCurlCommand::knowsACommandByItsBeginning_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("is");
    QTest::newRow("plain") << QByteArray("curl http://a.test/") << true;
    QTest::newRow("with a prompt") << QByteArray(" $ curl\t-I x") << true;
    QTest::newRow("on several lines") << QByteArray("curl \\\n x") << true;
    QTest::newRow("a host of that name") << QByteArray("curl.test/") << false;
    QTest::newRow("a URL") << QByteArray("http://a.test/?curl x") << false;
    QTest::newRow("alone") << QByteArray("curl") << false;
}

void TestCurlCommand::knowsACommandByItsBeginning()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, is);
    QCOMPARE(looksLikeCurl(text), is);
}

void TestCurlCommand::readsWhatABrowserCopies()
{
    const CurlCommand command = read("curl 'http://a.test/api?x=1&y=2' \\\n"
                                     "  -X 'POST' \\\n"
                                     "  -H 'Accept: */*' \\\n"
                                     "  -H 'content-type: application/json' \\\n"
                                     "  -b 'sid=1; theme=dark' \\\n"
                                     "  --data-raw $'{\"it\\'s\":\"\\u0021\"}' \\\n"
                                     "  --compressed \\\n"
                                     "  --insecure");
    QCOMPARE(command.method, "POST"_ba);
    QCOMPARE(command.url, "http://a.test/api?x=1&y=2"_ba);
    QCOMPARE(command.fieldLines, (Lines{"Accept: */*", "content-type: application/json",
                                        "Accept-Encoding: deflate, gzip, br, zstd", "Cookie: sid=1; theme=dark"}));
    QCOMPARE(command.generated, (Lines{"Accept-Encoding", "Cookie"}));
    QCOMPARE(command.data, "{\"it's\":\"!\"}"_ba);
    QVERIFY(!command.verifiesTls);
    QVERIFY(!command.follows);
    QCOMPARE(command.notes.size(), 1); // on -L
}

void TestCurlCommand::theMethodFollowsFromTheOptions_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("GET");
    QTest::newRow("-I") << QByteArray("-I") << QByteArray("HEAD");
    QTest::newRow("-d") << QByteArray("-d a") << QByteArray("POST");
    QTest::newRow("-T") << QByteArray("-T file") << QByteArray("PUT");
    QTest::newRow("--json") << QByteArray("--json {}") << QByteArray("POST");
    QTest::newRow("-G") << QByteArray("-G -d a") << QByteArray("GET");
    QTest::newRow("-G -I") << QByteArray("-GI -d a") << QByteArray("HEAD");
    QTest::newRow("-X") << QByteArray("-XPATCH -d a") << QByteArray("PATCH");
    QTest::newRow("lower case") << QByteArray("-X purge") << QByteArray("purge");
}

void TestCurlCommand::theMethodFollowsFromTheOptions()
{
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, method);
    QCOMPARE(read("curl " + words + " http://a.test/").method, method);
}

void TestCurlCommand::severalDataAreJoined_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("two") << QByteArray("-d a=1 --data b=2") << QByteArray("a=1&b=2");
    QTest::newRow("raw at-sign") << QByteArray("--data-raw @a") << QByteArray("@a");
    QTest::newRow("encoded") << QByteArray("--data-urlencode 'a=x y&z' --data-urlencode '=é' --data-urlencode 'p q'")
                             << QByteArray("a=x%20y%26z&%C3%A9&p%20q");
    QTest::newRow("json after json") << QByteArray("--json '{}' --json 1 -d x") << QByteArray("{}1&x");
    QTest::newRow("empty") << QByteArray("-d ''") << QByteArray("");
}

void TestCurlCommand::severalDataAreJoined()
{
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, content);
    QCOMPARE(read("curl " + words + " http://a.test/").data, content);
}

void TestCurlCommand::dataOfGetGoesIntoTheQuery()
{
    const CurlCommand command = read("curl -G -d a=1 -d b=2 'http://a.test/x?y#part'");
    QCOMPARE(command.url, "http://a.test/x?y&a=1&b=2"_ba);
    QVERIFY(!command.data);
    QVERIFY(command.fieldLines.isEmpty());
    QCOMPARE(read("curl -G -d a=1 a.test").url, "http://a.test?a=1"_ba);
}

void TestCurlCommand::fieldsOfOptionsAreGenerated()
{
    const CurlCommand command =
        read("curl -u ada:secret -b a=1 -b b=2 -A me -e 'http://b.test/;auto' -d x --compressed http://a.test/");
    QCOMPARE(command.fieldLines, (Lines{"Authorization: Basic YWRhOnNlY3JldA==", "User-Agent: me",
                                        "Referer: http://b.test/", "Accept-Encoding: deflate, gzip, br, zstd",
                                        "Content-Type: application/x-www-form-urlencoded", "Cookie: a=1;b=2"}));
    QCOMPARE(command.generated,
             (Lines{"Authorization", "User-Agent", "Referer", "Accept-Encoding", "Content-Type", "Cookie"}));
    // Without ";auto", curl 7.88.1 keeps the Referer of -e at a redirect as it keeps one of -H.
    const CurlCommand plain = read("curl -e http://b.test/ http://a.test/");
    QCOMPARE(plain.fieldLines, Lines{"Referer: http://b.test/"});
    QVERIFY(plain.generated.isEmpty());
}

void TestCurlCommand::whatIsTypedWins()
{
    const CurlCommand command =
        read("curl -d x -H 'content-TYPE:text/plain' -A me -H 'User-Agent: you' http://a.test/");
    QCOMPARE(command.fieldLines, (Lines{"content-TYPE:text/plain", "User-Agent: you"}));
    QVERIFY(command.generated.isEmpty());
}

void TestCurlCommand::anEmptyHeaderTakesAway()
{
    const CurlCommand command = read("curl -d x -H 'Content-Type:' -H 'X-Empty;' http://a.test/");
    QCOMPARE(command.fieldLines, Lines{"X-Empty:"});
    QVERIFY(command.generated.isEmpty());
}

void TestCurlCommand::jsonFieldsCountAsTyped()
{
    const CurlCommand command = read("curl --json '{\"a\":1}' http://a.test/");
    QCOMPARE(command.fieldLines, (Lines{"Content-Type: application/json", "Accept: application/json"}));
    QVERIFY(command.generated.isEmpty());
    QVERIFY(!command.isForm);
}

void TestCurlCommand::aFileIsTheContent()
{
    QCOMPARE(read("curl --data-binary @a.bin http://a.test/").file, "a.bin"_ba);
    const CurlCommand stripped = read("curl -d @a.txt http://a.test/");
    QCOMPARE(stripped.file, "a.txt"_ba);
    QVERIFY(anyHas(stripped.notes, u"line ends"_s));
    const CurlCommand mixed = read("curl -d a=1 -d @a.txt http://a.test/");
    QVERIFY(!mixed.file);
    QCOMPARE(mixed.data, "a=1"_ba);
    QVERIFY(anyHas(mixed.notes, u"files were left out"_s));
    QVERIFY(anyHas(read("curl -d @- http://a.test/").notes, u"standard input"_s));
    QCOMPARE(read("curl -T up.bin http://a.test/").file, "up.bin"_ba);
}

void TestCurlCommand::limitsAndTrust()
{
    const CurlCommand command = read("curl --location-trusted --max-redirs -1 -m 2.5 -k http://a.test/");
    QVERIFY(command.follows && command.locationTrusted && !command.verifiesTls);
    QCOMPARE(command.redirectLimit, -1);
    QCOMPARE(command.timeout, 2.5);
    QVERIFY(command.notes.isEmpty());
    QVERIFY(anyHas(read("curl -L --post302 -d a http://a.test/").notes, u"--post302 would keep POST"_s));
}

void TestCurlCommand::unknownOptionsAreNamed()
{
    const CurlCommand command =
        read("curl -sSL -o out -x http://proxy.test:1 --frobnicate -F a=b --http2 -w '%{http_code}' http://a.test/ "
             "http://b.test/ --next http://c.test/ | jq .");
    QCOMPARE(command.url, "http://a.test/"_ba);
    QVERIFY2(anyHas(command.notes, u"nothing like it: -x http://proxy.test:1, --frobnicate, -F a=b, --http2."_s),
             qPrintable(command.notes.join(u'\n')));
    QVERIFY(anyHas(command.notes, u"Without effect on what is sent: -s, -S, -o, -w."_s));
    QVERIFY(anyHas(command.notes, u"more than one URL"_s));
    QVERIFY(anyHas(command.notes, u"--next"_s));
    QVERIFY(anyHas(command.notes, u"| jq ."_s));
    QVERIFY(anyHas(read("curl 'http://a.test/{b,c}'").notes, u"pattern"_s));
    QCOMPARE(read("curl -gL 'http://a.test/{b,c}'").notes, QStringList());
}

void TestCurlCommand::aSchemeIsAdded()
{
    QCOMPARE(read("curl a.test/x").url, "http://a.test/x"_ba);
    QCOMPARE(read("curl --url https://a.test").url, "https://a.test"_ba);
    QCOMPARE(read("curl -- -x.test").url, "http://-x.test"_ba);
}

void TestCurlCommand::namedMethodsFollowAsCurlX()
{
    QCOMPARE(read("curl -L -d a http://a.test/").clientId(), u"curl"_s);
    QCOMPARE(read("curl -L -X POST -d a http://a.test/").clientId(), u"curl-X"_s);
}

void TestCurlCommand::badWordsAreErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("not curl") << QByteArray("wget http://a.test/");
    QTest::newRow("open quote") << QByteArray("curl 'http://a.test/");
    QTest::newRow("no URL") << QByteArray("curl -L -d a");
    QTest::newRow("no value") << QByteArray("curl http://a.test/ -X");
    QTest::newRow("no number") << QByteArray("curl http://a.test/ -m soon");
}

void TestCurlCommand::badWordsAreErrors()
{
    QFETCH(QByteArray, text);
    const auto command = importCurl(text);
    QVERIFY(!command);
    QCOMPARE(command.error().code, u"bad-words"_s);
    QVERIFY(command.error().message.endsWith(u'.'));
}

DETOUR_TEST(TestCurlCommand)
#include "tst_curlcommand.moc"
