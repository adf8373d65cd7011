// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"
#include "semantics/origin.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Detour {

/// One answer as the lab writes it: exact bytes of the content, fields in order, nothing added but what `fields` say.
struct ScriptedAnswer
{
    StatusCode status = 200;
    QByteArray reasonPhrase;
    FieldList fields;
    QByteArray content;

    friend bool operator==(const ScriptedAnswer &, const ScriptedAnswer &) = default;
};

/// Request pattern → answer. Steps are tried in order; the first unused one that matches answers, and when all
/// matching ones are used the last of them answers again (a reload sees the end of the story).
struct ScriptStep
{
    std::optional<Method> method; ///< absent: any
    QByteArray host;              ///< "files.localhost:8307" as in Host, lower case; empty: any
    QByteArray target;            ///< origin form, compared exactly
    ScriptedAnswer answer;

    friend bool operator==(const ScriptStep &, const ScriptStep &) = default;
};

/// A small story that the lab can play: for a page's example or a scenario.
struct Script
{
    QString id;
    Request first; ///< what the user sends; content->preview holds all its bytes
    QList<ScriptStep> steps;
    QList<Origin> origins; ///< every origin that the script names; each is mapped to a loopback endpoint

    /// The step that answers, or -1. `used` counts how often each step answered so far (same size as steps).
    [[nodiscard]] int stepFor(const Method &method, QByteArrayView host, QByteArrayView target,
                              const QList<int> &used) const;
};

} // namespace Detour
