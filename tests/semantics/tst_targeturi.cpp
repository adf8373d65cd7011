// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include "semantics/origin.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

class TestTargetUri final : public QObject
{
    Q_OBJECT

private slots:
    void writesItsParts()
    {
        const TargetUri target = uri("http://u:p@Host.Test:8080/a|b?q=\"#f");
        QCOMPARE(target.authority(), QByteArray("host.test:8080"));
        QCOMPARE(target.originForm(), QByteArray("/a|b?q=%22"));
        QCOMPARE(target.toBytes(), QByteArray("http://u:p@host.test:8080/a|b?q=%22#f"));
        QCOMPARE(target.masked().toBytes(), QByteArray("http://***@host.test:8080/a|b?q=%22#f"));
        QCOMPARE(target.withoutFragment().toBytes(), QByteArray("http://u:p@host.test:8080/a|b?q=%22"));
        QCOMPARE(target.withoutUserinfo().toBytes(), QByteArray("http://host.test:8080/a|b?q=%22#f"));
    }

    void absentAndEmptyDiffer()
    {
        QVERIFY(uri("http://a/") != uri("http://a/?"));
        QVERIFY(uri("http://a/") != uri("http://a/#"));
        QCOMPARE(uri("http://a/?#").toBytes(), QByteArray("http://a/?#"));
    }

    void pathIsNeverReadAsAuthority()
    {
        TargetUri target;
        target.scheme = "x";
        target.path = "//y/z";
        QCOMPARE(target.toBytes(), QByteArray("x:/.//y/z"));
    }

    void effectivePortIsTheSchemes()
    {
        QCOMPARE(uri("http://a/").effectivePort(), 80);
        QCOMPARE(uri("https://a/").effectivePort(), 443);
        QCOMPARE(uri("http://a:81/").effectivePort(), 81);
        QCOMPARE(uri("mailto:x").effectivePort(), -1);
    }

    void displayStringDoesNotObeyHostileText()
    {
        TargetUri target = uri("http://a/");
        target.path = "/x\x1b[2J\xe2\x80\xae"
                      "caf\xc3\xa9";
        const QString shown = target.toDisplayString();
        QVERIFY(!shown.contains(QChar(0x1b)));
        QVERIFY(!shown.contains(QChar(0x202e)));
        QVERIFY(shown.endsWith(u"café"_s));
    }

    void originsAreSchemeHostPort_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("path") << QByteArray("http://a.test/b?c#d") << true;
        QTest::newRow("userinfo") << QByteArray("http://u:p@a.test/") << true;
        QTest::newRow("default port") << QByteArray("http://a.test:80/") << true;
        QTest::newRow("case") << QByteArray("HTTP://A.TEST/") << true;
        QTest::newRow("port") << QByteArray("http://a.test:81/") << false;
        QTest::newRow("scheme") << QByteArray("https://a.test/") << false;
        QTest::newRow("scheme, same port") << QByteArray("https://a.test:80/") << false;
        QTest::newRow("subdomain") << QByteArray("http://b.a.test/") << false;
        QTest::newRow("final dot") << QByteArray("http://a.test./") << false;
    }

    void originsAreSchemeHostPort()
    {
        QFETCH(QByteArray, other);
        QTEST(isSameOrigin(uri("http://a.test/"), uri(other.constData())), "isSame");
    }

    void originLeavesOutTheDefaultPort()
    {
        QCOMPARE(Origin::of(uri("http://a.test:80/x")).serialized(), QByteArray("http://a.test"));
        QCOMPARE(Origin::of(uri("https://[::1]:8443/x")).serialized(), QByteArray("https://[::1]:8443"));
    }

    void firstUrlIsRead_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("plain") << QByteArray("http://example.com/x") << QByteArray("http://example.com/x");
        QTest::newRow("no path") << QByteArray(" https://example.com ") << QByteArray("https://example.com/");
        QTest::newRow("capitals") << QByteArray("HTTP://LOCALHOST:8307/A") << QByteArray("http://localhost:8307/A");
        QTest::newRow("UTF-8") << QByteArray("http://a/caf\xc3\xa9") << QByteArray("http://a/caf%C3%A9");
        QTest::newRow("bar") << QByteArray("http://a/x|y") << QByteArray("http://a/x|y");
        QTest::newRow("fragment") << QByteArray("http://a/#f") << QByteArray("http://a/#f");
    }

    void firstUrlIsRead()
    {
        QFETCH(QByteArray, typed);
        const Result<TargetUri> target = parseFirstUrl(typed);
        QVERIFY2(target, target ? "" : qPrintable(target.error().message));
        QTEST(target->toBytes(), "url");
    }

    void firstUrlErrorsNameTheMend_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("part");
        QTest::newRow("empty") << QByteArray("  ") << u"bad-url"_s << u"http://example.com/"_s;
        QTest::newRow("ftp") << QByteArray("ftp://host/x") << u"unsupported-scheme"_s << u"“ftp” is neither"_s;
        QTest::newRow("javascript") << QByteArray("javascript:alert(1)") << u"unsupported-scheme"_s
                                    << u"“javascript”"_s;
        QTest::newRow("no scheme") << QByteArray("example.com/x") << u"bad-url"_s << u"Write http:// or https://"_s;
        QTest::newRow("no scheme, port") << QByteArray("localhost:8307/x") << u"bad-url"_s
                                         << u"Write http:// or https://"_s;
        QTest::newRow("path") << QByteArray("/x") << u"bad-url"_s << u"Write http:// or https://"_s;
        QTest::newRow("no host") << QByteArray("http://") << u"bad-url"_s << u"names no host"_s;
        QTest::newRow("no host, port") << QByteArray("http://:80/") << u"bad-url"_s << u"names no host"_s;
        QTest::newRow("space") << QByteArray("http://exa mple.com/") << u"bad-url"_s << u"no host may have"_s;
        QTest::newRow("port") << QByteArray("http://a:99999/") << u"bad-url"_s << u"65535"_s;
    }

    void firstUrlErrorsNameTheMend()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QString, part);
        const Result<TargetUri> target = parseFirstUrl(typed);
        QVERIFY(!target);
        QTEST(target.error().code, "code");
        QVERIFY2(target.error().message.contains(part), qPrintable(target.error().message));
        QVERIFY(target.error().message.endsWith(u'.'));
    }

    void firstUrlErrorsAreBoundedAndSilentAboutPasswords()
    {
        const QString message =
            parseFirstUrl(QByteArray("http://user:geheim@a b/" + QByteArray(10000, 'x'))).error().message;
        QVERIFY(message.size() < 300);
        QVERIFY(!message.contains(u"geheim"_s));
    }

    void loopbackIsLexical_data()
    {
        QTest::addColumn<bool>("isLoopback");
        for (const char *host :
             {"localhost", "LOCALHOST", "pay.localhost", "localhost.", "127.0.0.1", "127.255.0.3", "[::1]"}) {
            QTest::newRow(host) << true;
        }
        for (const char *host : {"localhost.example", "notlocalhost", "127.example.com", "127.0.0.1.test", "127.0.0",
                                 "127.0.0.999", "128.0.0.1", "[::2]", "", "."}) {
            QTest::newRow(*host ? host : "empty") << false;
        }
    }

    void loopbackIsLexical()
    {
        const QByteArray host = QByteArray(QTest::currentDataTag());
        QTEST(isLoopbackHost(host == "empty" ? QByteArray() : host), "isLoopback");
    }
};

DETOUR_TEST(TestTargetUri)

#include "tst_targeturi.moc"
