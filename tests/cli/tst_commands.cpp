// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "capturedoutput.h"
#include "cli/commands.h"
#include "support/testregistry.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace Detour;
using namespace Qt::StringLiterals;

/// The commands in this process, with their output caught.
class TestCommands final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theProofLine();
    void textIsHopByHop();
    void badInputHasItsCodeAndOneSentence_data();
    void badInputHasItsCodeAndOneSentence();
    void aRefusedConnectionIsAFailure();
    void networkTargetsAreNamedBeforeSending();
    void aServerThatClosesIsAFailure();
    void theLimitStops();
    void withoutFollowTheFirstAnswerCounts();
    void cookiesAreKeptWhereAskedFor();
    void theBodyMayComeFromAFile();
    void theBodyMayComeFromStandardInput();
    void ownContentTypeIsNotGenerated();
    void secretsAreMaskedUnlessAskedFor();
    void theTraceMayGoToAFile();
    void outputThatCannotBeWritten();
    void aReaderThatHasGoneIsNoError();
    void clientsAreListed();
    void pagesInEveryFormat();
    void contentFromAFolder();
    void pagesShowWhatFillsTheirFences();
    void decideAnswersEachLine();
    void withoutAWindowAnExampleIsPlayed();
    void savedTracesArePrinted();
    void helpAndVersionEverywhere();

private:
    int run(const QList<QByteArray> &words, Output *other = nullptr);
    QJsonObject traceOf(QList<QByteArray> words);

    std::unique_ptr<Test::CapturedOutput> m_out;
    std::unique_ptr<Test::CapturedOutput> m_err;
    int m_input = 0;
};

void TestCommands::init()
{
    m_input = 0;
}

int TestCommands::run(const QList<QByteArray> &words, Output *other)
{
    m_out = std::make_unique<Test::CapturedOutput>();
    m_err = std::make_unique<Test::CapturedOutput>();
    const CommandContext context{other ? *other : *m_out, *m_err, m_input, "9.9", false, false, false, ContentStore()};
    const Result<CommandLine> line = CommandLine::parse(words, false);
    return line ? runCommand(*line, context) : context.complain(line.error().message, exitBadWords);
}

QJsonObject TestCommands::traceOf(QList<QByteArray> words)
{
    words.prepend("trace");
    words.append({"--format", "json"});
    run(words);
    return QJsonDocument::fromJson(m_out->bytes()).object();
}

namespace {

QJsonObject hopOf(const QJsonObject &trace, int hop)
{
    return trace["hops"_L1].toArray().at(hop - 1).toObject();
}

QJsonObject requestOf(const QJsonObject &trace, int hop)
{
    return hopOf(trace, hop)["request"_L1].toObject();
}

QString digestOf(const QJsonObject &trace, int hop)
{
    return requestOf(trace, hop)["body"_L1].toObject()["sha256"_L1].toString();
}

} // namespace

void TestCommands::theProofLine()
{
    const QJsonObject trace = traceOf({"-X", "POST", "-d", R"({"file":"resume.pdf"})", "-H",
                                       "Content-Type: application/json", "lab:/lab/chain/307/302"});
    QCOMPARE(trace["outcome"_L1].toString(), u"completed"_s);
    QCOMPARE(trace["hops"_L1].toArray().size(), 3);
    QCOMPARE(requestOf(trace, 1)["method"_L1].toString(), u"POST"_s);
    QCOMPARE(requestOf(trace, 2)["method"_L1].toString(), u"POST"_s);
    QCOMPARE(requestOf(trace, 3)["method"_L1].toString(), u"GET"_s);
    QCOMPARE(digestOf(trace, 1).size(), 64);
    QCOMPARE(digestOf(trace, 2), digestOf(trace, 1));
    QVERIFY(requestOf(trace, 3)["body"_L1].isNull());
    for (int hop = 1; hop <= 3; ++hop) {
        const QJsonArray reasons = hopOf(trace, hop)["decision"_L1].toObject()["reasons"_L1].toArray();
        QVERIFY(!reasons.isEmpty());
        QVERIFY(!reasons.at(0).toObject()["reference"_L1].toString().isEmpty());
        QVERIFY(requestOf(trace, hop).contains("received"_L1));
    }
    QVERIFY(m_err->bytes().isEmpty());
}

