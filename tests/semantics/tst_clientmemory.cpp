// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/clientmemory.h"

#include "memorylesson.h"
#include "samples.h"
#include "semantics/httpdate.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is kept, what it answers and when it no longer does. Each test has its own clock.
class TestClientMemory final : public QObject
{
    Q_OBJECT

private slots:
    void aPermanentRedirectIsKeptWithoutEnd_data();
    void aPermanentRedirectIsKeptWithoutEnd();
    void whatIsKept_data();
    void whatIsKept();
    void freshnessEnds();
    void theAnswerTellsItsAge();
    void anotherTargetOrFragment();
    void aPostIsNotAnswered();
    void aHeadIsAnsweredByWhatAGetBrought();
    void varyTellsAnswersApart();
    void theUsersOwnConditionsPass();
    void theUsersCacheControlIsHeeded_data();
    void theUsersCacheControlIsHeeded();
    void aStoredAnswerIsAskedAbout();
    void a304GivesTheStoredAnswerBack();
    void a304OfAnotherTagGivesNothing();
    void a304ToTheUsersConditionGivesNothing();
    void aStaleRedirectIsSentForAnew();
    void aNewAnswerTakesThePlaceOfTheOld();
    void unsafeMethodsInvalidate_data();
    void unsafeMethodsInvalidate();
    void largeAndCutContentIsNotKept();
    void theOldestGoFirst();
    void theClockCanBeMoved();
    void anAnswerIsNoOlderBecauseTheClockWasMoved();
    void thingsAreForgotten();
};

void TestClientMemory::aPermanentRedirectIsKeptWithoutEnd_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("301") << 301;
    QTest::newRow("308") << 308;
}

void TestClientMemory::aPermanentRedirectIsKeptWithoutEnd()
{
    QFETCH(const int, status);
    ClientMemory memory;
    const Request get = request("GET", "http://a.test/old");
    QCOMPARE(kindOf(memory, get, start()), nothing);
    teach(memory, get, redirect(status, "/new"));
    const Recollection found = memory.recall(get, start().addYears(50));
    QCOMPARE(found.kind, answers);
    QCOMPARE(found.source, AnswerSource::StoredRedirect);
    QCOMPARE(found.response.status, status);
    QCOMPARE(found.response.fields.value("Location"), "/new"_ba);
}

void TestClientMemory::whatIsKept_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("kept");
    QTest::newRow("bare 300") << 300 << ""_ba << true;
    QTest::newRow("bare 302") << 302 << ""_ba << false;
    QTest::newRow("bare 303") << 303 << ""_ba << false;
    QTest::newRow("bare 307") << 307 << ""_ba << false;
    QTest::newRow("302 with max-age") << 302 << "Cache-Control: max-age=60"_ba << true;
    QTest::newRow("303 with max-age") << 303 << "Cache-Control: max-age=60"_ba << true;
    QTest::newRow("307 with Expires") << 307 << "Expires: "_ba + httpDate(start().addSecs(60)) << true;
    QTest::newRow("302 with max-age=0") << 302 << "Cache-Control: max-age=0"_ba << false;
    QTest::newRow("301 with no-store") << 301 << "Cache-Control: no-store"_ba << false;
    QTest::newRow("301 with no-cache") << 301 << "Cache-Control: no-cache"_ba << false;
    QTest::newRow("301 with private") << 301 << "Cache-Control: private"_ba << true;
    QTest::newRow("301 with Vary: *") << 301 << "Vary: *"_ba << false;
    QTest::newRow("206") << 206 << "Cache-Control: max-age=60"_ba << false;
    QTest::newRow("200 with nothing") << 200 << ""_ba << false;
    QTest::newRow("200 with ETag") << 200 << "ETag: \"1\""_ba << true;
    QTest::newRow("404 with ETag") << 404 << "ETag: \"1\""_ba << false;
    QTest::newRow("404 with max-age") << 404 << "Cache-Control: max-age=60"_ba << true;
}

