// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/curlcommand.h"
#include "exchangeformats/curlexport.h"
#include "support/testregistry.h"

#include <QFile>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

ClientPolicy policy(const QString &id)
{
    QFile file(QStringLiteral(DETOUR_CONTENT_DIR "/clients/%1.json").arg(id));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const auto read = ClientPolicy::fromJson(isOpen ? file.readAll() : QByteArray());
    return read ? *read : ClientPolicy();
}

Request request(const char *method, const QByteArray &url, const QByteArray &body = QByteArray())
{
    Request made;
    made.method = Method::known(method);
    made.target = *parseFirstUrl(url);
    if (!body.isNull())
        made.content = ContentInfo{body.size(), {}, false, body};
    return made;
}

/// What `id` makes of these answers; the last one is 200.
RedirectChain chainOf(const QString &id, const Request &first, const QList<std::pair<StatusCode, QByteArray>> &answers,
                      std::optional<int> limit = {})
{
    const ClientPolicy client = policy(id);
    RedirectChain chain;
    chain.clientId = id;
    chain.clientName = client.name;
    Request now = first;
    for (qsizetype i = 0; i <= answers.size(); ++i) {
        Hop hop;
        hop.exchange.request = now;
        Response response;
        response.status = i < answers.size() ? answers.at(i).first : 200;
        if (i < answers.size())
            response.fields.append("Location", answers.at(i).second);
        hop.exchange.response = response;
        ChainContext context;
        context.first = first;
        context.redirectsSoFar = int(i);
        context.redirectLimit = limit;
        hop.decision = decide(now, response, context, client);
        chain.hops.append(hop);
        if (hop.decision->action == Action::Stop) {
            chain.outcome = Outcome::Stopped;
            chain.end = ChainEnd{hop.decision->stopCode, {}, int(i) + 1};
        }
        if (!hop.decision->next)
            break;
        now = *hop.decision->next;
    }
    if (chain.outcome == Outcome::Running)
        chain.outcome = Outcome::Completed;
    return chain;
}

} // namespace

class TestCurlExport final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aHopIsOneRequest_data();
    void aHopIsOneRequest();
    void aHopComesBack_data();
    void aHopComesBack();
    void secretsAreMaskedUnlessAsked();
    void longCommandsTakeALineAnOption();
    void whatDoesNotFitIsAFile();
    void aPlainChainNeedsNoNote();
    void postIsKeptWhereTheClientKeptIt();
    void aNamedMethodIsWarnedOf();
    void leftOverFieldsAreTold();
    void credentialsThatGoAlongNeedTrust();
    void whereCurlGoesOnIsTold();
    void theLimitGoesAlong();
    void anUnfollowedChainHasNoL();
    void anEmptyChainIsNothing();
    void changesByHandAreTold();

private:
    CurlRules m_rules;
};

void TestCurlExport::initTestCase()
{
    m_rules = {policy(u"curl"_s), policy(u"curl-X"_s)};
    QCOMPARE(m_rules.plain.id, u"curl"_s);
    QCOMPARE(m_rules.namedMethod.id, u"curl-X"_s);
}

void TestCurlExport::aHopIsOneRequest_data()
{
    QTest::addColumn<Request>("made");
    QTest::addColumn<QString>("command");
    QTest::newRow("GET") << request("GET", "http://a.test/?a=1&b") << u"curl 'http://a.test/?a=1&b'"_s;
    QTest::newRow("HEAD") << request("HEAD", "http://a.test/") << u"curl -I http://a.test/"_s;
    QTest::newRow("DELETE") << request("DELETE", "http://a.test/") << u"curl -X DELETE http://a.test/"_s;
    QTest::newRow("POST without a type") << request("POST", "http://a.test/", "@a")
                                         << u"curl -H Content-Type: --data-raw @a http://a.test/"_s;
    QTest::newRow("POST without a body") << request("POST", "http://a.test/")
                                         << u"curl -H Content-Type: --data-raw '' http://a.test/"_s;
    Request form = request("POST", "http://a.test/", "a=1");
    form.fields.append("Content-Type", "application/x-www-form-urlencoded");
    QTest::newRow("a typed type")
        << form << u"curl -H 'Content-Type: application/x-www-form-urlencoded' --data-raw 'a=1' http://a.test/"_s;
    form.generated = {"Content-Type"};
    QTest::newRow("a generated type") << form << u"curl --data-raw 'a=1' http://a.test/"_s;
    Request odd = request("GET", "http://a.test/[x]{y}");
    odd.fields.append("X-Empty", "");
    QTest::newRow("globbing and an empty value") << odd << u"curl -g -H 'X-Empty;' 'http://a.test/[x]%7By%7D'"_s;
}

