// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "finishedchain.h"
#include "session/examplerun.h"
#include "session/session.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestTraceRun final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void signalsComeAfterTheStart();
    void aPostThrough307And302();
    void theUserAgentCarriesTraceAndHop();
    void anotherUserAgentIsJoinedToo();
    void anotherHostIsStillTheLab();
    void theGateIsAsked();
    void aScriptEndsWithItsTrace();
    void cancelEndsTheTrace();
    void destroyingARunningTraceIsClean();
    void theTraceMayOutliveItsSession();
    void thousandHops();

private:
    TraceSpec specFor(const QByteArray &url);
    RedirectChain finishedChain(TraceSpec spec) { return Test::finishedChain(*m_session, std::move(spec)); }

    std::unique_ptr<Session> m_session;
};

void TestTraceRun::init()
{
    m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "9.9", nullptr, [] { return u"testid"_s; });
}

void TestTraceRun::cleanup()
{
    m_session.reset();
}

TraceSpec TestTraceRun::specFor(const QByteArray &url)
{
    TraceSpec spec;
    spec.request.target = *m_session->resolveUrl(url);
    spec.policy = *m_session->policies().policy(u"fetch"_s);
    spec.timeout = std::chrono::seconds(20);
    return spec;
}

void TestTraceRun::signalsComeAfterTheStart()
{
    const auto run = m_session->startTrace(specFor("lab:/lab/chain/302"));
    QVERIFY(run);
    QVERIFY((*run)->isRunning());
    QSignalSpy sent(run->get(), &TraceRun::requestSent);
    QSignalSpy hops(run->get(), &TraceRun::hopFinished);
    QSignalSpy finished(run->get(), &TraceRun::finished);
    QVERIFY(finished.wait());
    QVERIFY(!(*run)->isRunning());
    QCOMPARE(sent.size(), 2);
    QCOMPARE(hops.size(), 2);
    QCOMPARE(hops.at(1).at(0).toInt(), 2);
}

void TestTraceRun::aPostThrough307And302()
{
    TraceSpec spec = specFor("lab:/lab/chain/307/302");
    spec.request.method = Method::known("POST");
    spec.request.fields.append("Content-Type", "application/json");
    spec.body = bodyFromMemory(R"({"file":"resume.pdf"})");
    const RedirectChain chain = finishedChain(spec);
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.size(), 3);
    QList<QByteArray> lines;
    QList<QByteArray> digests;
    for (const Hop &hop : chain.hops) {
        QVERIFY(hop.exchange.received);
        QVERIFY(hop.exchange.repeatedFieldsVisible);
        lines.append(hop.exchange.received->line);
        digests.append(hop.exchange.received->content ? hop.exchange.received->content->sha256 : QByteArray());
    }
    QCOMPARE(lines, QList<QByteArray>({"POST /lab/chain/307/302 HTTP/1.1", "POST /lab/chain/302 HTTP/1.1",
                                       "GET /lab/echo HTTP/1.1"}));
    QCOMPARE(digests.at(0), chain.hops.at(0).exchange.request.content->sha256);
    QCOMPARE(digests.at(1), digests.at(0));
    QVERIFY(!chain.hops.at(2).exchange.received->content);
}

void TestTraceRun::theUserAgentCarriesTraceAndHop()
{
    const RedirectChain chain = finishedChain(specFor("lab:/lab/chain/302"));
    QCOMPARE(chain.traceId, u"testid"_s);
    QCOMPARE(chain.hops.at(0).exchange.received->fields.value("User-Agent"), "Detour/9.9 (testid.1)"_ba);
    QCOMPARE(chain.hops.at(1).exchange.received->fields.value("User-Agent"), "Detour/9.9 (testid.2)"_ba);
}

void TestTraceRun::anotherUserAgentIsJoinedToo()
{
    TraceSpec spec = specFor("lab:/lab/chain/302/302");
    spec.request.fields.append("User-Agent", "Mine/1");
    const RedirectChain chain = finishedChain(spec);
    QCOMPARE(chain.hops.size(), 3);
    for (const Hop &hop : chain.hops) {
        QCOMPARE(hop.exchange.received->fields.value("User-Agent"), "Mine/1"_ba);
    }
}

