// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace Detour {

enum class CodeRole {
    Plain,
    Keyword,
    Name,   ///< a field's name, a JSON member, an option of a command
    String, ///< and numbers
    Comment,
    Method, ///< of a request line
    Status, ///< code and reason phrase of a status line
};

struct CodePiece
{
    CodeRole role = CodeRole::Plain;
    QString text;
};

/// Takes code apart for colouring: "http" (one message), "js", "sh", "nginx", "json", "python"; any other language is
/// one plain piece. The pieces joined are the code. Linear in the code's length, whatever it holds.
[[nodiscard]] QList<CodePiece> highlight(const QString &language, const QString &code);

} // namespace Detour
