// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/freshness.h"

#include "semantics/cachedirectives.h"
#include "semantics/httpdate.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;
using std::chrono::seconds;

/// What an answer says of its time: dates, directives, lifetimes and ages.
class TestFreshness final : public QObject
{
    Q_OBJECT

private slots:
    void datesAreRead_data();
    void datesAreRead();
    void datesAreWritten();
    void directivesAreRead();
    void pragmaCountsWithoutCacheControlOnly();
    void lifetimeFollowsWhatTheAnswerSays_data();
    void lifetimeFollowsWhatTheAnswerSays();
    void ageIsThatOfTheOlderWitness_data();
    void ageIsThatOfTheOlderWitness();
    void validators();
};

namespace {

QDateTime at(int hour, int minute, int second = 0)
{
    return {QDate(2026, 11, 28), QTime(hour, minute, second), Qt::UTC};
}

Response answer(StatusCode status, FieldList fields)
{
    Response response;
    response.status = status;
    response.fields = std::move(fields);
    return response;
}

} // namespace

void TestFreshness::datesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("time");
    const QDateTime time(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QTest::newRow("preferred") << "Sun, 06 Nov 1994 08:49:37 GMT"_ba << time;
    QTest::newRow("RFC 850") << "Sunday, 06-Nov-94 08:49:37 GMT"_ba << time;
    QTest::newRow("asctime") << "Sun Nov  6 08:49:37 1994"_ba << time;
    QTest::newRow("RFC 850, after 2000") << "Thursday, 06-Nov-36 08:49:37 GMT"_ba
                                         << QDateTime(QDate(2036, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QTest::newRow("zero") << "0"_ba << QDateTime();
    QTest::newRow("minus one") << "-1"_ba << QDateTime();
    QTest::newRow("another zone") << "Sun, 06 Nov 1994 08:49:37 CET"_ba << QDateTime();
    QTest::newRow("no such day") << "Sun, 31 Nov 1994 08:49:37 GMT"_ba << QDateTime();
    QTest::newRow("empty") << ""_ba << QDateTime();
}

void TestFreshness::datesAreRead()
{
    QFETCH(const QByteArray, text);
    QTEST(parseHttpDate(text).value_or(QDateTime()), "time");
}

void TestFreshness::datesAreWritten()
{
    QCOMPARE(httpDate(at(18, 5, 9)), "Sat, 28 Nov 2026 18:05:09 GMT"_ba);
    QCOMPARE(parseHttpDate(httpDate(at(18, 5, 9))), at(18, 5, 9));
}

void TestFreshness::directivesAreRead()
{
    const CacheDirectives directives(FieldList{{"Cache-Control", R"(Public , max-age=600,private="Set-Cookie, X")"},
                                               {"cache-control", "s-maxage=\"9\", max-age=1, min-fresh=x, max-stale"}});
    QVERIFY(directives.has("public"));
    QVERIFY(directives.has("private"));
    QVERIFY(!directives.has("x"));
    QVERIFY(!directives.has("no-store"));
    QCOMPARE(directives.seconds("max-age"), seconds(600));
    QCOMPARE(directives.seconds("s-maxage"), seconds(9));
    QCOMPARE(directives.seconds("min-fresh"), seconds(0));
    QVERIFY(!directives.seconds("no-cache"));
    QCOMPARE(deltaSeconds("99999999999999999999999"), seconds(std::int64_t(100) * 365 * 24 * 3600));
    QVERIFY(!deltaSeconds("-1"));
}

void TestFreshness::pragmaCountsWithoutCacheControlOnly()
{
    QVERIFY(CacheDirectives(FieldList{{"Pragma", "no-cache"}}).has("no-cache"));
    QVERIFY(!CacheDirectives(FieldList{{"Pragma", "no-store"}}).has("no-store"));
    QVERIFY(!CacheDirectives(FieldList{{"Pragma", "no-cache"}, {"Cache-Control", "max-age=5"}}).has("no-cache"));
}

void TestFreshness::lifetimeFollowsWhatTheAnswerSays_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("cacheControl");
    QTest::addColumn<QByteArray>("expires");
    QTest::addColumn<int>("basis");
    QTest::addColumn<qint64>("lifetime"); // -1: without end
    const auto row = [](const char *name, int status, const QByteArray &cacheControl, const QByteArray &expires,
                        FreshnessBasis basis, qint64 lifetime) {
        QTest::newRow(name) << status << cacheControl << expires << int(basis) << lifetime;
    };
    const QByteArray inAnHour = httpDate(at(13, 0));
    for (const int status : {300, 301, 308, 410}) {
        row(qPrintable(u"bare %1"_s.arg(status)), status, "", "", FreshnessBasis::Permanent, -1);
    }
    for (const int status : {200, 302, 303, 304, 305, 307, 404}) {
        row(qPrintable(u"bare %1"_s.arg(status)), status, "", "", FreshnessBasis::None, 0);
    }
    row("301 with max-age", 301, "max-age=600", "", FreshnessBasis::MaxAge, 600);
    row("302 with max-age", 302, "max-age=600", "", FreshnessBasis::MaxAge, 600);
    row("307 with Expires", 307, "", inAnHour, FreshnessBasis::Expires, 3600);
    row("max-age beats Expires", 303, "max-age=60", inAnHour, FreshnessBasis::MaxAge, 60);
    row("Expires of 0", 301, "", "0", FreshnessBasis::Expires, 0);
    row("Expires in the past", 200, "", httpDate(at(11, 0)), FreshnessBasis::Expires, 0);
    row("no-store", 301, "no-store, max-age=600", "", FreshnessBasis::NeverKept, 0);
    row("no-cache", 301, "no-cache, max-age=600", "", FreshnessBasis::AlwaysAsk, 0);
    row("max-age that is no number", 301, "max-age=soon", "", FreshnessBasis::MaxAge, 0);
    row("must-revalidate says nothing of time", 308, "must-revalidate", "", FreshnessBasis::Permanent, -1);
    row("s-maxage is for shared caches", 302, "s-maxage=600", "", FreshnessBasis::None, 0);
}

void TestFreshness::lifetimeFollowsWhatTheAnswerSays()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, cacheControl);
    QFETCH(const QByteArray, expires);
    QFETCH(const qint64, lifetime);
    FieldList fields{{"Date", httpDate(at(12, 0))}};
    if (!cacheControl.isEmpty()) {
        fields.append("Cache-Control", cacheControl);
    }
    if (!expires.isEmpty()) {
        fields.append("Expires", expires);
    }
    const Freshness freshness = freshnessOf(answer(status, fields), at(12, 30));
    QTEST(int(freshness.basis), "basis");
    QCOMPARE(freshness.isEndless(), lifetime < 0);
    QCOMPARE(freshness.lifetime.value_or(seconds(-1)), seconds(lifetime));
}

