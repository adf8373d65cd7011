// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/exchangereading.h"

#include "document/exampleblock.h"
#include "scenario/httpblocks.h"
#include "scenario/plainaddress.h"

#include <QJsonDocument>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 4000;
constexpr qsizetype mostLines = 400;

/// The error of an exchange or a claim, told as one of this member.
void failWith(JsonObjectReader &reader, const QString &name, const Error &error)
{
    QString why = error.message;
    if (why.endsWith(u'.'))
        why.chop(1);
    reader.fail(name, why);
}

} // namespace

QStringList scenarioTopics()
{
    return {u"api"_s, u"caching"_s, u"credentials"_s, u"forms"_s, u"loops"_s, u"security"_s, u"uploads"_s};
}

Result<QJsonObject> readStoryObject(const QByteArray &json, const QString &code, const QString &what)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (document.isObject())
        return document.object();
    if (!document.isNull())
        return Error{code, u"The %1 cannot be read: the file does not hold an object in braces."_s.arg(what)};
    const qsizetype line = json.first(qBound(0, problem.offset, int(json.size()))).count('\n') + 1;
    return Error{code,
                 u"The %1 cannot be read: line %2 is no JSON (%3)."_s.arg(what).arg(line).arg(problem.errorString())};
}

QString readLines(JsonObjectReader &reader, const QString &name)
{
    const QJsonArray items = reader.array(name);
    if (items.isEmpty() || items.size() > mostLines)
        reader.fail(name, u"it has from 1 to %1 lines"_s.arg(mostLines));
    QStringList lines;
    for (const auto item : items) {
        const QString line = item.toString();
        if (!item.isString() || line.size() > longestLine || line.contains(u'\n'))
            reader.fail(name, u"each line is a string without a line end"_s);
        lines.append(line);
    }
    return lines.join(u'\n');
}

void readExchange(JsonObjectReader &reader, Example &example)
{
    example.runnable = true;
    example.text = readLines(reader, u"exchange"_s);
    if (reader.has(u"client"_s))
        example.client = reader.text(u"client"_s, 40);
    if (auto script = scriptFromHttpBlocks(example.id, example.text); !script)
        failWith(reader, u"exchange"_s, script.error());
    else if (!staysOnLoopback(*script))
        reader.fail(u"exchange"_s, u"every host is NAME.localhost: other programs play it too, and must stay here"_s);
    else
        example.script = *std::move(script);
    if (reader.has(u"next"_s)) {
        if (auto next = readNextClaims(readLines(reader, u"next"_s)))
            example.next = *std::move(next);
        else
            failWith(reader, u"next"_s, next.error());
    }
}

QList<StatusCode> readCodes(JsonObjectReader &reader)
{
    QList<StatusCode> codes;
    const QJsonArray items = reader.array(u"codes"_s);
    for (const auto item : items) {
        if (!isRedirection(item.toInt()))
            reader.fail(u"codes"_s, u"each is a status from 300 to 399"_s);
        codes.append(item.toInt());
    }
    return codes;
}

QString readLinkMember(JsonObjectReader &reader)
{
    QString link = reader.text(u"link"_s, 500);
    if (!link.startsWith("page:"_L1) && !link.startsWith("https://"_L1))
        reader.fail(u"link"_s, u"it begins with page: or https://"_s);
    return link;
}

FurtherReading readReading(JsonObjectReader reader)
{
    FurtherReading reading{reader.text(u"words"_s, 200), readLinkMember(reader)};
    reader.finish();
    return reading;
}

QList<FurtherReading> readReferences(JsonObjectReader &reader)
{
    QList<FurtherReading> references;
    const QList<JsonObjectReader> entries = reader.objects(u"references"_s);
    for (const JsonObjectReader &entry : entries)
        references.append(readReading(entry));
    return references;
}

std::optional<ContentFate> readBodyMember(JsonObjectReader &reader)
{
    if (!reader.has(u"body"_s))
        return std::nullopt;
    return reader.choice<ContentFate>(
        u"body"_s, {{u"same"_s, ContentFate::Same}, {u"none"_s, ContentFate::None}, {u"empty"_s, ContentFate::Empty}});
}

std::optional<bool> readCredentialsMember(JsonObjectReader &reader)
{
    if (!reader.has(u"credentials"_s))
        return std::nullopt;
    return reader.choice<bool>(u"credentials"_s, {{u"kept"_s, true}, {u"dropped"_s, false}});
}

} // namespace Detour
