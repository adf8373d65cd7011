// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/clientbench.h"
#include "clients/program.h"
#include "exchangeformats/curlexport.h"
#include "session/session.h"
#include "support/absentprogram.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The exported command is run by a shell: the lab has to receive what it received from Detour.
class TestCurlExport final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theCommandSendsTheSame_data();
    void theCommandSendsTheSame();

private:
    [[nodiscard]] RedirectChain traced(TraceSpec spec);
    [[nodiscard]] QStringList arrivedAfter(quint64 number) const;

    Session m_session{ContentStore(), LabPorts(), "test"};
    CurlRules m_rules;
};

namespace {

/// One request as far as its sender decides on it.
QString told(const TranscriptEntry &entry)
{
    QStringList parts{QString::fromLatin1(entry.method.token()), QString::fromLatin1(entry.target)};
    for (const char *name : {"Host", "Content-Type", "Authorization", "Cookie", "X-Own", "X-Empty", "User-Agent"}) {
        // Each program names itself, unless it is told not to.
        if (qstrcmp(name, "User-Agent") == 0 && entry.request.fields.value(name).value_or(QByteArray()) != "mine") {
            continue;
        }
        const QList<QByteArray> values = entry.request.fields.values(name);
        parts.append(values.isEmpty() ? u"-"_s : QString::fromLatin1(values.join('|')));
    }
    const std::optional<ContentInfo> &content = entry.request.content;
    parts.append(content && content->bytes > 0 ? QString::fromLatin1(content->sha256) : u"no body"_s);
    return parts.join(u"  "_s);
}

} // namespace

void TestCurlExport::initTestCase()
{
    if (findProgram(u"curl"_s).isEmpty() || findProgram(u"bash"_s).isEmpty()) {
        SKIP_ABSENT_PROGRAM(u"curl or bash"_s);
    }
    m_rules = {shippedPolicy(u"curl"_s), shippedPolicy(u"curl-X"_s)};
}

RedirectChain TestCurlExport::traced(TraceSpec spec)
{
    const auto run = m_session.startTrace(std::move(spec));
    if (!run) {
        return {};
    }
    QSignalSpy finished(run->get(), &TraceRun::finished);
    finished.wait(20'000);
    return (*run)->chain();
}

QStringList TestCurlExport::arrivedAfter(quint64 number) const
{
    QStringList all;
    for (const TranscriptEntry &entry : m_session.labTranscript().entriesAfter(number)) {
        all.append(told(entry));
    }
    return all;
}

void TestCurlExport::theCommandSendsTheSame_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QList<QByteArray>>("fields");
    QTest::addColumn<QByteArray>("body"); // null: none
    QTest::addColumn<bool>("parts");      // curl goes another way on purpose, and the notes say so
    using Lines = QList<QByteArray>;
    const QByteArray chain = "lab:/lab/chain/";
    const Lines none;
    QTest::newRow("GET") << u"fetch"_s << "GET"_ba << QByteArray(chain + "302/307~abs/301") << none << QByteArray()
                         << false;
    QTest::newRow("HEAD") << u"fetch"_s << "HEAD"_ba << QByteArray(chain + "303") << none << QByteArray() << false;
    QTest::newRow("one hop") << u"fetch"_s << "PATCH"_ba
                             << "lab:/anything?a='b'&c=d"_ba << Lines{"X-Own: it's"} << "x"_ba << false;
    QTest::newRow("POST becomes GET") << u"fetch"_s << "POST"_ba << QByteArray(chain + "302") << none << "a=1&b=2"_ba
                                      << false;
    QTest::newRow("POST without a body") << u"fetch"_s << "POST"_ba << QByteArray(chain + "307/303") << none
                                         << QByteArray() << false;
    QTest::newRow("POST stays") << u"rfc9110"_s << "POST"_ba << QByteArray(chain + "302/301/307")
                                << Lines{"Content-Type: application/json", "X-Empty:"} << "{\"a\": \"it's\\n\"}"_ba
                                << false;
    QTest::newRow("odd bytes") << u"fetch"_s << "POST"_ba << QByteArray(chain + "308") << none << "\xFF\r\n\x01'\\x"_ba
                               << false;
    QTest::newRow("PUT") << u"fetch"_s << "PUT"_ba << QByteArray(chain + "307") << none << "abc"_ba << false;
    QTest::newRow("PUT, 303") << u"fetch"_s << "PUT"_ba << QByteArray(chain + "303") << none << "abc"_ba << true;
    QTest::newRow("curl -X POST") << u"curl-X"_s << "POST"_ba << QByteArray(chain + "302") << none << "abc"_ba << false;
    QTest::newRow("credentials") << u"fetch"_s << "GET"_ba << QByteArray(chain + "302~host=pay")
                                 << Lines{"Authorization: Bearer x", "User-Agent: mine"} << QByteArray() << false;
    QTest::newRow("credentials that go along") << u"urllib"_s << "GET"_ba << QByteArray(chain + "302~host=pay")
                                               << Lines{"Authorization: Bearer x"} << QByteArray() << false;
}

void TestCurlExport::theCommandSendsTheSame()
{
    QFETCH(QString, client);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, url);
    QFETCH(QList<QByteArray>, fields);
    QFETCH(QByteArray, body);
    QFETCH(bool, parts);
    TraceSpec spec;
    spec.request.method = *Method::fromToken(method);
    spec.request.target = *m_session.resolveUrl(url);
    for (const QByteArray &line : fields) {
        spec.request.fields.append(*Field::fromLine(line));
    }
    if (!body.isNull()) {
        spec.body = bodyFromMemory(body);
        spec.request.content = spec.body->info();
    }
    spec.policy = *m_session.policies().policy(client);
    const quint64 before = m_session.labTranscript().lastNumber();
    const RedirectChain chain = traced(spec);
    QVERIFY(!chain.hops.isEmpty());
    const QStringList fromDetour = arrivedAfter(before);

    CurlExportOptions options;
    options.showsSecrets = true;
    const CurlExport exported = exportCurl(chain, m_rules, options);
    const QString command = u"curl -q -s -o /dev/null "_s + exported.command.sliced(5);
    const quint64 between = m_session.labTranscript().lastNumber();
    const Finished finished = run({findProgram(u"bash"_s), {u"-c"_s, command}});
    QVERIFY2(finished.exitCode == 0, qPrintable(exported.command + u'\n' + QString::fromUtf8(finished.errors)));
    const QStringList fromCurl = arrivedAfter(between);
    QCOMPARE(exported.notes.filter(u"After the "_s).size(), parts ? 1 : 0);
    if (parts) {
        QCOMPARE(fromCurl.constFirst(), fromDetour.constFirst());
        QVERIFY(fromCurl != fromDetour);
    } else {
        QVERIFY2(fromCurl == fromDetour, qPrintable(exported.command + u"\n\nDetour:\n"_s + fromDetour.join(u'\n')
                                                    + u"\n\ncurl:\n"_s + fromCurl.join(u'\n')));
    }
}

DETOUR_TEST(TestCurlExport)

#include "tst_curlexport.moc"