void TestCommands::textIsHopByHop()
{
    QCOMPARE(run({"trace", "-d", "a=b", "lab:/lab/chain/302"}), 0);
    const QString text = m_out->text();
    QVERIFY(text.contains(u"As "));
    const qsizetype first = text.indexOf(u"1   POST http://127.0.0.1:");
    const qsizetype answer = text.indexOf(u"302 Found");
    const qsizetype second = text.indexOf(u"2   GET http://127.0.0.1:");
    const qsizetype end = text.indexOf(u"Done: 200 OK after 1 redirect.");
    QVERIFY(0 < first && first < answer && answer < second && second < end);
}

void TestCommands::badInputHasItsCodeAndOneSentence_data()
{
    QTest::addColumn<QList<QByteArray>>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");

    using Words = QList<QByteArray>;
    QTest::newRow("unknown option") << Words{"trace", "--frobnicate", "lab:/"} << 2 << u"--frobnicate"_s;
    QTest::newRow("URL without host") << Words{"trace", "http://"} << 2 << u"http://"_s;
    QTest::newRow("no scheme") << Words{"trace", "example.com"} << 2 << u"http://"_s;
    QTest::newRow("ftp") << Words{"trace", "ftp://a.test/"} << 2 << u"ftp"_s;
    QTest::newRow("empty URL") << Words{"trace", ""} << 2 << u"empty"_s;
    QTest::newRow("CONNECT") << Words{"trace", "-X", "CONNECT", "lab:/"} << 2 << u"CONNECT"_s;
    QTest::newRow("OPTIONS *") << Words{"trace", "-X", "OPTIONS", "*"} << 2 << u"*"_s;
    QTest::newRow("method is no token") << Words{"trace", "-X", "GE T", "lab:/"} << 2 << u"GE T"_s;
    QTest::newRow("field without colon") << Words{"trace", "-H", "Accept", "lab:/"} << 2 << u"Accept"_s;
    QTest::newRow("field with LF") << Words{"trace", "-H", "A: b\nC: d", "lab:/"} << 2 << u"--header"_s;
    QTest::newRow("HEAD with body") << Words{"trace", "-X", "HEAD", "-d", "x", "lab:/"} << 2 << u"HEAD"_s;
    QTest::newRow("limit") << Words{"trace", "--max-redirects", "many", "lab:/"} << 2 << u"many"_s;
    QTest::newRow("timeout") << Words{"trace", "--timeout", "0", "lab:/"} << 2 << u"--timeout"_s;
    QTest::newRow("client") << Words{"trace", "--as", "fecth", "lab:/"} << 2 << u"did you mean fetch?"_s;
    QTest::newRow("two bodies from files") << Words{"trace", "-d", "@a", "-d", "@b", "lab:/"} << 2 << u"--data"_s;
    QTest::newRow("no file") << Words{"trace", "-d", "@/no/such/file", "lab:/"} << 5 << u"/no/such/file"_s;
    QTest::newRow("no folder for -o") << Words{"trace", "-o", "/no/such/x", "lab:/"} << 5 << u"/no/such/x"_s;
    QTest::newRow("page") << Words{"page", "309"} << 2 << u"“309”"_s;
    QTest::newRow("slug") << Words{"page", "welcom"} << 2 << u"did you mean welcome?"_s;
    QTest::newRow("page outside") << Words{"page", "../en/307"} << 2 << u"there is no page"_s;
    QTest::newRow("content") << Words{"page", "307", "--content", "/no/such"} << 5 << u"/no/such"_s;
    QTest::newRow("port") << Words{"lab", "--port", "70000"} << 2 << u"70000"_s;
    QTest::newRow("javascript") << Words{"trace", "lab:/lab/chain/302~loc=javascript:alert(1)"} << 3 << u"script"_s;
}

