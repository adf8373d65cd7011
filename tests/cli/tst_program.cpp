// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/absentprogram.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;

/// The built program, as a shell sees it.
class TestProgram final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutADisplayItPlaysTheExample();
    void wrongWordsAreOneLine();
    void noLocaleIsNoTrouble();
    void subcommandsNeedNoDisplay();
    void theLabPrintsItsAddressesAtOnce();
    void theLabLogsEachExchange();
    void theLabsCertificateServesCurl();
    void theLabsCertificateServesPython();
    void aTakenLabPort();
    void interruptPrintsWhatWasTraced();
    void anEarlyReaderIsClean();
    void aFullDiskIsSaid();
    void standardInputIsStreamed();
    void unusableDescriptorsAreSaid_data();
    void unusableDescriptorsAreSaid();

private:
    int run(const QStringList &words);
    /// Starts a lab; its https address and its certificate's file, as it tells them.
    std::pair<QUrl, QString> httpsOfALab();

    std::unique_ptr<QProcess> m_process;
};

namespace {

constexpr int patience = 20'000; // ms: a loaded machine, not a pause

/// In the place of the user's own folder.
QTemporaryDir &dataHome()
{
    static QTemporaryDir folder;
    return folder;
}

QProcessEnvironment withoutDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QString::fromLatin1(name));
    }
    environment.insert(u"XDG_DATA_HOME"_s, dataHome().path());
    return environment;
}

/// Reads until the process has written that many lines.
QList<QByteArray> linesOf(QProcess &process, int count)
{
    QByteArray text;
    while (text.count('\n') < count && process.waitForReadyRead(patience)) {
        text += process.readAllStandardOutput();
    }
    return text.split('\n').mid(0, count);
}

void interrupt(const QProcess &process)
{
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
}

} // namespace

void TestProgram::init()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(QStringLiteral(DETOUR_PROGRAM));
    m_process->setProcessEnvironment(withoutDisplay());
}

void TestProgram::cleanup()
{
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

int TestProgram::run(const QStringList &words)
{
    m_process->setArguments(words);
    m_process->start();
    m_process->closeWriteChannel();
    m_process->waitForFinished(patience);
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

void TestProgram::withoutADisplayItPlaysTheExample()
{
    QCOMPARE(run({}), 0);
    const QByteArray text = m_process->readAllStandardOutput();
    QVERIFY(text.contains("307 Temporary Redirect"));
    QVERIFY(text.contains("POST http://files.localhost:8307/upload-temp"));
    QVERIFY(text.contains("window"));
    QVERIFY(!text.contains('\x1b'));
}

void TestProgram::wrongWordsAreOneLine()
{
    QCOMPARE(run({u"trace"_s, u"--frobnicate"_s, u"http://a/"_s}), 2);
    QVERIFY(m_process->readAllStandardOutput().isEmpty());
    const QByteArray error = m_process->readAllStandardError();
    QCOMPARE(error.count('\n'), 1);
    QVERIFY(error.contains("--frobnicate"));
}

void TestProgram::noLocaleIsNoTrouble()
{
    QProcessEnvironment environment = withoutDisplay();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    m_process->setProcessEnvironment(environment);
    QCOMPARE(run({u"clients"_s}), 0);
    QVERIFY(m_process->readAllStandardError().isEmpty());
}

void TestProgram::subcommandsNeedNoDisplay()
{
    QCOMPARE(run({u"trace"_s, u"lab:/lab/chain/307"_s, u"--format"_s, u"json"_s}), 0);
    QCOMPARE(QJsonDocument::fromJson(m_process->readAllStandardOutput()).object()["outcome"_L1].toString(),
             u"completed"_s);
    QVERIFY(m_process->readAllStandardError().isEmpty());
}

void TestProgram::theLabPrintsItsAddressesAtOnce()
{
    m_process->setArguments({u"lab"_s, u"--port"_s, u"0"_s});
    m_process->start();
    const QList<QByteArray> lines = linesOf(*m_process, 3);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).startsWith("http://") && lines.at(1).startsWith("http://"));
    QVERIFY(lines.at(2).startsWith("https://"));
    for (const QByteArray &line : lines) {
        const QUrl url(QString::fromLatin1(line));
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        QVERIFY(url.port() > 0);
        QTcpSocket socket;
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        QVERIFY(socket.waitForConnected(patience));
    }
    QVERIFY(lines.at(0) != lines.at(1));
    interrupt(*m_process);
    QVERIFY(m_process->waitForFinished(patience));
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
}

