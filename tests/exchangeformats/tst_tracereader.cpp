// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/tracejson.h"
#include "exchangeformats/tracereader.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// A trace that was saved is read again, and a file that is none is refused with its place.
class TestTraceReader final : public QObject
{
    Q_OBJECT

private slots:
    void everythingThatJsonCarriesComesBack();
    void maskedStaysMasked();
    void stoppedAndFailedTracesComeBack();
    void clientsOddUrlsComeBackAsTheyWere_data();
    void clientsOddUrlsComeBackAsTheyWere();
    void unknownMembersArePassedOver();
    void aWrongValueIsNamedWithItsPlace_data();
    void aWrongValueIsNamedWithItsPlace();
    void aMissingMemberIsNamed();
    void whatIsNoTraceIsRefused_data();
    void whatIsNoTraceIsRefused();
    void deepAndLargeFilesAreRefused();
    void anyValueInPlaceOfAnyOtherIsReadOrRefused();
    void tornFilesNeverCrash();
};

namespace {

const QByteArray digest(64, 'a');

StoredCookie cookie()
{
    StoredCookie cookie;
    cookie.name = "sid";
    cookie.value = "secret-cookie";
    cookie.domain = "a.test";
    cookie.path = "/";
    cookie.sameSite = "Lax";
    cookie.hostOnly = false;
    cookie.secure = true;
    cookie.httpOnly = true;
    cookie.expires = QDateTime(QDate(2031, 2, 3), QTime(4, 5, 6, 7), Qt::UTC);
    return cookie;
}

LabRecord labRecord()
{
    LabRecord record;
    record.connection = 3;
    record.peerPort = 40112;
    record.tls = true;
    record.requestBegun = 1.25;
    record.requestRead = 2.5;
    record.answerBegun = 3;
    record.answerWritten = 4.125;
    record.rawRequestHead = "POST /x HTTP/1.1\r\nAuthorization: Bearer secret-token\r\n\r\n";
    record.rawAnswerHead = "HTTP/1.1 302 Found\xe4\r\n\r\n";
    return record;
}

Hop redirectHop()
{
    Hop hop;
    Request &request = hop.exchange.request;
    request.method = Method::known("POST");
    request.target = *parseFirstUrl("http://user:pw@a.test:8080/x?q#f");
    request.fields = {{"Authorization", "Bearer secret-token"}, {"X", "\xe4"}, {"X", ""}};
    request.content = ContentInfo{3, digest, false, {}};
    hop.exchange.added = {"Host", "User-Agent"};
    hop.exchange.sentTimes = 2;
    hop.exchange.received =
        ReceivedRequest{"POST /x?q HTTP/1.1", {{"Host", "a.test:8080"}}, ContentInfo{3, digest, false, {}}};
    Response response;
    response.status = 302;
    response.reasonPhrase = "Found\xff";
    response.fields = {{"Location", "/y"}, {"Set-Cookie", "sid=secret-cookie"}};
    response.content = ContentInfo{-1, {}, false, {}};
    hop.exchange.response = response;
    hop.exchange.repeatedFieldsVisible = true;
    hop.exchange.timing = {0.5, 1.234, 0.25, std::nullopt, 0.75, 0.125};
    hop.exchange.labRecord = labRecord();
    hop.exchange.cookies = JarChange{{}, {cookie()}};
    hop.exchange.note = u"Something to know."_s;
    Decision decision;
    decision.action = Action::Follow;
    decision.next = request;
    decision.next->method = Method::get();
    decision.next->content.reset();
    decision.changes = {{ChangeKind::MethodChanged, {}, "POST", "GET", u"302-post-becomes-get"_s},
                        {ChangeKind::FieldRemoved, "Authorization", "Bearer secret-token", {}, u"cross-origin"_s},
                        {ChangeKind::ContentDropped, {}, {}, {}, {}}};
    decision.reasons = {{u"302-post-becomes-get"_s, u"POST becomes GET."_s, u"RFC 9110 §15.4.3"_s}};
    hop.decision = decision;
    return hop;
}

Hop lastHop()
{
    Hop hop;
    hop.exchange.request = *redirectHop().decision->next;
    hop.exchange.response = Response{200, "", {{"Content-Type", "text/plain"}}, ContentInfo{0, digest, false, {}}};
    hop.exchange.answeredBy = AnswerSource::StoredResponse;
    hop.exchange.changedByUser = true;
    hop.exchange.cookies = JarChange{{cookie()}, {}};
    Decision decision;
    decision.reasons = {{u"final"_s, u"Done."_s, u"RFC 9110 §15.3.1"_s}};
    hop.decision = decision;
    return hop;
}

RedirectChain completedChain()
{
    RedirectChain chain;
    chain.clientId = u"fetch"_s;
    chain.hops = {redirectHop(), lastHop()};
    chain.outcome = Outcome::Completed;
    chain.findings = {{u"cycle"_s, {1, 2}, u"A circle."_s}};
    return chain;
}

QByteArray bytesOf(const QJsonObject &trace)
{
    return QJsonDocument(trace).toJson(QJsonDocument::Compact);
}

/// The object with the value at `path` ("hops.0.request.url") replaced, or removed where it is undefined.
QJsonValue replaced(const QJsonValue &in, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString step = path.takeFirst();
    if (in.isArray()) {
        QJsonArray array = in.toArray();
        array[step.toInt()] = replaced(array.at(step.toInt()), path, value);
        return array;
    }
    QJsonObject object = in.toObject();
    if (path.isEmpty() && value.isUndefined())
        object.remove(step);
    else
        object[step] = replaced(object.value(step), path, value);
    return object;
}

QByteArray sampleWith(const QString &path, const QJsonValue &value)
{
    return bytesOf(replaced(traceToJson(completedChain(), true), path.split(u'.'), value).toObject());
}

/// The path of every value below `value`.
void collectPaths(const QJsonValue &value, const QString &path, QStringList &paths)
{
    if (!path.isEmpty())
        paths.append(path);
    const QString before = path.isEmpty() ? QString() : QString(path + u'.');
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collectPaths(it.value(), before + it.key(), paths);
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        collectPaths(array.at(i), before + QString::number(i), paths);
}

void comesBack(const RedirectChain &chain, bool showSecrets)
{
    const QJsonObject trace = traceToJson(chain, showSecrets);
    const Result<RedirectChain> read = readTrace(bytesOf(trace));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(QString::fromUtf8(bytesOf(traceToJson(*read, true))), QString::fromUtf8(bytesOf(trace)));
}

} // namespace

