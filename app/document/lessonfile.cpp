// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/lessonfile.h"

#include "document/contentstore.h"
#include "semantics/field.h"
#include "semantics/method.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestProse = 2000;
constexpr qsizetype longestLine = 4000;
constexpr qsizetype longestBody = 100'000;
constexpr qsizetype mostSteps = 40;

QString optionalText(JsonObjectReader &reader, const QString &name, qsizetype longest = longestProse)
{
    return reader.has(name) ? reader.text(name, longest) : QString();
}

bool optionalFlag(JsonObjectReader &reader, const QString &name)
{
    return reader.has(name) && reader.boolean(name);
}

RequestControls readControls(JsonObjectReader &reader)
{
    if (!reader.has(u"controls"_s))
        return allRequestControls;
    const std::pair<QLatin1StringView, RequestControl> known[] = {
        {"method"_L1, RequestControl::Method}, {"url"_L1, RequestControl::Url},
        {"fields"_L1, RequestControl::Fields}, {"body"_L1, RequestControl::Body},
        {"client"_L1, RequestControl::Client}, {"options"_L1, RequestControl::Options},
    };
    RequestControls controls;
    for (const QString &word : reader.texts(u"controls"_s)) {
        const auto *found = std::find_if(std::begin(known), std::end(known),
                                         [&word](const auto &entry) { return entry.first == word; });
        if (found == std::end(known))
            reader.fail(u"controls"_s, u"each is one of method, url, fields, body, client, options"_s);
        else
            controls |= found->second;
    }
    return controls;
}

LessonStep readStep(JsonObjectReader reader, const QString &id)
{
    LessonStep step;
    step.title = reader.text(u"title"_s, 80);
    step.say = reader.text(u"say"_s, longestProse);
    if (reader.has(u"exchange"_s)) {
        step.example.emplace();
        step.example->id = id;
        step.example->title = step.title;
        readExchange(reader, *step.example);
        step.keepsCookies = optionalFlag(reader, u"cookies"_s);
        step.remembers = optionalFlag(reader, u"remembers"_s);
        step.predict = optionalText(reader, u"predict"_s, 400);
        step.reveal = optionalText(reader, u"reveal"_s);
    }
    for (const QString &name : {u"next"_s, u"client"_s, u"cookies"_s, u"remembers"_s, u"predict"_s, u"reveal"_s}) {
        if (!step.example && reader.has(name))
            reader.fail(name, u"it stands beside an exchange, and here is none"_s);
    }
    if (!step.predict.isEmpty() && !step.predict.endsWith(u'?'))
        reader.fail(u"predict"_s, u"it is a question and ends with a question mark"_s);
    step.notes = optionalText(reader, u"notes"_s);
    reader.finish();
    return step;
}

QStringList readFields(JsonObjectReader &reader)
{
    if (!reader.has(u"fields"_s))
        return {};
    QStringList lines = reader.texts(u"fields"_s);
    for (const QString &line : std::as_const(lines)) {
        if (!Field::fromLine(line.toUtf8()))
            reader.fail(u"fields"_s, u"each is a line “Name: value”"_s);
    }
    return lines;
}

ExerciseRequest readRequest(JsonObjectReader reader)
{
    ExerciseRequest request;
    if (reader.has(u"method"_s))
        request.method = reader.text(u"method"_s, 40);
    if (!Method::fromToken(request.method.toUtf8()))
        reader.fail(u"method"_s, u"it is one word, such as GET"_s);
    request.url = reader.text(u"url"_s, longestLine);
    static const QRegularExpression ofTheLab(u"^lab:/(?![/\\\\])"_s); // "lab://host/" would be somewhere else
    if (!request.url.contains(ofTheLab))
        reader.fail(u"url"_s, u"it begins with lab:/, because only the lab can tell what it received"_s);
    request.fields = readFields(reader);
    if (reader.has(u"body"_s))
        request.body = reader.text(u"body"_s, longestBody);
    if (reader.has(u"client"_s))
        request.client = reader.text(u"client"_s, 40);
    request.keepsCookies = optionalFlag(reader, u"cookies"_s);
    request.remembers = optionalFlag(reader, u"remembers"_s);
    request.locationTrusted = optionalFlag(reader, u"locationTrusted"_s);
    if (reader.has(u"maxRedirects"_s))
        request.redirectLimit = reader.integer(u"maxRedirects"_s, 0, 100);
    reader.finish();
    return request;
}

ExerciseGoal readGoal(JsonObjectReader reader)
{
    ExerciseGoal goal;
    if (reader.names().isEmpty())
        reader.fail(u"requests"_s, u"a goal asks for one thing at least"_s);
    goal.method = optionalText(reader, u"method"_s, 40).toLatin1();
    goal.body = readBodyMember(reader);
    goal.credentials = readCredentialsMember(reader);
    if (reader.has(u"requests"_s))
        goal.requests = reader.integer(u"requests"_s, 1, 100);
    if (reader.has(u"status"_s))
        goal.status = reader.integer(u"status"_s, 200, 599);
    goal.stop = optionalText(reader, u"stop"_s, 40);
    reader.finish();
    return goal;
}

