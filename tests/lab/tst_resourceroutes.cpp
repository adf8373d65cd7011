// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/resourceroutes.h"

#include "lab/labrouter.h"
#include "rawclient.h"
#include "semantics/httpdate.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

/// The lab's addresses for 300, 304, 305, 306 and 412.
class ResourceRoutesTest final : public QObject
{
    Q_OBJECT

private slots:
    void validatorsOfEachKind_data();
    void validatorsOfEachKind();
    void aNotModifiedCarriesWhatItMust();
    void anotherVersionIsAnotherState();
    void unsafeMethodsFailWith412();
    void wrongQueriesAreRefused_data();
    void wrongQueriesAreRefused();
    void choicesNameTheirAlternates();
    void retiredCodesTellTheirHistory();
    void cacheControlAndVaryStandOnAnyAnswer();

private:
    ScriptedAnswer answer(const QByteArray &line, const QByteArray &fields = {})
    {
        LabPlace place;
        place.port = 9001;
        return routeRequest(Test::requestFrom(line + " HTTP/1.1\r\nHost: localhost:9001\r\n" + fields + "\r\n"), place,
                            m_mounts, m_published)
            .answer;
    }

    ScriptMounts m_mounts;
    PublishedScripts m_published;
};

void ResourceRoutesTest::validatorsOfEachKind_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<bool>("dated");
    QTest::newRow("strong") << "strong"_ba
                            << "\"v7\""_ba << true;
    QTest::newRow("weak") << "weak"_ba
                          << "W/\"v7\""_ba << true;
    QTest::newRow("dated") << "dated"_ba
                           << ""_ba << true;
    QTest::newRow("bare") << "bare"_ba
                          << ""_ba << false;
}

void ResourceRoutesTest::validatorsOfEachKind()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const QByteArray, tag);
    QFETCH(const bool, dated);
    const ScriptedAnswer whole = answer("GET /lab/resource/" + kind);
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.fields.value("ETag").value_or(""), tag);
    QCOMPARE(whole.fields.contains("Last-Modified"), dated);
    QVERIFY(parseHttpDate(*whole.fields.value("Date")));
    const QByteArray since = "If-Modified-Since: " + whole.fields.value("Last-Modified").value_or("never") + "\r\n";
    QCOMPARE(answer("GET /lab/resource/" + kind, since).status, dated ? 304 : 200);
    QCOMPARE(answer("HEAD /lab/resource/" + kind, since).status, dated ? 304 : 200);
}

void ResourceRoutesTest::aNotModifiedCarriesWhatItMust()
{
    const QByteArray path = "/lab/resource/strong?cache=max-age=60&vary=Accept";
    const ScriptedAnswer whole = answer("GET " + path);
    const ScriptedAnswer notModified = answer("GET " + path, "If-None-Match: W/\"v7\"\r\n");
    QCOMPARE(notModified.status, 304);
    for (const char *name : {"ETag", "Cache-Control", "Vary"}) {
        QVERIFY(whole.fields.contains(name));
        QCOMPARE(notModified.fields.values(name), whole.fields.values(name));
    }
    QVERIFY(notModified.fields.contains("Date"));
    QVERIFY(!notModified.fields.contains("Last-Modified")); // its tag says it
    QVERIFY(!notModified.fields.contains("Content-Type"));
    QVERIFY(notModified.content.isEmpty());
    const QByteArray since = "If-Modified-Since: Thu, 08 Jan 2026 00:00:00 GMT\r\n";
    QVERIFY(answer("GET /lab/resource/dated", since).fields.contains("Last-Modified"));
}

void ResourceRoutesTest::anotherVersionIsAnotherState()
{
    const ScriptedAnswer next = answer("GET /lab/resource/strong?v=8", "If-None-Match: \"v7\"\r\n");
    QCOMPARE(next.status, 200);
    QCOMPARE(next.fields.value("ETag"), "\"v8\""_ba);
    QCOMPARE(next.fields.value("Last-Modified"), "Fri, 09 Jan 2026 00:00:00 GMT"_ba);
    QVERIFY(next.content.contains('8'));
}

void ResourceRoutesTest::unsafeMethodsFailWith412()
{
    QCOMPARE(answer("PUT /lab/resource/strong", "If-Match: \"v6\"\r\n").status, 412);
    QCOMPARE(answer("PUT /lab/resource/strong", "If-None-Match: *\r\n").status, 412);
    QCOMPARE(answer("DELETE /lab/resource/dated", "If-Unmodified-Since: Wed, 07 Jan 2026 00:00:00 GMT\r\n").status,
             412);
    QCOMPARE(answer("PUT /lab/resource/strong", "If-Match: \"v7\"\r\n").status, 200);
}

void ResourceRoutesTest::wrongQueriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("version") << "v=new"_ba;
    QTest::newRow("long version") << "v=12345"_ba;
    QTest::newRow("injection") << "cache=a%0d%0aX:%20y"_ba;
}

void ResourceRoutesTest::wrongQueriesAreRefused()
{
    QFETCH(const QByteArray, query);
    QCOMPARE(answer("GET /lab/resource/strong?" + query).status, 400);
    QCOMPARE(answer("GET /lab/resource/other").status, 404);
}

void ResourceRoutesTest::choicesNameTheirAlternates()
{
    const ScriptedAnswer list = answer("GET /lab/choices");
    QCOMPARE(list.status, 300);
    QVERIFY(!list.fields.contains("Location"));
    const QByteArray links = *list.fields.value("Link");
    for (const QByteArray path : {"/lab/choices/en", "/lab/choices/de", "/lab/choices/fr"}) {
        QVERIFY(links.contains(QByteArray('<' + path + ">; rel=\"alternate\"")));
        QVERIFY(list.content.contains(path));
        QCOMPARE(answer("GET " + path).status, 200);
        QCOMPARE(answer("GET " + path).fields.value("Content-Language"), path.right(2));
    }
    QCOMPARE(answer("GET /lab/choices?preferred=de").fields.value("Location"), "/lab/choices/de"_ba);
    QVERIFY(!answer("GET /lab/choices?preferred=x").fields.contains("Location"));
    QCOMPARE(answer("GET /lab/choices/it").status, 404);
}

void ResourceRoutesTest::retiredCodesTellTheirHistory()
{
    const ScriptedAnswer useProxy = answer("GET /lab/retired/305");
    QCOMPARE(useProxy.status, 305);
    QVERIFY(useProxy.fields.contains("Location"));
    const ScriptedAnswer switchProxy = answer("GET /lab/retired/306");
    QCOMPARE(switchProxy.status, 306);
    QVERIFY(!switchProxy.fields.contains("Location"));
    QVERIFY(switchProxy.fields.contains("Set-Proxy"));
    QCOMPARE(answer("GET /lab/retired/307").status, 404);
}

void ResourceRoutesTest::cacheControlAndVaryStandOnAnyAnswer()
{
    for (const QByteArray code : {"200", "301", "307", "404"}) {
        const ScriptedAnswer any = answer("GET /lab/chain/" + code + "~cache=max-age=60~field=Vary:Accept");
        QCOMPARE(any.fields.value("Cache-Control"), "max-age=60"_ba);
        QCOMPARE(any.fields.value("Vary"), "Accept"_ba);
    }
}

DETOUR_TEST(ResourceRoutesTest)
#include "tst_resourceroutes.moc"