void TestClientMemory::whatIsKept()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, field);
    Response response = redirect(status, "/new");
    if (!field.isEmpty()) {
        response.fields.append(*Field::fromLine(field));
    }
    ClientMemory memory;
    teach(memory, request("GET", "http://a.test/old"), response);
    QTEST(!memory.answers().isEmpty(), "kept");
    QTEST(kindOf(memory, request("GET", "http://a.test/old"), start()) != nothing, "kept");
}

void TestClientMemory::freshnessEnds()
{
    ClientMemory memory;
    const Request get = request("GET", "http://a.test/old");
    Response response = redirect(302, "/new");
    response.fields.append("Cache-Control", "max-age=60");
    response.fields.append("Age", "10");
    teach(memory, get, response);
    QCOMPARE(kindOf(memory, get, start().addSecs(49)), answers);
    QCOMPARE(kindOf(memory, get, start().addSecs(50)), nothing);
}

void TestClientMemory::theAnswerTellsItsAge()
{
    ClientMemory memory;
    const Request get = request("GET", "http://a.test/old");
    Response response = redirect(301, "/new");
    response.fields.append("Age", "10");
    teach(memory, get, response);
    QCOMPARE(memory.recall(get, start().addSecs(32)).response.fields.values("Age"), QList<QByteArray>{"42"});
}

void TestClientMemory::anotherTargetOrFragment()
{
    ClientMemory memory;
    teach(memory, request("GET", "http://a.test/old#part"), redirect(301, "/new"));
    QCOMPARE(kindOf(memory, request("GET", "http://a.test/old"), start()), answers);
    QCOMPARE(kindOf(memory, request("GET", "http://a.test/old#other"), start()), answers);
    for (const char *other : {"http://a.test/old?", "http://a.test/Old", "https://a.test/old", "http://a.test:81/old",
                              "http://b.test/old"}) {
        QCOMPARE(kindOf(memory, request("GET", other), start()), nothing);
    }
}

void TestClientMemory::aPostIsNotAnswered()
{
    ClientMemory memory;
    teach(memory, request("GET", "http://a.test/old"), redirect(308, "/new"));
    QCOMPARE(kindOf(memory, requestWithContent("POST", "http://a.test/old"), start()), nothing);
    QCOMPARE(kindOf(memory, requestWithContent("GET", "http://a.test/old"), start()), nothing);
    teach(memory, request("OPTIONS", "http://a.test/other"), redirect(308, "/new"));
    QCOMPARE(kindOf(memory, request("OPTIONS", "http://a.test/other"), start()), nothing);
}

void TestClientMemory::aHeadIsAnsweredByWhatAGetBrought()
{
    ClientMemory memory;
    const Response whole = answer(200, {{"Cache-Control", "max-age=60"}}, "hello");
    teach(memory, request("HEAD", "http://a.test/head"), answer(200, {{"Cache-Control", "max-age=60"}}));
    QCOMPARE(kindOf(memory, request("HEAD", "http://a.test/head"), start()), answers);
    QCOMPARE(kindOf(memory, request("GET", "http://a.test/head"), start()), nothing);
    teach(memory, request("GET", "http://a.test/get"), whole);
    const Recollection found = memory.recall(request("HEAD", "http://a.test/get"), start());
    QCOMPARE(found.kind, answers);
    QCOMPARE(found.source, AnswerSource::StoredResponse);
    QVERIFY(!found.response.content);
    QCOMPARE(memory.recall(request("GET", "http://a.test/get"), start()).response.content->preview, "hello"_ba);
}

