// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "content/builtinpages.h"
#include "content/markdownwalk.h"
#include "document/codespan.h"
#include "document/lessoncatalog.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Detour;
using namespace Detour::Test;
using namespace Qt::StringLiterals;

/// The lessons: what each file has to hold beyond what its reader asks for. That each runs as it says is for the tests
/// that send them.
class LessonsTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeAndTopicHasOne();
    void orderNamesEachOnce();
    void eachIsWhole_data() { addRows(); }
    void eachIsWhole();
    void stepsAreShort_data() { addRows(); }
    void stepsAreShort();
    void codesAreThoseOnTheWire_data() { addRows(); }
    void codesAreThoseOnTheWire();
    void linksLeadSomewhere_data() { addRows(); }
    void linksLeadSomewhere();

private:
    void addRows();
    void checkLink(const QString &href);

    ContentStore m_store;
    LessonCatalog m_catalog{ContentStore()};
};

namespace {

constexpr qsizetype mostWords = 60; // a step is read aloud, or on a wall

qsizetype wordsIn(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts).size();
}

/// All Markdown of a lesson.
QStringList proseOfLesson(const Lesson &lesson)
{
    QStringList prose{lesson.aim, lesson.remember, lesson.notes};
    for (const LessonStep &step : lesson.steps)
        prose += {step.say, step.predict, step.reveal, step.notes};
    if (lesson.exercise)
        prose += {lesson.exercise->task, lesson.exercise->answer};
    return prose;
}

} // namespace

void LessonsTest::addRows()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : m_catalog.ids()) {
        const auto lesson = m_catalog.lesson(id);
        QVERIFY2(lesson, lesson ? "" : qPrintable(lesson.error().message));
        QTest::newRow(qPrintable(id)) << id;
    }
}

void LessonsTest::everyCodeAndTopicHasOne()
{
    QList<StatusCode> codes = referenceStatusCodes();
    QStringList subjects{u"loops"_s, u"caching"_s, u"credentials"_s, u"forms"_s, u"uploads"_s, u"security"_s};
    for (const QString &id : m_catalog.ids()) {
        const auto lesson = m_catalog.lesson(id);
        QVERIFY2(lesson, lesson ? "" : qPrintable(lesson.error().message));
        subjects.removeAll((*lesson)->topic);
        for (const StatusCode code : (*lesson)->codes)
            codes.removeAll(code);
    }
    QCOMPARE(codes, QList<StatusCode>());
    QCOMPARE(subjects, QStringList());
    for (const QString &id : {u"prg"_s, u"oauth-307"_s, u"trailing-slash"_s, u"hsts"_s})
        QVERIFY2(m_catalog.ids().contains(id), qPrintable(id));
}

void LessonsTest::orderNamesEachOnce()
{
    const QStringList order = QString::fromUtf8(*m_store.read(u"lessons/order"_s)).split(u'\n', Qt::SkipEmptyParts);
    QStringList files = m_store.list(u"lessons"_s, u".json"_s);
    for (QString &name : files)
        name.chop(5);
    QStringList sorted = order;
    sorted.sort();
    QCOMPARE(sorted, files);
    QCOMPARE(m_catalog.ids(), order);
}

void LessonsTest::eachIsWhole()
{
    QFETCH(const QString, id);
    const Lesson &lesson = **m_catalog.lesson(id);
    QVERIFY(!lesson.notes.isEmpty());
    QVERIFY(!lesson.references.isEmpty());
    QVERIFY(lesson.exercise);
    for (const LessonStep &step : lesson.steps) {
        QVERIFY2(step.predict.isEmpty() || !step.reveal.isEmpty(), qPrintable(step.title));
        const auto policy = builtInPages().policies().policy(step.example ? step.example->client : u"fetch"_s);
        QVERIFY2(policy, qPrintable(step.title));
    }
    QVERIFY(builtInPages().policies().policy(lesson.exercise->request.client));
    QVERIFY(builtInPages().policies().policy(lesson.exercise->solution.client));
}

void LessonsTest::stepsAreShort()
{
    QFETCH(const QString, id);
    for (const LessonStep &step : (*m_catalog.lesson(id))->steps) {
        QVERIFY2(wordsIn(step.say) <= mostWords, qPrintable(step.title));
        QVERIFY2(wordsIn(step.reveal) <= mostWords, qPrintable(step.title));
        QVERIFY2(wordsIn(step.title) <= 8, qPrintable(step.title));
    }
}

void LessonsTest::codesAreThoseOnTheWire()
{
    QFETCH(const QString, id);
    const Lesson &lesson = **m_catalog.lesson(id);
    QVERIFY(!lesson.codes.isEmpty());
    QList<StatusCode> seen;
    for (const LessonStep &step : lesson.steps) {
        for (const ScriptStep &answer : step.example ? step.example->script.steps : QList<ScriptStep>())
            seen.append(answer.answer.status);
    }
    for (const StatusCode code : lesson.codes)
        QVERIFY2(seen.contains(code), qPrintable(QString::number(code)));
}

void LessonsTest::checkLink(const QString &href)
{
    const LinkTarget target = readLink(href, {});
    if (target.kind == LinkTarget::Kind::Outside)
        return;
    QVERIFY2(target.kind == LinkTarget::Kind::Page, qPrintable(href));
    const auto page = builtInPages().page(target.slug);
    QVERIFY2(page, qPrintable(href));
    QVERIFY2(target.anchor.isEmpty() || hasAnchor(**page, target.anchor), qPrintable(href));
}

void LessonsTest::linksLeadSomewhere()
{
    QFETCH(const QString, id);
    const Lesson &lesson = **m_catalog.lesson(id);
    for (const FurtherReading &reading : lesson.references)
        checkLink(reading.link);
    for (const QString &markdown : proseOfLesson(lesson)) {
        const auto tree = parseMarkdown(markdown);
        QVERIFY2(tree, qPrintable(markdown));
        forEachInline(*tree, [this](const Inline &item) {
            if (item.kind == InlineKind::Link)
                checkLink(item.text);
        });
    }
}

DETOUR_TEST(LessonsTest)
#include "tst_lessons.moc"
