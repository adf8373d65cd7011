// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/lessonrun.h"

#include "session/memorykeeper.h"

namespace Detour {

RequestDraft draftOfStep(const LessonStep &step)
{
    RequestDraft draft = RequestDraft::fromExample(*step.example);
    draft.keepsCookies = step.keepsCookies;
    draft.remembers = step.remembers;
    return draft;
}

RequestDraft draftOfExercise(const ExerciseRequest &request)
{
    RequestDraft draft;
    draft.method = request.method;
    draft.url = request.url;
    draft.fieldLines = request.fields.join(u'\n');
    draft.hasBody = request.body.has_value();
    draft.body = request.body.value_or(QString()).toUtf8();
    draft.impliesType = false; // what goes along stands in its fields
    draft.client = request.client;
    draft.keepsCookies = request.keepsCookies;
    draft.remembers = request.remembers;
    draft.locationTrusted = request.locationTrusted;
    draft.redirectLimit = request.redirectLimit;
    return draft;
}

void forgetLesson(MemoryKeeper &memory, const Lesson &lesson)
{
    QList<QByteArray> hosts;
    for (const LessonStep &step : lesson.steps) {
        for (const Origin &origin : step.example ? step.example->script.origins : QList<Origin>())
            hosts.append(origin.host);
    }
    QList<int> ids;
    for (const RememberedAnswer &answer : memory.memory().answers()) {
        if (hosts.contains(Origin::of(answer.target).host))
            ids.append(answer.id);
    }
    for (const RememberedHost &host : memory.memory().hosts()) {
        if (hosts.contains(host.host))
            ids.append(host.id);
    }
    for (const int id : ids)
        memory.forget(id);
}

} // namespace Detour
