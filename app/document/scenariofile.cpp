// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/scenariofile.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestProse = 2000;

ScenarioTake readTake(JsonObjectReader reader, const QString &id, const QString &title)
{
    ScenarioTake take;
    take.example.id = id;
    take.example.title = title;
    readExchange(reader, take.example);
    take.happens = reader.text(u"happens"_s, longestProse);
    reader.finish();
    return take;
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

Result<Scenario> readScenario(const QString &id, const QByteArray &json)
{
    const auto object = readStoryObject(json, u"bad-scenario"_s, u"scenario"_s);
    if (!object)
        return object.error();
    std::optional<Error> error;
    JsonObjectReader reader(*object, {}, error);
    Scenario scenario;
    scenario.id = id;
    readScenario(reader, scenario);
    if (error)
        return Error{u"bad-scenario"_s, error->message};
    return scenario;
}

} // namespace Detour
