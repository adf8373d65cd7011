// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "semantics/bodytext.h"
#include "semantics/formpairs.h"

#include <QJsonDocument>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *knotty = "{\"z\":1.00,\"a\":[],\"b\":{ },\"s\":\"x{,\\\"\\\\\",\"n\":[1,{\"k\":null}]}";
constexpr const char *knottyIndented =
    "{\n  \"z\": 1.00,\n  \"a\": [],\n  \"b\": {},\n  \"s\": \"x{,\\\"\\\\\",\n  \"n\": [\n"
    "    1,\n    {\n      \"k\": null\n    }\n  ]\n}";
constexpr const char *spaced = "[true, {\"a\" : [[[]]], \"\xc3\xa9\": \"\\u00e9\\n\" }, -1.5e3 ] ";

} // namespace

class TestBodyText final : public QObject
{
    Q_OBJECT

private slots:
    void theKindIsSeenInTypeAndBytes()
    {
        QCOMPARE(bodySyntax("", "text/plain", true), BodySyntax::Empty);
        QCOMPARE(bodySyntax("a=1", "application/x-www-form-urlencoded; charset=utf-8", true), BodySyntax::Form);
        QCOMPARE(bodySyntax("{\"a\":1}", "", true), BodySyntax::Json);
        QCOMPARE(bodySyntax("{oops", "application/json", true), BodySyntax::Text);
        QCOMPARE(bodySyntax("{\"a\":", "application/problem+json", false), BodySyntax::Json);
        QCOMPARE(bodySyntax("[1, 2", "", false), BodySyntax::Text);
        QCOMPARE(bodySyntax("<p>", "text/html", true), BodySyntax::Text);
        QCOMPARE(bodySyntax(QByteArrayView("a\0b", 3), "text/plain", true), BodySyntax::Binary);
    }

    void jsonKeepsItsTokens()
    {
        const QString indented = indentedJson(knotty);
        QCOMPARE(indented, QString::fromLatin1(knottyIndented));
    }

    void indentedJsonIsTheSameJson()
    {
        const QJsonDocument indented = QJsonDocument::fromJson(indentedJson(spaced).toUtf8());
        QVERIFY(!indented.isNull());
        QCOMPARE(indented, QJsonDocument::fromJson(spaced));
    }

    void cutOffAndDeepJsonOnlyEnds()
    {
        QCOMPARE(indentedJson("{\"a\": \"b"), u"{\n  \"a\": \"b"_s);
        QVERIFY(!indentedJson(QByteArray("[").repeated(60000)).isEmpty());
        QVERIFY(!indentedJson(QByteArray("]").repeated(60000)).isEmpty());
    }

    void textHasNoTricks()
    {
        QCOMPARE(linesAsText("a\tb\r\nc\x1b[31m\n"), u"a\tb\nc\uFFFD[31m\n"_s);
        QCOMPARE(linesAsText("\xe2\x80\xae"
                             "abc"),
                 u"\uFFFDabc"_s);
    }

    void formsAreDecoded()
    {
        const QList<FormPair> expected{{"name", "Ada & Co"}, {"x", ""}, {"a=b", "c=d"}};
        QCOMPARE(formPairs("name=Ada+%26+Co&x&&a%3Db=c=d", 10), expected);
        QCOMPARE(formPairs("a=1&b=2&c=3", 2).size(), 2);
    }

    void bytesAreListedWithTheirLetters()
    {
        QCOMPARE(hexListing(QByteArrayView("\0AZ~\x7f", 5)),
                 u"000000  00 41 5a 7e 7f                                    .AZ~.\n"_s);
        QCOMPARE(hexListing(QByteArray(33, 'x')).count(u'\n'), 3);
        QVERIFY(hexListing(QByteArray(33, 'x')).contains(u"\n000020  78 "_s));
    }
};

DETOUR_TEST(TestBodyText)
#include "tst_bodytext.moc"
