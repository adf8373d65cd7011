// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/exchangereading.h"
#include "semantics/decision.h"

#include <QFlags>

namespace Detour {

/// What can be used of the request bar.
enum class RequestControl {
    Method = 1,
    Url = 2,
    Fields = 4,
    Body = 8,
    Client = 16,
    Options = 32,
};
Q_DECLARE_FLAGS(RequestControls, RequestControl)
Q_DECLARE_OPERATORS_FOR_FLAGS(RequestControls)

constexpr RequestControls allRequestControls = RequestControls(63);

/// One step of a lesson: something to read, and mostly an exchange to play.
struct LessonStep
{
    QString title;
    QString say;                    ///< Markdown
    std::optional<Example> example; ///< its id is the lesson's and the step's number: "forms/1"; absent: only read
    bool keepsCookies = false;
    bool remembers = false;
    QString predict; ///< the question before it runs; empty: it plays without asking
    QString reveal;  ///< Markdown: what it showed; may be empty
    QString notes;   ///< Markdown, for the teacher; may be empty
};

/// A request as it stands in the request bar at the beginning of an exercise, or at the end of it.
struct ExerciseRequest
{
    QString method = QStringLiteral("GET");
    QString url; ///< begins with "lab:/": only the lab's record can grade it
    QStringList fields;
    std::optional<QString> body;
    QString client = QStringLiteral("fetch");
    bool keepsCookies = false;
    bool remembers = false;
    bool locationTrusted = false;
    std::optional<int> redirectLimit; ///< absent: the client's own

    friend bool operator==(const ExerciseRequest &, const ExerciseRequest &) = default;
};

/// What the lab has to have seen in the end. Absent parts are not asked for; at least one is there.
struct ExerciseGoal
{
    QByteArray method;                ///< of the last request that reached the lab; empty: any
    std::optional<ContentFate> body;  ///< of it, against the first request's
    std::optional<bool> credentials;  ///< whether it carried those of the first request
    std::optional<int> requests;      ///< how many reached the lab
    std::optional<StatusCode> status; ///< of the final answer
    QString stop;                     ///< the code of the reason why it ended early; empty: not asked for
};

struct Exercise
{
    QString task; ///< Markdown
    ExerciseRequest request;
    RequestControls controls = allRequestControls;
    ExerciseGoal goal;
    ExerciseRequest solution; ///< differs from `request` in what `controls` names only
    QString answer;           ///< Markdown: why that solves it
};

/// A lesson for somebody alone or for a class: read, predict, run, understand, try (content/README.md).
struct Lesson
{
    QString id; ///< a slug; the file's name
    QString title;
    QString topic;                                 ///< one of lessonTopics()
    int level = 1;                                 ///< 1 first steps, 2 at work, 3 deep
    int minutes = 10;                              ///< how long it takes a class
    QList<StatusCode> codes;                       ///< that it is about
    QString aim;                                   ///< Markdown: what one can tell afterwards
    RequestControls controls = allRequestControls; ///< that may be used in its steps
    QList<LessonStep> steps;
    QString remember; ///< Markdown
    std::optional<Exercise> exercise;
    QString notes; ///< Markdown, for the teacher; may be empty
    QList<FurtherReading> references;
};

/// The topics of scenarios, and "codes".
[[nodiscard]] QStringList lessonTopics();

/// Reads the bytes of a lesson file. Error "bad-lesson" with the member that is wrong, and within an exchange its line.
[[nodiscard]] Result<Lesson> readLesson(const QString &id, const QByteArray &json);

/// Reads a file anywhere on this computer; the id is its name without ".json". Error "file" where it cannot be read or
/// is no file, "bad-lesson" with the file's name.
[[nodiscard]] Result<Lesson> readLessonFile(const QString &file);

/// Whether these bytes are meant to be a lesson, as opposed to a saved trace. They may be wrong all the same.
[[nodiscard]] bool looksLikeLesson(const QByteArray &json);
/// The same of a file; false where it cannot be read.
[[nodiscard]] bool isLessonFile(const QString &file);

} // namespace Detour
