// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestCommandLine final : public QObject
{
    Q_OBJECT

private slots:
    void readsOptionsInEverySpelling_data();
    void readsOptionsInEverySpelling();
    void theLastOfTwoCounts();
    void fieldsMayBeRepeated();
    void twoDashesEndTheOptions();
    void bytesStayBytes();
    void codesAreTheWindows();
    void savedTracesAreToldByTheirNames();
    void contentStandsAnywhere();
    void wrongWordsAreNamedAndMended_data();
    void wrongWordsAreNamedAndMended();
    void laterWordsAreUnknown_data();
    void laterWordsAreUnknown();
    void withoutAWindowScreenshotsAreUnknown();
    void helpFitsTheTerminal();
    void helpNamesEveryOptionAndNothingElse();
};

namespace {

Result<CommandLine> parsed(const QByteArray &words, bool hasWindow = true)
{
    return CommandLine::parse(words.isEmpty() ? QList<QByteArray>() : words.split(' '), hasWindow);
}

} // namespace

void TestCommandLine::readsOptionsInEverySpelling_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("option");
    QTest::addColumn<QByteArray>("value");

    const auto row = [](const char *words, const char *option, const char *value) {
        QTest::newRow(words) << QByteArray(words) << QByteArray(option) << QByteArray(value);
    };
    row("trace -X POST http://a/", "request", "POST");
    row("trace -XPOST http://a/", "request", "POST");
    row("trace --request POST http://a/", "request", "POST");
    row("trace --request=POST http://a/", "request", "POST");
    row("trace http://a/ -X POST", "request", "POST");
    row("trace -kXPOST http://a/", "request", "POST");
    row("trace -d@- http://a/", "data", "@-");
    row("trace -d -5 http://a/", "data", "-5");
    row("trace --data= http://a/", "data", "");
    row("trace --data=a=b http://a/", "data", "a=b");
    row("trace --max-redirects=3 http://a/", "max-redirects", "3");
    row("trace --max-redirs 3 http://a/", "max-redirects", "3");
    row("trace --max-redirs=3 http://a/", "max-redirects", "3");
    row("trace --format json http://a/", "format", "json");
    row("trace -o - http://a/", "output", "-");
    row("trace -k http://a/", "insecure", "");
    row("page 307 --format=html", "format", "html");
    row("lab --port 0 --log json", "log", "json");
}

void TestCommandLine::readsOptionsInEverySpelling()
{
    QFETCH(const QByteArray, words);
    QFETCH(const QByteArray, option);
    QFETCH(const QByteArray, value);
    const Result<CommandLine> line = parsed(words);
    QVERIFY2(line, qPrintable(line ? QString() : line.error().message));
    QVERIFY(line->has(option));
    QCOMPARE(line->value(option), value);
    if (line->command() == "trace") {
        QCOMPARE(line->argument(), "http://a/"_ba);
    }
}

void TestCommandLine::theLastOfTwoCounts()
{
    QCOMPARE(parsed("trace -X GET -X PUT http://a/")->value("request"), "PUT"_ba);
    QCOMPARE(parsed("trace -X GET http://a/")->value("data"), std::nullopt);
}

void TestCommandLine::fieldsMayBeRepeated()
{
    QCOMPARE(parsed("trace -H A:1 --header B:2 -HC:3 http://a/")->values("header"),
             QList<QByteArray>({"A:1", "B:2", "C:3"}));
}

void TestCommandLine::twoDashesEndTheOptions()
{
    const Result<CommandLine> line = parsed("trace -- -k");
    QVERIFY(line);
    QCOMPARE(line->argument(), "-k"_ba);
    QVERIFY(!line->has("insecure"));
}

void TestCommandLine::bytesStayBytes()
{
    const Result<CommandLine> line = CommandLine::parse({"trace", "-d", "\xff\xfe", "http://a/"}, true);
    QVERIFY(line);
    QCOMPARE(line->value("data"), "\xff\xfe"_ba);
}

void TestCommandLine::codesAreTheWindows()
{
    QCOMPARE(parsed("")->command(), ""_ba);
    QVERIFY(!parsed("")->argument());
    QCOMPARE(parsed("307")->command(), ""_ba);
    QCOMPARE(parsed("307")->argument(), "307"_ba);
}

void TestCommandLine::savedTracesAreToldByTheirNames()
{
    for (const char *words : {"trace.json", "./trace", "/tmp/TRACE.JSON", "../x.json --content DIR"}) {
        const Result<CommandLine> line = parsed(words);
        QVERIFY2(line, words);
        QCOMPARE(line->command(), ""_ba);
        QVERIFY(line->namedFile());
    }
    QVERIFY(!parsed("307")->namedFile());
    QVERIFY(!parsed("page 307")->namedFile());
    QVERIFY(!parsed("trace ./x.json")->namedFile()); // a URL, and a wrong one
    QVERIFY(!parsed("lab:/lab/loop.json"));
    QVERIFY(!parsed("a.json b.json"));
}

void TestCommandLine::contentStandsAnywhere()
{
    for (const char *words : {"--content DIR page 307", "page --content DIR 307", "page 307 --content=DIR"}) {
        QCOMPARE(parsed(words)->value("content"), "DIR"_ba);
        QCOMPARE(parsed(words)->command(), "page"_ba);
    }
}

