// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/worksheet.h"

#include "document/codespan.h"
#include "document/exampleblock.h"
#include "document/examplehops.h"

#include <QRegularExpression>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView writingLine{"\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_"};

/// What a program that is not Detour shows as it is meant.
QString portable(const QString &markdown)
{
    static const QRegularExpression span(u"`((?:pill|sign):[^`]*)`"_s);
    static const QRegularExpression link(u"\\[([^\\]]*)\\]\\((?!https://)[^)]*\\)"_s);
    QString result;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &match : span.globalMatch(markdown)) {
        const CodeSpan code = readCodeSpan(match.captured(1));
        result += markdown.sliced(done, match.capturedStart() - done);
        result += code.isPill ? code.pillWords() : code.sign ? QString::number(code.sign) : match.captured(0);
        done = match.capturedEnd();
    }
    result += markdown.sliced(done);
    return result.replace(link, u"\\1"_s);
}

QString fence(const QString &text)
{
    return "```\n"_L1 + text + "\n```\n\n"_L1;
}

QString paragraph(const QString &text)
{
    return text.isEmpty() ? QString() : portable(text) + "\n\n"_L1;
}

QString head(const Lesson &lesson, const QString &kind)
{
    QStringList codes;
    for (const StatusCode code : lesson.codes)
        codes.append(QString::number(code));
    const QString levels[] = {u"first steps"_s, u"at work"_s, u"deep"_s};
    return "# "_L1 + lesson.title + kind + "\n\n"_L1
           + u"%1 minutes · %2 · %3\n\n"_s.arg(QString::number(lesson.minutes), levels[qBound(0, lesson.level - 1, 2)],
                                               codes.isEmpty() ? lesson.topic : codes.join(", "_L1));
}

bool carriesCredentials(const Request &request)
{
    return request.fields.contains("Authorization") || request.fields.contains("Proxy-Authorization")
           || request.fields.contains("Cookie");
}

/// What can be voted on, to be ticked: the question's own method beside GET, body, credentials, place.
QString tickLines(const Request &first)
{
    const QString method = first.method.toString();
    QString text = u"- Method: ☐ "_s + method + (method == "GET"_L1 ? u""_s : u" ☐ GET"_s)
                   + u" ☐ another: \\_\\_\\_\\_\\_\\_ ☐ nothing more is sent\n"_s;
    if (first.content)
        text += u"- Body: ☐ the same again ☐ none\n"_s;
    if (carriesCredentials(first))
        text += u"- Credentials: ☐ kept ☐ left out\n"_s;
    return text + "- To: "_L1 + writingLine + "\n\n"_L1;
}

QString worksheetStep(const LessonStep &step, qsizetype number)
{
    QString text = u"## %1. %2\n\n"_s.arg(number).arg(step.title) + paragraph(step.say);
    if (!step.example)
        return text;
    const QStringList messages = splitMessages(step.example->text);
    text += "The client sends:\n\n"_L1 + fence(messages.value(0));
    text += "The server answers:\n\n"_L1 + fence(messages.value(1));
    if (step.predict.isEmpty())
        return text + "Play this step in Detour. What was sent next?\n\n"_L1 + writingLine + "\n\n"_L1;
    return text + "**"_L1 + portable(step.predict) + "** Tick before you play it.\n\n"_L1
           + tickLines(step.example->script.first) + "Why? "_L1 + writingLine + "\n\n"_L1;
}

QString worksheetExercise(const Exercise &exercise)
{
    return "## Exercise\n\n"_L1 + paragraph(exercise.task) + "You begin with:\n\n"_L1
           + fence(exerciseRequestText(exercise.request)) + "You may change: "_L1 + controlsInWords(exercise.controls)
           + ".\n\nYour request:\n\n"_L1 + writingLine + "\n\nWhat the lab received:\n\n"_L1 + writingLine + "\n\n"_L1;
}

QString claimSentence(const NextClaim &claim)
{
    if (!claim.sends())
        return portable(claim.rest);
    return u"`%1 %2` %3"_s.arg(QString::fromLatin1(claim.method), QString::fromLatin1(claim.target),
                               portable(claim.rest));
}

/// " (RFC 9110 §15.4.3)" where the rules that decide say the same as the lesson.
QString clauseOf(const QList<Hop> &hops, qsizetype index, const NextClaim &claim)
{
    if (index >= hops.size() || !hops.at(index).decision)
        return {};
    const Decision &decision = *hops.at(index).decision;
    const bool agrees = claim.sends() ? decision.next && decision.next->method.token() == claim.method : !decision.next;
    return agrees && !decision.reasons.isEmpty() ? u" (%1)"_s.arg(decision.reasons.constFirst().reference) : QString();
}

QString keyOfExample(const LessonStep &step, const PolicyCatalog &policies)
{
    const Example &example = *step.example;
    const auto policy = policies.policy(example.client);
    const QList<Hop> hops = policy ? decidedHops(example.script, *policy) : QList<Hop>();
    QString text;
    if (example.client != "fetch"_L1 && policy)
        text += u"Followed as %1 does.\n\n"_s.arg(policy->name);
    if (example.next.isEmpty())
        return text + "Nothing is sent on.\n\n"_L1;
    for (qsizetype i = 0; i < example.next.size(); ++i) {
        const NextClaim &claim = example.next.at(i);
        const QString clause = step.remembers ? QString() : clauseOf(hops, i, claim);
        text += u"%1. %2%3\n"_s.arg(i + 1).arg(claimSentence(claim), clause);
    }
    return text + u'\n';
}