void TestCommands::badInputHasItsCodeAndOneSentence()
{
    QFETCH(const QList<QByteArray>, words);
    QFETCH(const int, code);
    QFETCH(const QString, named);
    QCOMPARE(run(words), code);
    QCOMPARE(m_err->lines().size(), 1);
    QVERIFY2(m_err->text().startsWith(u"detour: "), m_err->bytes().constData());
    QVERIFY2(m_err->text().contains(named), m_err->bytes().constData());
    if (code == 2) {
        QVERIFY(m_out->bytes().isEmpty());
    }
}

void TestCommands::aRefusedConnectionIsAFailure()
{
    QByteArray port;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = QByteArray::number(server.serverPort());
    }
    QCOMPARE(run({"trace", "http://127.0.0.1:" + port + "/", "--format", "json"}), 4);
    const QJsonObject trace = QJsonDocument::fromJson(m_out->bytes()).object();
    QCOMPARE(trace["outcome"_L1].toString(), u"failed"_s);
    QCOMPARE(trace["reason"_L1].toObject()["code"_L1].toString(), u"connection-refused"_s);
    QVERIFY(hopOf(trace, 1)["response"_L1].isNull());
    QCOMPARE(m_err->lines().size(), 1);
}

/// 0.0.0.0 does not look like this computer, and yet nothing leaves it.
void TestCommands::networkTargetsAreNamedBeforeSending()
{
    QByteArray port;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = QByteArray::number(server.serverPort());
    }
    qputenv("https_proxy", "http://proxy.test:3128");
    const int code = run({"trace", "http://0.0.0.0:" + port + "/"});
    qunsetenv("https_proxy");
    QCOMPARE(code, 4);
    const QList<QByteArray> lines = m_err->lines();
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0), "goes to the network: 0.0.0.0"_ba);
    QVERIFY(lines.at(1).startsWith("detour: "));
    QVERIFY(lines.at(2).contains("connects directly") && lines.at(2).contains("https_proxy"));
}

void TestCommands::aServerThatClosesIsAFailure()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->close(); });
    });
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(server.serverPort()) + "/";
    QCOMPARE(run({"trace", "-d", "x", url}), 4);
    QVERIFY2(m_out->text().contains(u"Failed: "), m_out->bytes().constData());
    QCOMPARE(m_err->lines().size(), 1);
    QVERIFY(m_err->text().contains(u"closed the connection"));
}

void TestCommands::theLimitStops()
{
    QCOMPARE(run({"trace", "--max-redirects", "2", "lab:/lab/chain/302/302/302"}), 3);
    QVERIFY(m_out->text().contains(u"Stopped: "));
    const QJsonObject trace = traceOf({"--max-redirs", "0", "lab:/lab/chain/302"});
    QCOMPARE(trace["outcome"_L1].toString(), u"stopped"_s);
    QCOMPARE(trace["reason"_L1].toObject()["code"_L1].toString(), u"too-many-redirects"_s);
    QCOMPARE(trace["reason"_L1].toObject()["hop"_L1].toInt(), 1);
}

void TestCommands::withoutFollowTheFirstAnswerCounts()
{
    const QJsonObject trace = traceOf({"--no-follow", "lab:/lab/chain/302"});
    QCOMPARE(trace["outcome"_L1].toString(), u"completed"_s);
    QCOMPARE(trace["hops"_L1].toArray().size(), 1);
    QCOMPARE(hopOf(trace, 1)["decision"_L1].toObject()["action"_L1].toString(), u"deliver"_s);
}

