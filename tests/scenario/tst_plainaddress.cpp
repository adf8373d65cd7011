// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/httpblocks.h"
#include "scenario/plainaddress.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

Script script(const QByteArray &location)
{
    const auto read =
        scriptFromHttpBlocks(u"s"_s, QString::fromLatin1("POST /up?a=b HTTP/1.1\nHost: files.localhost:8307\n"
                                                         "---\nHTTP/1.1 307 Temporary Redirect\nLocation: "
                                                         + location + "\nContent-Length: 0"));
    return read ? *read : Script();
}

} // namespace

class PlainAddressTest final : public QObject
{
    Q_OBJECT

private slots:
    void locationsLeadBelowThePrefix_data()
    {
        QTest::addColumn<QByteArray>("inScript");
        QTest::addColumn<QByteArray>("outside");
        QTest::newRow("path") << QByteArray("/next?x#f") << QByteArray("/lab/scenario/s/broken/next?x#f");
        QTest::newRow("relative") << QByteArray("next") << QByteArray("next");
        QTest::newRow("query") << QByteArray("?x") << QByteArray("?x");
        QTest::newRow("another host") << QByteArray("http://www.localhost:8307/a")
                                      << QByteArray("http://www.localhost:4001/lab/scenario/s/broken/a");
        QTest::newRow("second port") << QByteArray("http://www.localhost:8308/")
                                     << QByteArray("http://www.localhost:4002/lab/scenario/s/broken/");
        QTest::newRow("https") << QByteArray("https://www.localhost:8309/a?b")
                               << QByteArray("https://www.localhost:4003/lab/scenario/s/broken/a?b");
        QTest::newRow("without a scheme") << QByteArray("//evil.localhost:8307/login")
                                          << QByteArray("//evil.localhost:4001/lab/scenario/s/broken/login");
        QTest::newRow("a scheme of its own") << QByteArray("javascript:alert(1)") << QByteArray("javascript:alert(1)");
    }

    void locationsLeadBelowThePrefix()
    {
        QFETCH(const QByteArray, inScript);
        QFETCH(const QByteArray, outside);
        const Script played = script(inScript);
        QCOMPARE(played.steps.size(), 1);
        const ScriptedAnswer answer = m_address.outside(played.steps.first().answer, played);
        QCOMPARE(answer.fields.value("Location"), std::optional(outside));
        QCOMPARE(answer.fields.value("Content-Length"), std::optional(QByteArray("0")));
    }

    void requestsAreFoundInTheScript()
    {
        QCOMPARE(m_address.hostInScript("files.localhost:4001"), QByteArray("files.localhost:8307"));
        QCOMPARE(m_address.hostInScript("files.localhost:4003"), QByteArray("files.localhost:8309"));
        QCOMPARE(m_address.hostInScript("files.localhost"), QByteArray("files.localhost"));
        QCOMPARE(m_address.hostInScript("[::1]"), QByteArray("[::1]"));
        QCOMPARE(m_address.targetInScript("/lab/scenario/s/broken/up?a=b"), QByteArray("/up?a=b"));
        QCOMPARE(m_address.targetInScript("/lab/scenario/s/broken"), QByteArray("/"));
        QCOMPARE(m_address.targetInScript("/lab/scenario/s/broken?x"), QByteArray("/?x"));
        QCOMPARE(m_address.startOf(script("/x")),
                 QByteArray("http://files.localhost:4001/lab/scenario/s/broken/up?a=b"));
    }

    void hostsElsewhereAreSeen()
    {
        QVERIFY(staysOnLoopback(script("http://www.localhost:8307/")));
        QVERIFY(staysOnLoopback(script("http://127.0.0.1:8307/")));
        QVERIFY(!staysOnLoopback(script("http://example.com/")));
        QVERIFY(!staysOnLoopback(script("//localhost.example.com/")));
    }

    void portOfTlsMakesHttps()
    {
        const auto read = scriptFromHttpBlocks(
            u"s"_s, u"GET / HTTP/1.1\nHost: a.localhost:8309\n---\nHTTP/1.1 200 OK\nContent-Length: 0"_s);
        QVERIFY(read);
        QCOMPARE(read->first.target.toBytes(), QByteArray("https://a.localhost:8309/"));
    }

private:
    PlainAddress m_address{"/lab/scenario/s/broken", {4001, 4002, 4003}};
};

DETOUR_TEST(PlainAddressTest)
#include "tst_plainaddress.moc"
