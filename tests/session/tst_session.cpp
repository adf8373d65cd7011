// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/session.h"
#include "session/traceid.h"
#include "support/testregistry.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestSession final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsStartedByTheConstructor();
    void labUrlsStartTheLab();
    void badUrlsStartNothing_data();
    void badUrlsStartNothing();
    void networkTargetsAreTold_data();
    void networkTargetsAreTold();
    void aWantedPortStartsTheLab();
    void aForeignServerOnAWantedPortIsLeftAlone();
    void aTakenPortIsAnError();
    void badRequestsAreNotSent();
    void traceIdsAreShortAndDiffer();
};

namespace {

/// A port that was free a moment ago.
int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

TraceSpec specFor(const QByteArray &url)
{
    TraceSpec spec;
    spec.request.target = *parseFirstUrl(url);
    spec.timeout = std::chrono::seconds(10);
    return spec;
}

} // namespace

void TestSession::nothingIsStartedByTheConstructor()
{
    const Session session(ContentStore(), {}, "1");
    QVERIFY(!session.labIsRunning());
    QVERIFY(session.labBaseUris().isEmpty());
    QVERIFY(session.labTranscript().entries().isEmpty());
}

void TestSession::labUrlsStartTheLab()
{
    Session session(ContentStore(), {}, "1");
    QSignalSpy started(&session, &Session::labStarted);
    const Result<TargetUri> target = session.resolveUrl("lab:/lab/chain/307?a=b#c");
    QVERIFY(target);
    QVERIFY(session.labIsRunning());
    QCOMPARE(started.size(), 1);
    QCOMPARE(*target->host, "127.0.0.1"_ba);
    QCOMPARE(target->effectivePort(), session.labBaseUris().constFirst().effectivePort());
    QCOMPARE(target->originForm(), "/lab/chain/307?a=b"_ba);
    QCOMPARE(*target->fragment, "c"_ba);
    QVERIFY(session.resolveUrl("LAB:/x"));
    QCOMPARE(session.resolveUrl("lab:")->originForm(), "/"_ba);
    QCOMPARE(started.size(), 1);
}

void TestSession::badUrlsStartNothing_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("code");

    QTest::newRow("empty") << ""_ba << u"bad-url"_s;
    QTest::newRow("no scheme") << "example.com"_ba << u"bad-url"_s;
    QTest::newRow("no host") << "http://"_ba << u"bad-url"_s;
    QTest::newRow("ftp") << "ftp://a.test/"_ba << u"unsupported-scheme"_s;
    QTest::newRow("lab without a slash") << "lab:chain/307"_ba << u"bad-url"_s;
    QTest::newRow("lab with a host") << "lab://a.test/x"_ba << u"bad-url"_s;
}

void TestSession::badUrlsStartNothing()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QString, code);
    Session session(ContentStore(), {}, "1");
    const Result<TargetUri> target = session.resolveUrl(typed);
    QVERIFY(!target);
    QCOMPARE(target.error().code, code);
    QVERIFY(!session.labIsRunning());
}

void TestSession::networkTargetsAreTold_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<bool>("goes");

    QTest::newRow("a real host") << "http://example.com/"_ba << true;
    QTest::newRow("an address") << "https://192.0.2.1/"_ba << true;
    QTest::newRow("a host that only looks local") << "http://localhost.example.com/"_ba << true;
    QTest::newRow("lab") << "lab:/x"_ba << false;
    QTest::newRow("localhost") << "http://localhost:3000/"_ba << false;
    QTest::newRow("a name below it") << "http://a.localhost/"_ba << false;
    QTest::newRow("127.0.0.1") << "http://127.0.0.1/"_ba << false;
    QTest::newRow("IPv6") << "http://[::1]/"_ba << false;
    QTest::newRow("no URL yet") << "http://"_ba << false;
}

void TestSession::networkTargetsAreTold()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const bool, goes);
    QCOMPARE(Session::goesToNetwork(typed), goes);
}

void TestSession::aWantedPortStartsTheLab()
{
    const int port = freePort();
    Session session(ContentStore(), {port, 0, false}, "1");
    const auto run = session.startTrace(specFor("http://a.localhost:" + QByteArray::number(port) + "/lab/chain/302"));
    QVERIFY(run);
    QVERIFY(session.labIsRunning());
    QSignalSpy finished(run->get(), &TraceRun::finished);
    QVERIFY(finished.wait());
    QCOMPARE(exitCodeOf((*run)->chain()), 0);
    QVERIFY((*run)->chain().hops.constFirst().exchange.received);
}

void TestSession::aForeignServerOnAWantedPortIsLeftAlone()
{
    QTcpServer foreign;
    QVERIFY(foreign.listen(QHostAddress::LocalHost));
    const int port = foreign.serverPort();
    Session session(ContentStore(), {port, 0, false}, "1");
    const auto run = session.startTrace(specFor("http://127.0.0.1:" + QByteArray::number(port) + "/"));
    QVERIFY(run);
    QVERIFY(!session.labIsRunning());
}

void TestSession::aTakenPortIsAnError()
{
    QTcpServer foreign;
    QVERIFY(foreign.listen(QHostAddress::LocalHost));
    Session session(ContentStore(), {foreign.serverPort(), 0, true}, "1");
    const Result<LabPorts> ports = session.ensureLab();
    QVERIFY(!ports);
    QCOMPARE(ports.error().code, u"lab-port"_s);
    QVERIFY(!session.labIsRunning());
}

void TestSession::badRequestsAreNotSent()
{
    Session session(ContentStore(), {}, "1");
    TraceSpec spec = specFor("http://127.0.0.1:1/");
    spec.request.fields.append("X", "a\r\nInjected: 1");
    const auto run = session.startTrace(spec);
    QVERIFY(!run);
    QCOMPARE(run.error().code, u"bad-request"_s);
}

void TestSession::traceIdsAreShortAndDiffer()
{
    const TraceIdSource ids = randomTraceIds();
    QSet<QString> seen;
    for (int i = 0; i < 100; ++i) {
        const QString id = ids();
        QVERIFY2(QRegularExpression(u"^[a-z2-7]{8}$"_s).match(id).hasMatch(), qPrintable(id));
        seen.insert(id);
    }
    QCOMPARE(seen.size(), 100);
}

DETOUR_TEST(TestSession)
#include "tst_session.moc"