void TestCurlExport::aHopIsOneRequest()
{
    QFETCH(Request, made);
    QFETCH(QString, command);
    Hop hop;
    hop.exchange.request = made;
    QString exported = exportCurl(hop).command;
    QCOMPARE(exported.replace(u" \\\n  "_s, u" "_s), command);
}

void TestCurlExport::aHopComesBack_data()
{
    QTest::addColumn<Request>("made");
    QTest::newRow("GET") << request("GET", "https://a.test/b?c=d&e='f'");
    Request rich = request("PATCH", "http://a.test/", "{\"it's\":\n\t\"\xC3\xA4\"}");
    rich.fields.append("Content-Type", "application/json");
    rich.fields.append("X-Twice", "1");
    rich.fields.append("X-Twice", "");
    rich.fields.append("Cookie", "typed=1");
    QTest::newRow("PATCH with fields") << rich;
    Request made = request("POST", "http://a.test/", "a=1&b=\xFF\r\x01");
    made.fields.append("Authorization", "Basic YWRhOnBhc3M6d29yZA==");
    made.fields.append("User-Agent", "me");
    made.fields.append("Referer", "http://b.test/");
    made.fields.append("Content-Type", "application/x-www-form-urlencoded");
    made.fields.append("Cookie", "a=1; b=2");
    made.generated = {"Authorization", "User-Agent", "Referer", "Content-Type", "Cookie"};
    QTest::newRow("everything generated") << made;
}

void TestCurlExport::aHopComesBack()
{
    QFETCH(Request, made);
    Hop hop;
    hop.exchange.request = made;
    CurlExportOptions options;
    options.showsSecrets = true;
    const CurlExport exported = exportCurl(hop, options);
    QCOMPARE(exported.notes, QStringList());
    const auto command = importCurl(exported.command.toUtf8());
    QVERIFY2(command, qPrintable(exported.command));
    QCOMPARE(command->method, made.method.token());
    QCOMPARE(command->url, made.target.toBytes());
    FieldList fields;
    for (const QByteArray &line : command->fieldLines)
        fields.append(*Field::fromLine(line));
    QCOMPARE(fields, made.fields);
    QCOMPARE(command->generated, made.generated);
    QCOMPARE(command->data.has_value(), made.content.has_value());
    if (made.content)
        QCOMPARE(*command->data, made.content->preview);
}

void TestCurlExport::secretsAreMaskedUnlessAsked()
{
    Hop hop;
    hop.exchange.request = request("GET", "http://ada:word@a.test/");
    hop.exchange.request.fields.append("Authorization", "Bearer demo");
    const CurlExport masked = exportCurl(hop);
    QVERIFY(!masked.command.contains(u"demo"_s) && !masked.command.contains(u"word"_s));
    QCOMPARE(masked.notes.size(), 1);
    CurlExportOptions options;
    options.showsSecrets = true;
    const CurlExport shown = exportCurl(hop, options);
    QVERIFY(shown.command.contains(u"Bearer demo"_s) && shown.command.contains(u"ada:word@"_s));
    QVERIFY(shown.notes.isEmpty());
}