void TestCommands::cookiesAreKeptWhereAskedFor()
{
    const auto sentCookie = [this](const QList<QByteArray> &words) {
        const QJsonObject received = requestOf(traceOf(words), 2)["received"_L1].toObject();
        for (const QJsonValue &field : received["fields"_L1].toArray()) {
            if (field.toArray().at(0) == u"Cookie"_s) {
                return field.toArray().at(1).toString();
            }
        }
        return QString();
    };
    QCOMPARE(sentCookie({"--show-secrets", "lab:/cookies/set?a=1"}), QString());
    QCOMPARE(sentCookie({"--show-secrets", "--cookies", "lab:/cookies/set?a=1"}), u"a=1"_s);
    QCOMPARE(sentCookie({"--cookies", "lab:/cookies/set?a=1234"}), u"***"_s);
}

void TestCommands::theBodyMayComeFromAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"body"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a\r\nb\0c\n", 7);
    file.close();
    const QJsonObject trace = traceOf({"-d", '@' + QFile::encodeName(file.fileName()), "lab:/lab/chain/307"});
    QCOMPARE(trace["outcome"_L1].toString(), u"completed"_s);
    QCOMPARE(requestOf(trace, 1)["body"_L1].toObject()["bytes"_L1].toInt(), 7);
    QCOMPARE(requestOf(trace, 2)["received"_L1].toObject()["body"_L1].toObject()["sha256"_L1].toString(),
             digestOf(trace, 1));
}

void TestCommands::theBodyMayComeFromStandardInput()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"input"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("from a pipe");
    file.flush();
    file.seek(0);
    m_input = file.handle();
    const QJsonObject trace = traceOf({"-d@-", "lab:/anything"});
    QCOMPARE(trace["outcome"_L1].toString(), u"completed"_s);
    QCOMPARE(requestOf(trace, 1)["received"_L1].toObject()["body"_L1].toObject()["bytes"_L1].toInt(), 11);

    file.seek(0);
    const QJsonObject again = traceOf({"-d@-", "lab:/lab/chain/307"});
    QCOMPARE(again["outcome"_L1].toString(), u"stopped"_s);
    QCOMPARE(again["reason"_L1].toObject()["code"_L1].toString(), u"body-not-replayable"_s);
}

void TestCommands::ownContentTypeIsNotGenerated()
{
    const QJsonObject generated = traceOf({"-d", "a=b", "lab:/anything"});
    QCOMPARE(requestOf(generated, 1)["fields"_L1].toArray(),
             QJsonArray({QJsonArray({u"Content-Type"_s, u"application/x-www-form-urlencoded"_s})}));
    const QJsonObject own = traceOf({"-d", "a", "-d", "b", "-H", "content-type: text/plain", "lab:/anything"});
    QCOMPARE(requestOf(own, 1)["fields"_L1].toArray(), QJsonArray({QJsonArray({u"content-type"_s, u"text/plain"_s})}));
    QCOMPARE(requestOf(own, 1)["body"_L1].toObject()["bytes"_L1].toInt(), 3);
}

void TestCommands::secretsAreMaskedUnlessAskedFor()
{
    const QList<QByteArray> words{"trace", "-H", "Authorization: Bearer topsecret", "lab:/lab/chain/302"};
    QCOMPARE(run(words), 0);
    QVERIFY(!m_out->bytes().contains("topsecret"));
    QCOMPARE(run(words + QList<QByteArray>{"--show-secrets"}), 0);
    QVERIFY(m_out->bytes().contains("topsecret"));
}

void TestCommands::theTraceMayGoToAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"trace.json"_s));
    QCOMPARE(run({"trace", "--format=json", "-o", QFile::encodeName(file.fileName()), "lab:/get"}), 0);
    QVERIFY(m_out->bytes().isEmpty());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object()["schema"_L1].toString(), u"detour.trace/1"_s);
    QCOMPARE(run({"trace", "-o", "-", "lab:/get"}), 0);
    QVERIFY(!m_out->bytes().isEmpty());
}

void TestCommands::outputThatCannotBeWritten()
{
    Test::CapturedOutput full(ENOSPC);
    QCOMPARE(run({"page", "307"}, &full), 5);
    QCOMPARE(m_err->lines().size(), 1);
    QCOMPARE(run({"trace", "lab:/get"}, &full), 5);
}

