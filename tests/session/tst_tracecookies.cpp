// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/tracecookies.h"

#include "session/setcookieline.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// The jar of a trace, held against RFC 6265.
class TestTraceCookies final : public QObject
{
    Q_OBJECT

private slots:
    void whereACookieGoes_data();
    void whereACookieGoes();
    void setCookieIsRead_data();
    void setCookieIsRead();
    void attributesAreKept();
    void expiryIsRead_data();
    void expiryIsRead();
    void longerPathsThenOlderOnesComeFirst();
    void anUpdateKeepsItsPlace();
    void anOverdueOneDeletes();
    void severalLinesOfOneAnswer();
    void theJarIsBounded();
};

namespace {

TargetUri uri(const QByteArray &text)
{
    return *parseFirstUrl(text);
}

void set(TraceCookies &cookies, const QByteArray &url, const QByteArray &line)
{
    cookies.take(uri(url), FieldList{{"Set-Cookie", line}});
}

} // namespace

void TestTraceCookies::whereACookieGoes_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("goes");
    const auto row = [](const char *name, const char *from, const char *line, const char *to, bool goes) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(line) << QByteArray(to) << goes;
    };
    row("same host", "http://a.test/", "n=v", "http://a.test/x", true);
    row("another port: cookies know none", "http://a.test:1/", "n=v", "http://a.test:2/", true);
    row("another host", "http://a.test/", "n=v", "http://b.test/", false);
    row("host only", "http://a.test/", "n=v", "http://www.a.test/", false);
    row("Domain reaches below", "http://a.test/", "n=v; Domain=a.test", "http://www.a.test/", true);
    row("Domain with a dot", "http://www.a.test/", "n=v; domain=.A.test", "http://a.test/", true);
    row("Domain of the child is refused", "http://a.test/", "n=v; Domain=www.a.test", "http://www.a.test/", false);
    row("Domain of another is refused", "http://a.test/", "n=v; Domain=b.test", "http://b.test/", false);
    row("Domain that only ends alike", "http://xa.test/", "n=v; Domain=a.test", "http://a.test/", false);
    row("Domain without a dot", "http://a.test/", "n=v; Domain=test", "http://b.test/", false);
    row("public suffix", "http://a.co.uk/", "n=v; Domain=co.uk", "http://b.co.uk/", false);
    row("empty Domain", "http://a.test/", "n=v; Domain=", "http://a.test/", true);
    row("localhost", "http://localhost:8307/", "n=v; Domain=localhost", "http://localhost/", true);
    row("below localhost", "http://localhost/", "n=v; Domain=localhost", "http://pay.localhost/", false);
    row("address", "http://127.0.0.1/", "n=v", "http://127.0.0.1:99/", true);
    row("a part of an address", "http://127.0.0.1/", "n=v; Domain=0.0.1", "http://127.0.0.1/", false);
    row("IPv6", "http://[::1]/", "n=v", "http://[::1]/", true);
    row("Secure over http", "http://a.test/", "n=v; Secure", "http://a.test/", false);
    row("Secure over https", "https://a.test/", "n=v; secure=x", "https://a.test/", true);
    row("not Secure, from https", "https://a.test/", "n=v", "http://a.test/", true);
    row("default path", "http://a.test/x/y", "n=v", "http://a.test/x", true);
    row("default path, sibling", "http://a.test/x/y", "n=v", "http://a.test/x/z", true);
    row("default path, elsewhere", "http://a.test/x/y", "n=v", "http://a.test/xz", false);
    row("Path", "http://a.test/", "n=v; Path=/x", "http://a.test/x/y?q", true);
    row("Path that only begins alike", "http://a.test/", "n=v; Path=/x", "http://a.test/xy", false);
    row("Path that is none", "http://a.test/x/y", "n=v; Path=z", "http://a.test/x/y", true);
    row("encoded path", "http://a.test/", "n=v; Path=/a%20b", "http://a.test/a%20b/c", true);
    row("paths have case", "http://a.test/", "n=v; Path=/X", "http://a.test/x", false);
}

void TestTraceCookies::whereACookieGoes()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, to);
    QFETCH(const bool, goes);
    TraceCookies cookies;
    set(cookies, from, line);
    QCOMPARE(cookies.fieldFor(uri(to)), goes ? "n=v"_ba : QByteArray());
}

void TestTraceCookies::setCookieIsRead_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("plain") << "a=1"_ba
                           << "a=1"_ba;
    QTest::newRow("blanks") << "  a =  1 ; Path=/"_ba
                            << "a=1"_ba;
    QTest::newRow("equals within") << "a=b=c"_ba
                                   << "a=b=c"_ba;
    QTest::newRow("quotes stay") << "a=\"b c\""_ba
                                 << "a=\"b c\""_ba;
    QTest::newRow("comma") << "a=1,b=2"_ba
                           << "a=1,b=2"_ba;
    QTest::newRow("empty value") << "a="_ba
                                 << "a="_ba;
    QTest::newRow("no name") << "=1"_ba
                             << ""_ba;
    QTest::newRow("no equals") << "a"_ba
                               << ""_ba;
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    QTest::newRow("only attributes") << ";Path=/"_ba
                                     << ""_ba;
    QTest::newRow("bytes") << "a=\xff\xfe"_ba
                           << "a=\xff\xfe"_ba;
    QTest::newRow("too long") << "a=" + QByteArray(TraceCookies::lineLimit, 'x') << ""_ba;
}

