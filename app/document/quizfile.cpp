// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/quizfile.h"

#include "document/codespan.h"
#include "document/exchangereading.h"

#include <QJsonDocument>

#include <utility>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QStringList readOptions(JsonObjectReader &reader, const QString &answer)
{
    QStringList options = reader.texts(u"options"_s);
    if (options.size() < 3 || options.size() > 5)
        reader.fail(u"options"_s, u"there are three to five"_s);
    for (const QString &option : std::as_const(options)) {
        if (option.trimmed().isEmpty() || option.size() > 200)
            reader.fail(u"options"_s, u"each has 1 to 200 characters"_s);
        if (options.count(option) > 1)
            reader.fail(u"options"_s, u"“%1” stands there twice"_s.arg(option));
    }
    if (!options.contains(answer))
        reader.fail(u"answer"_s, u"it is not one of the options"_s);
    return options;
}

QHash<QString, QString> readMisconceptions(JsonObjectReader reader, const QuizItem &item)
{
    QHash<QString, QString> misconceptions;
    for (const QString &option : reader.names()) {
        misconceptions.insert(option, reader.text(option, 60));
        if (!item.options.contains(option) || option == item.answer)
            reader.fail(option, u"it is not one of the wrong options"_s);
    }
    reader.finish();
    return misconceptions;
}

QuizItem readItem(JsonObjectReader &reader)
{
    QuizItem item;
    item.id = reader.text(u"id"_s, 60);
    if (!isSlug(item.id))
        reader.fail(u"id"_s, u"it is lower-case letters, digits and hyphens"_s);
    item.question = reader.text(u"question"_s, 400);
    item.answer = reader.text(u"answer"_s, 200);
    item.options = readOptions(reader, item.answer);
    item.why = reader.text(u"why"_s, 1000);
    item.clause = reader.text(u"clause"_s, 200);
    item.link = readLinkMember(reader);
    item.topic = reader.text(u"topic"_s, 40);
    if (!quizTopics().contains(item.topic))
        reader.fail(u"topic"_s, u"it has to be one of "_s + quizTopics().join(", "_L1));
    item.level = reader.integer(u"level"_s, 1, 3);
    if (reader.has(u"misconceptions"_s))
        item.misconceptions = readMisconceptions(reader.object(u"misconceptions"_s), item);
    reader.finish();
    return item;
}

} // namespace

QStringList quizTopics()
{
    return {u"codes"_s,       u"methods"_s, u"bodies"_s,   u"location"_s, u"caching"_s,
            u"credentials"_s, u"loops"_s,   u"security"_s, u"servers"_s,  u"clients"_s};
}

Result<QList<QuizItem>> readQuizFile(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isArray()) {
        const QString why = document.isNull() ? problem.errorString() : u"it is not an array"_s;
        return Error{u"bad-quiz"_s, u"The questions cannot be read (byte %1): %2."_s.arg(problem.offset).arg(why)};
    }
    QList<QuizItem> items;
    QStringList ids;
    const QJsonArray entries = document.array();
    for (const auto entry : entries) {
        const QString id = entry.toObject().value("id"_L1).toString().left(60);
        const QString place = u"[%1] “%2”"_s.arg(items.size()).arg(id);
        if (!entry.isObject())
            return Error{u"bad-quiz"_s, place + u": it has to be an object."_s};
        std::optional<Error> error;
        JsonObjectReader reader(entry.toObject(), place, error);
        items.append(readItem(reader));
        if (ids.contains(id))
            reader.fail(u"id"_s, u"another one has it"_s);
        ids.append(id);
        if (error)
            return Error{u"bad-quiz"_s, error->message};
    }
    return items;
}

} // namespace Detour
