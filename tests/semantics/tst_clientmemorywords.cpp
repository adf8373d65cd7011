// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/clientmemorywords.h"

#include "memorylesson.h"
#include "samples.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a memory holds, told to a person.
class TestClientMemoryWords final : public QObject
{
    Q_OBJECT

private slots:
    void cardsSayWhatIsRemembered();
    void durationsInWords_data();
    void durationsInWords();
};

void TestClientMemoryWords::cardsSayWhatIsRemembered()
{
    ClientMemory memory;
    teach(memory, request("GET", "http://user:pw@a.test/old"), redirect(301, "/new"));
    teach(memory, request("GET", "http://a.test/page"),
          answer(200, {{"Cache-Control", "max-age=600"}, {"ETag", "\"v7\""}}, "hello"));
    teach(memory, request("GET", "https://shop.test/"),
          answer(204, {{"Strict-Transport-Security", "max-age=86400; includeSubDomains"}}), 0s, 0, true);
    QList<MemoryCard> cards = memoryCards(memory, start().addSecs(60));
    QCOMPARE(cards.size(), 3);
    QCOMPARE(cards.at(0).kind, MemoryCard::Kind::Host);
    QCOMPARE(cards.at(0).title, u"shop.test and every host below it"_s);
    QCOMPARE(cards.at(0).lasts, u"holds for 23 hours more"_s);
    QCOMPARE(cards.at(1).kind, MemoryCard::Kind::Answer);
    QCOMPARE(cards.at(1).age, u"1 minute old"_s);
    QCOMPARE(cards.at(1).lasts, u"fresh for 9 minutes more"_s);
    QCOMPARE(cards.at(2).kind, MemoryCard::Kind::Redirect);
    QVERIFY(cards.at(2).title.startsWith(u"GET http://"_s));
    QVERIFY(!cards.at(2).title.contains(u"pw"_s));
    QVERIFY(cards.at(2).effect.contains(u"/new"_s));
    QVERIFY(cards.at(2).isUsed);

    memory.moveClock(24h);
    cards = memoryCards(memory, start().addSecs(60));
    QVERIFY(!cards.at(0).isUsed);
    QVERIFY(!cards.at(1).isUsed);
    QVERIFY(cards.at(1).effect.contains(u"If-None-Match: \"v7\""_s));
    QVERIFY(cards.at(2).isUsed);
}

void TestClientMemoryWords::durationsInWords_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << qint64(0) << u"0 seconds"_s;
    QTest::newRow("one") << qint64(1) << u"1 second"_s;
    QTest::newRow("minutes") << qint64(179) << u"2 minutes"_s;
    QTest::newRow("hour") << qint64(3600) << u"1 hour"_s;
    QTest::newRow("days") << qint64(3) * 86400 << u"3 days"_s;
    QTest::newRow("year") << qint64(400) * 86400 << u"1 year"_s;
}

void TestClientMemoryWords::durationsInWords()
{
    QFETCH(const qint64, count);
    QTEST(durationInWords(std::chrono::seconds(count)), "words");
    QCOMPARE(clockInWords(0s), u"now"_s);
    QCOMPARE(clockInWords(26h), u"1 day and 2 hours ahead"_s);
    QCOMPARE(clockInWords(24h * 365), u"1 year ahead"_s);
}

DETOUR_TEST(TestClientMemoryWords)
#include "tst_clientmemorywords.moc"
