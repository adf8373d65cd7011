// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "foreignserver.h"
#include "session/session.h"
#include "support/absentprogram.h"
#include "support/testregistry.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;

namespace {

const QByteArray resume = R"({"file":"resume.pdf"})";

/// Serves each redirect code as nginx's own users configure it. One process, no privileges, all files in `folder`.
QByteArray nginxConfiguration(const QString &folder, int port)
{
    QByteArray locations;
    for (const int code : {301, 302, 303, 307, 308})
        locations +=
            "location = /" + QByteArray::number(code) + " { return " + QByteArray::number(code) + " /target; }\n";
    return "daemon off; master_process off; pid " + folder.toUtf8()
           + "/pid; error_log stderr;\n"
             "events { worker_connections 16; }\n"
             "http { access_log off; server_tokens off;\n"
             "client_body_temp_path "
           + folder.toUtf8() + "/b; proxy_temp_path " + folder.toUtf8()
           + "/p;\n"
             "fastcgi_temp_path "
           + folder.toUtf8() + "/f; uwsgi_temp_path " + folder.toUtf8()
           + "/u;\n"
             "scgi_temp_path "
           + folder.toUtf8()
           + "/s;\n"
             "server { listen 127.0.0.1:"
           + QByteArray::number(port) + ";\n" + locations
           + "location = /target { default_type text/plain; return 200 $request_method; } } }\n";
}

} // namespace

/// Detour against servers that are not its own. A server that is not installed is named as skipped.
class PeersTest final : public QObject
{
    Q_OBJECT

private slots:
    void expressRedirects_data();
    void expressRedirects();
    void nginxReturns_data();
    void nginxReturns();

private:
    RedirectChain trace(const QByteArray &method, int port, const QByteArray &path);
    bool startNginx(const QString &program);

    Session m_session{ContentStore(QStringLiteral(DETOUR_CONTENT_DIR)), LabPorts{}, "test"};
    ForeignServer m_nginx;
    int m_nginxPort = -1;
};

RedirectChain PeersTest::trace(const QByteArray &method, int port, const QByteArray &path)
{
    TraceSpec spec;
    spec.policy = *m_session.policies().policy(u"fetch"_s);
    spec.request.method = *Method::fromToken(method);
    spec.request.target = *m_session.resolveUrl(QByteArray("http://127.0.0.1:" + QByteArray::number(port) + path));
    if (method == "POST" || method == "PUT") {
        spec.request.fields.append("Content-Type", "application/json");
        spec.body = bodyFromMemory(resume);
        spec.request.content = spec.body->info();
    }
    auto run = m_session.startTrace(std::move(spec));
    if (!run)
        return {};
    QSignalSpy finished(run.value().get(), &TraceRun::finished);
    if ((*run)->isRunning() && !finished.wait())
        return {};
    return (*run)->chain();
}

/// Once for all rows.
bool PeersTest::startNginx(const QString &program)
{
    if (m_nginxPort > 0)
        return true;
    m_nginxPort = ForeignServer::freePort();
    QFile configuration(m_nginx.folder() + "/nginx.conf"_L1);
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write(nginxConfiguration(m_nginx.folder(), m_nginxPort));
    configuration.close();
    return m_nginx.startOnPort(program, {u"-c"_s, configuration.fileName(), u"-p"_s, m_nginx.folder()}, m_nginxPort);
}

void PeersTest::expressRedirects_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<bool>("bodyGoesAlong");
    QTest::newRow("res.redirect(307) keeps POST and body")
        << QByteArray("/upload") << 307 << QByteArray("POST") << true;
    QTest::newRow("res.redirect() is 302, POST becomes GET")
        << QByteArray("/checkout") << 302 << QByteArray("GET") << false;
    QTest::newRow("res.redirect(308) keeps POST and body") << QByteArray("/moved") << 308 << QByteArray("POST") << true;
}

void PeersTest::expressRedirects()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, next);
    QFETCH(bool, bodyGoesAlong);
    const QString node = ForeignServer::find(u"node"_s);
    if (node.isEmpty())
        SKIP_ABSENT_PROGRAM(u"Node"_s);
    if (!QFile::exists(QStringLiteral(DETOUR_PEERS_DIR "/node_modules/express")))
        SKIP_ABSENT_PROGRAM(u"Express"_s);

    ForeignServer server;
    QVERIFY(
        QFile::copy(QStringLiteral(DETOUR_PEERS_SOURCE_DIR "/expressserver.js"), server.folder() + "/server.js"_L1));
    QVERIFY(QFile::link(QStringLiteral(DETOUR_PEERS_DIR "/node_modules"), server.folder() + "/node_modules"_L1));
    const int port = server.startAndReadPort(node, {server.folder() + "/server.js"_L1});
    QVERIFY2(port > 0, qPrintable(server.errors()));

    const RedirectChain chain = trace("POST", port, path);
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.size(), 2);
    QCOMPARE(chain.hops.at(0).exchange.response->status, status);
    const Exchange &last = chain.hops.at(1).exchange;
    QCOMPARE(last.request.method.token(), next);
    const QJsonObject echo = QJsonDocument::fromJson(last.response->content->preview).object();
    QCOMPARE(echo.value("method"_L1).toString().toLatin1(), next);
    QCOMPARE(echo.value("bytes"_L1).toInt(), bodyGoesAlong ? int(resume.size()) : 0);
    if (bodyGoesAlong)
        QCOMPARE(echo.value("sha256"_L1).toString().toLatin1(), chain.hops.at(0).exchange.request.content->sha256);
}

void PeersTest::nginxReturns_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("next");
    for (const int code : {301, 302, 303, 307, 308}) {
        for (const QByteArray method : {"GET", "POST", "PUT"}) {
            const bool becomesGet = (code == 303) || (method == "POST" && code < 303);
            QTest::addRow("return %d, %s", code, method.constData())
                << code << method << (becomesGet ? QByteArray("GET") : method);
        }
    }
}

void PeersTest::nginxReturns()
{
    QFETCH(int, code);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, next);
    const QString nginx = ForeignServer::find(u"nginx"_s);
    if (nginx.isEmpty())
        SKIP_ABSENT_PROGRAM(u"nginx"_s);

    QVERIFY(startNginx(nginx));

    const RedirectChain chain = trace(method, m_nginxPort, "/" + QByteArray::number(code));
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(chain.hops.size(), 2);
    QCOMPARE(chain.hops.at(0).exchange.response->status, code);
    QCOMPARE(chain.hops.at(1).exchange.request.method.token(), next);
    QCOMPARE(chain.hops.at(1).exchange.request.content.has_value(), method != "GET" && next == method);
    QCOMPARE(chain.hops.at(1).exchange.response->content->preview, next);
}

DETOUR_TEST(PeersTest)
#include "tst_peers.moc"
