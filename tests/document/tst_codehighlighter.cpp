// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/codehighlighter.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class CodeHighlighterTest final : public QObject
{
    Q_OBJECT

private slots:
    void wordsHaveTheirRole_data();
    void wordsHaveTheirRole();
    void nothingIsLost_data();
    void nothingIsLost();
    void takesLinearTime();
};

namespace {

constexpr const char *languages[] = {"http", "js", "sh", "nginx", "json", "python", "other", ""};

/// The role of the piece that is, or holds, `word`.
CodeRole roleOf(const QString &language, const QString &code, const QString &word)
{
    for (const CodePiece &piece : highlight(language, code)) {
        if (piece.text.contains(word)) {
            return piece.role;
        }
    }
    return CodeRole::Plain;
}

} // namespace

void CodeHighlighterTest::wordsHaveTheirRole_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    QTest::addColumn<CodeRole>("role");
    const QString request = u"POST /a HTTP/1.1\nHost: b:1\n\nHost: body"_s;
    QTest::newRow("method") << u"http"_s << request << u"POST"_s << CodeRole::Method;
    QTest::newRow("target") << u"http"_s << request << u"/a"_s << CodeRole::Plain;
    QTest::newRow("field") << u"http"_s << request << u"Host"_s << CodeRole::Name;
    QTest::newRow("body") << u"http"_s << request << u"body"_s << CodeRole::Plain;
    QTest::newRow("status") << u"http"_s << u"HTTP/1.1 307 Temporary Redirect"_s << u"307 Temporary Redirect"_s
                            << CodeRole::Status;
    QTest::newRow("js keyword") << u"js"_s << u"const x = 1;"_s << u"const"_s << CodeRole::Keyword;
    QTest::newRow("js string") << u"js"_s << u"f('a\\'b', c)"_s << u"'a\\'b'"_s << CodeRole::String;
    QTest::newRow("js comment") << u"js"_s << u"x; // const"_s << u"const"_s << CodeRole::Comment;
    QTest::newRow("js address") << u"js"_s << u"f('http://a')"_s << u"//a"_s << CodeRole::String;
    QTest::newRow("sh command") << u"sh"_s << u"curl -iL http://a:8307/"_s << u"curl"_s << CodeRole::Keyword;
    QTest::newRow("sh option") << u"sh"_s << u"curl -iL http://a:8307/"_s << u"-iL"_s << CodeRole::Name;
    QTest::newRow("sh fragment") << u"sh"_s << u"curl http://a/#b"_s << u"#b"_s << CodeRole::Plain;
    QTest::newRow("nginx directive") << u"nginx"_s << u"location / { return 307 /x; }"_s << u"return"_s
                                     << CodeRole::Keyword;
    QTest::newRow("json member") << u"json"_s << u"{\"a\" : \"b\"}"_s << u"\"a\""_s << CodeRole::Name;
    QTest::newRow("json value") << u"json"_s << u"{\"a\" : \"b\"}"_s << u"\"b\""_s << CodeRole::String;
    QTest::newRow("python") << u"python"_s << u"import x # y"_s << u"import"_s << CodeRole::Keyword;
    QTest::newRow("unknown") << u"cobol"_s << u"const"_s << u"const"_s << CodeRole::Plain;
}

void CodeHighlighterTest::wordsHaveTheirRole()
{
    QFETCH(const QString, language);
    QFETCH(const QString, code);
    QFETCH(const QString, word);
    QTEST(roleOf(language, code, word), "role");
}

void CodeHighlighterTest::nothingIsLost_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QString();
    QTest::newRow("open string") << u"x = 'abc\ny"_s;
    QTest::newRow("backslash at the end") << u"'\\"_s;
    QTest::newRow("empty lines") << u"\n\nHTTP/1.1\n:\n\n\n"_s;
    QTest::newRow("no colon") << u"GET / HTTP/1.1\nwords\n"_s;
    QTest::newRow("marks") << u"#//\"`${}-- -a=1 héé 日本"_s;
}

void CodeHighlighterTest::nothingIsLost()
{
    QFETCH(const QString, code);
    for (const char *language : languages) {
        QString joined;
        for (const CodePiece &piece : highlight(QString::fromLatin1(language), code)) {
            joined += piece.text;
        }
        QCOMPARE(joined, code);
    }
}

void CodeHighlighterTest::takesLinearTime()
{
    QElapsedTimer timer;
    timer.start();
    for (const char *language : languages) {
        for (const QString &piece : {u"'\\"_s, u"\""_s, u"# "_s, u"a: \n"_s, u"{"_s}) {
            static_cast<void>(highlight(QString::fromLatin1(language), piece.repeated(50'000)));
        }
    }
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

DETOUR_TEST(CodeHighlighterTest)
#include "tst_codehighlighter.moc"
