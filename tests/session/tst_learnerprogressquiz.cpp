// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/learnerprogress.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class LearnerProgressQuizTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void boxesGoUpOneByOneAndDownAtOnce();
    void whoIsRightAtOnceKnowsIt();
    void misconceptionsAreCountedAndMadeUpFor();
    void itIsThereTheNextTime();
    void oddNumbersCountAsNone_data();
    void oddNumbersCountAsNone();
    void forgettingTheQuizKeepsTheLessons();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"data/quiz.json"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LearnerProgressQuizTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void LearnerProgressQuizTest::boxesGoUpOneByOneAndDownAtOnce()
{
    LearnerProgress progress;
    QCOMPARE(progress.box(u"a"_s), 0);
    QVERIFY(!progress.isAnswered(u"a"_s));
    progress.noteAnswer(u"a"_s, false);
    QVERIFY(progress.isAnswered(u"a"_s));
    QCOMPARE(progress.box(u"a"_s), 0);
    for (const int box : {1, 2, 3, 4, 4}) {
        progress.noteAnswer(u"a"_s, true);
        QCOMPARE(progress.box(u"a"_s), box);
        QCOMPARE(progress.isKnown(u"a"_s), box >= 2);
    }
    progress.noteAnswer(u"a"_s, false);
    QCOMPARE(progress.box(u"a"_s), 0);
}

void LearnerProgressQuizTest::whoIsRightAtOnceKnowsIt()
{
    LearnerProgress progress;
    progress.noteAnswer(u"a"_s, true);
    QVERIFY(progress.isKnown(u"a"_s));
}

void LearnerProgressQuizTest::misconceptionsAreCountedAndMadeUpFor()
{
    LearnerProgress progress;
    QSignalSpy changed(&progress, &LearnerProgress::changed);
    progress.noteMisconception(u"x"_s, false); // nothing to make up for
    QCOMPARE(changed.size(), 0);
    for (const QString &id : {u"x"_s, u"y"_s, u"y"_s, u"a"_s}) {
        progress.noteMisconception(id, true);
    }
    QCOMPARE(progress.missed(), QStringList({u"y"_s, u"a"_s, u"x"_s}));
    QCOMPARE(progress.missedTimes(u"y"_s), 2);
    progress.noteMisconception(u"x"_s, false);
    progress.noteMisconception(u"y"_s, false);
    QCOMPARE(progress.missed(), QStringList({u"a"_s, u"y"_s}));
}

void LearnerProgressQuizTest::itIsThereTheNextTime()
{
    {
        LearnerProgress progress(file());
        progress.noteAnswer(u"a"_s, true);
        progress.noteAnswer(u"b"_s, false);
        progress.noteMisconception(u"x"_s, true);
    }
    const LearnerProgress progress(file());
    QCOMPARE(progress.box(u"a"_s), 2);
    QVERIFY(progress.isAnswered(u"b"_s));
    QCOMPARE(progress.missed(), QStringList(u"x"_s));
}

void LearnerProgressQuizTest::oddNumbersCountAsNone_data()
{
    QTest::addColumn<QByteArray>("quiz");
    QTest::newRow("odd numbers") << R"("boxes": {"a": 5, "b": -1, "c": "x", "d": 1.5}, "missed": {"x": -3})"_ba;
    QTest::newRow("odd types") << R"("boxes": [1], "missed": 7)"_ba;
}

void LearnerProgressQuizTest::oddNumbersCountAsNone()
{
    QFETCH(const QByteArray, quiz);
    QVERIFY(QDir(m_folder->path()).mkpath(u"data"_s));
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(R"({"schema": "detour.progress/1", )" + quiz + "}");
    out.close();
    LearnerProgress progress(file());
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        QVERIFY2(!progress.isAnswered(id), qPrintable(id));
        QCOMPARE(progress.box(id), 0);
    }
    QVERIFY(progress.missed().isEmpty());
    progress.noteAnswer(u"a"_s, true);
    QCOMPARE(progress.box(u"a"_s), 2);
}

void LearnerProgressQuizTest::forgettingTheQuizKeepsTheLessons()
{
    LearnerProgress progress(file());
    progress.setLessonStep(u"found-302"_s, 3);
    progress.noteAnswer(u"a"_s, true);
    progress.noteMisconception(u"x"_s, true);
    QSignalSpy changed(&progress, &LearnerProgress::changed);
    progress.forgetQuiz();
    QCOMPARE(changed.size(), 1);
    const LearnerProgress later(file());
    QVERIFY(!later.isAnswered(u"a"_s));
    QVERIFY(later.missed().isEmpty());
    QCOMPARE(later.lessonStep(u"found-302"_s), 3);
}

DETOUR_TEST(LearnerProgressQuizTest)
#include "tst_learnerprogressquiz.moc"
