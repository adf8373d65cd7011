// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "document/codespan.h"
#include "document/misconceptions.h"
#include "document/quizcatalog.h"
#include "support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The questions that are built in: what their files have to hold beyond what the reader asks for.
class QuizTest final : public QObject
{
    Q_OBJECT

private slots:
    void allCanBeRead();
    void thereAreEnoughOfEach();
    void lengthDoesNotTellTheAnswer();
    void noQuestionIsAskedTwice();
    void linksLeadSomewhere();
    void misconceptionsExist();

private:
    QuizCatalog m_quiz{ContentStore()};
};

void QuizTest::allCanBeRead()
{
    for (const Error &error : m_quiz.errors()) {
        QFAIL(qPrintable(error.message));
    }
    for (const QString &name : ContentStore().list(u"quiz"_s, u".json"_s)) {
        const auto items = readQuizFile(*ContentStore().read(u"quiz/"_s + name));
        for (const QuizItem &item : *items) {
            QCOMPARE(QString(item.topic + u".json"_s), name);
            QVERIFY2(item.question.endsWith(u'?'), qPrintable(item.id));
        }
    }
}

void QuizTest::thereAreEnoughOfEach()
{
    QVERIFY(m_quiz.items().size() >= 60);
    for (const QString &topic : quizTopics()) {
        QVERIFY2(m_quiz.items(topic, 0).size() >= 5, qPrintable(topic));
    }
    for (int level = 1; level <= 3; ++level) {
        QVERIFY2(m_quiz.items({}, level).size() >= 10, qPrintable(QString::number(level)));
    }
}

/// Whoever takes the longest without reading must not do better than chance by much.
void QuizTest::lengthDoesNotTellTheAnswer()
{
    int longest = 0;
    for (const QuizItem &item : m_quiz.items()) {
        qsizetype most = 0;
        for (const QString &option : item.options) {
            if (option != item.answer) {
                most = std::max(most, option.size());
            }
        }
        longest += item.answer.size() > most ? 1 : 0;
        QVERIFY2(item.answer.size() <= 2 * most + 8, qPrintable(item.id + u": the answer stands out"_s));
    }
    QVERIFY2(longest * 100 <= m_quiz.items().size() * 45, qPrintable(QString::number(longest)));
}

void QuizTest::noQuestionIsAskedTwice()
{
    QSet<QString> asked;
    for (const QuizItem &item : m_quiz.items()) {
        const QString whole = item.question + item.options.join(u'|');
        QVERIFY2(!asked.contains(whole), qPrintable(item.id));
        asked.insert(whole);
    }
}

void QuizTest::linksLeadSomewhere()
{
    for (const QuizItem &item : m_quiz.items()) {
        if (!item.link.startsWith("page:"_L1)) {
            continue;
        }
        const LinkTarget target = readLink(item.link, {});
        const auto page = builtInPages().page(target.slug);
        QVERIFY2(page, qPrintable(item.id + u": "_s + item.link));
        QVERIFY2(target.anchor.isEmpty() || hasAnchor(**page, target.anchor),
                 qPrintable(item.id + u": "_s + item.link));
    }
}

void QuizTest::misconceptionsExist()
{
    const auto misconceptions = Misconceptions::fromStore(ContentStore());
    QVERIFY(misconceptions);
    QSet<QString> used;
    for (const QuizItem &item : m_quiz.items()) {
        for (const QString &id : item.misconceptions) {
            QVERIFY2(misconceptions->find(id), qPrintable(item.id + u": "_s + id));
            used.insert(id);
        }
    }
    QVERIFY(used.size() >= 10);
}

DETOUR_TEST(QuizTest)
#include "tst_quiz.moc"
