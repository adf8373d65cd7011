// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presentlesson.h"

#include "document/markdowntree.h"
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
    item.place = index + 1;
    if (!step.say.isEmpty())
        items.append(item);
    if (step.example) {
        PresentItem stage = item;
        stage.markdown.clear();
        stage.draft = draftOfStep(step);
        stage.question = plainWords(step.predict);
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
    int place = int(lesson.steps.size());
    items.append(itemOf(lesson, Words::tr("Remember"), lesson.remember, {}));
    items.last().place = ++place;
    if (lesson.exercise) {
        items.append(itemOf(lesson, Words::tr("Your turn"), lesson.exercise->task, lesson.exercise->answer));
        items.last().place = ++place;
    }
    return items;
}

int itemOfPlace(const QList<PresentItem> &items, int place)
{
    for (int i = 0; i < items.size(); ++i) {
        if (items.at(i).place == place)
            return i;
    }
    return 0;
}

} // namespace Detour