void TestProgram::theLabLogsEachExchange()
{
    m_process->setArguments({u"lab"_s, u"--port=0"_s, u"--log"_s, u"json"_s});
    m_process->start();
    const QUrl url(QString::fromLatin1(linesOf(*m_process, 3).at(0)));
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QVERIFY(socket.waitForConnected(patience));
    socket.write("POST /lab/chain/307 HTTP/1.1\r\nHost: localhost:" + QByteArray::number(url.port())
                 + "\r\nAuthorization: Basic topsecret\r\nContent-Length: 2\r\n\r\nhi");
    QVERIFY(socket.waitForBytesWritten(patience));
    const QByteArray line = linesOf(*m_process, 1).at(0);
    QVERIFY(!line.contains("topsecret"));
    const QJsonObject entry = QJsonDocument::fromJson(line).object();
    QCOMPARE(entry["request"_L1].toObject()["line"_L1].toString(), u"POST /lab/chain/307 HTTP/1.1"_s);
    QCOMPARE(entry["request"_L1].toObject()["body"_L1].toObject()["bytes"_L1].toInt(), 2);
    QCOMPARE(entry["response"_L1].toObject()["status"_L1].toInt(), 307);
}

std::pair<QUrl, QString> TestProgram::httpsOfALab()
{
    m_process->setArguments({u"lab"_s, u"--port=0"_s});
    m_process->start();
    const QByteArray https = linesOf(*m_process, 3).value(2);
    m_process->setReadChannel(QProcess::StandardError);
    QByteArray told;
    while (!told.contains(".pem\n") && (m_process->bytesAvailable() > 0 || m_process->waitForReadyRead(patience))) {
        told += m_process->readAllStandardError();
    }
    return {QUrl(QString::fromLatin1(https)), QString::fromLocal8Bit(told.mid(told.lastIndexOf(": ") + 2).trimmed())};
}

void TestProgram::theLabsCertificateServesCurl()
{
    const QString curl = QStandardPaths::findExecutable(u"curl"_s);
    if (curl.isEmpty()) {
        SKIP_ABSENT_PROGRAM(u"curl"_s);
    }
    const auto [url, file] = httpsOfALab();
    QVERIFY(url.isValid());
    QVERIFY(file.startsWith(dataHome().path()));
    QProcess client;
    const QString port = QString::number(url.port());
    client.start(curl, {u"-sS"_s, u"-q"_s, u"--noproxy"_s, u"*"_s, u"--cacert"_s, file, u"-L"_s, u"-o"_s,
                        u"/dev/null"_s, u"-w"_s, u"%{http_code} %{url_effective}"_s,
                        u"https://www.localhost:%1/lab/chain/307~abs/302"_s.arg(port)});
    QVERIFY(client.waitForFinished(patience));
    QCOMPARE(client.readAllStandardError(), QByteArray());
    QCOMPARE(client.readAllStandardOutput(), "200 https://www.localhost:" + port.toLatin1() + "/lab/echo");
    client.start(curl, {u"-sS"_s, u"-q"_s, u"--noproxy"_s, u"*"_s, u"https://localhost:%1/lab/echo"_s.arg(port)});
    QVERIFY(client.waitForFinished(patience));
    QCOMPARE(client.exitCode(), 60); // without the file nobody trusts it
}

void TestProgram::theLabsCertificateServesPython()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        SKIP_ABSENT_PROGRAM(u"python3"_s);
    const auto [url, file] = httpsOfALab();
    QVERIFY(url.isValid());
    // As strict as Python can be, and then as it is without the file.
    const QString program = uR"(import ssl, sys, urllib.error, urllib.request
def get(context):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    return opener.open(sys.argv[1] + "/lab/chain/307~abs/302").status
strict = ssl.create_default_context(cafile=sys.argv[2])
strict.verify_flags |= ssl.VERIFY_X509_STRICT
print(get(strict))
try:
    get(ssl.create_default_context())
