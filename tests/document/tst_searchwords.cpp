// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/searchwords.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class SearchWordsTest final : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreLettersAndDigits();
    void pluralsAreFolded_data();
    void pluralsAreFolded();
    void distanceCountsTypingErrors_data();
    void distanceCountsTypingErrors();
    void distanceEndsAtItsLimit();
    void beginningsAreNear();
    void longWordsAreNotCompared();
};

void SearchWordsTest::wordsAreLettersAndDigits()
{
    const QList<SearchWord> words = searchWords(u"Cache-Control: “no-store”, 307!");
    QStringList folded;
    for (const SearchWord &word : words) {
        folded.append(word.folded);
    }
    QCOMPARE(folded, QStringList({u"cache"_s, u"control"_s, u"no"_s, u"store"_s, u"307"_s}));
    QCOMPARE(words.at(1).at, 6);
    QCOMPARE(words.at(1).length, 7);
    QVERIFY(searchWords(u"… – ").isEmpty());
    QVERIFY(searchWords({}).isEmpty());
}

void SearchWordsTest::pluralsAreFolded_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("folded");
    QTest::newRow("plural") << u"Redirects"_s << u"redirect"_s;
    QTest::newRow("short") << u"yes"_s << u"yes"_s;
    QTest::newRow("double s") << u"Express"_s << u"express"_s;
    QTest::newRow("us") << u"status"_s << u"status"_s;
    QTest::newRow("https") << u"https"_s << u"https"_s;
}

void SearchWordsTest::pluralsAreFolded()
{
    QFETCH(const QString, word);
    QTEST(searchWords(word).constFirst().folded, "folded");
}

void SearchWordsTest::distanceCountsTypingErrors_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("distance");
    QTest::newRow("same") << u"location"_s << u"location"_s << 0;
    QTest::newRow("left out") << u"locaton"_s << u"location"_s << 1;
    QTest::newRow("one more") << u"loccation"_s << u"location"_s << 1;
    QTest::newRow("another") << u"lokation"_s << u"location"_s << 1;
    QTest::newRow("exchanged") << u"loaction"_s << u"location"_s << 1;
    QTest::newRow("exchanged at the begin") << u"olcation"_s << u"location"_s << 1;
    QTest::newRow("two") << u"lokaton"_s << u"location"_s << 2;
    QTest::newRow("too many") << u"vacation"_s << u"location"_s << 2;
    QTest::newRow("nothing in common") << u"xyz"_s << u"abc"_s << 3;
    QTest::newRow("empty") << QString() << u"ab"_s << 2;
}

void SearchWordsTest::distanceCountsTypingErrors()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, word);
    QFETCH(const int, distance);
    QCOMPARE(typingDistance(typed, word, 3), distance);
    QCOMPARE(typingDistance(word, typed, 3), distance);
}

void SearchWordsTest::distanceEndsAtItsLimit()
{
    QCOMPARE(typingDistance(u"permanent", u"temporary", 2), 3);
    QCOMPARE(typingDistance(u"a", u"abcdef", 2), 3);
    QCOMPARE(typingDistance(u"lokaton", u"location", 1), 2);
}

void SearchWordsTest::beginningsAreNear()
{
    QCOMPARE(typingDistanceToBeginning(u"temp", u"temporary", 1), 0);
    QCOMPARE(typingDistanceToBeginning(u"tmpo", u"temporary", 1), 1);
    QCOMPARE(typingDistanceToBeginning(u"autorizat", u"authorization", 1), 1);
    QCOMPARE(typingDistanceToBeginning(u"temporary", u"temp", 1), 2);
}

void SearchWordsTest::longWordsAreNotCompared()
{
    const QString word(5000, u'a');
    QCOMPARE(typingDistance(word, word, 2), 3);
    QCOMPARE(typingDistanceToBeginning(word, word, 2), 3);
    QCOMPARE(typingDistanceToBeginning(u"aaaa", word, 1), 0);
}

DETOUR_TEST(SearchWordsTest)

#include "tst_searchwords.moc"