void TestCurlExport::longCommandsTakeALineAnOption()
{
    Hop hop;
    hop.exchange.request = request("GET", "http://a.test/" + QByteArray("x").repeated(40));
    for (int i = 0; i < 3; ++i)
        hop.exchange.request.fields.append("X-" + QByteArray::number(i), "some value");
    const QStringList lines = exportCurl(hop).command.split(u'\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(1), u"  -H 'X-1: some value' \\"_s);
}

void TestCurlExport::whatDoesNotFitIsAFile()
{
    Hop hop;
    hop.exchange.request = request("POST", "http://a.test/", "abc");
    hop.exchange.request.content->bytes = 100'000;
    CurlExport exported = exportCurl(hop);
    QVERIFY(exported.command.contains(u"--data-binary '@body.bin'"_s)
            || exported.command.contains(u"--data-binary @body.bin"_s));
    QCOMPARE(exported.notes.size(), 1);
    QVERIFY(exported.notes.constFirst().contains(u"body.bin"_s));
    CurlExportOptions options;
    options.bodyFile = "my file";
    exported = exportCurl(hop, options);
    QVERIFY(exported.command.contains(u"--data-binary '@my file'"_s));
    QVERIFY(exported.notes.isEmpty());
    hop.exchange.request = request("POST", "http://a.test/", QByteArray("a\0b", 3));
    QVERIFY(exportCurl(hop).command.contains(u"body.bin"_s));
}

void TestCurlExport::aPlainChainNeedsNoNote()
{
    const RedirectChain chain =
        chainOf(u"fetch"_s, request("GET", "http://a.test/"), {{302, "/b"}, {307, "http://b.test/c"}});
    const CurlExport exported = exportCurl(chain, m_rules);
    QCOMPARE(exported.command, u"curl -L http://a.test/"_s);
    QCOMPARE(exported.notes, QStringList());
}

void TestCurlExport::postIsKeptWhereTheClientKeptIt()
{
    Request first = request("POST", "http://a.test/", "a=1");
    first.fields.append("Content-Type", "application/x-www-form-urlencoded");
    first.generated = {"Content-Type"};
    const CurlExport exported = exportCurl(chainOf(u"rfc9110"_s, first, {{302, "/b"}, {301, "/c"}}), m_rules);
    QVERIFY2(exported.command.startsWith(u"curl -L --post302 --post301 "_s), qPrintable(exported.command));
    QCOMPARE(exported.notes, QStringList());
    // Without a body, curl's POST has an empty one: it becomes GET where a browser's does.
    const CurlExport bare =
        exportCurl(chainOf(u"fetch"_s, request("POST", "http://a.test/"), {{307, "/b"}, {303, "/c"}}), m_rules);
    QVERIFY(!bare.command.contains(u"--post"_s));
    QCOMPARE(bare.notes, QStringList());
}

void TestCurlExport::aNamedMethodIsWarnedOf()
{
    const CurlExport exported =
        exportCurl(chainOf(u"fetch"_s, request("PUT", "http://a.test/", "abc"), {{303, "/b"}}), m_rules);
    QVERIFY(exported.command.contains(u"-X PUT"_s));
    QVERIFY(exported.notes.filter(u"-X PUT holds for every hop"_s).size() == 1);
    QVERIFY2(exported.notes.filter(u"curl sends PUT /b without a body; here the client sends GET /b"_s).size() == 1,
             qPrintable(exported.notes.join(u'\n')));
}

void TestCurlExport::leftOverFieldsAreTold()
{
    Request first = request("POST", "http://a.test/", "{}");
    first.fields.append("Content-Type", "application/json");
    const CurlExport exported = exportCurl(chainOf(u"fetch"_s, first, {{302, "/b"}}), m_rules);
    QCOMPARE(exported.notes, QStringList{u"curl goes on sending Content-Type, because -H named it."_s});
}

void TestCurlExport::credentialsThatGoAlongNeedTrust()
{
    Request first = request("GET", "http://a.test/");
    first.fields.append("Authorization", "Bearer demo");
    // urllib takes every field along, wherever the redirect leads.
    const CurlExport exported = exportCurl(chainOf(u"urllib"_s, first, {{302, "http://b.test/"}}), m_rules);
    QVERIFY2(exported.command.contains(u"--location-trusted"_s), qPrintable(exported.command));
    QVERIFY(exported.notes.filter(u"every host"_s).size() == 1);
    const CurlExport careful = exportCurl(chainOf(u"fetch"_s, first, {{302, "http://b.test/"}}), m_rules);
    QVERIFY(!careful.command.contains(u"--location-trusted"_s));
}

void TestCurlExport::whereCurlGoesOnIsTold()
{
    const CurlExport exported =
        exportCurl(chainOf(u"fetch"_s, request("GET", "http://a.test/"), {{302, "/b"}, {300, "/c"}}), m_rules);
    QVERIFY2(
        exported.notes.contains(
            u"After the 300 of hop 2, curl sends GET /c without a body; here the client takes it as the answer."_s),
        qPrintable(exported.notes.join(u'\n')));
}

void TestCurlExport::theLimitGoesAlong()
{
    const QList<std::pair<StatusCode, QByteArray>> answers(4, {302, "/b"});
    const RedirectChain chain = chainOf(u"fetch"_s, request("GET", "http://a.test/"), answers, 3);
    QCOMPARE(chain.end->code, u"too-many-redirects"_s);
    const CurlExport exported = exportCurl(chain, m_rules);
    QCOMPARE(exported.command, u"curl -L --max-redirs 3 http://a.test/"_s);
    QCOMPARE(exported.notes, QStringList());
}

void TestCurlExport::anUnfollowedChainHasNoL()
{
    const RedirectChain chain = chainOf(u"fetch"_s, request("GET", "http://a.test/"), {});
    QCOMPARE(exportCurl(chain, m_rules).command, u"curl http://a.test/"_s);
}

void TestCurlExport::anEmptyChainIsNothing()
{
    QVERIFY(exportCurl(RedirectChain(), m_rules).command.isEmpty());
}

void TestCurlExport::changesByHandAreTold()
{
    RedirectChain chain = chainOf(u"fetch"_s, request("GET", "http://a.test/"), {{302, "/b"}});
    chain.hops[1].exchange.changedByUser = true;
    QCOMPARE(exportCurl(chain, m_rules).notes, QStringList{u"Hop 2 was changed by hand; curl cannot do that."_s});
}

DETOUR_TEST(TestCurlExport)
#include "tst_curlexport.moc"
