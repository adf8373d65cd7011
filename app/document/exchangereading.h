// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "semantics/decision.h"
#include "semantics/jsonobjectreader.h"

namespace Detour {

/// What scenarios, lessons and misconceptions have in common as files.

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
/// An object with `words` and `link`.
[[nodiscard]] FurtherReading readReading(JsonObjectReader reader);
[[nodiscard]] QList<FurtherReading> readReferences(JsonObjectReader &reader);
/// The member `link`: a page's or an https address.
[[nodiscard]] QString readLinkMember(JsonObjectReader &reader);

/// What became of the content ("same", "none", "empty") and the credentials ("kept", "dropped"); absent where the
/// member is.
[[nodiscard]] std::optional<ContentFate> readBodyMember(JsonObjectReader &reader);
[[nodiscard]] std::optional<bool> readCredentialsMember(JsonObjectReader &reader);

} // namespace Detour
