// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/rulepages.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *sound =
    R"({"schema":"detour.rules/1","otherwise":"glossary#hop","rules":{"a":"303#next","b":"{status}#why"}})";
constexpr const char *anotherSchema = R"({"schema":"x","otherwise":"a","rules":{}})";
constexpr const char *noPlace = R"({"schema":"detour.rules/1","otherwise":"a","rules":{"r":3}})";
constexpr const char *oneTooMany = R"({"schema":"detour.rules/1","otherwise":"a","rules":{},"extra":1})";

} // namespace

class RulePagesTest final : public QObject
{
    Q_OBJECT

private slots:
    void aRuleLeadsToItsSection()
    {
        const auto pages = RulePages::fromJson(sound);
        QVERIFY(pages);
        QCOMPARE(pages->placeOf(u"a"_s, 307), (PagePlace{u"303"_s, u"next"_s}));
        QCOMPARE(pages->placeOf(u"b"_s, 307), (PagePlace{u"307"_s, u"why"_s}));
        QCOMPARE(pages->placeOf(u"b"_s, 399), (PagePlace{u"glossary"_s, u"hop"_s}));
        QCOMPARE(pages->placeOf(u"c"_s, 307), (PagePlace{u"glossary"_s, u"hop"_s}));
        QVERIFY(pages->knows(u"a"_s) && !pages->knows(u"c"_s));
    }

    void aMistakeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("word");
        QTest::newRow("no JSON") << QByteArray("[") << u"rules.json"_s;
        QTest::newRow("another schema") << QByteArray(anotherSchema) << u"schema"_s;
        QTest::newRow("no place") << QByteArray(noPlace) << u"rules.r"_s;
        QTest::newRow("a member too many") << QByteArray(oneTooMany) << u"extra"_s;
    }

    void aMistakeIsNamed()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, word);
        const auto pages = RulePages::fromJson(json);
        QVERIFY(!pages);
        QCOMPARE(pages.error().code, u"bad-rules"_s);
        QVERIFY2(pages.error().message.contains(word), qPrintable(pages.error().message));
    }
};

DETOUR_TEST(RulePagesTest)
#include "tst_rulepages.moc"