void TestTraceRun::anotherHostIsStillTheLab()
{
    const RedirectChain chain = finishedChain(specFor("lab:/lab/chain/307~host=pay/307~port/302"));
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.size(), 4);
    QCOMPARE(*chain.hops.at(1).exchange.request.target.host, "pay.localhost"_ba);
    for (const Hop &hop : chain.hops) {
        QVERIFY(hop.exchange.received);
    }
}

void TestTraceRun::theGateIsAsked()
{
    TraceSpec spec = specFor("lab:/lab/chain/302/302");
    QList<int> asked;
    spec.gate = [&asked](const GateQuestion &question, const GateReply &reply) {
        asked.append(question.hop);
        GateAnswer answer;
        answer.kind = question.hop == 2 ? GateAnswer::Kind::Stop : GateAnswer::Kind::Proceed;
        reply(answer);
    };
    const RedirectChain chain = finishedChain(spec);
    QCOMPARE(asked, QList<int>({1, 2}));
    QCOMPARE(chain.hops.size(), 1);
}

void TestTraceRun::aScriptEndsWithItsTrace()
{
    Script script;
    script.first.target = *parseFirstUrl("http://shop.example/x");
    script.origins = {Origin::of(script.first.target)};
    script.steps = {{Method::get(), "shop.example", "/x", {200, "OK", {{"Content-Length", "2"}}, "hi"}}};
    const ClientPolicy policy = *m_session->policies().policy(u"fetch"_s);
    const RedirectChain chain = finishedChain(specForScript(script, policy));
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.constFirst().exchange.received->fields.value("Host"), "shop.example"_ba);

    // The same Host, sent to the lab's address after the trace: nobody answers for it any more.
    TraceSpec later = specFor("lab:/x");
    later.request.fields.append("Host", "shop.example");
    QCOMPARE(finishedChain(later).hops.constFirst().exchange.response->status, 421);
}

void TestTraceRun::cancelEndsTheTrace()
{
    const auto run = m_session->startTrace(specFor("lab:/lab/chain/302~delay=20000"));
    QSignalSpy sent(run->get(), &TraceRun::requestSent);
    QVERIFY(sent.wait());
    QElapsedTimer clock;
    clock.start();
    QSignalSpy finished(run->get(), &TraceRun::finished);
    (*run)->cancel();
    QVERIFY(finished.wait());
    QVERIFY(clock.elapsed() < 10'000);
    QCOMPARE(exitCodeOf((*run)->chain()), 130);
    QVERIFY(!(*run)->isRunning());
}

void TestTraceRun::destroyingARunningTraceIsClean()
{
    QTcpServer silent; // accepts and never answers
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(silent.serverPort()) + "/";
    for (const bool waits : {false, true}) {
        auto run = *m_session->startTrace(specFor(url));
        QSignalSpy finished(run.get(), &TraceRun::finished);
        QSignalSpy sent(run.get(), &TraceRun::requestSent);
        if (waits) {
            QVERIFY(sent.wait());
        }
        run.reset();
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 0);
    }
}

void TestTraceRun::theTraceMayOutliveItsSession()
{
    const auto run = *m_session->startTrace(specFor("lab:/lab/chain/302/302"));
    m_session.reset();
    QSignalSpy finished(run.get(), &TraceRun::finished);
    QVERIFY(finished.wait());
    QCOMPARE(run->chain().hops.size(), 3);
}

void TestTraceRun::thousandHops()
{
    TraceSpec spec = specFor("lab:/redirect/1000");
    spec.redirectLimit = -1;
    const RedirectChain chain = finishedChain(spec);
    QCOMPARE(chain.hops.size(), 1001);
    QCOMPARE(chain.outcome, Outcome::Completed);
    QVERIFY(chain.hops.constLast().exchange.received);
}

DETOUR_TEST(TestTraceRun)
#include "tst_tracerun.moc"