void TestCommands::aReaderThatHasGoneIsNoError()
{
    Test::CapturedOutput closed(EPIPE);
    QCOMPARE(run({"page", "307"}, &closed), 0);
    QVERIFY(m_err->bytes().isEmpty());
    QCOMPARE(run({"trace", "lab:/lab/chain/302"}, &closed), 0);
    QVERIFY(m_err->bytes().isEmpty());
}

void TestCommands::clientsAreListed()
{
    QCOMPARE(run({"clients", "--format", "json"}), 0);
    const QJsonObject object = QJsonDocument::fromJson(m_out->bytes()).object();
    QCOMPARE(object.keys(), QStringList({u"clients"_s}));
    const QJsonObject first = object["clients"_L1].toArray().at(0).toObject();
    QCOMPARE(first["id"_L1].toString(), u"fetch"_s);
    QCOMPARE(first["limit"_L1].toInt(), 20);
    QCOMPARE(first["rules"_L1].toObject()["302"_L1].toObject()["POST"_L1].toString(), u"get"_s);
    const QJsonObject older = first["versions"_L1].toArray().at(0).toObject();
    QCOMPARE(older["from"_L1].toString(), u"5.15"_s);
    QCOMPARE(older["before"_L1].toString(), u"5.16"_s);
    QVERIFY(older["summary"_L1].toString().contains(u"Proxy-Authorization"));
    QCOMPARE(older["rules"_L1], first["rules"_L1]);
    QCOMPARE(run({"clients"}), 0);
    QVERIFY(m_out->text().startsWith(u"fetch  "));
    QVERIFY(m_out->text().contains(u"From 5.15 to before 5.16"));
    QVERIFY(m_out->text().contains(u"rfc9110"));
}

void TestCommands::pagesInEveryFormat()
{
    QCOMPARE(run({"page", "307"}), 0);
    QVERIFY(m_out->text().contains(u"307"));
    QVERIFY(!m_out->text().contains(u"```"));
    QCOMPARE(run({"page", "307", "--format", "markdown"}), 0);
    QVERIFY(m_out->text().contains(u"```http run=upload"));
    QCOMPARE(run({"page", "307", "--format", "html"}), 0);
    QVERIFY(m_out->text().contains(u"<html", Qt::CaseInsensitive));
    QCOMPARE(run({"page", "welcome"}), 0);
}

void TestCommands::contentFromAFolder()
{
    const QTemporaryDir folder;
    QCOMPARE(run({"page", "307", "--content", QFile::encodeName(folder.path())}), 2);
    QVERIFY(QDir(folder.path()).mkdir(u"en"_s));
    QFile file(folder.filePath(u"en/307.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no front matter\n");
    file.close();
    QCOMPARE(run({"page", "307", "--content", QFile::encodeName(folder.path())}), 5);
}

void TestCommands::pagesShowWhatFillsTheirFences()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"en"_s));
    QFile page(folder.filePath(u"en/sending.md"_s));
    QVERIFY(page.open(QIODevice::WriteOnly));
    page.write("---\nslug: sending\ntitle: Sending\nkind: guide\nsummary: How to send it.\nstage: full\n---\n"
               "Text.\n\n```servers\nstatus 303\n```\n");
    page.close();
    QFile servers(folder.filePath(u"servers.json"_s));
    QVERIFY(servers.open(QIODevice::WriteOnly));
    servers.write(R"json({"schema":"detour.servers/1","servers":[{"id":"flask","name":"Flask","version":"3",)json"
                  R"json("language":"python","default":302,"any":"flask({status})"}]})json");
    servers.close();
    for (const char *format : {"text", "markdown", "html"}) {
        QCOMPARE(run({"page", "sending", "--format", format, "--content", QFile::encodeName(folder.path())}), 0);
        QVERIFY2(m_out->text().contains(u"Flask 3."), format);
        QVERIFY2(m_out->text().contains(u"303"), format);
    }
}

