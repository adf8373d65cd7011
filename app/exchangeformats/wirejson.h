// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Detour {

/// Bytes of the wire as a JSON string: one character U+0000–00FF is one byte (interface.md, "isomorphic").
[[nodiscard]] inline QString wireString(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes);
}
/// The way back. Error "not-bytes" if a character is beyond U+00FF.
[[nodiscard]] Result<QByteArray> wireBytes(const QString &text);

/// [["Name", "value"], …] in the order of the wire, repeats kept.
[[nodiscard]] QJsonArray fieldsToJson(const FieldList &fields);
/// null, or {"bytes": N, "sha256": "…"}; what is not known is null.
[[nodiscard]] QJsonValue contentToJson(const std::optional<ContentInfo> &content);

} // namespace Detour
