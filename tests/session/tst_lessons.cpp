// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "examplecheck.h"
#include "finishedchain.h"
#include "session/exercisegoal.h"
#include "session/lessonrun.h"
#include "session/memorykeeper.h"
#include "session/prediction.h"
#include "session/session.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// Every lesson from beginning to end, sent to the lab: what its steps say comes next is what really comes next, its
/// exercise is not solved at first, and its solution solves it.
class TestLessons final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_session = std::make_unique<Session>(ContentStore(), LabPorts(), "1"); }
    void stepsGoAsTold_data() { addRows(); }
    void stepsGoAsTold();
    void stepsGoAsToldASecondTime();
    void predictionsAreGradedByTheLab_data() { addRows(); }
    void predictionsAreGradedByTheLab();
    void exercisesAreSolvedByTheirSolution_data() { addRows(); }
    void exercisesAreSolvedByTheirSolution();
    void cleanupTestCase();

private:
    void addRows() const;
    void playSteps(const Lesson &lesson);
    [[nodiscard]] RedirectChain chainOf(const RequestDraft &draft) const;
    void predict(const LessonStep &step);

    std::unique_ptr<Session> m_session;
    int m_steps = 0;
    int m_exercises = 0;
    int m_grades = 0;
};

void TestLessons::addRows() const
{
    QTest::addColumn<QString>("id");
    const QStringList ids = m_session->lessons().ids();
    QVERIFY(!ids.isEmpty());
    for (const QString &id : ids)
        QTest::addRow("%s", qPrintable(id)) << id;
}

RedirectChain TestLessons::chainOf(const RequestDraft &draft) const
{
    auto spec = draft.toSpec(*m_session, RequestDraft::For::Sending);
    if (!spec)
        qWarning("%s", qPrintable(spec.error().message));
    return spec ? finishedChain(*m_session, *spec) : RedirectChain();
}

void TestLessons::playSteps(const Lesson &lesson)
{
    forgetLesson(m_session->memory(), lesson);
    for (const LessonStep &step : lesson.steps) {
        if (!step.example)
            continue;
        const RedirectChain chain = chainOf(draftOfStep(step));
        QVERIFY2(!chain.hops.isEmpty(), qPrintable(step.example->id));
        QVERIFY2(whatWasSent(chain) == claimsOf(*step.example),
                 qPrintable(u"%1: sent [%2], told [%3]"_s.arg(step.example->id, whatWasSent(chain).join(" | "_L1),
                                                              claimsOf(*step.example).join(" | "_L1))));
        compareMessages(chain, *step.example, step.remembers);
        if (QTest::currentTestFailed()) {
            qInfo("in %s", qPrintable(step.example->id));
            return;
        }
        ++m_steps;
    }
}

void TestLessons::stepsGoAsTold()
{
    QFETCH(const QString, id);
    const auto lesson = m_session->lessons().lesson(id);
    QVERIFY2(lesson, lesson ? "" : qPrintable(lesson.error().message));
    playSteps(**lesson);
}

/// What a client remembered of the first time has no part in it.
void TestLessons::stepsGoAsToldASecondTime()
{
    int remembering = 0;
    for (const QString &id : m_session->lessons().ids()) {
        const Lesson &lesson = **m_session->lessons().lesson(id);
        const bool remembers =
            std::any_of(lesson.steps.begin(), lesson.steps.end(), [](const auto &step) { return step.remembers; });
        if (!remembers)
            continue;
        playSteps(lesson);
        ++remembering;
    }
    QVERIFY(remembering > 0);
}

/// Stops at each redirection, reveals, and holds the grades against what the lab received.
void TestLessons::predict(const LessonStep &step)
{
    auto spec = draftOfStep(step).toSpec(*m_session, RequestDraft::For::Sending);
    QVERIFY2(spec, qPrintable(step.example->id));
    Prediction prediction;
    spec->gate = prediction.gate();
    const auto run = m_session->startTrace(*spec);
    QVERIFY2(run, qPrintable(step.example->id));
    connect(
        &prediction, &Prediction::asked, &prediction,
        [&prediction] {
            const RedirectChain told = prediction.told({});
            QVERIFY(told.hops.isEmpty() && !told.end);
            prediction.reveal();
        },
        Qt::QueuedConnection);
    prediction.watch(*run);
    QVERIFY2(QTest::qWaitFor([&prediction] { return prediction.isFinished(); }, 20'000), qPrintable(step.example->id));
    QVERIFY2(!prediction.grades().isEmpty(), qPrintable(step.example->id + ": a step that predicts has a redirect"_L1));
    const RedirectChain &chain = (*run)->chain();
    for (const PredictionGrade &grade : prediction.grades()) {
        const Exchange *next = grade.hop < chain.hops.size() ? &chain.hops.at(grade.hop).exchange : nullptr;
        QCOMPARE(grade.observed.sends, next != nullptr);
        QVERIFY2(grade.right >= 0, qPrintable(step.example->id + ": what was seen stands among the options"_L1));
        if (next && next->received) {
            QVERIFY(grade.fromRecord);
            QCOMPARE(grade.observed.method, next->received->line.split(' ').constFirst());
        }
        ++m_grades;
    }
    QCOMPARE(whatWasSent(chain), claimsOf(*step.example));
}

void TestLessons::predictionsAreGradedByTheLab()
{
    QFETCH(const QString, id);
    const Lesson &lesson = **m_session->lessons().lesson(id);
    forgetLesson(m_session->memory(), lesson);
    for (const LessonStep &step : lesson.steps) {
        if (step.predict.isEmpty()) {
            if (step.remembers)
                QVERIFY(!chainOf(draftOfStep(step)).hops.isEmpty());
            continue;
        }
        predict(step);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestLessons::exercisesAreSolvedByTheirSolution()
{
    QFETCH(const QString, id);
    const auto lesson = m_session->lessons().lesson(id);
    QVERIFY2(lesson, lesson ? "" : qPrintable(lesson.error().message));
    if (!(*lesson)->exercise)
        return;
    const Exercise &exercise = *(*lesson)->exercise;
    m_session->memory().forgetAll();
    const GoalState before = goalState(exercise.goal, chainOf(draftOfExercise(exercise.request)));
    QVERIFY2(!before.met, qPrintable(before.told));
    QVERIFY2(before.told.startsWith(u"Not yet: "_s), qPrintable(before.told));
    m_session->memory().forgetAll();
    const GoalState after = goalState(exercise.goal, chainOf(draftOfExercise(exercise.solution)));
    QVERIFY2(after.met, qPrintable(after.told));
    ++m_exercises;
}

void TestLessons::cleanupTestCase()
{
    qInfo("Counted: %d steps sent to the lab, %d predictions graded, %d exercises solved", m_steps, m_grades,
          m_exercises);
}

DETOUR_TEST(TestLessons)
#include "tst_lessons.moc"
