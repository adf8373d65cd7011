// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "semantics/jsonobjectreader.h"

namespace Detour {

/// What scenarios and lessons have in common as files: JSON objects with exchanges in them.

/// A place where more stands.
struct FurtherReading
{
    QString words; ///< "RFC 9110 §15.4.2"
    QString link;  ///< "page:301#mistakes" or an https URL

    friend bool operator==(const FurtherReading &, const FurtherReading &) = default;
};

/// "api", "caching", "credentials", "forms", "loops", "security", "uploads".
[[nodiscard]] QStringList scenarioTopics();

/// The object that a file holds. Error `code` with the line where the JSON breaks; `what` names the kind ("lesson").
[[nodiscard]] Result<QJsonObject> readStoryObject(const QByteArray &json, const QString &code, const QString &what);

/// The members `exchange`, `next` and `client` as an example that runs; `example.id` is there already. A mistake is
/// told with the line of the exchange.
void readExchange(JsonObjectReader &reader, Example &example);

/// A list of strings as one text, a line each; empty ones too. They hold no line end.
[[nodiscard]] QString readLines(JsonObjectReader &reader, const QString &name);
[[nodiscard]] QList<StatusCode> readCodes(JsonObjectReader &reader);
[[nodiscard]] QList<FurtherReading> readReferences(JsonObjectReader &reader);

} // namespace Detour
