// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/learnerprogress.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;

class LearnerProgressTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsKnownAtFirst();
    void whatWasDoneIsThereTheNextTime();
    void aDoneLessonStaysDoneWhenReadAgain();
    void withoutAFileNothingIsWritten();
    void aDamagedFileCountsAsEmpty_data();
    void aDamagedFileCountsAsEmpty();
    void unknownMembersAreKept();
    void aLaterVersionIsLeftAlone();
    void wipingRemovesEverything();
    void onlyAChangeIsTold();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"data/progress.json"_s); }
    void put(const QByteArray &bytes) const;
    [[nodiscard]] QByteArray stored() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LearnerProgressTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void LearnerProgressTest::put(const QByteArray &bytes) const
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"data"_s));
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

QByteArray LearnerProgressTest::stored() const
{
    QFile in(file());
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void LearnerProgressTest::nothingIsKnownAtFirst()
{
    const LearnerProgress progress(file());
    QCOMPARE(progress.lessonStep(u"forms"_s), 0);
    QVERIFY(!progress.lessonBegun(u"forms"_s));
    QVERIFY(!progress.lessonDone(u"forms"_s));
    QVERIFY(!progress.scenarioRan(u"moved-api"_s, u"broken"_s));
    QVERIFY(!progress.welcomeSeen());
    QVERIFY2(!QFile::exists(file()), "reading writes nothing");
}

void LearnerProgressTest::whatWasDoneIsThereTheNextTime()
{
    {
        LearnerProgress progress(file());
        progress.setLessonStep(u"forms"_s, 3);
        progress.setLessonStep(u"caching"_s, 1);
        progress.setLessonDone(u"caching"_s);
        progress.setScenarioRan(u"moved-api"_s, u"broken"_s);
        progress.setWelcomeSeen();
    }
    const LearnerProgress progress(file());
    QCOMPARE(progress.lessonStep(u"forms"_s), 3);
    QVERIFY(progress.lessonBegun(u"forms"_s));
    QVERIFY(!progress.lessonDone(u"forms"_s));
    QCOMPARE(progress.lessonStep(u"caching"_s), 1);
    QVERIFY(progress.lessonDone(u"caching"_s));
    QVERIFY(progress.scenarioRan(u"moved-api"_s, u"broken"_s));
    QVERIFY(!progress.scenarioRan(u"moved-api"_s, u"fixed"_s));
    QVERIFY(progress.welcomeSeen());
}

void LearnerProgressTest::aDoneLessonStaysDoneWhenReadAgain()
{
    LearnerProgress progress;
    progress.setLessonDone(u"forms"_s);
    progress.setLessonStep(u"forms"_s, 0);
    QVERIFY(progress.lessonDone(u"forms"_s));
}

void LearnerProgressTest::withoutAFileNothingIsWritten()
{
    const QString before = QDir::currentPath();
    QDir::setCurrent(m_folder->path());
    LearnerProgress progress;
    progress.setLessonStep(u"forms"_s, 2);
    QCOMPARE(progress.lessonStep(u"forms"_s), 2);
    progress.wipe();
    QVERIFY(QDir(m_folder->path()).isEmpty());
    QDir::setCurrent(before);
}

void LearnerProgressTest::aDamagedFileCountsAsEmpty_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("\x00\xff{{{", 6);
    QTest::newRow("cut short") << QByteArray(R"({"schema": "detour.progress/1", "lessons": {"forms")");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("no schema") << QByteArray(R"({"lessons": {"forms": {"step": 3}}})");
    QTest::newRow("wrong types") << QByteArray(
        R"({"schema": "detour.progress/1", "lessons": {"forms": 7}, "scenarios": [], "welcomeSeen": "yes"})");
    QTest::newRow("wrong numbers") << QByteArray(
        R"({"schema": "detour.progress/1", "lessons": {"forms": {"step": -5e300}}})");
}

void LearnerProgressTest::aDamagedFileCountsAsEmpty()
{
    QFETCH(QByteArray, bytes);
    put(bytes);
    {
        LearnerProgress progress(file());
        QCOMPARE(progress.lessonStep(u"forms"_s), 0);
        QVERIFY(!progress.lessonDone(u"forms"_s));
        QVERIFY(!progress.welcomeSeen());
        progress.setLessonStep(u"forms"_s, 2);
        progress.setScenarioRan(u"moved-api"_s, u"fixed"_s);
    }
    const LearnerProgress again(file());
    QCOMPARE(again.lessonStep(u"forms"_s), 2);
    QVERIFY(again.scenarioRan(u"moved-api"_s, u"fixed"_s));
}

void LearnerProgressTest::unknownMembersAreKept()
{
    put(R"({"schema": "detour.progress/1", "badges": ["a"], "lessons": {"forms": {"step": 1, "stars": 2}}})");
    LearnerProgress progress(file());
    progress.setLessonStep(u"forms"_s, 4);
    const QJsonObject now = QJsonDocument::fromJson(stored()).object();
    QCOMPARE(now.value("badges"_L1).toArray().size(), 1);
    const QJsonObject forms = now.value("lessons"_L1).toObject().value("forms"_L1).toObject();
    QCOMPARE(forms.value("stars"_L1).toInt(), 2);
    QCOMPARE(forms.value("step"_L1).toInt(), 4);
}

void LearnerProgressTest::aLaterVersionIsLeftAlone()
{
    const QByteArray later = R"({"schema": "detour.progress/2", "lessons": {"forms": {"step": 1}}})";
    put(later);
    LearnerProgress progress(file());
    QCOMPARE(progress.lessonStep(u"forms"_s), 0);
    progress.setLessonStep(u"forms"_s, 4);
    QCOMPARE(progress.lessonStep(u"forms"_s), 4);
    QCOMPARE(stored(), later);
}

void LearnerProgressTest::wipingRemovesEverything()
{
    LearnerProgress progress(file());
    progress.setLessonStep(u"forms"_s, 4);
    progress.setWelcomeSeen();
    QVERIFY(QFile::exists(file()));
    progress.wipe();
    QVERIFY(!QFile::exists(file()));
    QVERIFY(!progress.lessonBegun(u"forms"_s));
    QVERIFY(!progress.welcomeSeen());
    progress.setLessonStep(u"forms"_s, 1);
    QVERIFY(!LearnerProgress(file()).welcomeSeen());
}

void LearnerProgressTest::onlyAChangeIsTold()
{
    LearnerProgress progress;
    const QSignalSpy changes(&progress, &LearnerProgress::changed);
    progress.setLessonStep(u"forms"_s, 0);
    QCOMPARE(changes.size(), 1); // begun
    progress.setLessonStep(u"forms"_s, 0);
    QCOMPARE(changes.size(), 1);
    progress.setWelcomeSeen();
    progress.setWelcomeSeen();
    QCOMPARE(changes.size(), 2);
}

DETOUR_TEST(LearnerProgressTest)
#include "tst_learnerprogress.moc"
