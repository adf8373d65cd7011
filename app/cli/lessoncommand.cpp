// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/didyoumean.h"
#include "document/lessoncatalog.h"
#include "document/markdownhtml.h"
#include "document/worksheet.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// One line a lesson; one that cannot be read is named on standard error.
QString lessonList(const LessonCatalog &lessons, const CommandContext &context, int &code)
{
    QString list;
    QList<const Lesson *> readable;
    qsizetype idWidth = 0;
    qsizetype titleWidth = 0;
    for (const QString &id : lessons.ids()) {
        const auto lesson = lessons.lesson(id);
        if (!lesson) {
            code = context.complain(lesson.error().message, exitFile);
            continue;
        }
        readable.append(*lesson);
        idWidth = qMax(idWidth, id.size());
        titleWidth = qMax(titleWidth, (*lesson)->title.size());
    }
    for (const Lesson *lesson : readable) {
        list +=
            (u"%1  %2  %3 min  %4\n"_s.arg(lesson->id.leftJustified(idWidth), lesson->title.leftJustified(titleWidth),
                                           QString::number(lesson->minutes).rightJustified(3), lesson->topic));
    }
    return list;
}

int complainAbout(const Error &error, const QByteArray &word, const LessonCatalog &lessons,
                  const CommandContext &context)
{
    if (error.code != "no-lesson"_L1) {
        return context.complain(error.message, exitFile);
    }
    QList<QByteArray> known;
    for (const QString &id : lessons.ids()) {
        known.append(id.toUtf8());
    }
    const QString mend = mendFor(word, known, u"“detour lesson” lists them"_s);
    return context.complain(u"there is no lesson %1: %2"_s.arg(quotedWord(word), mend), exitBadWords);
}

/// To standard output, or where -o says. Returns `code`, or what went wrong.
int write(const QString &text, const CommandLine &line, const CommandContext &context, int code)
{
    const QByteArray file = line.value("output").value_or("-");
    if (file == "-") {
        context.out.write(text);
        return context.finish(code);
    }
    const Result<std::shared_ptr<Output>> target = DescriptorOutput::toFile(file);
    if (!target) {
        return context.complain(target.error().message, exitFile);
    }
    (*target)->write(text);
    const QString trouble = (*target)->trouble();
    return trouble.isEmpty() ? code : context.complain(u"the output cannot be written: "_s + trouble, exitFile);
}

QString textOf(const Lesson &lesson, const QByteArray &format, const ContentStore &content)
{
    if (format == "worksheet") {
        return worksheetMarkdown(lesson);
    }
    return format == "key" ? answerKeyMarkdown(lesson, PolicyCatalog(content)) : lessonText(lesson);
}

} // namespace

QString lessonText(const Lesson &lesson)
{
    Page page;
    page.slug = u"lesson"_s;
    page.isGuide = true;
    page.title = lesson.title;
    page.markdown = lessonMarkdown(lesson);
    return pageToText(page, 80);
}

int runLesson(const CommandLine &line, const CommandContext &context)
{
    const LessonCatalog lessons(context.content);
    const std::optional<QByteArray> word = line.argument();
    int code = exitDone;
    if (!word) {
        const QString list = lessonList(lessons, context, code);
        return write(list, line, context, code);
    }
    const auto lesson = lessons.lessonOrFile(QString::fromLocal8Bit(*word));
    if (!lesson) {
        return complainAbout(lesson.error(), *word, lessons, context);
    }
    return write(textOf(*lesson, line.value("format").value_or("text"), context.content), line, context, code);
}

} // namespace Detour
