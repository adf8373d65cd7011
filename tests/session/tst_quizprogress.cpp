// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/quizprogress.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class QuizProgressTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void boxesGoUpOneByOneAndDownAtOnce();
    void whoIsRightAtOnceKnowsIt();
    void misconceptionsAreCountedAndMadeUpFor();
    void itIsThereTheNextTime();
    void aDamagedFileCountsAsEmpty_data();
    void aDamagedFileCountsAsEmpty();
    void withoutAFileNothingIsWritten();
    void wipingRemovesTheFile();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"data/quiz.json"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void QuizProgressTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void QuizProgressTest::boxesGoUpOneByOneAndDownAtOnce()
{
    QuizProgress progress;
    QCOMPARE(progress.box(u"a"_s), 0);
    QVERIFY(!progress.isSeen(u"a"_s));
    progress.noteAnswer(u"a"_s, false);
    QVERIFY(progress.isSeen(u"a"_s));
    QCOMPARE(progress.box(u"a"_s), 0);
    for (const int box : {1, 2, 3, 4, 4}) {
        progress.noteAnswer(u"a"_s, true);
        QCOMPARE(progress.box(u"a"_s), box);
        QCOMPARE(progress.isKnown(u"a"_s), box >= 2);
    }
    progress.noteAnswer(u"a"_s, false);
    QCOMPARE(progress.box(u"a"_s), 0);
}

void QuizProgressTest::whoIsRightAtOnceKnowsIt()
{
    QuizProgress progress;
    progress.noteAnswer(u"a"_s, true);
    QVERIFY(progress.isKnown(u"a"_s));
}

void QuizProgressTest::misconceptionsAreCountedAndMadeUpFor()
{
    QuizProgress progress;
    QSignalSpy changed(&progress, &QuizProgress::changed);
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

void QuizProgressTest::itIsThereTheNextTime()
{
    {
        QuizProgress progress(file());
        progress.noteAnswer(u"a"_s, true);
        progress.noteAnswer(u"b"_s, false);
        progress.noteMisconception(u"x"_s, true);
    }
    const QuizProgress progress(file());
    QCOMPARE(progress.box(u"a"_s), 2);
    QVERIFY(progress.isSeen(u"b"_s));
    QCOMPARE(progress.missed(), QStringList(u"x"_s));
}

void QuizProgressTest::aDamagedFileCountsAsEmpty_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no json") << "{"_ba;
    QTest::newRow("another schema") << R"({"schema": "detour.quiz-progress/2", "boxes": {"a": 3}})"_ba;
    QTest::newRow("odd numbers")
        << R"({"schema": "detour.quiz-progress/1", "boxes": {"a": 5, "b": -1, "c": "x"}, "missed": {"x": 0}})"_ba;
    QTest::newRow("odd types") << R"({"schema": "detour.quiz-progress/1", "boxes": [1], "missed": 7})"_ba;
}

void QuizProgressTest::aDamagedFileCountsAsEmpty()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(QDir(m_folder->path()).mkpath(u"data"_s));
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
    out.close();
    const QuizProgress progress(file());
    QVERIFY(progress.isEmpty());
    QCOMPARE(progress.box(u"a"_s), 0);
}

void QuizProgressTest::withoutAFileNothingIsWritten()
{
    QuizProgress progress;
    progress.noteAnswer(u"a"_s, true);
    QVERIFY(!QFileInfo::exists(file()));
    progress.wipe();
    QVERIFY(progress.isEmpty());
}

void QuizProgressTest::wipingRemovesTheFile()
{
    QuizProgress progress(file());
    QVERIFY(!QFileInfo::exists(file())); // not before there is something to write
    progress.noteAnswer(u"a"_s, true);
    QVERIFY(QFileInfo::exists(file()));
    QSignalSpy changed(&progress, &QuizProgress::changed);
    progress.wipe();
    QVERIFY(!QFileInfo::exists(file()));
    QVERIFY(!progress.isSeen(u"a"_s));
    QCOMPARE(changed.size(), 1);
}

DETOUR_TEST(QuizProgressTest)
#include "tst_quizprogress.moc"
