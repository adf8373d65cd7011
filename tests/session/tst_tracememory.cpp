// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "finishedchain.h"
#include "session/tracememory.h"

#include "session/session.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Traces that remember, against the real lab; https by the values alone.
class TestTraceMemory final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsRememberedUnlessAsked();
    void cookiesOfARedirectGoWithTheNextRequest();
    void cookiesStayWithTheirHost();
    void typedCookiesGoFirst();
    void eachTraceBeginsWithoutCookies();
    void aPermanentRedirectIsAskedForOnce_data();
    void aPermanentRedirectIsAskedForOnce();
    void temporaryRedirectsAreAskedForAgain();
    void timeIsUpWhenTheClockIsMoved();
    void forgettingAsksAgain();
    void a304GivesTheStoredAnswer();
    void aStrictHostIsUpgraded();
    void anUnverifiedCertificateTeachesNothing();
    void aTraceMayOutliveItsSession();

private:
    TraceSpec specFor(const QByteArray &url) const;
    RedirectChain chainOf(const TraceSpec &spec) const { return Test::finishedChain(*m_session, spec, 20'000); }
    [[nodiscard]] quint64 linesInLab() const { return m_session->labTranscript().lastNumber(); }

    std::unique_ptr<Session> m_session;
};

void TestTraceMemory::init()
{
    m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "9.9", nullptr, [] { return u"testid"_s; });
}

TraceSpec TestTraceMemory::specFor(const QByteArray &url) const
{
    TraceSpec spec;
    spec.request.target = *m_session->resolveUrl(url);
    spec.policy = *m_session->policies().policy(u"fetch"_s);
    spec.remembers = true;
    return spec;
}

void TestTraceMemory::nothingIsRememberedUnlessAsked()
{
    TraceSpec spec = specFor("lab:/lab/chain/301~cookie=a=1");
    spec.remembers = false;
    for (int i = 0; i < 2; ++i) {
        const RedirectChain chain = chainOf(spec);
        QCOMPARE(chain.hops.size(), 2);
        QVERIFY(chain.hops.at(0).exchange.received);
        QVERIFY(!chain.hops.at(0).exchange.cookies);
        QVERIFY(!chain.hops.at(1).exchange.received->fields.contains("Cookie"));
    }
    QVERIFY(m_session->memory().memory().isEmpty());
}

void TestTraceMemory::cookiesOfARedirectGoWithTheNextRequest()
{
    TraceSpec spec = specFor("lab:/cookies/set?a=1&b=2");
    spec.remembers = false;
    spec.keepsCookies = true;
    const RedirectChain chain = chainOf(spec);
    QCOMPARE(chain.hops.size(), 2);
    const Exchange &first = chain.hops.at(0).exchange;
    const Exchange &second = chain.hops.at(1).exchange;
    QVERIFY(first.cookies->before.isEmpty());
    QCOMPARE(first.cookies->after.size(), 2);
    QCOMPARE(second.cookies->before, first.cookies->after);
    QCOMPARE(second.received->fields.value("Cookie"), "a=1; b=2"_ba);
    QVERIFY(second.added.contains("Cookie"));
    QVERIFY(!chain.hops.at(0).decision->next->fields.contains("Cookie"));
}

void TestTraceMemory::cookiesStayWithTheirHost()
{
    TraceSpec spec = specFor("lab:/lab/chain/302~cookie=a=1;Path=%2F~host=pay/302~host=/302~port/302");
    spec.keepsCookies = true;
    const RedirectChain chain = chainOf(spec);
    QCOMPARE(chain.hops.size(), 5);
    QList<QByteArray> sent;
    for (const Hop &hop : chain.hops) {
        sent.append(hop.exchange.received->fields.value("Cookie").value_or("none"));
    }
    QCOMPARE(sent, (QList<QByteArray>{"none", "none", "a=1", "a=1", "a=1"}));
}

void TestTraceMemory::typedCookiesGoFirst()
{
    TraceSpec spec = specFor("lab:/cookies/set?a=1&b=2");
    spec.keepsCookies = true;
    spec.request.fields.append("Cookie", "b=mine; c=3");
    const RedirectChain chain = chainOf(spec);
    QCOMPARE(chain.hops.at(0).exchange.received->fields.value("Cookie"), "b=mine; c=3"_ba);
    QCOMPARE(chain.hops.at(1).exchange.received->fields.value("Cookie"), "b=mine; c=3; a=1"_ba);
}

void TestTraceMemory::eachTraceBeginsWithoutCookies()
{
    TraceSpec spec = specFor("lab:/cookies/set?a=1");
    spec.keepsCookies = true;
    for (int i = 0; i < 2; ++i) {
        QVERIFY(chainOf(spec).hops.at(0).exchange.cookies->before.isEmpty());
    }
}

void TestTraceMemory::aPermanentRedirectIsAskedForOnce_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("bare 301") << "301"_ba;
    QTest::newRow("bare 308") << "308"_ba;
    QTest::newRow("302 with max-age") << "302~cache=max-age=600"_ba;
    QTest::newRow("307 with max-age") << "307~cache=max-age=600"_ba;
}