void TestTraceCookies::setCookieIsRead()
{
    QFETCH(const QByteArray, line);
    TraceCookies cookies;
    set(cookies, "http://a.test/", line);
    QTEST(cookies.fieldFor(uri("http://a.test/")), "sent");
}

void TestTraceCookies::attributesAreKept()
{
    TraceCookies cookies;
    set(cookies, "https://www.a.test/x/y",
        "n=v; Domain=a.test; Path=/x; Secure; HttpOnly; SameSite=Lax; Max-Age=60; Other=z");
    QCOMPARE(cookies.all().size(), 1);
    const StoredCookie cookie = cookies.all().constFirst();
    QCOMPARE(cookie.name, "n"_ba);
    QCOMPARE(cookie.value, "v"_ba);
    QCOMPARE(cookie.domain, "a.test"_ba);
    QCOMPARE(cookie.path, "/x"_ba);
    QCOMPARE(cookie.sameSite, "Lax"_ba);
    QVERIFY(!cookie.hostOnly);
    QVERIFY(cookie.secure);
    QVERIFY(cookie.httpOnly);
    QVERIFY(cookie.expires);
    QVERIFY(readSetCookie("n=v", uri("http://a.test/"), {})->hostOnly);
}

void TestTraceCookies::expiryIsRead_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QDateTime>("expires");
    const QDateTime day(QDate(2027, 1, 2), QTime(3, 4, 5), Qt::UTC);
    const QDateTime now(QDate(2026, 11, 28), QTime(12, 0), Qt::UTC);
    QTest::newRow("session") << ""_ba << QDateTime();
    QTest::newRow("Expires") << "Expires=Sat, 02 Jan 2027 03:04:05 GMT"_ba << day;
    QTest::newRow("old form") << "Expires=Sat, 02-Jan-27 03:04:05 GMT"_ba << day;
    QTest::newRow("Max-Age") << "Max-Age=60"_ba << now.addSecs(60);
    QTest::newRow("Max-Age beats Expires") << "Max-Age=60; Expires=Sat, 02 Jan 2027 03:04:05 GMT"_ba << now.addSecs(60);
    QTest::newRow("negative") << "Max-Age=-5"_ba << now;
    QTest::newRow("no number") << "Max-Age=long"_ba << QDateTime();
    QTest::newRow("no date") << "Expires=tomorrow"_ba << QDateTime();
}

void TestTraceCookies::expiryIsRead()
{
    QFETCH(const QByteArray, attributes);
    const QDateTime now(QDate(2026, 11, 28), QTime(12, 0), Qt::UTC);
    const auto cookie = readSetCookie("a=b; " + attributes, uri("http://a.test/"), now);
    QTEST(cookie->expires.value_or(QDateTime()), "expires");
}

void TestTraceCookies::longerPathsThenOlderOnesComeFirst()
{
    TraceCookies cookies;
    set(cookies, "http://a.test/", "first=1; Path=/");
    set(cookies, "http://a.test/", "second=2; Path=/");
    set(cookies, "http://a.test/", "deep=3; Path=/x/y");
    QCOMPARE(cookies.fieldFor(uri("http://a.test/x/y/z")), "deep=3; first=1; second=2"_ba);
}

void TestTraceCookies::anUpdateKeepsItsPlace()
{
    TraceCookies cookies;
    set(cookies, "http://a.test/", "first=1");
    set(cookies, "http://a.test/", "second=2");
    set(cookies, "http://a.test/", "first=3");
    QCOMPARE(cookies.fieldFor(uri("http://a.test/")), "first=3; second=2"_ba);
}

void TestTraceCookies::anOverdueOneDeletes()
{
    TraceCookies cookies;
    set(cookies, "http://a.test/", "a=1; Path=/");
    set(cookies, "http://a.test/", "b=1; Path=/");
    set(cookies, "http://a.test/", "a=; Path=/; Max-Age=0");
    set(cookies, "http://a.test/", "b=; Path=/other; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
    QCOMPARE(cookies.fieldFor(uri("http://a.test/")), "b=1"_ba);
    QCOMPARE(cookies.all().size(), 1);
}

void TestTraceCookies::severalLinesOfOneAnswer()
{
    TraceCookies cookies;
    cookies.take(uri("http://a.test/"), FieldList{{"Set-Cookie", "a=1"}, {"X", "y"}, {"set-cookie", "b=2"}});
    QCOMPARE(cookies.fieldFor(uri("http://a.test/")), "a=1; b=2"_ba);
}

void TestTraceCookies::theJarIsBounded()
{
    TraceCookies cookies;
    for (int i = 0; i <= int(TraceCookies::cookieLimit); ++i) {
        set(cookies, "http://a.test/", QByteArray::number(i) + "=x");
    }
    QCOMPARE(cookies.all().size(), TraceCookies::cookieLimit);
    QCOMPARE(cookies.all().constFirst().name, "1"_ba);
}

DETOUR_TEST(TestTraceCookies)
#include "tst_tracecookies.moc"