void TestTraceReader::everythingThatJsonCarriesComesBack()
{
    comesBack(completedChain(), true);
    const RedirectChain chain = *readTrace(bytesOf(traceToJson(completedChain(), true)));
    const Hop &first = chain.hops.constFirst();
    const Hop wanted = redirectHop();
    QCOMPARE(chain.clientId, u"fetch"_s);
    QCOMPARE(chain.outcome, Outcome::Completed);
    QCOMPARE(first.exchange.request, wanted.exchange.request);
    QCOMPARE(*first.exchange.response, *wanted.exchange.response);
    QCOMPARE(first.exchange.cookies->after, wanted.exchange.cookies->after);
    QCOMPARE(first.exchange.labRecord->rawAnswerHead, wanted.exchange.labRecord->rawAnswerHead);
    QCOMPARE(first.exchange.labRecord->answerWritten, 4.125);
    QCOMPARE(first.exchange.timing.startedAt, std::optional(0.5));
    QVERIFY(!first.exchange.timing.tls);
    QCOMPARE(first.decision->next, wanted.decision->next);
    QList<Change> changes = wanted.decision->changes;
    changes[1].from.clear(); // the request says what a removed field was
    QCOMPARE(first.decision->changes, changes);
    QCOMPARE(first.decision->reasons, wanted.decision->reasons);
    QCOMPARE(chain.hops.at(1).exchange.answeredBy, AnswerSource::StoredResponse);
    QVERIFY(chain.hops.at(1).exchange.changedByUser);
}

void TestTraceReader::maskedStaysMasked()
{
    comesBack(completedChain(), false);
    const QByteArray shown = bytesOf(traceToJson(completedChain()));
    QVERIFY(!shown.contains("secret"));
    const Result<RedirectChain> read = readTrace(shown);
    QVERIFY(read);
    QCOMPARE(read->hops.constFirst().exchange.request.target.userinfo, std::optional<QByteArray>("***"));
    QCOMPARE(read->hops.constFirst().exchange.cookies->after.constFirst().value, "***"_ba);
}