void TestTraceMemory::aPermanentRedirectIsAskedForOnce()
{
    QFETCH(const QByteArray, path);
    const TraceSpec spec = specFor("lab:/lab/chain/" + path);
    QSignalSpy changed(&m_session->memory(), &MemoryKeeper::changed);
    QCOMPARE(chainOf(spec).hops.at(0).exchange.answeredBy, AnswerSource::Server);
    QVERIFY(!changed.isEmpty());
    const quint64 before = linesInLab();
    const RedirectChain chain = chainOf(spec);
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.size(), 2);
    const Exchange &first = chain.hops.at(0).exchange;
    QCOMPARE(first.answeredBy, AnswerSource::StoredRedirect);
    QCOMPARE(first.sentTimes, 0);
    QVERIFY(!first.received);
    QVERIFY(first.response->fields.contains("Age"));
    QCOMPARE(chain.hops.at(1).exchange.received->line, "GET /lab/echo HTTP/1.1"_ba);
    QCOMPARE(linesInLab(), before + 1); // the stored redirect left no line
}

void TestTraceMemory::temporaryRedirectsAreAskedForAgain()
{
    for (const char *path : {"lab:/lab/chain/302", "lab:/lab/chain/301~cache=no-store"}) {
        const TraceSpec spec = specFor(path);
        chainOf(spec);
        const quint64 before = linesInLab();
        chainOf(spec);
        QCOMPARE(linesInLab(), before + 2);
    }
}

void TestTraceMemory::timeIsUpWhenTheClockIsMoved()
{
    const TraceSpec spec = specFor("lab:/lab/chain/302~cache=max-age=600");
    chainOf(spec);
    QCOMPARE(chainOf(spec).hops.at(0).exchange.answeredBy, AnswerSource::StoredRedirect);
    m_session->memory().moveClock(1h);
    QCOMPARE(chainOf(spec).hops.at(0).exchange.answeredBy, AnswerSource::Server);
    QCOMPARE(chainOf(spec).hops.at(0).exchange.answeredBy, AnswerSource::StoredRedirect);
}

void TestTraceMemory::forgettingAsksAgain()
{
    const TraceSpec spec = specFor("lab:/lab/chain/301");
    chainOf(spec);
    m_session->memory().forget(m_session->memory().memory().answers().constFirst().id);
    QCOMPARE(chainOf(spec).hops.at(0).exchange.answeredBy, AnswerSource::Server);
    m_session->memory().forgetAll();
    QCOMPARE(chainOf(spec).hops.at(0).exchange.answeredBy, AnswerSource::Server);
}

void TestTraceMemory::a304GivesTheStoredAnswer()
{
    const TraceSpec spec = specFor("lab:/etag/v7");
    const RedirectChain first = chainOf(spec);
    const QByteArray content = first.hops.at(0).exchange.response->content->preview;
    QVERIFY(!content.isEmpty());
    const RedirectChain second = chainOf(spec);
    const Exchange &exchange = second.hops.at(0).exchange;
    QCOMPARE(exchange.received->fields.value("If-None-Match"), "\"v7\""_ba);
    QVERIFY(exchange.added.contains("If-None-Match"));
    QCOMPARE(exchange.response->status, 304);
    QCOMPARE(exchange.answeredBy, AnswerSource::Server);
    QVERIFY(exchange.stored);
    QCOMPARE(exchange.stored->status, 200);
    QCOMPARE(exchange.stored->content->preview, content);
}

void TestTraceMemory::aStrictHostIsUpgraded()
{
    const auto keeper = std::make_shared<MemoryKeeper>();
    TraceMemory memory(true, keeper, true);
    Request secure;
    secure.target = *parseFirstUrl("https://shop.test/");
    QVERIFY(!memory.prepare(secure).fromMemory);
    Exchange exchange;
    exchange.request = secure;
    exchange.response = Response();
    exchange.response->status = 200;
    exchange.response->fields.append("Strict-Transport-Security", "max-age=600");
    exchange.response->fields.append("Set-Cookie", "a=1");
    memory.complete(exchange);

    Request plain;
    plain.target = *parseFirstUrl("http://shop.test/a");
    const Preparation prepared = memory.prepare(plain);
    QVERIFY(prepared.fromMemory);
    QCOMPARE(prepared.fromMemory->answeredBy, AnswerSource::HstsUpgrade);
    QCOMPARE(prepared.fromMemory->response->status, 307);
    QVERIFY(!prepared.fromMemory->request.fields.contains("Cookie"));
    QCOMPARE(memory.prepare(secure).request.fields.value("Cookie"), "a=1"_ba);
}

void TestTraceMemory::anUnverifiedCertificateTeachesNothing()
{
    const auto keeper = std::make_shared<MemoryKeeper>();
    TraceMemory memory(false, keeper, false);
    Exchange exchange;
    exchange.request.target = *parseFirstUrl("https://shop.test/");
    exchange.response = Response();
    exchange.response->status = 200;
    exchange.response->fields.append("Strict-Transport-Security", "max-age=600");
    QVERIFY(!memory.prepare(exchange.request).fromMemory);
    memory.complete(exchange);
    QVERIFY(keeper->memory().hosts().isEmpty());
}

void TestTraceMemory::aTraceMayOutliveItsSession()
{
    const auto run = m_session->startTrace(specFor("lab:/lab/chain/301"));
    QVERIFY(run);
    m_session.reset();
    QSignalSpy finished(run->get(), &TraceRun::finished);
    QVERIFY(finished.wait());
    QCOMPARE((*run)->chain().outcome, Outcome::Completed);
}

DETOUR_TEST(TestTraceMemory)
#include "tst_tracememory.moc"
