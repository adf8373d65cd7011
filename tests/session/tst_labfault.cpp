// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "finishedchain.h"
#include "session/session.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace Detour;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How a trace ends at each fault of the lab.
class TestLabFault final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_session.reset(); }
    void faultsHaveTheirReason_data();
    void faultsHaveTheirReason();
    void slowFaultsEndAtTheDeadline_data();
    void slowFaultsEndAtTheDeadline();
    void endlessContentLeavesTheLoopFree();
    void aSecondAnswerIsThrownAway();
    void aQuickDripArrives();
    void headOfBrokenContentIsFine();
    void theNextTraceIsNotHarmed();

private:
    RedirectChain trace(const QByteArray &path, const char *method = "GET", std::chrono::milliseconds timeout = 20s);

    std::unique_ptr<Session> m_session;
};

void TestLabFault::init()
{
    m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "9.9", nullptr, [] { return u"testid"_s; });
}

RedirectChain TestLabFault::trace(const QByteArray &path, const char *method, std::chrono::milliseconds timeout)
{
    TraceSpec spec;
    spec.request.method = Method::known(method);
    spec.request.target = *m_session->resolveUrl(QByteArray("lab:" + path));
    spec.policy = *m_session->policies().policy(u"fetch"_s);
    spec.timeout = timeout;
    return Test::finishedChain(*m_session, std::move(spec));
}

void TestLabFault::faultsHaveTheirReason_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *fault, const char *code, const char *message) {
        QTest::newRow(fault) << QByteArray(fault) << QString::fromLatin1(code) << QString::fromLatin1(message);
    };
    row("reset", "connection-closed", "closed the connection");
    row("close", "connection-closed", "closed the connection");
    row("truncate", "connection-closed", "after 17 of 34 bytes");
    row("badlength", "bad-response", "\"Content-Length: 17, 68\"");
    row("badchunk", "bad-response", "size is no number");
    row("garbage", "bad-response", "begin no HTTP response");
    row("huge", "bad-response", "not one field can be seen");
}

void TestLabFault::faultsHaveTheirReason()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, code);
    QFETCH(QString, message);
    const QList<QByteArray> methods =
        fault == "huge" ? QList<QByteArray>{"GET"} : QList<QByteArray>{"GET", "PUT", "PURGE"};
    for (const QByteArray &method : methods) { // Qt needs seconds for a MiB of head
        const RedirectChain chain = trace("/lab/chain/302/307~" + fault + "/303", method.constData());
        QCOMPARE(chain.outcome, Outcome::Failed);
        QCOMPARE(chain.hops.size(), 2);
        QVERIFY(chain.end);
        QVERIFY2(chain.end->code == code, qPrintable(chain.end->code + u' ' + chain.end->message));
        QVERIFY2(chain.end->message.contains(message), qPrintable(chain.end->message));
        QCOMPARE(chain.end->hop, 2);
        const Exchange &last = chain.hops.constLast().exchange;
        QVERIFY(!last.response && !chain.hops.constLast().decision);
        QVERIFY(last.received);
        QVERIFY(last.sentTimes >= 1);
    }
}

void TestLabFault::slowFaultsEndAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("segment");
    QTest::newRow("drip, the head") << "302~drip=10000"_ba;
    QTest::newRow("drip, the content") << QByteArray("200~drip=2~body=" + QByteArray(10'000, 'x'));
    QTest::newRow("endless drip") << "302~endless~drip=1"_ba;
    QTest::newRow("endless") << "302~endless"_ba;
}

void TestLabFault::slowFaultsEndAtTheDeadline()
{
    QFETCH(QByteArray, segment);
    QElapsedTimer clock;
    clock.start();
    const RedirectChain chain = trace("/lab/chain/" + segment, "GET", 300ms);
    QCOMPARE(chain.outcome, Outcome::Failed);
    QCOMPARE(chain.end->code, u"timeout"_s);
    QVERIFY(clock.elapsed() >= 299);
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(chain.hops.constLast().exchange.received);
}

void TestLabFault::endlessContentLeavesTheLoopFree()
{
    // As fast as it comes, everybody else has a turn; the bound of 1 GiB is the transport's own
    // (tooLargeAResponseEnds).
    int turns = 0;
    qint64 longest = 0;
    QElapsedTimer clock;
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [&] {
        ++turns;
        longest = std::max(longest, clock.restart());
    });
    clock.start();
    tick.start(1);
    const RedirectChain chain = trace("/lab/chain/200~endless", "POST", 800ms);
    QCOMPARE(chain.outcome, Outcome::Failed);
    QCOMPARE(chain.end->code, u"timeout"_s);
    QVERIFY2(turns > 10, qPrintable(QString::number(turns)));
    QVERIFY2(longest < 400, qPrintable(QString::number(longest)));
}

void TestLabFault::aSecondAnswerIsThrownAway()
{
    for (const char *method : {"GET", "POST"}) {
        const RedirectChain chain = trace("/lab/chain/307~twice/307~twice/302", method);
        QCOMPARE(chain.outcome, Outcome::Completed);
        QList<int> statuses;
        for (const Hop &hop : chain.hops) {
            statuses.append(hop.exchange.response->status);
        }
        QCOMPARE(statuses, (QList<int>{307, 307, 302, 200}));
        QVERIFY(chain.hops.at(0).exchange.note.contains("second answer"_L1));
        QVERIFY(!chain.hops.at(2).exchange.note.contains("second answer"_L1));
        QVERIFY(chain.hops.at(3).exchange.response->content->preview.contains("/lab/echo"));
    }
}

void TestLabFault::aQuickDripArrives()
{
    const RedirectChain chain = trace("/lab/chain/302~drip=0/200~drip=0~body=slow");
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.size(), 2);
    QCOMPARE(chain.hops.constLast().exchange.response->content->preview, "slow"_ba);
}

void TestLabFault::headOfBrokenContentIsFine()
{
    for (const char *fault : {"truncate", "badchunk", "endless"}) {
        const RedirectChain chain = trace("/lab/chain/302~" + QByteArray(fault), "HEAD");
        QCOMPARE(chain.outcome, Outcome::Completed);
        QCOMPARE(chain.hops.size(), 2);
    }
}

void TestLabFault::theNextTraceIsNotHarmed()
{
    for (const char *fault : {"reset", "close", "truncate", "badlength", "badchunk", "garbage", "twice"}) {
        (void)trace("/lab/chain/302~" + QByteArray(fault));
        const RedirectChain chain = trace("/lab/chain/307/302");
        QCOMPARE(chain.outcome, Outcome::Completed);
        QCOMPARE(chain.hops.size(), 3);
        QVERIFY(chain.hops.constFirst().exchange.note.isEmpty());
    }
}

DETOUR_TEST(TestLabFault)
#include "tst_labfault.moc"
