// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/scenariofile.h"

#include "document/exampleblock.h"
#include "scenario/httpblocks.h"
#include "scenario/plainaddress.h"
#include "semantics/jsonobjectreader.h"

#include <QJsonDocument>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 4000;
constexpr qsizetype mostLines = 400;
constexpr qsizetype longestProse = 2000;

/// Lines as a list of strings, empty ones too, so that a message can be read in the file as it stands on the wire.
QString readLines(JsonObjectReader &reader, const QString &name)
{
    const QJsonArray items = reader.array(name);
    if (items.isEmpty() || items.size() > mostLines)
        reader.fail(name, u"it has from 1 to %1 lines"_s.arg(mostLines));
    QStringList lines;
    for (const QJsonValue &item : items) {
        const QString line = item.toString();
        if (!item.isString() || line.size() > longestLine || line.contains(u'\n'))
            reader.fail(name, u"each line is a string without a line end"_s);
        lines.append(line);
    }
    return lines.join(u'\n');
}

/// The error of an exchange or a claim, told as one of this member.
void failWith(JsonObjectReader &reader, const QString &name, const Error &error)
{
    QString why = error.message;
    if (why.endsWith(u'.'))
        why.chop(1);
    reader.fail(name, why);
}

ScenarioTake readTake(JsonObjectReader reader, const QString &id, const QString &title)
{
    ScenarioTake take;
    take.example.id = id;
    take.example.title = title;
    take.example.runnable = true;
    take.example.text = readLines(reader, u"exchange"_s);
    take.happens = reader.text(u"happens"_s, longestProse);
    if (reader.has(u"client"_s))
        take.example.client = reader.text(u"client"_s, 40);
    if (auto script = scriptFromHttpBlocks(id, take.example.text); !script)
        failWith(reader, u"exchange"_s, script.error());
    else if (!staysOnLoopback(*script))
        reader.fail(u"exchange"_s, u"every host is NAME.localhost: other programs play it too, and must stay here"_s);
    else
        take.example.script = *std::move(script);
    if (reader.has(u"next"_s)) {
        if (auto next = readNextClaims(readLines(reader, u"next"_s)))
            take.example.next = *std::move(next);
        else
            failWith(reader, u"next"_s, next.error());
    }
    reader.finish();
    return take;
}

QList<StatusCode> readCodes(JsonObjectReader &reader)
{
    QList<StatusCode> codes;
    const QJsonArray items = reader.array(u"codes"_s);
    for (const QJsonValue &item : items) {
        if (!isRedirection(item.toInt()))
            reader.fail(u"codes"_s, u"each is a status from 300 to 399"_s);
        codes.append(item.toInt());
    }
    return codes;
}

QList<FurtherReading> readReferences(JsonObjectReader &reader)
{
    QList<FurtherReading> references;
    for (JsonObjectReader entry : reader.objects(u"references"_s)) {
        const FurtherReading reading{entry.text(u"words"_s, 200), entry.text(u"link"_s, 500)};
        if (!reading.link.startsWith("page:"_L1) && !reading.link.startsWith("https://"_L1))
            entry.fail(u"link"_s, u"it begins with page: or https://"_s);
        entry.finish();
        references.append(reading);
    }
    return references;
}

void readScenario(JsonObjectReader &reader, Scenario &scenario)
{
    scenario.title = reader.text(u"title"_s, 80);
    scenario.topic = reader.text(u"topic"_s, 40);
    if (!scenarioTopics().contains(scenario.topic))
        reader.fail(u"topic"_s, u"it has to be one of "_s + scenarioTopics().join(", "_L1));
    scenario.level = reader.integer(u"level"_s, 1, 3);
    scenario.codes = readCodes(reader);
    scenario.story = reader.text(u"story"_s, longestProse);
    scenario.question = reader.text(u"question"_s, 400);
    scenario.broken = readTake(reader.object(u"broken"_s), scenario.id + "/broken"_L1, scenario.title);
    scenario.fixed = readTake(reader.object(u"fixed"_s), scenario.id + "/fixed"_L1, scenario.title);
    scenario.remember = reader.text(u"remember"_s, longestProse);
    scenario.references = readReferences(reader);
    reader.finish();
}

} // namespace

QStringList scenarioTopics()
{
    return {u"api"_s, u"caching"_s, u"credentials"_s, u"forms"_s, u"loops"_s, u"security"_s, u"uploads"_s};
}

Result<Scenario> readScenario(const QString &id, const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        const QString why = document.isNull() ? problem.errorString() : u"it is not an object"_s;
        return Error{u"bad-scenario"_s, u"The scenario cannot be read (byte %1): %2."_s.arg(problem.offset).arg(why)};
    }
    std::optional<Error> error;
    JsonObjectReader reader(document.object(), {}, error);
    Scenario scenario;
    scenario.id = id;
    readScenario(reader, scenario);
    if (error)
        return Error{u"bad-scenario"_s, error->message};
    return scenario;
}

} // namespace Detour
