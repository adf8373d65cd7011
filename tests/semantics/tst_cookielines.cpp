// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"
#include "semantics/cookielines.h"

#include <QTest>
#include <QTimeZone>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

StoredCookie cookie(const char *name, const char *value, const char *domain = "shop.test", const char *path = "/")
{
    StoredCookie result;
    result.name = name;
    result.value = value;
    result.domain = domain;
    result.path = path;
    return result;
}

const QDateTime now(QDate(2026, 11, 28), QTime(12, 0), QTimeZone::utc());

} // namespace

class TestCookieLines final : public QObject
{
    Q_OBJECT

private slots:
    void whyACookieStaysAtHome_data()
    {
        QTest::addColumn<StoredCookie>("stored");
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("clause");
        const auto row = [](const char *name, const StoredCookie &stored, const char *url, const QString &clause) {
            QTest::newRow(name) << stored << QByteArray(url) << clause;
        };
        const QString domain = u"RFC 6265 §5.1.3"_s;
        const QString path = u"RFC 6265 §5.1.4"_s;
        StoredCookie wide = cookie("a", "1");
        wide.hostOnly = false;
        StoredCookie secure = cookie("a", "1");
        secure.secure = true;
        StoredCookie old = cookie("a", "1");
        old.expires = now.addSecs(-1);
        row("its host", cookie("a", "1"), "http://shop.test/x", {});
        row("any port", cookie("a", "1"), "http://shop.test:81/x", {});
        row("another host", cookie("a", "1"), "http://pay.test/", domain);
        row("below, its host alone", cookie("a", "1"), "http://www.shop.test/", domain);
        row("below", wide, "http://www.shop.test/", {});
        row("only looks like below", wide, "http://webshop.test/", domain);
        row("a folder", cookie("a", "1", "shop.test", "/in"), "http://shop.test/in/x", {});
        row("the folder itself", cookie("a", "1", "shop.test", "/in"), "http://shop.test/in", {});
        row("another folder", cookie("a", "1", "shop.test", "/in"), "http://shop.test/inner", path);
        row("secure, https", secure, "https://shop.test/", {});
        row("secure, http", secure, "http://shop.test/", u"RFC 6265 §5.4"_s);
        row("expired", old, "http://shop.test/", u"RFC 6265 §5.3"_s);
    }

    void whyACookieStaysAtHome()
    {
        QFETCH(const StoredCookie, stored);
        QFETCH(const QByteArray, url);
        const CookieRefusal refusal = cookieRefusal(stored, uri(url.constData()), now);
        QTEST(refusal.clause, "clause");
        QCOMPARE(refusal.text.isEmpty(), refusal.clause.isEmpty());
    }

    void theJarIsComparedCookieByCookie()
    {
        const JarChange jar{
            {cookie("sid", "1"), cookie("theme", "dark"), cookie("old", "x"), cookie("far", "y", "b.test")},
            {cookie("sid", "2"), cookie("theme", "dark"), cookie("new", "z"), cookie("far", "y", "b.test")}};
        const Request sent = request("GET", "http://shop.test/", {{"Cookie", "sid=1; theme=dark"}});
        const QList<CookieLine> lines = cookieLines(jar, sent, now);
        QStringList words;
        for (const CookieLine &line : lines)
            words.append(u"%1 %2%3"_s.arg(QString::fromLatin1(line.cookie.name))
                             .arg(int(line.fate))
                             .arg(line.sent ? u" sent"_s : QString()));
        QCOMPARE(words, (QStringList{u"sid 2 sent"_s, u"theme 0 sent"_s, u"old 3"_s, u"far 0"_s, u"new 1"_s}));
        QCOMPARE(lines.at(0).now->value, QByteArray("2"));
        QVERIFY(lines.at(3).whyNot.contains(u"b.test"_s));
        QVERIFY(lines.at(2).whyNot.isEmpty()); // nothing stands against it, and still it was not sent
    }

    void maskedCookiesAreToldByTheRules()
    {
        const JarChange jar{{cookie("sid", "***"), cookie("far", "***", "b.test")}, {}};
        const QList<CookieLine> lines = cookieLines(jar, request("GET", "http://shop.test/", {{"Cookie", "***"}}), now);
        QVERIFY(lines.at(0).sent);
        QVERIFY(!lines.at(1).sent);
    }
};

DETOUR_TEST(TestCookieLines)
#include "tst_cookielines.moc"
