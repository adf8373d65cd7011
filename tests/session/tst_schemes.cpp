// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "finishedchain.h"
#include "session/session.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// From http to https and back, really sent: the lab has both.
class TestSchemes final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_session.reset(); }

    void upToHttpsAndOn();
    void down_data();
    void down();
    void credentialsOverSchemes_data();
    void credentialsOverSchemes();
    void aScriptsHttpsHostIsTheLab();
    void aNameThatNoCertificateHasIsTheLabToo();
    void anHttpsPortOfTheLabStartsIt();
    void theCertificateHasTheContentsNames();
    void aStoppedLabAnswersNothing();
    void aStrictHostIsNotAskedOverHttpAgain();

private:
    TraceSpec specFor(const QByteArray &url, const QString &client = u"fetch"_s);
    RedirectChain finishedChain(TraceSpec spec) { return Test::finishedChain(*m_session, std::move(spec)); }
    /// A chain's segment that sends on to this path of the lab.
    [[nodiscard]] QByteArray turnTo(const QByteArray &status, const QByteArray &base, const QByteArray &path) const
    {
        return status + "~loc=" + QByteArray(base + path).toPercentEncoding();
    }

    std::unique_ptr<Session> m_session;
    QByteArray m_http;
    QByteArray m_https;
};

void TestSchemes::init()
{
    if (!QSslSocket::supportsSsl()) {
        QSKIP("this Qt speaks no TLS");
    }
    m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "9.9");
    const auto ports = m_session->ensureLab();
    QVERIFY(ports);
    m_http = "http://localhost:" + QByteArray::number(ports->first);
    m_https = "https://localhost:" + QByteArray::number(ports->https);
}

TraceSpec TestSchemes::specFor(const QByteArray &url, const QString &client)
{
    TraceSpec spec;
    spec.request.target = *m_session->resolveUrl(url);
    spec.policy = *m_session->policies().policy(client);
    spec.timeout = std::chrono::seconds(20);
    return spec;
}

void TestSchemes::upToHttpsAndOn()
{
    TraceSpec spec = specFor(m_http + "/lab/chain/" + turnTo("308", m_https, "/lab/chain/307~abs"));
    spec.request.method = Method::known("POST");
    spec.body = bodyFromMemory("hello");
    const RedirectChain chain = finishedChain(spec);
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.size(), 3);
    QList<bool> tls;
    for (const Hop &hop : chain.hops) {
        QVERIFY(hop.exchange.labRecord);
        tls.append(hop.exchange.labRecord->tls);
        QCOMPARE(hop.exchange.received->content->bytes, 5);
    }
    QCOMPARE(tls, (QList<bool>{false, true, true}));
    QVERIFY(chain.hops.at(1).exchange.timing.tls);
    QCOMPARE(chain.hops.at(2).exchange.request.target.scheme, "https"_ba);
}

void TestSchemes::down_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("hops");
    QTest::newRow("browsers follow") << u"fetch"_s << Outcome::Completed << 2;
    QTest::newRow("curl follows") << u"curl"_s << Outcome::Completed << 2;
    QTest::newRow("Qt refuses") << u"qt"_s << Outcome::Stopped << 1;
}

void TestSchemes::down()
{
    QFETCH(const QString, client);
    QFETCH(const Outcome, outcome);
    QFETCH(const int, hops);
    const RedirectChain chain =
        finishedChain(specFor(m_https + "/lab/chain/" + turnTo("302", m_http, "/lab/echo"), client));
    QCOMPARE(chain.outcome, outcome);
    QCOMPARE(chain.hops.size(), hops);
    if (outcome == Outcome::Stopped) {
        QCOMPARE(chain.end->code, u"insecure-downgrade"_s);
    }
}

void TestSchemes::credentialsOverSchemes_data()
{
    QTest::addColumn<bool>("up");
    QTest::newRow("up") << true;
    QTest::newRow("down") << false;
}

void TestSchemes::credentialsOverSchemes()
{
    QFETCH(const bool, up);
    const QByteArray from = up ? m_http : m_https;
    const QByteArray to = up ? m_https : m_http;
    // Within the origin they stay; another scheme is another origin, whatever the host.
    TraceSpec spec = specFor(from + "/lab/chain/302/" + turnTo("302", to, "/lab/echo"));
    spec.request.fields.append("Authorization", "Bearer secret");
    const RedirectChain chain = finishedChain(spec);
    QCOMPARE(chain.hops.size(), 3);
    QList<bool> arrived;
    for (const Hop &hop : chain.hops) {
        arrived.append(hop.exchange.received->fields.contains("Authorization"));
    }
    QCOMPARE(arrived, (QList<bool>{true, true, false}));
}

