// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "samples.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto home = "http://a.test/dir/x";

Decision decideFor(const QString &client, const Request &sent, const Response &answer, const ChainContext &context = {})
{
    return decide(sent, answer, context, policyOf(client));
}

} // namespace

class TestDecision final : public QObject
{
    Q_OBJECT

private slots:
    void methodAndContent_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("next"); // empty: not followed
        QTest::addColumn<QString>("content"); // of a request with content
        const QByteArrayList methods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "post"};
        for (const int status : {300, 301, 302, 303, 304, 305, 306, 307, 308, 399, 200, 404}) {
            for (const QByteArray &method : methods) {
                addMethodRows(status, method);
            }
        }
    }

    void methodAndContent()
    {
        QFETCH(QString, client);
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, next);
        for (const bool hasContent : {false, true}) {
            const Request sent =
                hasContent ? requestWithContent(method.constData(), home) : request(method.constData(), home);
            const Decision decision = decideFor(client, sent, redirect(status, "/y"));
            QVERIFY(!decision.reasons.isEmpty());
            if (next.isEmpty()) {
                QCOMPARE(decision.action, Action::Deliver);
                QVERIFY(!decision.next);
                QVERIFY(decision.changes.isEmpty());
                continue;
            }
            QCOMPARE(decision.action, Action::Follow);
            QCOMPARE(decision.next->method.token(), next);
            QCOMPARE(decision.next->target.toBytes(), QByteArray("http://a.test/y"));
            QFETCH(QString, content);
            QCOMPARE(contentFateName(decision.content), hasContent ? content : u"none"_s);
            QCOMPARE(decision.next->content.has_value(), hasContent && content == u"same"_s);
        }
    }

    void fieldsAtTheOrigin_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArrayList>("gone");
        const QByteArrayList all{"Authorization", "Cookie", "Host", "Proxy-Authorization"};
        for (const char *location :
             {"http://b.test/", "http://a.test:81/", "https://a.test/", "http://sub.a.test/", "//b.test"}) {
            QTest::addRow("fetch %s", location) << u"fetch"_s << QByteArray(location) << all;
            QTest::addRow("rfc9110 %s", location) << u"rfc9110"_s << QByteArray(location) << all;
        }
        for (const char *location : {"/y", "http://a.test/", "HTTP://A.TEST:80/y", "#f"}) {
            QTest::addRow("fetch %s", location) << u"fetch"_s << QByteArray(location) << QByteArrayList{"Host"};
            QTest::addRow("rfc9110 %s", location) << u"rfc9110"_s << QByteArray(location) << QByteArrayList();
        }
    }

    void fieldsAtTheOrigin()
    {
        QFETCH(QString, client);
        QFETCH(QByteArray, location);
        const FieldList fields{
            {"authorization", "Bearer x"}, {"COOKIE", "a=b"},  {"Cookie", "c=d"}, {"Host", "fake"},
            {"Proxy-Authorization", "y"},  {"X-Api-Key", "z"}, {"Accept", "*/*"}, {"Content-Type", "a/b"}};
        const Decision decision =
            decideFor(client, requestWithContent("POST", home, fields), redirect(307, location.constData()));
        QCOMPARE(decision.action, Action::Follow);
        QByteArrayList gone;
        for (const char *name :
             {"Authorization", "Cookie", "Host", "Proxy-Authorization", "X-Api-Key", "Accept", "Content-Type"}) {
            if (!decision.next->fields.contains(name)) {
                gone.append(name);
            }
        }
        QTEST(gone, "gone");
    }

    void aBrowsersOwnCookiesGoByHost_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<bool>("own");
        QTest::addColumn<bool>("stays");
        QTest::newRow("same origin") << QByteArray("/x") << true << true;
        QTest::newRow("other port") << QByteArray("http://a.test:8002/") << true << true;
        QTest::newRow("other port, set by hand") << QByteArray("http://a.test:8002/") << false << false;
        QTest::newRow("other host") << QByteArray("http://b.test:8001/") << true << false;
        QTest::newRow("subdomain") << QByteArray("http://sub.a.test:8001/") << true << false;
        QTest::newRow("other scheme") << QByteArray("https://a.test:8443/") << true << false;
    }

    void aBrowsersOwnCookiesGoByHost()
    {
        QFETCH(QByteArray, location);
        QFETCH(bool, own);
        Request first = request("GET", "http://a.test:8001/", {{"Cookie", "a=b"}});
        if (own) {
            first.generated = {"Cookie"};
        }
        const Decision decision = decide(first, redirect(302, location.constData()), {}, policyOf(u"fetch"_s));
        QCOMPARE(decision.action, Action::Follow);
        QTEST(decision.next->fields.contains("Cookie"), "stays");
        const bool crossesPort = location.contains("8002") && own;
        QCOMPARE(rulesOf(decision).contains(u"cookies-know-no-port"_s), crossesPort);
    }

    void contentFieldsGoWithTheMethod_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("hasContent");
        QTest::addColumn<bool>("stays");
        QTest::newRow("POST 302") << u"fetch"_s << 302 << true << false;
        QTest::newRow("POST 302, nothing in it") << u"fetch"_s << 302 << false << false;
        QTest::newRow("POST 307") << u"fetch"_s << 307 << true << true;
        QTest::newRow("strict POST 302") << u"rfc9110"_s << 302 << true << true;
        QTest::newRow("strict POST 303") << u"rfc9110"_s << 303 << true << false;
    }

    void contentFieldsGoWithTheMethod()
    {
        QFETCH(QString, client);
        QFETCH(int, status);
        QFETCH(bool, hasContent);
        QFETCH(bool, stays);
        const FieldList fields{
            {"Content-Type", "a/b"}, {"content-length", "22"}, {"Content-Language", "en"}, {"X", "y"}};
        const Request sent = hasContent ? requestWithContent("POST", home, fields) : request("POST", home, fields);
        const Decision decision = decideFor(client, sent, redirect(status, "/y"));
        QCOMPARE(decision.next->fields, stays ? fields : FieldList({{"X", "y"}}));
    }

    void getKeepsItsContentType()
    {
        const Decision decision =
            decideFor(u"fetch"_s, request("GET", home, {{"Content-Type", "a/b"}}), redirect(303, "/y"));
        QVERIFY(decision.next->fields.contains("Content-Type"));
    }

    void strictRegeneratesOnlyItsOwnFields()
    {
        Request sent =
            request("GET", home, {{"If-None-Match", "\"v\""}, {"Referer", "http://a.test/"}, {"Accept", "*/*"}});
        sent.generated = {"if-none-match", "accept"};
        const Decision decision = decideFor(u"rfc9110"_s, sent, redirect(302, "/y"));
        QCOMPARE(decision.next->fields, FieldList({{"Referer", "http://a.test/"}, {"Accept", "*/*"}}));
        QVERIFY(rulesOf(decision).contains(u"regenerated-fields"_s));
    }

    void ends_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QByteArrayList>("locations");
        QTest::addColumn<QString>("end"); // a stop code, "deliver", or the next target
        for (const char *client : {"fetch", "rfc9110"}) {
            const QString id = QString::fromLatin1(client);
            const auto row = [&](const char *what, const QByteArrayList &locations, const QString &end) {
                QTest::addRow("%s %s", client, what) << id << locations << end;
            };
            row("no Location", {}, u"deliver"_s);
            row("empty", {""}, u"http://a.test/dir/x"_s);
            row("two different", {"/y", "/z"}, u"ambiguous-location"_s);
            row("first empty", {"", "/z"}, u"ambiguous-location"_s);
            row("two equal", {"/y", "/y"}, u"http://a.test/y"_s);
            row("port", {"http://h:99999/"}, u"bad-location"_s);
            row("javascript", {"javascript:alert(1)"}, u"refused-scheme"_s);
            row("data", {"data:,x"}, u"refused-scheme"_s);
            row("ftp", {"ftp://h/"}, u"refused-scheme"_s);
            row("mailto", {"mailto:a@b"}, u"refused-scheme"_s);
        }
        QTest::newRow("fetch space") << u"fetch"_s << QByteArrayList{"/a b"} << u"http://a.test/a%20b"_s;
        QTest::newRow("rfc9110 space") << u"rfc9110"_s << QByteArrayList{"/a b"} << u"bad-location"_s;
        QTest::newRow("rfc9110 http:g") << u"rfc9110"_s << QByteArrayList{"http:g"} << u"bad-location"_s;
        QTest::newRow("rfc9110 http:///g") << u"rfc9110"_s << QByteArrayList{"http:///g"} << u"bad-location"_s;
        QTest::newRow("fetch http:///g") << u"fetch"_s << QByteArrayList{"http:///g"} << u"http://g/"_s;
        QTest::newRow("fetch userinfo elsewhere")
            << u"fetch"_s << QByteArrayList{"http://u:p@b.test/"} << u"bad-location"_s;
        QTest::newRow("fetch userinfo at home")
            << u"fetch"_s << QByteArrayList{"http://u:p@a.test/"} << u"http://u:p@a.test/"_s;
        QTest::newRow("rfc9110 userinfo elsewhere")
            << u"rfc9110"_s << QByteArrayList{"http://u:p@b.test/"} << u"http://u:p@b.test/"_s;
    }

    void ends()
    {
        QFETCH(QString, client);
        QFETCH(QByteArrayList, locations);
        QFETCH(QString, end);
        Response answer = redirect(302, nullptr);
        for (const QByteArray &location : locations) {
            answer.fields.append("Location", location);
        }
        const Decision decision = decideFor(client, request("GET", home), answer);
        if (decision.action == Action::Follow) {
            QCOMPARE(decision.next->target.toString(), end);
        } else {
            QCOMPARE(decision.action == Action::Stop ? decision.stopCode : u"deliver"_s, end);
            QVERIFY(!decision.next);
            QVERIFY(decision.changes.isEmpty());
        }
        QVERIFY(!decision.reasons.isEmpty());
    }

    void limitIsTheNumberOfRedirectsFollowed()
    {
        ChainContext context;
        context.redirectsSoFar = 19;
        QCOMPARE(decideFor(u"fetch"_s, request("GET", home), redirect(302, "/y"), context).action, Action::Follow);
        context.redirectsSoFar = 20;
        const Decision stop = decideFor(u"fetch"_s, request("GET", home), redirect(302, "/y"), context);
        QCOMPARE(stop.stopCode, u"too-many-redirects"_s);
        context.redirectLimit = -1;
        QCOMPARE(decideFor(u"fetch"_s, request("GET", home), redirect(302, "/y"), context).action, Action::Follow);
        context.redirectsSoFar = 0;
        context.redirectLimit = 0;
        QCOMPARE(rulesOf(decideFor(u"fetch"_s, request("GET", home), redirect(302, "/y"), context)),
                 QStringList{u"your-limit"_s});
    }

    void schemeIsCheckedBeforeTheCount()
    {
        ChainContext context;
        context.redirectsSoFar = 20;
        QCOMPARE(decideFor(u"fetch"_s, request("GET", home), redirect(302, "data:,x"), context).stopCode,
                 u"refused-scheme"_s);
    }

    void finalAnswersIgnoreTheLimit()
    {
        ChainContext context;
        context.redirectsSoFar = 20;
        QCOMPARE(decideFor(u"fetch"_s, request("GET", home), redirect(200, "/y"), context).action, Action::Deliver);
        QCOMPARE(decideFor(u"fetch"_s, request("GET", home), redirect(302, nullptr), context).action, Action::Deliver);
    }

    void oneShotContent_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("stops");
        QTest::newRow("fetch 301") << u"fetch"_s << 301 << true;
        QTest::newRow("fetch 302") << u"fetch"_s << 302 << true;
        QTest::newRow("fetch 303") << u"fetch"_s << 303 << false;
        QTest::newRow("fetch 307") << u"fetch"_s << 307 << true;
        QTest::newRow("rfc9110 302") << u"rfc9110"_s << 302 << true;
        QTest::newRow("rfc9110 303") << u"rfc9110"_s << 303 << false;
        QTest::newRow("rfc9110 308") << u"rfc9110"_s << 308 << true;
    }

    void oneShotContent()
    {
        QFETCH(QString, client);
        QFETCH(int, status);
        Request sent = requestWithContent("POST", home);
        sent.content->oneShot = true;
        const Decision decision = decideFor(client, sent, redirect(status, "/y"));
        QTEST(decision.stopCode == u"body-not-replayable"_s, "stops");
    }

    void fragments_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("rule");
        QTest::newRow("inherited") << QByteArray("/y") << u"http://a.test/y#one"_s << u"fragment-inherited"_s;
        QTest::newRow("replaced") << QByteArray("/y#two") << u"http://a.test/y#two"_s << u"fragment-replaced"_s;
        QTest::newRow("empty") << QByteArray("/y#") << u"http://a.test/y#"_s << u"fragment-replaced"_s;
        QTest::newRow("elsewhere") << QByteArray("http://b.test/") << u"http://b.test/#one"_s
                                   << u"fragment-inherited"_s;
        QTest::newRow("the same") << QByteArray("/y#one") << u"http://a.test/y#one"_s << QString();
    }

    void fragments()
    {
        QFETCH(QByteArray, location);
        QFETCH(QString, rule);
        for (const QString &client : {u"fetch"_s, u"rfc9110"_s}) {
            const Decision decision =
                decideFor(client, request("GET", "http://a.test/x#one"), redirect(302, location.constData()));
            QTEST(decision.next->target.toString(), "target");
            const QStringList fragmentRules = rulesOf(decision).filter(u"fragment-"_s);
            QCOMPARE(fragmentRules, rule.isEmpty() ? QStringList() : QStringList{rule});
        }
    }

    void httpsToHttpIsFollowedAndSaid()
    {
        const Decision decision =
            decideFor(u"fetch"_s, request("GET", "https://a.test/"), redirect(302, "http://a.test/"));
        QCOMPARE(decision.action, Action::Follow);
        QVERIFY(rulesOf(decision).contains(u"https-to-http"_s));
    }

    void decidingReasonComesFirst()
    {
        const Decision decision =
            decideFor(u"fetch"_s, requestWithContent("POST", home, {{"Authorization", "x"}}), redirect(307, "/y"));
        QCOMPARE(rulesOf(decision), QStringList({u"307-keeps-method"_s, u"content-sent-again"_s,
                                                 u"same-origin-keeps-fetch"_s, u"location-resolved"_s}));
        QCOMPARE(decision.reasons.at(0).text, u"307 keeps the method. The next request is POST again."_s);
        QCOMPARE(decision.reasons.at(1).text, u"The body goes along: 22 bytes are sent again."_s);
        QCOMPARE(decision.reasons.at(2).text, u"Same origin, so Authorization stays."_s);
    }

    void sentences_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("307")
            << 307 << QByteArray("/upload-temp")
            << u"The server says 307: go to /upload-temp. The client sends the same POST again, body and all."_s;
        QTest::newRow("302")
            << 302 << QByteArray("http://b.test/y")
            << u"The server says 302: go to http://b.test/y. The client turns POST into GET and leaves the "
               "body behind. Another origin, so Authorization stays behind."_s;
        QTest::newRow("script") << 302 << QByteArray("javascript:alert(1)")
                                << u"The server points to a script, not to an address. The client stops here."_s;
        QTest::newRow("404") << 404 << QByteArray("/y") << u"The server says 404 Not Found: this is the answer."_s;
    }

    void sentences()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, location);
        const Request sent = requestWithContent("POST", "http://a.test/x#f", {{"Authorization", "x"}});
        const Response answer = redirect(status, location.constData());
        QTEST(decisionSentence(sent, answer, decideFor(u"fetch"_s, sent, answer)), "sentence");
    }

    void policyDrivesWhatNoShippedClientDoes()
    {
        ClientPolicy policy = policyOf(u"fetch"_s);
        policy.duplicateLocations = DuplicateLocations::Join;
        policy.emptyLocation = Handling::Deliver;
        policy.httpsToHttp = Handling::Stop;
        policy.atLimit = Handling::Deliver;
        policy.cycleStops = true;
        Response two = redirect(302, "first");
        two.fields.append("Location", "second");
        QCOMPARE(decide(request("GET", home), two, {}, policy).next->target.path, QByteArray("/dir/first,%20second"));
        QCOMPARE(decide(request("GET", home), redirect(302, ""), {}, policy).action, Action::Deliver);
        QCOMPARE(decide(request("GET", "https://a.test/"), redirect(302, "http://a.test/"), {}, policy).stopCode,
                 u"insecure-downgrade"_s);
        ChainContext full;
        full.redirectsSoFar = 20;
        QCOMPARE(decide(request("GET", home), redirect(302, "/y"), full, policy).action, Action::Deliver);
        ChainContext circle;
        circle.cycleFound = true;
        QCOMPARE(decide(request("GET", home), redirect(302, "/y"), circle, policy).stopCode, u"cycle"_s);
    }

    void trustedLocationsKeepCredentials()
    {
        ChainContext context;
        context.locationTrusted = true;
        const Request sent = request("GET", home, {{"Authorization", "x"}});
        const Decision decision = decideFor(u"fetch"_s, sent, redirect(302, "http://b.test/"), context);
        QVERIFY(decision.next->fields.contains("Authorization"));
        QVERIFY(rulesOf(decision).contains(u"kept-as-trusted"_s));
    }

    void fieldsReturnWhereTheRuleLooksBack()
    {
        ClientPolicy policy = policyOf(u"fetch"_s);
        policy.credentials = {
            {"Authorization", Boundary::OtherOrigin, FieldMaker::Anyone, true, false, u"kept-elsewhere"_s}};
        ChainContext context;
        context.first = request("GET", home, {{"Authorization", "x"}});
        const Decision back = decide(request("GET", "http://b.test/"), redirect(302, home), context, policy);
        QCOMPARE(back.next->fields.value("Authorization"), std::optional(QByteArray("x")));
        QVERIFY(rulesOf(back).contains(u"returns-at-first-origin"_s));
    }

private:
    /// What both standards say, written out once more.
    static void addMethodRows(int status, const QByteArray &method)
    {
        const bool isFollowedByFetch =
            status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        const bool isFollowedStrictly = isFollowedByFetch || status == 399;
        const bool isRetrieval = method == "GET" || method == "HEAD";
        const bool becomesGetOn303 = status == 303 && !isRetrieval;
        const bool becomesGetByFetch = becomesGetOn303 || ((status == 301 || status == 302) && method == "POST");
        const auto row = [&](const char *client, bool isFollowed, bool becomesGet) {
            QTest::addRow("%s %s %d", client, method.constData(), status)
                << QString::fromLatin1(client) << status << method
                << (!isFollowed  ? QByteArray()
                    : becomesGet ? QByteArray("GET")
                                 : method)
                << (becomesGet ? u"none"_s : u"same"_s);
        };
        row("fetch", isFollowedByFetch, becomesGetByFetch);
        row("rfc9110", isFollowedStrictly, becomesGetOn303);
    }
};

DETOUR_TEST(TestDecision)

#include "tst_decision.moc"