void TestCommandLine::wrongWordsAreNamedAndMended_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("mend");

    const auto row = [](const char *words, const char16_t *named, const char16_t *mend) {
        QTest::newRow(words) << QByteArray(words) << QString::fromUtf16(named) << QString::fromUtf16(mend);
    };
    row("trac http://a/", u"“trac”", u"did you mean trace?");
    row("frobnicate", u"“frobnicate”", u"detour --help");
    row("http://a/", u"“http://a/”", u"detour trace URL");
    row("trace", u"“trace”", u"detour trace URL");
    row("page", u"“page”", u"detour page CODE|SLUG");
    row("trace http://a/ http://b/", u"“http://b/”", u"detour trace --help");
    row("clients fetch", u"“fetch”", u"detour clients --help");
    row("307 308", u"“308”", u"detour --help");
    row("309", u"“309”", u"300 to 308");
    row("--present prg 307", u"“307”", u"leave out");
    row("--present prg page 307", u"“page”", u"leave out");
    row("--present", u"“--present”", u"--present LESSON");
    row("-5", u"“-5”", u"detour --help");
    row("trace --fromat json http://a/", u"“--fromat”", u"did you mean --format?");
    row("trace --frobnicate http://a/", u"“--frobnicate”", u"detour trace --help");
    row("trace -Z http://a/", u"“-Z”", u"detour trace --help");
    row("trace -L http://a/", u"“-L”", u"leave it out");
    row("trace -I http://a/", u"“-I”", u"-X HEAD");
    row("trace -format json http://a/", u"“-format”", u"did you mean --format?");
    row("trace --format xml http://a/", u"“xml”", u"text, json");
    row("trace --format jsno http://a/", u"“jsno”", u"did you mean json?");
    row("trace --format= http://a/", u"“”", u"text, json");
    row("trace --insecure=yes http://a/", u"“--insecure”", u"no value");
    row("trace http://a/ -X", u"“-X”", u"-X METHOD");
    row("trace http://a/ --max-redirs", u"“--max-redirs”", u"needs a value");
    row("lab --log text", u"“text”", u"json");
    row("--help=1", u"“--help”", u"no value");
    row("trace \x1b[31m --x", u"--x", u"detour trace --help");
}

void TestCommandLine::wrongWordsAreNamedAndMended()
{
    QFETCH(const QByteArray, words);
    QFETCH(const QString, named);
    QFETCH(const QString, mend);
    const Result<CommandLine> line = parsed(words);
    QVERIFY(!line);
    const QString message = line.error().message;
    QVERIFY2(message.contains(named), qPrintable(message));
    QVERIFY2(message.contains(mend), qPrintable(message));
    QVERIFY(!message.contains(u'\n'));
    QVERIFY(!message.contains(u'\x1b'));
}

void TestCommandLine::laterWordsAreUnknown_data()
{
    QTest::addColumn<QByteArray>("words");
    for (const char *words : {"export x", "trace --format har http://a/", "lab --watch", "lab --suite",
                              "trace --format mermaid http://a/"}) {
        QTest::newRow(words) << QByteArray(words);
    }
}

void TestCommandLine::laterWordsAreUnknown()
{
    QFETCH(const QByteArray, words);
    QVERIFY(!parsed(words));
}

void TestCommandLine::withoutAWindowScreenshotsAreUnknown()
{
    QVERIFY(parsed("screenshots DIR --quick", true));
    const Result<CommandLine> line = parsed("screenshots DIR", false);
    QVERIFY(!line);
    QVERIFY(line.error().message.contains(u"no window"));
    QVERIFY(!helpText(*findCommand({}, false), false).contains(u"screenshots"));
    QVERIFY(!helpText(*findCommand({}, false), false).contains(u"present"));
    QVERIFY(!parsed("--present prg", false));
    QCOMPARE(parsed("--present prg", true)->value("present"), std::optional(QByteArray("prg")));
    QVERIFY(helpText(*findCommand({}, true), true).contains(u"screenshots"));
}

void TestCommandLine::helpFitsTheTerminal()
{
    QList<const CommandSpec *> all = commands(true);
    all.append(findCommand({}, true));
    for (const CommandSpec *spec : all) {
        const QStringList lines = helpText(*spec, true).split(u'\n');
        for (const QString &line : lines) {
            QVERIFY2(line.size() <= 80, qPrintable(line));
        }
    }
}

void TestCommandLine::helpNamesEveryOptionAndNothingElse()
{
    const CommandSpec *trace = findCommand("trace", true);
    const QString help = helpText(*trace, true);
    for (const OptionSpec &option : trace->options + globalOptions()) {
        QVERIFY(help.contains(u"--"_s + QString::fromLatin1(option.name)));
    }
    QVERIFY(!help.contains(u"mermaid"));
    QVERIFY(!helpText(*findCommand({}, true), true).contains(u"export"));
    QVERIFY(!helpText(*findCommand("lab", true), true).contains(u"watch"));
}

DETOUR_TEST(TestCommandLine)
#include "tst_commandline.moc"
