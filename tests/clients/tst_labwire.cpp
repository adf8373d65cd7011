// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "clients/clientbench.h"
#include "lab/labserver.h"
#include "support/absentprogram.h"
#include "support/testregistry.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The lab's HTTP against clients that are not ours: not how they follow redirects, but how they talk.
class TestLabWire final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_lab.reset(); }

    void curlReadsHeads();
    void curlSendsChunks();
    void curlWaitsForContinue();
    void curlSpeaksHttp10();
    void curlNamesAnyMethod();
    void curlUsesAProxysTarget();
    void curlSeesTheFaults_data();
    void curlSeesTheFaults();
    void python_data();
    void python();

private:
    [[nodiscard]] Finished curl(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] QString url(const QString &path) const;
    [[nodiscard]] QList<TranscriptEntry> entries() const { return m_lab->transcript().entries(); }

    std::unique_ptr<LabServer> m_lab;
};

#define NEEDS_CURL()                                                                                                   \
    do {                                                                                                               \
        if (findProgram(u"curl"_s).isEmpty()) {                                                                        \
            SKIP_ABSENT_PROGRAM(u"curl"_s);                                                                            \
        }                                                                                                              \
    } while (false)

void TestLabWire::init()
{
    m_lab = std::make_unique<LabServer>();
    QVERIFY(m_lab->start({}));
}

Finished TestLabWire::curl(const QStringList &arguments, const QByteArray &input) const
{
    return run({u"curl"_s, QStringList{u"-q"_s, u"-sS"_s, u"--max-time"_s, u"20"_s} + arguments}, input);
}

QString TestLabWire::url(const QString &path) const
{
    return u"http://127.0.0.1:%1%2"_s.arg(m_lab->firstPort()).arg(path);
}