void TestCommands::decideAnswersEachLine()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"lines"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(
        R"({"id":1,"request":{"method":"POST","url":"http://a.test/x","body":true},"response":{"status":302,"fields":[["Location","/y"]]}})"
        "\n\nnonsense\n"
        R"({"id":"c","client":"netscape","request":{"method":"GET","url":"http://a.test/"},"response":{"status":200}})"
        "\n"
        R"({"id":4,"request":{"method":"GET","url":"http://a.test/"},"response":{"status":200}})");
    file.flush();
    file.seek(0);
    m_input = file.handle();
    QCOMPARE(run({"decide"}), 2);
    const QList<QByteArray> lines = m_out->lines();
    QCOMPARE(lines.size(), 4);
    const auto object = [&lines](int line) { return QJsonDocument::fromJson(lines.at(line)).object(); };
    QCOMPARE(object(0)["action"_L1].toString(), u"follow"_s);
    QCOMPARE(object(0)["next"_L1].toObject()["method"_L1].toString(), u"GET"_s);
    QCOMPARE(object(0)["next"_L1].toObject()["body"_L1].toString(), u"none"_s);
    QVERIFY(object(1)["id"_L1].isNull() && object(1).contains("error"_L1));
    QCOMPARE(object(2)["id"_L1].toString(), u"c"_s);
    QVERIFY(object(2)["error"_L1].toString().contains(u"netscape"));
    QCOMPARE(object(3)["action"_L1].toString(), u"deliver"_s);
}

void TestCommands::withoutAWindowAnExampleIsPlayed()
{
    QCOMPARE(run({}), 0);
    const QString text = m_out->text();
    QVERIFY(text.startsWith(u"307 Temporary Redirect: "));
    QVERIFY(text.contains(u"1   POST http://files.localhost:8307/upload"));
    QVERIFY(text.contains(u"2   POST http://files.localhost:8307/upload-temp"));
    QVERIFY(text.contains(u"3   GET http://www.localhost:8307/receipts/57"));
    QVERIFY(text.contains(u"window"));
    QVERIFY(m_err->bytes().isEmpty());
    QCOMPARE(run({"304"}), 0);
    QVERIFY(m_out->text().contains(u"304"));
}

void TestCommands::savedTracesArePrinted()
{
    const QTemporaryDir folder;
    const QByteArray file = folder.filePath(u"a.json"_s).toUtf8();
    QCOMPARE(run({"trace", "--format", "json", "-o", file, "-H", "Authorization: Bearer abcdef", "-d", "x",
                  "lab:/lab/chain/307/302"}),
             exitDone);
    QCOMPARE(run({file}), exitDone);
    const QByteArray text = m_out->bytes();
    for (const char *word : {"As Browsers (Fetch), from a saved trace.", "307 Temporary Redirect", "302 Found",
                             "Authorization: ***", "Done: 200"}) {
        QVERIFY2(text.contains(word), text.constData());
    }
    QVERIFY(m_err->bytes().isEmpty());
    QCOMPARE(run({folder.filePath(u"missing.json"_s).toUtf8()}), exitFile);
    QVERIFY(m_err->bytes().contains("missing.json could not be read"));
    QCOMPARE(run({folder.path().toUtf8()}), exitFile);
}

void TestCommands::helpAndVersionEverywhere()
{
    for (const char *command : {"page", "trace", "lab", "clients", "decide"}) {
        QCOMPARE(run({command, "--help"}), 0);
        QVERIFY(m_out->text().startsWith(u"Usage: detour %1"_s.arg(QLatin1StringView(command))));
        QCOMPARE(run({command, "--version"}), 0);
        QCOMPARE(m_out->bytes(), "detour 9.9\n"_ba);
    }
    QCOMPARE(run({"--help"}), 0);
    QVERIFY(m_out->text().contains(u"Commands:"));
    QCOMPARE(run({"--version"}), 0);
    QCOMPARE(m_out->bytes(), "detour 9.9\n"_ba);
}

DETOUR_TEST(TestCommands)
#include "tst_commands.moc"