void TestSchemes::aScriptsHttpsHostIsTheLab()
{
    Script script;
    script.origins = {{"http", "shop.example", 80}, {"https", "shop.example", 443}};
    ScriptedAnswer up{301, "Moved Permanently", {{"Location", "https://shop.example/a"}}, {}};
    script.steps = {{{}, "shop.example", "/", up}, {{}, "shop.example", "/a", {200, "OK", {}, "here"}}};
    TraceSpec spec = specFor("http://shop.example/");
    spec.script = script;
    const RedirectChain chain = finishedChain(spec);
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.size(), 2);
    QVERIFY(chain.hops.at(1).exchange.labRecord->tls);
    QCOMPARE(chain.hops.at(1).exchange.received->fields.value("Host"), "shop.example"_ba);
}

void TestSchemes::aNameThatNoCertificateHasIsTheLabToo()
{
    const QByteArray port = m_https.sliced(m_https.lastIndexOf(':'));
    const RedirectChain chain = finishedChain(specFor("https://never-heard-of.localhost" + port + "/lab/echo"));
    QCOMPARE(chain.outcome, Outcome::Completed);
    QVERIFY(chain.hops.constFirst().exchange.labRecord->tls);
}

void TestSchemes::anHttpsPortOfTheLabStartsIt()
{
    const LabPorts wanted = *m_session->ensureLab();
    m_session = std::make_unique<Session>(ContentStore(), wanted, "9.9"); // the ports are free again
    QVERIFY(!m_session->labIsRunning());
    QCOMPARE(finishedChain(specFor(m_https + "/lab/echo")).outcome, Outcome::Completed);
    QVERIFY(m_session->labIsRunning());
}

void TestSchemes::theCertificateHasTheContentsNames()
{
    const QList<QByteArray> names = namesOf(m_session->labCertificate());
    for (const char *name : {"localhost", "files.localhost", "shop.localhost", "pay.localhost"}) {
        QVERIFY2(names.contains(name), name);
    }
}

void TestSchemes::aStoppedLabAnswersNothing()
{
    QSignalSpy stopped(m_session.get(), &Session::labStopped);
    QVERIFY(!m_session->labRemarks().contains(QString()));
    m_session->stopLab();
    QCOMPARE(stopped.size(), 1);
    QVERIFY(!m_session->labIsRunning());
    QVERIFY(m_session->labBaseUris().isEmpty());
    QCOMPARE(finishedChain(specFor(m_https + "/lab/echo")).outcome, Outcome::Failed);
    QVERIFY(m_session->ensureLab());
    QVERIFY(m_session->labIsRunning());
}

/// The port stays (RFC 6797 §8.3), so this is the lab's https port, asked with http.
void TestSchemes::aStrictHostIsNotAskedOverHttpAgain()
{
    TraceSpec strict = specFor(m_https + "/response-headers?Strict-Transport-Security=max-age=600");
    strict.remembers = true;
    QCOMPARE(finishedChain(strict).outcome, Outcome::Completed);
    QCOMPARE(m_session->memory().memory().hosts().size(), 1);

    TraceSpec plain = specFor(QByteArray(m_https).replace("https://", "http://") + "/lab/echo");
    plain.request.method = Method::known("POST");
    plain.body = bodyFromMemory("hello");
    plain.remembers = true;
    const quint64 before = m_session->labTranscript().lastNumber();
    const RedirectChain chain = finishedChain(plain);
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.size(), 2);
    const Exchange &upgrade = chain.hops.at(0).exchange;
    QCOMPARE(upgrade.answeredBy, AnswerSource::HstsUpgrade);
    QCOMPARE(upgrade.response->status, 307);
    QVERIFY(!upgrade.received);
    const Exchange &second = chain.hops.at(1).exchange;
    QCOMPARE(second.request.target.scheme, "https"_ba);
    QCOMPARE(second.received->line, "POST /lab/echo HTTP/1.1"_ba);
    QCOMPARE(second.received->content->bytes, 5);
    QCOMPARE(m_session->labTranscript().lastNumber(), before + 1);

    plain.remembers = false; // a client without a memory knocks with http and is not understood
    QCOMPARE(finishedChain(plain).outcome, Outcome::Failed);
}

DETOUR_TEST(TestSchemes)
#include "tst_schemes.moc"