/// What stands in two requests differently, as far as it is not to be changed; empty: nothing.
QString keptControl(const Exercise &exercise)
{
    const ExerciseRequest &a = exercise.request;
    const ExerciseRequest &b = exercise.solution;
    const bool isOther = a.keepsCookies != b.keepsCookies || a.remembers != b.remembers
                         || a.locationTrusted != b.locationTrusted || a.redirectLimit != b.redirectLimit;
    const std::tuple<QString, RequestControl, bool> parts[] = {
        {u"method"_s, RequestControl::Method, a.method != b.method},
        {u"url"_s, RequestControl::Url, a.url != b.url},
        {u"fields"_s, RequestControl::Fields, a.fields != b.fields},
        {u"body"_s, RequestControl::Body, a.body != b.body},
        {u"client"_s, RequestControl::Client, a.client != b.client},
        {u"options"_s, RequestControl::Options, isOther},
    };
    for (const auto &[name, control, differs] : parts) {
        if (differs && !exercise.controls.testFlag(control))
            return name;
    }
    return {};
}

Exercise readExercise(JsonObjectReader reader)
{
    Exercise exercise;
    exercise.task = reader.text(u"task"_s, longestProse);
    exercise.request = readRequest(reader.object(u"request"_s));
    exercise.controls = readControls(reader);
    exercise.goal = readGoal(reader.object(u"goal"_s));
    exercise.solution = readRequest(reader.object(u"solution"_s));
    exercise.answer = reader.text(u"answer"_s, longestProse);
    if (exercise.request == exercise.solution)
        reader.fail(u"solution"_s, u"it is the request itself, so that there is nothing to do"_s);
    if (const QString name = keptControl(exercise); !name.isEmpty())
        reader.fail(u"solution"_s, u"it differs in its %1, which controls do not let one change"_s.arg(name));
    reader.finish();
    return exercise;
}

QList<LessonStep> readSteps(JsonObjectReader &reader, const QString &id)
{
    QList<LessonStep> steps;
    const QList<JsonObjectReader> readers = reader.objects(u"steps"_s);
    if (readers.isEmpty() || readers.size() > mostSteps)
        reader.fail(u"steps"_s, u"it has from 1 to %1 steps"_s.arg(mostSteps));
    bool predicts = false;
    for (const JsonObjectReader &step : readers) {
        steps.append(readStep(step, u"%1/%2"_s.arg(id).arg(steps.size() + 1)));
        predicts = predicts || !steps.constLast().predict.isEmpty();
    }
    if (!predicts)
        reader.fail(u"steps"_s, u"one at least asks what comes next, with predict"_s);
    return steps;
}

void readMembers(JsonObjectReader &reader, Lesson &lesson)
{
    lesson.title = reader.text(u"title"_s, 80);
    lesson.topic = reader.text(u"topic"_s, 40);
    if (!lessonTopics().contains(lesson.topic))
        reader.fail(u"topic"_s, u"it has to be one of "_s + lessonTopics().join(", "_L1));
    lesson.level = reader.integer(u"level"_s, 1, 3);
    lesson.minutes = reader.integer(u"minutes"_s, 1, 240);
    lesson.codes = readCodes(reader);
    lesson.aim = reader.text(u"aim"_s, longestProse);
    lesson.controls = readControls(reader);
    lesson.steps = readSteps(reader, lesson.id);
    lesson.remember = reader.text(u"remember"_s, longestProse);
    if (reader.has(u"exercise"_s))
        lesson.exercise = readExercise(reader.object(u"exercise"_s));
    lesson.notes = optionalText(reader, u"notes"_s, 2 * longestProse);
    if (reader.has(u"references"_s))
        lesson.references = readReferences(reader);
    reader.finish();
}

} // namespace

QStringList lessonTopics()
{
    QStringList topics = scenarioTopics();
    topics.insert(topics.indexOf(u"credentials"_s), u"codes"_s);
    return topics;
}

Result<Lesson> readLesson(const QString &id, const QByteArray &json)
{
    const auto object = readStoryObject(json, u"bad-lesson"_s, u"lesson"_s);
    if (!object)
        return object.error();
    std::optional<Error> error;
    JsonObjectReader reader(*object, {}, error);
    Lesson lesson;
    lesson.id = id;
    readMembers(reader, lesson);
    if (error)
        return Error{u"bad-lesson"_s, error->message};
    return lesson;
}

Result<Lesson> readLessonFile(const QString &file)
{
    const QFileInfo info(file);
    if (!info.isFile()) // a pipe would wait for ever, a device never end
        return Error{u"file"_s, u"%1 is no file that can be opened as a lesson."_s.arg(file)};
    if (info.size() > ContentStore::maxBytes)
        return Error{u"file"_s, u"%1 is larger than 4 MiB, which no lesson is."_s.arg(file)};
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return Error{u"file"_s, u"%1 could not be read: %2."_s.arg(file, source.errorString())};
    auto lesson = readLesson(info.completeBaseName(), source.read(ContentStore::maxBytes));
    if (!lesson)
        return Error{lesson.error().code, file + ": "_L1 + lesson.error().message};
    return lesson;
}

bool looksLikeLesson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isObject())
        return document.object().contains("steps"_L1) || document.object().contains("aim"_L1);
    // Broken off or mistyped: what a trace says of itself it says first.
    return json.contains("\"steps\"") && !json.contains("\"detour.trace/");
}

bool isLessonFile(const QString &file)
{
    QFile source(file);
    return QFileInfo(file).isFile() && source.open(QIODevice::ReadOnly)
           && looksLikeLesson(source.read(ContentStore::maxBytes));
}

} // namespace Detour
