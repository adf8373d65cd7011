// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/comparerun.h"
#include "session/session.h"
#include "support/testregistry.h"

#include <QBuffer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestCompareRun final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyClientIsReallySent();
    void theyDifferAsTheirPoliciesSay();
    void aPipeIsGivenToEachOfThemOnce();
    void aPipeThatIsTooLargeSendsNothing();
    void cancelEndsAllOfThem();
    void cancelWhileThePipeIsOpen();
    void destroyingARunningOneIsClean();
    void aRequestThatCannotBeSentIsAnError();

private:
    CompareSpec specFor(const QByteArray &url, const QByteArray &method = "GET");
    std::shared_ptr<CompareRun> finished(CompareSpec spec);

    std::unique_ptr<Session> m_session;
};

void TestCompareRun::init()
{
    m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "9.9");
}

CompareSpec TestCompareRun::specFor(const QByteArray &url, const QByteArray &method)
{
    CompareSpec spec;
    spec.request.request.target = *m_session->resolveUrl(url);
    spec.request.request.method = *Method::fromToken(method);
    spec.request.timeout = std::chrono::seconds(20);
    for (const QString &id : m_session->policies().ids()) {
        spec.clients.append(*m_session->policies().policy(id));
    }
    return spec;
}

std::shared_ptr<CompareRun> TestCompareRun::finished(CompareSpec spec)
{
    const auto run = CompareRun::start(*m_session, std::move(spec));
    if (!run) {
        return nullptr;
    }
    QSignalSpy end(run->get(), &CompareRun::finished);
    return end.wait(30'000) ? *run : nullptr;
}

void TestCompareRun::everyClientIsReallySent()
{
    const quint64 before = m_session->labTranscript().lastNumber();
    CompareSpec spec = specFor("lab:/lab/chain/307", "POST");
    spec.request.body = bodyFromMemory("a=b");
    const qsizetype clients = spec.clients.size();
    QVERIFY(clients >= 14);
    const auto run = finished(std::move(spec));
    QVERIFY(run && !run->error() && !run->isRunning());
    quint64 sent = 0;
    for (const RedirectChain &chain : run->chains()) {
        sent += quint64(chain.hops.size());
        for (const Hop &hop : chain.hops) {
            QVERIFY2(hop.exchange.received, qPrintable(chain.clientId));
        }
    }
    QCOMPARE(run->chains().size(), clients);
    QCOMPARE(m_session->labTranscript().lastNumber() - before, sent);
}

void TestCompareRun::theyDifferAsTheirPoliciesSay()
{
    CompareSpec spec = specFor("lab:/lab/chain/301", "PUT");
    spec.request.body = bodyFromMemory("x");
    const auto run = finished(std::move(spec));
    QVERIFY(run);
    QHash<QString, QByteArray> lines;
    QHash<QString, qint64> bytes;
    for (const RedirectChain &chain : run->chains()) {
        const Exchange &last = chain.hops.constLast().exchange;
        lines.insert(chain.clientId, last.received->line.left(4));
        bytes.insert(chain.clientId, last.received->content ? last.received->content->bytes : 0);
    }
    for (const char *id : {"fetch", "httpx"}) {
        QCOMPARE(lines.value(QLatin1StringView(id)), "PUT ");
        QCOMPARE(bytes.value(QLatin1StringView(id)), 1);
    }
    for (const char *id : {"requests", "curl-X"}) {
        QCOMPARE(lines.value(QLatin1StringView(id)), "PUT ");
        QCOMPARE(bytes.value(QLatin1StringView(id)), 0);
    }
    for (const char *id : {"go", "qt"}) {
        QCOMPARE(lines.value(QLatin1StringView(id)), "GET ");
    }
}

void TestCompareRun::aPipeIsGivenToEachOfThemOnce()
{
    QBuffer pipe;
    pipe.setData("from a pipe");
    QVERIFY(pipe.open(QIODevice::ReadOnly));
    CompareSpec spec = specFor("lab:/lab/chain/307", "POST");
    spec.request.body = bodyFromPipe(&pipe);
    const auto run = finished(std::move(spec));
    QVERIFY(run && !run->error());
    QSet<QString> ends;
    for (const RedirectChain &chain : run->chains()) {
        QCOMPARE(chain.hops.constFirst().exchange.received->content->bytes, 11);
        ends.insert(chain.end ? chain.end->code : outcomeName(chain.outcome));
    }
    QVERIFY(ends.contains(u"body-not-replayable"_s)); // fetch and curl
    QVERIFY(ends.contains(u"completed"_s));           // those that kept a copy or send nothing
}

void TestCompareRun::aPipeThatIsTooLargeSendsNothing()
{
    QBuffer pipe;
    pipe.setData(QByteArray(17 * 1024 * 1024, 'x'));
    QVERIFY(pipe.open(QIODevice::ReadOnly));
    CompareSpec spec = specFor("lab:/lab/chain/307", "POST");
    spec.request.body = bodyFromPipe(&pipe);
    const auto run = finished(std::move(spec));
    QVERIFY(run && run->error());
    QCOMPARE(run->error()->code, u"body-unreadable"_s);
    QVERIFY(run->chains().isEmpty());
    QCOMPARE(m_session->labTranscript().lastNumber(), 0);
}

void TestCompareRun::cancelEndsAllOfThem()
{
    const auto run = CompareRun::start(*m_session, specFor("lab:/lab/chain/302~delay=60000"));
    QVERIFY(run);
    QSignalSpy end(run->get(), &CompareRun::finished);
    (*run)->cancel();
    QVERIFY(end.size() == 1 || end.wait(30'000));
    for (const RedirectChain &chain : (*run)->chains()) {
        QCOMPARE(chain.end->code, u"cancelled"_s);
    }
}

void TestCompareRun::cancelWhileThePipeIsOpen()
{
    int ends[2];
    QVERIFY(::pipe(ends) == 0);
    QFile reader;
    QVERIFY(reader.open(ends[0], QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle));
    CompareSpec spec = specFor("lab:/lab/chain/307", "POST");
    spec.request.body = bodyFromPipe(&reader);
    const auto run = CompareRun::start(*m_session, std::move(spec));
    QVERIFY(run && (*run)->isRunning());
    QSignalSpy end(run->get(), &CompareRun::finished);
    (*run)->cancel();
    QCOMPARE(end.size(), 1);
    QCOMPARE((*run)->error()->code, u"cancelled"_s);
    ::close(ends[1]);
}

void TestCompareRun::destroyingARunningOneIsClean()
{
    auto run = CompareRun::start(*m_session, specFor("lab:/lab/chain/302~delay=60000"));
    QVERIFY(run);
    QSignalSpy end(run->get(), &CompareRun::finished);
    run = Error{};
    QCOMPARE(end.size(), 0);
}

void TestCompareRun::aRequestThatCannotBeSentIsAnError()
{
    CompareSpec spec = specFor("lab:/", "HEAD");
    spec.request.body = bodyFromMemory("x");
    const auto run = CompareRun::start(*m_session, std::move(spec));
    QVERIFY(!run);
    QCOMPARE(run.error().code, u"bad-request"_s);
}

DETOUR_TEST(TestCompareRun)

#include "tst_comparerun.moc"