void TestClientMemory::varyTellsAnswersApart()
{
    ClientMemory memory;
    const Request german = request("GET", "http://a.test/", {{"Accept-Language", "de,en"}});
    const Request french = request("GET", "http://a.test/", {{"accept-language", "fr"}});
    Response toGerman = redirect(301, "/de");
    toGerman.fields.append("Vary", "Accept, Accept-Language");
    Response toFrench = redirect(301, "/fr");
    toFrench.fields.append("Vary", "Accept, Accept-Language");
    teach(memory, german, toGerman);
    teach(memory, french, toFrench);
    QCOMPARE(memory.answers().size(), 2);
    QCOMPARE(memory.recall(german, start()).response.fields.value("Location"), "/de"_ba);
    QCOMPARE(memory.recall(french, start()).response.fields.value("Location"), "/fr"_ba);
    QCOMPARE(kindOf(memory, request("GET", "http://a.test/"), start()), nothing);
    const Request apart = request("GET", "http://a.test/", {{"Accept-Language", "de"}, {"Accept-Language", "en"}});
    QCOMPARE(kindOf(memory, apart, start()), answers);
}

void TestClientMemory::theUsersOwnConditionsPass()
{
    ClientMemory memory;
    teach(memory, request("GET", "http://a.test/"), answer(200, {{"Cache-Control", "max-age=60"}, {"ETag", "\"1\""}}));
    for (const char *name : {"If-None-Match", "If-Modified-Since", "Range"}) {
        QCOMPARE(kindOf(memory, request("GET", "http://a.test/", {{name, "x"}}), start()), nothing);
    }
}

void TestClientMemory::theUsersCacheControlIsHeeded_data()
{
    QTest::addColumn<QByteArray>("cacheControl");
    QTest::addColumn<int>("kind");
    QTest::newRow("nothing") << "max-stale"_ba << int(answers);
    QTest::newRow("no-cache") << "no-cache"_ba << int(validate);
    QTest::newRow("max-age=0") << "max-age=0"_ba << int(validate);
    QTest::newRow("max-age=10") << "max-age=10"_ba << int(answers);
    QTest::newRow("min-fresh") << "min-fresh=59"_ba << int(validate);
    QTest::newRow("no-store") << "no-store"_ba << int(nothing);
}

void TestClientMemory::theUsersCacheControlIsHeeded()
{
    QFETCH(const QByteArray, cacheControl);
    ClientMemory memory;
    teach(memory, request("GET", "http://a.test/"), answer(200, {{"Cache-Control", "max-age=60"}, {"ETag", "\"1\""}}));
    const Request get = request("GET", "http://a.test/", {{"Cache-Control", cacheControl}});
    QTEST(int(kindOf(memory, get, start().addSecs(5))), "kind");
}

void TestClientMemory::aStoredAnswerIsAskedAbout()
{
    ClientMemory memory;
    const QByteArray modified = httpDate(start().addDays(-1));
    teach(memory, request("GET", "http://a.test/"), answer(200, {{"ETag", "W/\"1\""}, {"Last-Modified", modified}}));
    const Recollection found = memory.recall(request("GET", "http://a.test/"), start());
    QCOMPARE(found.kind, validate);
    QCOMPARE(found.conditions, (FieldList{{"If-None-Match", "W/\"1\""}, {"If-Modified-Since", modified}}));
    QCOMPARE(kindOf(memory, request("HEAD", "http://a.test/"), start()), nothing);
}

void TestClientMemory::a304GivesTheStoredAnswerBack()
{
    ClientMemory memory;
    Request get = request("GET", "http://a.test/");
    teach(memory, get,
          answer(200,
                 {{"ETag", "\"1\""}, {"Content-Type", "text/plain"}, {"X-Old", "a"}, {"Cache-Control", "max-age=1"}},
                 "hello"));
    const Recollection found = memory.recall(get, start().addSecs(10));
    QCOMPARE(found.kind, validate);
    get.fields.append("If-None-Match", "\"1\"");
    get.generated.append("If-None-Match");
    const Response notModified = answer(304, {{"ETag", "\"1\""},
                                              {"Cache-Control", "max-age=60"},
                                              {"Content-Type", "text/html"},
                                              {"Content-Length", "0"},
                                              {"Connection", "close"},
                                              {"X-New", "b"}});
    const auto given = teach(memory, get, notModified, 10s, found.id);
    QVERIFY(given);
    QCOMPARE(given->status, 200);
    QCOMPARE(given->content->preview, "hello"_ba);
    QCOMPARE(given->fields, (FieldList{{"Content-Type", "text/plain"},
                                       {"X-Old", "a"},
                                       {"ETag", "\"1\""},
                                       {"Cache-Control", "max-age=60"},
                                       {"X-New", "b"}}));
    const Request again = request("GET", "http://a.test/");
    QCOMPARE(kindOf(memory, again, start().addSecs(69)), answers);
    QCOMPARE(memory.recall(again, start().addSecs(30)).response.fields.value("Age"), "20"_ba);
    QCOMPARE(kindOf(memory, again, start().addSecs(70)), validate);
}