void TestTraceReader::stoppedAndFailedTracesComeBack()
{
    RedirectChain stopped = completedChain();
    stopped.hops.last().decision->action = Action::Stop;
    stopped.outcome = Outcome::Stopped;
    stopped.end = ChainEnd{u"too-many-redirects"_s, u"Enough."_s, 2};
    comesBack(stopped, true);
    const RedirectChain readStopped = *readTrace(bytesOf(traceToJson(stopped)));
    QCOMPARE(readStopped.hops.last().decision->stopCode, u"too-many-redirects"_s);

    RedirectChain failed = completedChain();
    failed.hops.last().exchange.response.reset();
    failed.hops.last().exchange.repeatedFieldsVisible = false;
    failed.hops.last().decision.reset();
    failed.outcome = Outcome::Failed;
    failed.end = ChainEnd{u"connection-refused"_s, u"Nobody listens."_s, 2};
    comesBack(failed, true);
    const RedirectChain readFailed = *readTrace(bytesOf(traceToJson(failed)));
    QCOMPARE(readFailed.hops.last().exchange.failure->code, u"connection-refused"_s);
    QCOMPARE(exitCodeOf(readFailed), 4);
}

void TestTraceReader::clientsOddUrlsComeBackAsTheyWere_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *url : {"http://a.test", "http://a.test/|\"<>", "http://a.test:80/", "https://[::1]:8443/a?b?c#d#e",
                            "http://u@x:p@a.test/", "http://a.test?#", "http://A_b.test/%7e/../.", "http://[::1]/"})
        QTest::newRow(url) << QByteArray(url);
}

void TestTraceReader::clientsOddUrlsComeBackAsTheyWere()
{
    QFETCH(const QByteArray, url);
    const Result<RedirectChain> read = readTrace(sampleWith(u"hops.0.decision.next.url"_s, QString::fromLatin1(url)));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->hops.constFirst().decision->next->target.toBytes(), url);
}

void TestTraceReader::unknownMembersArePassedOver()
{
    QVERIFY(readTrace(sampleWith(u"colour"_s, u"blue"_s)));
    QVERIFY(readTrace(sampleWith(u"hops.0.request.weather"_s, QJsonObject{{u"sun"_s, 1}})));
}

void TestTraceReader::aWrongValueIsNamedWithItsPlace_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *path, const QJsonValue &value, const char *sentence) {
        QTest::newRow(path) << QString::fromLatin1(path) << value << QString::fromLatin1(sentence);
    };
    add("schema", u"detour.compare/1"_s, "schema: it has to be \"detour.trace/1\"");
    add("outcome", u"running"_s, "outcome: it has to be one of completed, stopped, failed.");
    add("hops", QJsonArray(), "hops: it has to hold a hop at least.");
    add("hops.0.request.method", u"GE T"_s, "hops[0].request.method: it is no method of a request.");
    add("hops.0.request.url", u"file:///etc/passwd"_s, "hops[0].request.url: it has to be an http or https URL.");
    add("hops.0.request.url ", u"x"_s, "");
    add("hops.1.request.url", u"http://a.test/\n"_s, "hops[1].request.url: it has to be an http or https URL.");
    add("hops.0.request.fields.1", QJsonArray{u"A"_s}, "hops[0].request.fields[1]: it has to be a list of a name");
    add("hops.0.request.fields.1.1", u"a\r\nB: c"_s, "hops[0].request.fields[1]: it is no field of a message.");
    add("hops.0.request.fields.1.0", u"caf\u20ac"_s, "hops[0].request.fields[1][0]: it has a character beyond U+00FF");
    add("hops.0.request.body.sha256", u"abc"_s, "hops[0].request.body.sha256: it has to be 64 hexadecimal digits");
    add("hops.0.request.body.bytes", 1.5, "hops[0].request.body.bytes: it has to be a whole number");
    add("hops.0.response.status", 42, "hops[0].response.status: it has to be a whole number from 100 to 999.");
    add("hops.0.timing_ms.total", -1, "hops[0].timing_ms.total: it has to be a number from 0 to 1e12.");
    add("hops.0.decision.action", u"deliver"_s, "hops[0].decision: it has to follow, since another hop comes after it");
    add("hops.0.decision.reasons", QJsonArray(), "hops[0].decision.reasons: it has to give a reason.");
    add("hops.0.cookies.after.0.expires", u"soon"_s, "hops[0].cookies.after[0].expires: it has to be a time");
    add("hops.1.answered_by", u"nobody"_s, "hops[1].answered_by: it has to be one of stored-redirect");
    add("hops.1.response", QJsonValue::Null, "hops[1].decision: it has to be null where there is no response.");
    add("reason", QJsonObject(), "reason: it has to be null where the outcome is completed.");
}

