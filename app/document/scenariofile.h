// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/exchangereading.h"

namespace Detour {

/// One way a scenario goes: what stands on the wire, and what comes of it.
struct ScenarioTake
{
    Example example; ///< runs; its id is the scenario's and "broken" or "fixed": "trailing-slash/broken"
    QString happens; ///< Markdown, a sentence or two
};

/// A real story of redirects: the question, how it goes wrong, and the repair; both run in the lab (content/README.md).
struct Scenario
{
    QString id; ///< a slug; the file's name
    QString title;
    QString topic;           ///< one of scenarioTopics()
    int level = 1;           ///< 1 first steps, 2 at work, 3 deep
    QList<StatusCode> codes; ///< that it is about
    QString story;           ///< Markdown: who does what, and what they see
    QString question;        ///< what the learner is asked
    ScenarioTake broken;
    ScenarioTake fixed;
    QString remember; ///< Markdown, one sentence
    QList<FurtherReading> references;
};

/// Reads content/scenarios/ID.json. Error "bad-scenario" with the member that is wrong, and within an exchange its
/// line.
[[nodiscard]] Result<Scenario> readScenario(const QString &id, const QByteArray &json);

} // namespace Detour