void TestClientMemory::a304OfAnotherTagGivesNothing()
{
    ClientMemory memory;
    const Request get = request("GET", "http://a.test/");
    teach(memory, get, answer(200, {{"ETag", "\"1\""}}, "hello"));
    const int id = memory.recall(get, start()).id;
    QVERIFY(!teach(memory, get, answer(304, {{"ETag", "\"2\""}}), 1s, id));
    QVERIFY(teach(memory, get, answer(304, {{"ETag", "W/\"2\""}}), 1s, id));
    QVERIFY(teach(memory, get, answer(304, {}), 1s, id));
}

void TestClientMemory::a304ToTheUsersConditionGivesNothing()
{
    ClientMemory memory;
    teach(memory, request("GET", "http://a.test/"), answer(200, {{"ETag", "\"1\""}}, "hello"));
    const Request own = request("GET", "http://a.test/", {{"If-None-Match", "\"1\""}});
    QVERIFY(!teach(memory, own, answer(304, {{"ETag", "\"1\""}}), 1s));
    QCOMPARE(memory.answers().size(), 1);
}

void TestClientMemory::aStaleRedirectIsSentForAnew()
{
    ClientMemory memory;
    const Request get = request("GET", "http://a.test/old");
    Response response = redirect(301, "/new");
    response.fields.append("Cache-Control", "max-age=60");
    response.fields.append("ETag", "\"1\"");
    teach(memory, get, response);
    QCOMPARE(kindOf(memory, get, start().addSecs(61)), nothing);
}

void TestClientMemory::aNewAnswerTakesThePlaceOfTheOld()
{
    ClientMemory memory;
    const Request get = request("GET", "http://a.test/old", {{"Cache-Control", "no-cache"}});
    teach(memory, get, redirect(301, "/one"));
    teach(memory, get, redirect(308, "/two"));
    QCOMPARE(memory.answers().size(), 1);
    QCOMPARE(memory.answers().constFirst().response.status, 308);
    teach(memory, get, redirect(302, "/three"));
    QVERIFY(memory.isEmpty());
}

void TestClientMemory::unsafeMethodsInvalidate_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("stays");
    QTest::newRow("POST 200") << "POST"_ba << 200 << false;
    QTest::newRow("DELETE 204") << "DELETE"_ba << 204 << false;
    QTest::newRow("POST 303") << "POST"_ba << 303 << false;
    QTest::newRow("POST 404") << "POST"_ba << 404 << true;
    QTest::newRow("OPTIONS 200") << "OPTIONS"_ba << 200 << true;
}

void TestClientMemory::unsafeMethodsInvalidate()
{
    QFETCH(const QByteArray, method);
    QFETCH(const int, status);
    ClientMemory memory;
    teach(memory, request("GET", "http://a.test/x"), redirect(301, "/new"));
    teach(memory, request("GET", "http://a.test/y"), redirect(301, "/new"));
    teach(memory, request(method.constData(), "http://a.test/x"), answer(status, {}), 1s);
    QTEST(kindOf(memory, request("GET", "http://a.test/x"), start()) == answers, "stays");
    QCOMPARE(kindOf(memory, request("GET", "http://a.test/y"), start()), answers);
}