except urllib.error.URLError as error:
    print(type(error.reason).__name__)
)"_s;
    QProcess client;
    client.start(python, {u"-I"_s, u"-c"_s, program, u"https://localhost:%1"_s.arg(url.port()), file});
    QVERIFY(client.waitForFinished(patience));
    QCOMPARE(client.readAllStandardError(), QByteArray());
    QCOMPARE(client.readAllStandardOutput(), "200\nSSLCertVerificationError\n"_ba);
}

void TestProgram::aTakenLabPort()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    QCOMPARE(run({u"lab"_s, u"--port"_s, QString::number(taken.serverPort())}), 4);
    QCOMPARE(m_process->readAllStandardError().count('\n'), 1);
    QVERIFY(m_process->readAllStandardOutput().isEmpty());
}

void TestProgram::interruptPrintsWhatWasTraced()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QString location = u"http://127.0.0.1:%1/"_s.arg(silent.serverPort());
    m_process->setArguments({u"trace"_s, u"--format=json"_s,
                             u"lab:/redirect-to?url="_s + QString::fromLatin1(QUrl::toPercentEncoding(location))});
    m_process->start();
    QVERIFY(silent.waitForNewConnection(patience));
    interrupt(*m_process);
    QVERIFY(m_process->waitForFinished(patience));
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 130);
    const QJsonObject trace = QJsonDocument::fromJson(m_process->readAllStandardOutput()).object();
    QCOMPARE(trace["reason"_L1].toObject()["code"_L1].toString(), u"cancelled"_s);
    QCOMPARE(trace["hops"_L1].toArray().at(0).toObject()["response"_L1].toObject()["status"_L1].toInt(), 302);
}

void TestProgram::anEarlyReaderIsClean()
{
    m_process->setProgram(u"/bin/sh"_s);
    QCOMPARE(run({u"-c"_s, u"{ \"$0\" page 307; echo $? >&2; } | true"_s, QStringLiteral(DETOUR_PROGRAM)}), 0);
    QCOMPARE(m_process->readAllStandardError(), "0\n"_ba);
}

void TestProgram::aFullDiskIsSaid()
{
    if (!QFile::exists(u"/dev/full"_s)) {
        QSKIP("This system has no /dev/full.");
    }
    m_process->setStandardOutputFile(u"/dev/full"_s);
    QCOMPARE(run({u"page"_s, u"307"_s}), 5);
    QCOMPARE(m_process->readAllStandardError().count('\n'), 1);
}

void TestProgram::standardInputIsStreamed()
{
    m_process->setArguments({u"trace"_s, u"-d"_s, u"@-"_s, u"--format=json"_s, u"lab:/anything"_s});
    m_process->start();
    m_process->write("first ");
    QVERIFY(m_process->waitForBytesWritten(patience));
    m_process->write("second");
    m_process->closeWriteChannel();
    QVERIFY(m_process->waitForFinished(patience));
    QCOMPARE(m_process->exitCode(), 0);
    const QJsonObject trace = QJsonDocument::fromJson(m_process->readAllStandardOutput()).object();
    const QJsonObject request = trace["hops"_L1].toArray().at(0).toObject()["request"_L1].toObject();
    QCOMPARE(request["received"_L1].toObject()["body"_L1].toObject()["bytes"_L1].toInt(), 12);
}

void TestProgram::unusableDescriptorsAreSaid_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("a body") << u"trace -d @- lab:/post <&-"_s;
    QTest::newRow("a folder for a body") << u"trace -d @- lab:/post </"_s;
    QTest::newRow("questions") << u"decide <&-"_s;
    QTest::newRow("a folder for questions") << u"decide </"_s;
    QTest::newRow("a trace's result") << u"trace lab:/get >&-"_s;
}

void TestProgram::unusableDescriptorsAreSaid()
{
    QFETCH(const QString, command);
    m_process->setProgram(u"/bin/sh"_s);
    QCOMPARE(run({u"-c"_s, QString(u"exec \"$0\" "_s + command), QStringLiteral(DETOUR_PROGRAM)}), 5);
    QCOMPARE(m_process->readAllStandardError().count('\n'), 1);
}

DETOUR_TEST(TestProgram)
#include "tst_program.moc"
