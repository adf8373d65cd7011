// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presentlesson.h"

#include "session/lessonrun.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PresentLesson)
};

/// With what is the same for all of a lesson's.
PresentItem itemOf(const Lesson &lesson, const QString &title, const QString &markdown, const QString &notes)
{
    PresentItem item;
    item.over = lesson.title;
    item.title = title;
    item.markdown = markdown;
    item.status = lesson.codes.value(0);
    item.notes = notes;
    return item;
}

void addStep(QList<PresentItem> &items, const Lesson &lesson, int index)
{
    const LessonStep &step = lesson.steps.at(index);
    PresentItem item = itemOf(lesson, step.title, step.say, step.notes);
    item.step = index;
    if (!step.say.isEmpty())
        items.append(item);
    if (step.example) {
        PresentItem stage = item;
        stage.markdown.clear();
        stage.draft = draftOfStep(step);
        stage.question = step.predict;
        items.append(stage);
    }
    if (!step.reveal.isEmpty()) {
        item.markdown = step.reveal;
        items.append(item);
    }
}

} // namespace

QList<PresentItem> itemsOfLesson(const Lesson &lesson)
{
    QList<PresentItem> items;
    PresentItem aim = itemOf(lesson, lesson.title, lesson.aim, lesson.notes);
    aim.over = Words::tr("A lesson of %1 minutes").arg(lesson.minutes);
    items.append(aim);
    for (int step = 0; step < lesson.steps.size(); ++step)
        addStep(items, lesson, step);
    const auto end = int(lesson.steps.size());
    if (!lesson.remember.isEmpty()) {
        items.append(itemOf(lesson, Words::tr("Remember"), lesson.remember, {}));
        items.last().step = end;
    }
    if (lesson.exercise) {
        items.append(itemOf(lesson, Words::tr("Your turn"), lesson.exercise->task, lesson.exercise->answer));
        items.last().step = end;
    }
    return items;
}

int itemOfStep(const QList<PresentItem> &items, int step)
{
    for (int i = 0; i < items.size(); ++i) {
        if (items.at(i).step >= step)
            return i;
    }
    return qMax(0, int(items.size()) - 1);
}

} // namespace Detour