void TestLabWire::curlReadsHeads()
{
    NEEDS_CURL();
    const Finished finished = curl({u"-I"_s, url(u"/lab/echo"_s), url(u"/lab/chain/302~body=text"_s)});
    QCOMPARE(finished.exitCode, 0);
    QVERIFY(finished.output.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(finished.output.contains("HTTP/1.1 302 Found\r\n"));
    QVERIFY(finished.output.contains("Content-Length: 4\r\n"));
    QVERIFY(finished.output.endsWith("\r\n\r\n"));
    QCOMPARE(entries().size(), 2);
    QCOMPARE(entries().at(0).connection, entries().at(1).connection); // kept: the HEAD had no content behind it
}

void TestLabWire::curlSendsChunks()
{
    NEEDS_CURL();
    const QByteArray content = QByteArray("0123456789abcdef\n").repeated(100'000);
    const Finished finished = curl({u"-T"_s, u"-"_s, url(u"/lab/echo"_s)}, content);
    QCOMPARE(finished.exitCode, 0);
    const TranscriptEntry entry = entries().constLast();
    QCOMPARE(entry.request.fields.value("Transfer-Encoding"), "chunked"_ba);
    QCOMPARE(entry.request.content->bytes, content.size());
    const QByteArray digest = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    QCOMPARE(entry.request.content->sha256, digest);
    QVERIFY(finished.output.contains(digest));
    QVERIFY(entry.request.content->preview.size() <= ContentInfo::previewLimit);
}

void TestLabWire::curlWaitsForContinue()
{
    NEEDS_CURL();
    const Finished finished = curl({u"-v"_s, u"-H"_s, u"Expect: 100-continue"_s, u"--expect100-timeout"_s, u"15"_s,
                                    u"--data-raw"_s, u"a=1"_s, url(u"/lab/echo"_s)});
    QCOMPARE(finished.exitCode, 0);
    QVERIFY2(finished.errors.contains("< HTTP/1.1 100 Continue"), finished.errors.constData());
    QVERIFY(finished.errors.contains("< HTTP/1.1 200 OK"));
    QCOMPARE(entries().constLast().request.content->preview, "a=1"_ba);
}

void TestLabWire::curlSpeaksHttp10()
{
    NEEDS_CURL();
    const Finished finished = curl({u"-0"_s, u"-i"_s, url(u"/lab/chain/302~abs~body=old"_s)});
    QCOMPARE(finished.exitCode, 0);
    QVERIFY(finished.output.contains("Connection: close\r\n"));
    QVERIFY(finished.output.endsWith("\r\n\r\nold"));
    QVERIFY(entries().constLast().request.line.endsWith(" HTTP/1.0"));
}

void TestLabWire::curlNamesAnyMethod()
{
    NEEDS_CURL();
    for (const QString &method : {u"PROPFIND"_s, u"m-search"_s, u"TRACE"_s, u"!#$%&'*+.^_`|~"_s}) {
        const Finished finished =
            curl({u"-X"_s, method, url(u"/lab/chain/308"_s), u"-o"_s, u"/dev/null"_s, u"-w"_s, u"%{http_code}"_s});
        QCOMPARE(finished.output, "308"_ba);
        QCOMPARE(entries().constLast().method.token(), method.toLatin1());
    }
}

void TestLabWire::curlUsesAProxysTarget()
{
    NEEDS_CURL();
    const QString proxy = url({});
    const Finished inside = curl({u"-x"_s, proxy, u"http://pay.localhost/lab/echo"_s});
    QVERIFY2(inside.output.contains("\"target\": \"/lab/echo\""), inside.output.constData());
    QVERIFY(entries().constLast().request.line.startsWith("GET http://pay.localhost/lab/echo "));
    // The target's host counts, whatever Host says (RFC 9112 §3.2.2).
    const Finished outside = curl({u"-x"_s, proxy, u"-H"_s, u"Host: localhost"_s, u"-o"_s, u"/dev/null"_s, u"-w"_s,
                                   u"%{http_code}"_s, u"http://example.com/lab/echo"_s});
    QCOMPARE(outside.output, "421"_ba);
}

void TestLabWire::curlSeesTheFaults_data()
{
    QTest::addColumn<QList<int>>("exitCodes"); // they differ a little between versions
    QTest::newRow("reset") << QList<int>{56};
    QTest::newRow("close") << QList<int>{52};
    QTest::newRow("truncate") << QList<int>{18};
    QTest::newRow("badchunk") << QList<int>{56};
    QTest::newRow("garbage") << QList<int>{1};
    QTest::newRow("huge") << QList<int>{27, 56, 100};
    QTest::newRow("twice") << QList<int>{0};
    QTest::newRow("drip=500") << QList<int>{28};
    QTest::newRow("endless") << QList<int>{28};
}

void TestLabWire::curlSeesTheFaults()
{
    NEEDS_CURL();
    QFETCH(QList<int>, exitCodes);
    const QString fault = QString::fromLatin1(QTest::currentDataTag());
    const Finished finished =
        curl({u"--max-time"_s, u"0.5"_s, u"-o"_s, u"/dev/null"_s, url(u"/lab/chain/200~"_s + fault)});
    QVERIFY2(exitCodes.contains(finished.exitCode),
             qPrintable(QString::number(finished.exitCode) + u' ' + QString::fromUtf8(finished.errors)));
}

void TestLabWire::python_data()
{
    QTest::addColumn<QByteArray>("check");
    for (const char *check : {"head", "chunked", "expect", "pipelining", "http10", "absolute", "truncated"}) {
        QTest::newRow(check) << QByteArray(check);
    }
}

void TestLabWire::python()
{
    QFETCH(QByteArray, check);
    const QString program = findProgram(u"python3"_s);
    if (program.isEmpty()) {
        SKIP_ABSENT_PROGRAM(u"Python"_s);
    }
    const Finished finished = run({program,
                                   {QStringLiteral(DETOUR_CLIENTS_SOURCE_DIR "/wireclient.py"),
                                    QString::number(m_lab->firstPort()), QString::fromLatin1(check)}});
    QVERIFY2(finished.exitCode == 0, finished.errors.constData());
    QCOMPARE(finished.output.trimmed(), check);
}

DETOUR_TEST(TestLabWire)
#include "tst_labwire.moc"
