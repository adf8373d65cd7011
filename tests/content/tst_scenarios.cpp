// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "document/codespan.h"
#include "document/exampleblock.h"
#include "document/scenariocatalog.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The library of scenarios: what each file has to hold beyond what its reader asks for. That each runs as it says is
/// for the tests that send them.
class ScenariosTest final : public QObject
{
    Q_OBJECT

private slots:
    void thereAreTwentyOfEveryTopic()
    {
        QVERIFY(m_catalog.ids().size() >= 20);
        QStringList missing = scenarioTopics();
        for (const QString &id : m_catalog.ids())
            missing.removeAll((*m_catalog.scenario(id))->topic);
        QCOMPARE(missing, QStringList());
    }

    void orderNamesEachOnce()
    {
        const QStringList order =
            QString::fromUtf8(*m_store.read(u"scenarios/order"_s)).split(u'\n', Qt::SkipEmptyParts);
        QStringList files = m_store.list(u"scenarios"_s, u".json"_s);
        for (QString &name : files)
            name.chop(5);
        QStringList sorted = order;
        sorted.sort();
        QCOMPARE(sorted, files);
        QCOMPARE(m_catalog.ids(), order);
    }

    void brokenAndFixedDiffer_data() { addRows(); }
    void brokenAndFixedDiffer()
    {
        QFETCH(const QString, id);
        const Scenario &scenario = **m_catalog.scenario(id);
        const bool sameWire = scenario.broken.example.text == scenario.fixed.example.text;
        QVERIFY(!sameWire || scenario.broken.example.client != scenario.fixed.example.client);
        QVERIFY(scenario.broken.happens != scenario.fixed.happens);
        QVERIFY2(scenario.question.endsWith(u'?'), qPrintable(scenario.question));
        QVERIFY(!scenario.references.isEmpty());
    }

    void codesAreThoseOnTheWire_data() { addRows(); }
    void codesAreThoseOnTheWire()
    {
        QFETCH(const QString, id);
        const Scenario &scenario = **m_catalog.scenario(id);
        QVERIFY(!scenario.codes.isEmpty());
        QList<StatusCode> seen;
        for (const ScenarioTake *take : {&scenario.broken, &scenario.fixed}) {
            for (const ScriptStep &step : take->example.script.steps)
                seen.append(step.answer.status);
        }
        for (const StatusCode code : scenario.codes)
            QVERIFY2(seen.contains(code), qPrintable(QString::number(code)));
    }

    void referencesLeadSomewhere_data() { addRows(); }
    void referencesLeadSomewhere()
    {
        QFETCH(const QString, id);
        for (const FurtherReading &reading : (*m_catalog.scenario(id))->references) {
            if (!reading.link.startsWith("page:"_L1))
                continue;
            const LinkTarget target = readLink(reading.link, {});
            const auto page = builtInPages().page(target.slug);
            QVERIFY2(page, qPrintable(reading.link));
            QVERIFY2(target.anchor.isEmpty() || hasAnchor(**page, target.anchor), qPrintable(reading.link));
        }
    }

private:
    void addRows()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : m_catalog.ids()) {
            const auto scenario = m_catalog.scenario(id);
            QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().message));
            QTest::newRow(qPrintable(id)) << id;
        }
    }

    ContentStore m_store;
    ScenarioCatalog m_catalog{ContentStore()};
};

DETOUR_TEST(ScenariosTest)
#include "tst_scenarios.moc"
