// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/examplerun.h"
#include "session/session.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// What the pages say comes next is what really comes next: every example is sent to the lab.
class TestPageExamples final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCodeHasAPage();
    void comesNextWhatThePageSays_data();
    void comesNextWhatThePageSays();

private:
    std::unique_ptr<Session> m_session;
};

namespace {

/// A path on the origin of the request before, or a whole URL.
QByteArray targetAsClaimed(const TargetUri &target, const TargetUri &previous)
{
    return isSameOrigin(target, previous) ? target.originForm() : target.withoutFragment().toBytes();
}

QString contentAsClaimed(const Exchange &exchange, const Exchange &previous)
{
    const std::optional<ContentInfo> &content = exchange.received->content;
    if (!content) {
        return u"none"_s;
    }
    if (content->bytes == 0) {
        return u"empty"_s;
    }
    const std::optional<ContentInfo> &before = previous.received->content;
    return before && before->sha256 == content->sha256 ? u"same"_s : u"other"_s;
}

/// The claims as one text, to be compared with what was sent.
QStringList claimsOf(const Example &example)
{
    QStringList claims;
    for (const NextClaim &claim : example.next) {
        claims.append(claim.stops ? u"stop "_s + claim.stopCode
                                  : QString::fromLatin1(claim.method + ' ' + claim.target + ' ') + claim.content);
    }
    return claims;
}

QStringList whatWasSent(const RedirectChain &chain)
{
    QStringList sent;
    for (qsizetype i = 1; i < chain.hops.size(); ++i) {
        const Exchange &previous = chain.hops.at(i - 1).exchange;
        const Exchange &exchange = chain.hops.at(i).exchange;
        if (!exchange.received || !previous.received) {
            return {u"hop %1 did not reach the lab"_s.arg(i + 1)};
        }
        sent.append(QString::fromLatin1(exchange.request.method.token() + ' '
                                        + targetAsClaimed(exchange.request.target, previous.request.target) + ' ')
                    + contentAsClaimed(exchange, previous));
    }
    if (chain.outcome != Outcome::Completed) {
        sent.append(u"stop "_s + (chain.end ? chain.end->code : QString()));
    }
    return sent;
}

} // namespace

void TestPageExamples::initTestCase()
{
    m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "1");
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
    QTest::addColumn<QString>("slug");
    QTest::addColumn<QString>("exampleId");

    int count = 0;
    const QStringList slugs = m_session->pages().slugs();
    for (const QString &slug : slugs) {
        const Result<const Page *> page = m_session->pages().page(slug);
        QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
        for (const Example &example : (*page)->examples) {
            if (example.runnable) {
                QTest::addRow("%s %s", qPrintable(slug), qPrintable(example.id)) << slug << example.id;
                ++count;
            }
        }
    }
    QVERIFY(count >= 4);
}

void TestPageExamples::comesNextWhatThePageSays()
{
    QFETCH(const QString, slug);
    QFETCH(const QString, exampleId);
    const Result<const Page *> page = m_session->pages().page(slug);
    QVERIFY(page);
    const Example *example = (*page)->example(exampleId);
    QVERIFY(example);
    const auto run = m_session->startTrace(specForScript(example->script, *m_session->policies().policy(u"fetch"_s)));
    QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
    QSignalSpy finished(run->get(), &TraceRun::finished);
    QVERIFY(finished.wait());
    QVERIFY((*run)->chain().hops.constFirst().exchange.received);
    QCOMPARE(whatWasSent((*run)->chain()), claimsOf(*example));
}

DETOUR_TEST(TestPageExamples)
#include "tst_pageexamples.moc"