QString keyStep(const LessonStep &step, qsizetype number, const PolicyCatalog &policies)
{
    QString text = u"## %1. %2\n\n"_s.arg(number).arg(step.title);
    if (!step.predict.isEmpty())
        text += "**"_L1 + portable(step.predict) + "**\n\n"_L1;
    if (step.example)
        text += keyOfExample(step, policies);
    text += paragraph(step.reveal);
    if (!step.notes.isEmpty())
        text += "*Notes.* "_L1 + paragraph(step.notes);
    return text;
}

QString keyExercise(const Exercise &exercise)
{
    return "## Exercise\n\n"_L1 + paragraph(exercise.task) + "A solution:\n\n"_L1
           + fence(exerciseRequestText(exercise.solution)) + paragraph(exercise.answer);
}

QString readStep(const LessonStep &step)
{
    QString text = "## "_L1 + step.title + "\n\n"_L1 + step.say + "\n\n"_L1;
    if (step.example)
        text += "```http illustration\n"_L1 + step.example->text + "\n```\n\n"_L1;
    if (!step.predict.isEmpty())
        text += "**"_L1 + step.predict + "**\n\n"_L1;
    return step.reveal.isEmpty() ? text : QString(text + step.reveal + "\n\n"_L1);
}

QString referenceList(const Lesson &lesson)
{
    QString text;
    for (const FurtherReading &reading : lesson.references)
        text += u"- [%1](%2)\n"_s.arg(reading.words, reading.link);
    return text.isEmpty() ? text : QString("## Where it stands\n\n"_L1 + text);
}

} // namespace

QString exerciseRequestText(const ExerciseRequest &request)
{
    QStringList lines{request.method + u' ' + request.url};
    lines += request.fields;
    if (request.body)
        lines += {QString(), *request.body};
    if (request.client != "fetch"_L1)
        lines += {QString(), "Client: "_L1 + request.client};
    const std::pair<bool, QString> options[] = {
        {request.keepsCookies, u"Cookies are kept."_s},
        {request.remembers, u"Redirects and answers are remembered."_s},
        {request.locationTrusted, u"Credentials go along to other origins."_s},
    };
    for (const auto &[isOn, words] : options) {
        if (isOn)
            lines.append(words);
    }
    if (request.redirectLimit)
        lines.append(u"At most %1 redirects."_s.arg(*request.redirectLimit));
    return lines.join(u'\n');
}

QString controlsInWords(RequestControls controls)
{
    const std::pair<RequestControl, QString> known[] = {
        {RequestControl::Method, u"method"_s}, {RequestControl::Url, u"URL"_s},
        {RequestControl::Fields, u"fields"_s}, {RequestControl::Body, u"body"_s},
        {RequestControl::Client, u"client"_s}, {RequestControl::Options, u"options"_s},
    };
    QStringList words;
    for (const auto &[control, word] : known) {
        if (controls.testFlag(control))
            words.append(word);
    }
    if (words.size() < 2)
        return words.value(0, u"nothing"_s);
    const QString last = words.takeLast();
    return words.join(", "_L1) + " and "_L1 + last;
}

QString worksheetMarkdown(const Lesson &lesson)
{
    QString text = head(lesson, {}) + "Name: "_L1 + writingLine + "\n\n**Aim.** "_L1 + paragraph(lesson.aim);
    for (qsizetype i = 0; i < lesson.steps.size(); ++i)
        text += worksheetStep(lesson.steps.at(i), i + 1);
    if (lesson.exercise)
        text += worksheetExercise(*lesson.exercise);
    return text + "## What you will remember, in one sentence\n\n"_L1 + writingLine + u'\n';
}

QString answerKeyMarkdown(const Lesson &lesson, const PolicyCatalog &policies)
{
    QString text = head(lesson, u": answer key"_s) + "**Aim.** "_L1 + paragraph(lesson.aim);
    if (!lesson.notes.isEmpty())
        text += "## Notes for the teacher\n\n"_L1 + paragraph(lesson.notes);
    for (qsizetype i = 0; i < lesson.steps.size(); ++i)
        text += keyStep(lesson.steps.at(i), i + 1, policies);
    text += "## Remember\n\n"_L1 + paragraph(lesson.remember);
    if (lesson.exercise)
        text += keyExercise(*lesson.exercise);
    text += portable(referenceList(lesson));
    return text.trimmed() + u'\n';
}

QString lessonMarkdown(const Lesson &lesson)
{
    QString text = "**Aim.** "_L1 + lesson.aim + "\n\n"_L1;
    for (const LessonStep &step : lesson.steps)
        text += readStep(step);
    text += "## Remember\n\n"_L1 + lesson.remember + "\n\n"_L1;
    if (lesson.exercise) {
        text += "## Exercise\n\n"_L1 + lesson.exercise->task + "\n\n"_L1
                + fence(exerciseRequestText(lesson.exercise->request)) + "You may change: "_L1
                + controlsInWords(lesson.exercise->controls) + ".\n\n"_L1;
    }
    return text + referenceList(lesson);
}

} // namespace Detour
