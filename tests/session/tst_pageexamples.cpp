// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "examplecheck.h"
#include "session/examplerun.h"
#include "session/session.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// What pages and scenarios say comes next is what really comes next: every example is sent to the lab, followed as the
/// client that it names, and held against what the lab read from the wire and wrote to it.
class TestPageExamples final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCodeHasAPage();
    void comesNextWhatThePageSays_data();
    void comesNextWhatThePageSays();
    void cleanupTestCase();

private:
    std::unique_ptr<Session> m_session;
    QList<Example> m_all;
    int m_examples = 0;
    int m_requests = 0;
};

void TestPageExamples::initTestCase()
{
    m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "1");
    for (const QString &slug : m_session->pages().slugs()) {
        const Result<const Page *> page = m_session->pages().page(slug);
        QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
        for (const Example &example : (*page)->examples) {
            if (example.runnable)
                m_all.append(example);
        }
    }
    QVERIFY(m_all.size() >= 4);
    for (const QString &id : m_session->scenarios().ids()) {
        const Result<const Scenario *> scenario = m_session->scenarios().scenario(id);
        QVERIFY2(scenario, qPrintable(scenario ? QString() : scenario.error().message));
        m_all += {(*scenario)->broken.example, (*scenario)->fixed.example};
    }
}

void TestPageExamples::everyCodeHasAPage()
{
    for (const StatusCode code : referenceStatusCodes()) {
        const Result<const Page *> page = m_session->pages().page(QString::number(code));
        QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
        QCOMPARE((*page)->code, code);
    }
}

void TestPageExamples::comesNextWhatThePageSays_data()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < m_all.size(); ++i)
        QTest::addRow("%s", qPrintable(m_all.at(i).id)) << int(i);
}

void TestPageExamples::comesNextWhatThePageSays()
{
    QFETCH(const int, index);
    const Example *example = &m_all.at(index);
    const auto spec = specForExample(*example, m_session->policies());
    QVERIFY2(spec, qPrintable(spec ? QString() : spec.error().message));
    const auto run = m_session->startTrace(*spec);
    QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
    QSignalSpy finished(run->get(), &TraceRun::finished);
    QVERIFY(finished.wait());
    QVERIFY((*run)->chain().hops.constFirst().exchange.received);
    QCOMPARE(whatWasSent((*run)->chain()), claimsOf(*example));
    compareMessages((*run)->chain(), *example);
    ++m_examples;
    m_requests += int((*run)->chain().hops.size());
}

void TestPageExamples::cleanupTestCase()
{
    qInfo("Counted: %d examples sent to the lab, %d requests", m_examples, m_requests);
}

DETOUR_TEST(TestPageExamples)
#include "tst_pageexamples.moc"
