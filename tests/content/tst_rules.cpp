// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "semantics/reason.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

/// Empty if the place is there.
QString missing(const PagePlace &place)
{
    const auto page = builtInPages().page(place.slug);
    if (!page)
        return page.error().message;
    return hasAnchor(**page, place.anchor) ? QString() : u"%1 has no section %2"_s.arg(place.slug, place.anchor);
}

} // namespace

/// content/rules.json against the reason catalogue and the pages.
class RulesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyRuleLeadsSomewhere_data();
    void everyRuleLeadsSomewhere();
    void noPlaceIsForAnUnknownRule();
};

void RulesTest::initTestCase()
{
    const Result<QByteArray> json = ContentStore().read(u"rules.json"_s);
    QVERIFY(json);
    const Result<RulePages> rules = RulePages::fromJson(*json);
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().message));
}

void RulesTest::everyRuleLeadsSomewhere_data()
{
    QTest::addColumn<QString>("rule");
    for (const ReasonTemplate &reason : reasonCatalog()) {
        const QString rule = QString::fromUtf16(reason.rule);
        QTest::newRow(qPrintable(rule)) << rule;
    }
}

/// Under the status that it is about, and under those that have no page.
void RulesTest::everyRuleLeadsSomewhere()
{
    QFETCH(const QString, rule);
    QVERIFY2(builtInPages().rules().knows(rule), "it wants a line in content/rules.json");
    QList<StatusCode> statuses = referenceStatusCodes();
    statuses.append({200, 399});
    for (const StatusCode status : statuses) {
        const PagePlace place = builtInPages().rules().placeOf(rule, status);
        QVERIFY(!place.anchor.isEmpty());
        const QString problem = missing(place);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
}

void RulesTest::noPlaceIsForAnUnknownRule()
{
    for (const QString &rule : builtInPages().rules().rules())
        QVERIFY2(isKnownReason(rule), qPrintable(rule));
    QVERIFY(missing(builtInPages().rules().placeOf(u"no-such-rule"_s, 302)).isEmpty());
}

DETOUR_TEST(RulesTest)
#include "tst_rules.moc"