void TestTraceReader::aWrongValueIsNamedWithItsPlace()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, sentence);
    const Result<RedirectChain> read = readTrace(sampleWith(path, value));
    if (sentence.isEmpty()) { // a member of another name
        QVERIFY(read);
        return;
    }
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"bad-trace"_s);
    QVERIFY2(read.error().message.startsWith(sentence), qPrintable(read.error().message));
    QVERIFY(read.error().message.endsWith(u'.'));
}

void TestTraceReader::aMissingMemberIsNamed()
{
    const Result<RedirectChain> read = readTrace(sampleWith(u"hops.1.request.method"_s, QJsonValue::Undefined));
    QVERIFY(!read);
    QCOMPARE(read.error().message, u"hops[1].request.method: it is missing."_s);
}

void TestTraceReader::whatIsNoTraceIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a number") << QByteArray("307");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("HTML") << QByteArray("<!doctype html>");
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11);
    QTest::newRow("a HAR") << QByteArray(R"({"log":{"version":"1.2","entries":[]}})");
}

void TestTraceReader::whatIsNoTraceIsRefused()
{
    QFETCH(const QByteArray, bytes);
    const Result<RedirectChain> read = readTrace(bytes);
    QVERIFY(!read);
    QVERIFY(!read.error().message.isEmpty());
}

void TestTraceReader::deepAndLargeFilesAreRefused()
{
    QVERIFY(!readTrace(QByteArray(2'000'000, '[')));
    QVERIFY(!readTrace(QByteArray(500, '[') + QByteArray(500, ']')));
    QByteArray deep = "1";
    for (int i = 0; i < 400; ++i)
        deep = R"({"schema":)" + deep + '}';
    QVERIFY(!readTrace(deep));
    const Result<RedirectChain> large = readTrace(QByteArray(longestTrace + 1, ' '));
    QVERIFY(!large);
    QCOMPARE(large.error().code, u"too-large"_s);
    QJsonArray hops;
    for (qsizetype i = 0; i <= mostTraceHops; ++i)
        hops.append(0);
    const Result<RedirectChain> many = readTrace(sampleWith(u"hops"_s, hops));
    QVERIFY(!many);
    QCOMPARE(many.error().message, u"hops: it has 10001 items, and at most 10000 are read."_s);
}

void TestTraceReader::anyValueInPlaceOfAnyOtherIsReadOrRefused()
{
    const QJsonObject sample = traceToJson(completedChain(), true);
    QStringList paths;
    collectPaths(sample, {}, paths);
    QVERIFY(paths.size() > 150);
    const QJsonValue values[] = {QJsonValue::Null,
                                 true,
                                 1e308,
                                 -1,
                                 u""_s,
                                 u"\u20ac"_s,
                                 QJsonArray{1, u"a"_s},
                                 QJsonObject{{u"bytes"_s, u"x"_s}},
                                 QJsonValue::Undefined};
    int refused = 0;
    for (const QString &path : paths) {
        for (const QJsonValue &value : values) {
            const QByteArray bytes = sampleWith(path, value);
            const Result<RedirectChain> read = readTrace(bytes);
            if (!read) {
                ++refused;
                QVERIFY2(read.error().message.size() < 400, qPrintable(read.error().message));
            } else { // what is read can be written and read again
                QVERIFY2(readTrace(bytesOf(traceToJson(*read, true))), qPrintable(path));
            }
        }
    }
    QVERIFY(refused > paths.size() * 3);
}

void TestTraceReader::tornFilesNeverCrash()
{
    const QByteArray whole = bytesOf(traceToJson(completedChain(), true));
    QRandomGenerator random(20261128);
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = whole.left(random.bounded(int(whole.size()) + 1) + (round % 2) * int(whole.size()));
        for (int flips = random.bounded(6); flips > 0 && !bytes.isEmpty(); --flips)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        const Result<RedirectChain> read = readTrace(bytes);
        if (read)
            QVERIFY(!read->hops.isEmpty());
        else
            QVERIFY(!read.error().message.isEmpty());
    }
}

DETOUR_TEST(TestTraceReader)
#include "tst_tracereader.moc"
