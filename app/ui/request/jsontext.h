// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace Detour {

/// Where a text stops being JSON (RFC 8259).
struct JsonTrouble
{
    int line = 1;
    int column = 1;   ///< in characters
    qsizetype at = 0; ///< index into the text
    QString sentence; ///< "Line 2, column 5: …"
};

[[nodiscard]] std::optional<JsonTrouble> jsonTrouble(const QString &text);
/// Valid JSON, indented by two. Numbers, names and their order stay exactly as they are written.
[[nodiscard]] QString indentedJson(const QString &text);

} // namespace Detour
