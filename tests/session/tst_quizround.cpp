// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/quizround.h"
#include "support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

namespace {

QuizItem itemOf(const QString &id, const QString &topic = u"location"_s, int level = 1, const QString &idea = {})
{
    QuizItem item;
    item.id = id;
    item.topic = topic;
    item.level = level;
    item.options = {u"A"_s, u"B"_s, u"C"_s, u"D"_s};
    item.answer = u"A"_s;
    if (!idea.isEmpty()) {
        item.misconceptions.insert(u"B"_s, idea);
    }
    return item;
}

const QuizFilter written{u"location"_s, 0}; ///< nothing is generated about it

} // namespace

class QuizRoundTest final : public QObject
{
    Q_OBJECT

private slots:
    void missedIdeasComeFirst();
    void thenLowBoxesThenNewOnesThenTheRest();
    void neverTheSameTwiceInARow();
    void aMissedOneRestsForAWhile();
    void theFilterHolds();
    void aboutOneInFourIsGenerated();
    void nothingIsLeftToAsk();
    void theOptionsAreShuffled();

private:
    /// Ids of `count` questions in a row, each taken as answered; "" for a generated one.
    QStringList ask(const QList<QuizItem> &items, const LearnerProgress &progress, const QuizFilter &filter, int count)
    {
        QuizHistory history;
        for (int i = 0; i < count; ++i) {
            const QuizNext next = nextOf(items, progress, filter, history, m_random);
            history.append(next.item ? next.item->id : QString());
        }
        return history;
    }

    QRandomGenerator m_random{7};
};

void QuizRoundTest::missedIdeasComeFirst()
{
    const QList<QuizItem> items{itemOf(u"a"_s), itemOf(u"b"_s, u"location"_s, 1, u"x"_s),
                                itemOf(u"c"_s, u"location"_s, 1, u"y"_s)};
    LearnerProgress progress;
    progress.noteAnswer(u"a"_s, false);
    progress.noteAnswer(u"b"_s, true);
    progress.noteAnswer(u"c"_s, true);
    QCOMPARE(ask(items, progress, written, 1), QStringList(u"a"_s));
    progress.noteMisconception(u"x"_s, true);
    QCOMPARE(ask(items, progress, written, 1), QStringList(u"b"_s));
    progress.noteMisconception(u"y"_s, true);
    progress.noteMisconception(u"y"_s, true);
    QCOMPARE(ask(items, progress, written, 2), QStringList({u"c"_s, u"b"_s}));
}

void QuizRoundTest::thenLowBoxesThenNewOnesThenTheRest()
{
    const QList<QuizItem> items{itemOf(u"known"_s), itemOf(u"new"_s), itemOf(u"low"_s), itemOf(u"lowest"_s)};
    LearnerProgress progress;
    progress.noteAnswer(u"known"_s, true);
    progress.noteAnswer(u"lowest"_s, false);
    progress.noteAnswer(u"low"_s, false);
    progress.noteAnswer(u"low"_s, true);
    QCOMPARE(ask(items, progress, written, 4), QStringList({u"lowest"_s, u"low"_s, u"new"_s, u"known"_s}));
}

void QuizRoundTest::neverTheSameTwiceInARow()
{
    const QList<QuizItem> items{itemOf(u"a"_s), itemOf(u"b"_s)};
    LearnerProgress progress;
    progress.noteAnswer(u"a"_s, false);
    const QStringList asked = ask(items, progress, written, 20);
    for (qsizetype i = 1; i < asked.size(); ++i) {
        QVERIFY(asked.at(i) != asked.at(i - 1));
    }
}

void QuizRoundTest::aMissedOneRestsForAWhile()
{
    QList<QuizItem> items;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}) {
        items.append(itemOf(id));
    }
    LearnerProgress progress;
    progress.noteAnswer(u"a"_s, false);
    const QStringList asked = ask(items, progress, written, 9);
    QCOMPARE(asked.count(u"a"_s), 3);
    QCOMPARE(asked.at(4), u"a"_s);
    QCOMPARE(asked.at(8), u"a"_s);
}

void QuizRoundTest::theFilterHolds()
{
    const QList<QuizItem> items{itemOf(u"a"_s, u"loops"_s, 1), itemOf(u"b"_s, u"loops"_s, 2),
                                itemOf(u"c"_s, u"caching"_s, 2)};
    const LearnerProgress progress;
    QCOMPARE(ask(items, progress, {u"loops"_s, 2}, 1), QStringList(u"b"_s));
    QCOMPARE(ask(items, progress, {u"caching"_s, 0}, 1), QStringList(u"c"_s));
    QVERIFY(nextOf(items, progress, {u"caching"_s, 1}, {}, m_random).isNothing());
}

void QuizRoundTest::aboutOneInFourIsGenerated()
{
    QList<QuizItem> items;
    for (int i = 0; i < 50; ++i) {
        items.append(itemOf(u"q%1"_s.arg(i), u"methods"_s));
    }
    const QStringList asked = ask(items, LearnerProgress(), {}, 2000);
    const qsizetype generated = asked.count(QString());
    QVERIFY2(generated > 420 && generated < 580, qPrintable(QString::number(generated)));
    QVERIFY(!asked.constFirst().isEmpty()); // one learns how it goes with a plain one
    for (qsizetype i = 1; i < asked.size(); ++i) {
        QVERIFY(!asked.at(i).isEmpty() || !asked.at(i - 1).isEmpty());
    }
    QVERIFY(!QuizFilter({u"caching"_s, 0}).letsGenerated());
    QVERIFY(QuizFilter({u"methods"_s, 3}).letsGenerated());
}

void QuizRoundTest::nothingIsLeftToAsk()
{
    QVERIFY(nextOf({}, LearnerProgress(), {}, {}, m_random).isNothing());
    const QList<QuizItem> one{itemOf(u"a"_s)};
    QVERIFY(nextOf(one, LearnerProgress(), written, {u"a"_s}, m_random).isNothing());
    QVERIFY(nextOf({itemOf(u"a"_s, u"methods"_s)}, LearnerProgress(), {}, {u"a"_s}, m_random).isGenerated);
}

void QuizRoundTest::theOptionsAreShuffled()
{
    const QuizItem item = itemOf(u"a"_s);
    QSet<QString> orders;
    for (int i = 0; i < 200; ++i) {
        QStringList options = shuffledOptions(item, m_random);
        orders.insert(options.join(QString()));
        options.sort();
        QCOMPARE(options, item.options);
    }
    QCOMPARE(orders.size(), 24);
}

DETOUR_TEST(QuizRoundTest)
#include "tst_quizround.moc"
