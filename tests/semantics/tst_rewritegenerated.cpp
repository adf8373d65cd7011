// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// What a client itself makes for the next request: an Authorization of a URL's user name, and the Referer.
class TestRewriteGenerated final : public QObject
{
    Q_OBJECT

private slots:
    void userNameInTheUrl_data()
    {
        addColumns();
        const auto row = [](const char *client, const char *location, const char *url, const char *authorization) {
            QTest::addRow("%s %s", client, location)
                << QString::fromLatin1(client) << QByteArray(location) << QByteArray(url) << QByteArray(authorization);
        };
        for (const char *client : {"curl", "requests", "httpx", "aiohttp", "axios"}) {
            row(client, "y", "http://a.test/d/y", "Basic dTpw");
            row(client, "http://a.test/y", "http://a.test/y", "Basic dTpw");
            row(client, "http://b.test/y", "http://b.test/y", "");
        }
        for (const char *client : {"java", "qt", "urllib3", "wget", "follow-redirects"}) {
            row(client, "y", "http://a.test/d/y", "");
            row(client, "http://b.test/y", "http://b.test/y", "");
        }
        row("go", "y", "http://u:p@a.test/d/y", ""); // the transport makes it of the URL
        row("go", "http://a.test/y", "http://a.test/y", "");
        row("rfc9110", "y", "http://u:p@a.test/d/y", "");
    }

    void userNameInTheUrl() { compare("http://u:p@a.test/d/x"); }

    void userNameInTheLocation_data()
    {
        addColumns();
        const auto row = [](const char *client, const char *location, const char *url, const char *authorization) {
            QTest::addRow("%s %s", client, location)
                << QString::fromLatin1(client) << QByteArray(location) << QByteArray(url) << QByteArray(authorization);
        };
        row("curl", "http://u:p@a.test/y", "http://u:p@a.test/y", "Basic dTpw");
        row("curl", "http://u:p@b.test/y", "http://b.test/y", "");
        row("curl", "http://u:p@a.test:81/y", "http://a.test:81/y", "");
        row("go", "http://u:p@b.test/y", "http://u:p@b.test/y", "Basic dTpw");
        row("aiohttp", "http://u:p@b.test/y", "http://u:p@b.test/y", "Basic dTpw");
        for (const char *client : {"follow-redirects", "axios", "requests", "httpx", "java", "qt", "urllib3", "wget"}) {
            row(client, "http://u:p@a.test/y", "http://a.test/y", "");
            row(client, "http://u:p@b.test/y", "http://b.test/y", "");
        }
    }

    void userNameInTheLocation() { compare("http://a.test/d/x"); }

    void trustedLocationGetsTheUserName()
    {
        ChainContext context;
        context.locationTrusted = true;
        const Decision decision =
            decide(request("GET", "http://a.test/"), redirect(302, "http://u:p@b.test/"), context, policyOf(u"curl"_s));
        QCOMPARE(decision.next->fields.value("Authorization"), QByteArray("Basic dTpw"));
    }

    void changesNameTheRuleOfTheUserName()
    {
        const Decision decision =
            decide(request("GET", "http://u:p@a.test/"), redirect(302, "/y"), {}, policyOf(u"requests"_s));
        QVERIFY(rulesOf(decision).contains(u"own-userinfo-becomes-authorization"_s));
        for (const Change &change : decision.changes) {
            QVERIFY2(rulesOf(decision).contains(change.rule), qPrintable(changeKindName(change.kind)));
        }
    }

    void generatedRefererIsNotRepeatedToHttp()
    {
        Request sent = request("GET", "https://a.test/", {{"Referer", "http://a.test/0"}});
        sent.generated = {"Referer"};
        const Response down = redirect(302, "http://a.test/");
        ChainContext context;
        context.first = request("GET", "http://a.test/0");
        QVERIFY(!decide(sent, down, context, policyOf(u"go"_s)).next->fields.contains("Referer"));

        context.first->fields.append("Referer", "http://typed.test/");
        QCOMPARE(decide(sent, down, context, policyOf(u"go"_s)).next->fields.value("Referer"),
                 QByteArray("http://typed.test/"));

        sent.generated.clear();
        QCOMPARE(decide(sent, down, context, policyOf(u"go"_s)).next->fields.value("Referer"),
                 QByteArray("http://a.test/0"));
    }

private:
    static void addColumns()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("authorization"); // empty: none
    }

    static void compare(const char *start)
    {
        QFETCH(QString, client);
        QFETCH(QByteArray, location);
        const Decision decision =
            decide(request("GET", start), redirect(302, location.constData()), {}, policyOf(client));
        QCOMPARE(decision.action, Action::Follow);
        QTEST(decision.next->target.toBytes(), "url");
        QTEST(decision.next->fields.value("Authorization").value_or(QByteArray()), "authorization");
    }
};

DETOUR_TEST(TestRewriteGenerated)

#include "tst_rewritegenerated.moc"
