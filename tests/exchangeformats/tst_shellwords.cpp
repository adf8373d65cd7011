// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/shellwords.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;

using Words = QList<QByteArray>;

class TestShellWords final : public QObject
{
    Q_OBJECT

private slots:
    void readsAsAShellDoes_data();
    void readsAsAShellDoes();
    void anOpenQuoteIsAnError_data();
    void anOpenQuoteIsAnError();
    void whatFollowsTheCommandIsTold();
    void quotedBytesComeBack_data();
    void quotedBytesComeBack();
};

void TestShellWords::readsAsAShellDoes_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<Words>("words");
    QTest::newRow("blanks") << QByteArray(" a \t b\nc ") << Words{"a", "b", "c"};
    QTest::newRow("single quotes") << QByteArray(R"('a b'c 'd\n')") << Words{"a bc", "d\\n"};
    QTest::newRow("a quote in quotes") << QByteArray(R"('it'\''s')") << Words{"it's"};
    QTest::newRow("double quotes") << QByteArray(R"("a \"b\" \$c \d")") << Words{"a \"b\" $c \\d"};
    QTest::newRow("empty words") << QByteArray(R"('' "" $'')") << Words{"", "", ""};
    QTest::newRow("joined lines") << QByteArray("a \\\n  b \\\r\n c\\\nd") << Words{"a", "b", "cd"};
    QTest::newRow("joined in quotes") << QByteArray("\"a\\\nb\"") << Words{"ab"};
    QTest::newRow("ANSI") << QByteArray(R"($'a\n\t\'\x41\101\u20AC\\')") << Words{"a\n\t'AA\xE2\x82\xAC\\"};
    QTest::newRow("octal ends after three") << QByteArray(R"($'\0011')")
                                            << Words{"\x01"
                                                     "1"};
    QTest::newRow("a comment") << QByteArray("a # b\nc") << Words{"a", "c"};
    QTest::newRow("a hash within") << QByteArray("a#b") << Words{"a#b"};
    QTest::newRow("a dollar alone") << QByteArray("$HOME $") << Words{"$HOME", "$"};
}

void TestShellWords::readsAsAShellDoes()
{
    QFETCH(QByteArray, command);
    QFETCH(Words, words);
    const auto line = shellWords(command);
    QVERIFY(line);
    QCOMPARE(line->words, words);
    QVERIFY(line->rest.isEmpty());
}

void TestShellWords::anOpenQuoteIsAnError_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("single") << QByteArray("a 'b");
    QTest::newRow("double") << QByteArray("a \"b");
    QTest::newRow("ANSI") << QByteArray("a $'b\\'");
}

void TestShellWords::anOpenQuoteIsAnError()
{
    QFETCH(QByteArray, command);
    const auto line = shellWords(command);
    QVERIFY(!line);
    QCOMPARE(line.error().code, QStringLiteral("bad-words"));
}

void TestShellWords::whatFollowsTheCommandIsTold()
{
    const auto line = shellWords("curl 'http://a.test/?a&b' | jq . > out");
    QVERIFY(line);
    QCOMPARE(line->words, (Words{"curl", "http://a.test/?a&b"}));
    QCOMPARE(line->rest, QByteArray("| jq . > out"));
}

void TestShellWords::quotedBytesComeBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("plain") << QByteArray("http://a.test/b,c+d%20:1@x") << QByteArray("http://a.test/b,c+d%20:1@x");
    QTest::newRow("empty") << QByteArray("") << QByteArray("''");
    QTest::newRow("query") << QByteArray("/?a=1&b=2") << QByteArray("'/?a=1&b=2'");
    QTest::newRow("apostrophe") << QByteArray("it's") << QByteArray("'it'\\''s'");
    QTest::newRow("line feed") << QByteArray("a\nb") << QByteArray("'a\nb'");
    QTest::newRow("carriage return") << QByteArray("a\r\n1\\'") << QByteArray("$'a\\015\\0121\\\\\\''");
    QTest::newRow("no UTF-8") << QByteArray("\xFF"
                                            "1")
                              << QByteArray("$'\\3771'");
    QTest::newRow("UTF-8") << QByteArray("\xC3\xA4") << QByteArray("'\xC3\xA4'");
    QTest::newRow("dollar, backslash") << QByteArray("$a\\`b`\"") << QByteArray("'$a\\`b`\"'");
}

void TestShellWords::quotedBytesComeBack()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, quoted);
    QCOMPARE(shellQuoted(bytes), quoted);
    const auto line = shellWords(quoted);
    QVERIFY(line);
    QCOMPARE(line->words, Words{bytes});
}

DETOUR_TEST(TestShellWords)
#include "tst_shellwords.moc"