void TestFreshness::ageIsThatOfTheOlderWitness_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("age");
    QTest::addColumn<int>("result");
    QTest::newRow("neither") << ""_ba
                             << ""_ba << 5;
    QTest::newRow("Date") << httpDate(at(11, 59)) << ""_ba << 65;
    QTest::newRow("Age and the way") << httpDate(at(11, 59)) << "100"_ba << 105;
    QTest::newRow("a Date ahead") << httpDate(at(13, 0)) << ""_ba << 5;
    QTest::newRow("an Age that is no number") << ""_ba
                                              << "old"_ba << 5;
}

void TestFreshness::ageIsThatOfTheOlderWitness()
{
    QFETCH(const QByteArray, date);
    QFETCH(const QByteArray, age);
    QFETCH(const int, result);
    FieldList fields;
    if (!date.isEmpty()) {
        fields.append("Date", date);
    }
    if (!age.isEmpty()) {
        fields.append("Age", age);
    }
    QCOMPARE(initialAge(answer(200, fields), at(12, 0, 0), at(12, 0, 5)), seconds(result));
}

void TestFreshness::validators()
{
    QVERIFY(hasValidator(answer(200, {{"ETag", "W/\"1\""}})));
    QVERIFY(hasValidator(answer(200, {{"Last-Modified", httpDate(at(1, 0))}})));
    QVERIFY(!hasValidator(answer(200, {{"Last-Modified", "yesterday"}})));
    QVERIFY(!hasValidator(answer(200, {})));
}

DETOUR_TEST(TestFreshness)
#include "tst_freshness.moc"