void TestClientMemory::largeAndCutContentIsNotKept()
{
    ClientMemory memory;
    const Request get = request("GET", "http://a.test/");
    Response response = answer(200, {{"Cache-Control", "max-age=60"}}, "hello");
    response.content->bytes = 6;
    teach(memory, get, response);
    QVERIFY(memory.isEmpty());
    response = answer(200, {{"Cache-Control", "max-age=60"}}, QByteArray(ClientMemory::contentLimit + 1, 'x'));
    teach(memory, get, response);
    QVERIFY(memory.isEmpty());
    response = answer(200, {{"Cache-Control", "max-age=60"}}, QByteArray(ClientMemory::contentLimit, 'x'));
    teach(memory, get, response);
    QVERIFY(!memory.isEmpty());
}

void TestClientMemory::theOldestGoFirst()
{
    ClientMemory memory;
    for (int i = 0; i <= int(ClientMemory::answerLimit); ++i) {
        teach(memory, request("GET", qPrintable(u"http://a.test/%1"_s.arg(i))), redirect(301, "/new"));
    }
    QCOMPARE(memory.answers().size(), ClientMemory::answerLimit);
    QCOMPARE(kindOf(memory, request("GET", "http://a.test/0"), start()), nothing);
    QCOMPARE(kindOf(memory, request("GET", "http://a.test/1"), start()), answers);

    ClientMemory large;
    const Response mebibyte =
        answer(200, {{"Cache-Control", "max-age=60"}}, QByteArray(ClientMemory::contentLimit, 'x'));
    for (int i = 0; i < 40; ++i) {
        teach(large, request("GET", qPrintable(u"http://a.test/%1"_s.arg(i))), mebibyte);
    }
    QCOMPARE(large.answers().size(), ClientMemory::totalLimit / ClientMemory::contentLimit);
}

void TestClientMemory::theClockCanBeMoved()
{
    ClientMemory memory;
    const Request get = request("GET", "http://a.test/");
    teach(memory, get, answer(200, {{"Cache-Control", "max-age=600"}, {"ETag", "\"1\""}}));
    memory.moveClock(599s);
    QCOMPARE(kindOf(memory, get, start()), answers);
    memory.moveClock(1s);
    QCOMPARE(kindOf(memory, get, start()), validate);
    QCOMPARE(memory.clockOffset(), 600s);
    memory.resetClock();
    QCOMPARE(kindOf(memory, get, start()), answers);
    memory.moveClock(-5s);
    QCOMPARE(memory.clockOffset(), 0s);
    for (int i = 0; i < 200; ++i) {
        memory.moveClock(24h * 365);
    }
    QCOMPARE(memory.clockOffset(), 24h * 365 * 100);
}

void TestClientMemory::anAnswerIsNoOlderBecauseTheClockWasMoved()
{
    ClientMemory memory;
    memory.moveClock(24h);
    const Request get = request("GET", "http://a.test/");
    teach(memory, get, answer(200, {{"Cache-Control", "max-age=600"}, {"Date", httpDate(start())}}));
    QCOMPARE(memory.recall(get, start().addSecs(5)).response.fields.value("Age"), "5"_ba);
}

void TestClientMemory::thingsAreForgotten()
{
    ClientMemory memory;
    teach(memory, request("GET", "http://a.test/1"), redirect(301, "/new"));
    teach(memory, request("GET", "http://a.test/2"), redirect(301, "/new"));
    teach(memory, request("GET", "https://shop.test/"), answer(200, {{"Strict-Transport-Security", "max-age=60"}}), 0s,
          0, true);
    const int first = memory.answers().constFirst().id;
    memory.forget(first);
    QCOMPARE(kindOf(memory, request("GET", "http://a.test/1"), start()), nothing);
    QCOMPARE(kindOf(memory, request("GET", "http://a.test/2"), start()), answers);
    memory.forget(memory.hosts().constFirst().id);
    QVERIFY(memory.hosts().isEmpty());
    memory.forgetAll();
    QVERIFY(memory.isEmpty());
}

DETOUR_TEST(TestClientMemory)
#include "tst_clientmemory.moc"
