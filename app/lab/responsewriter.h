// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/script.h"

#include <QByteArray>

namespace Detour {

/// What decides how an answer is framed.
struct AnswerFraming
{
    bool toHead = false;         ///< the request's method is HEAD: no content, but its Content-Length
    bool toOldClient = false;    ///< HTTP/1.0: keeping the connection must be said
    bool keepsConnection = true; ///< what client and server want so far
};

/// An answer as bytes.
struct WireAnswer
{
    QByteArray head; ///< the final empty line included
    QByteArray content;
    FieldList fields; ///< those of the head
    bool keepsConnection = true;
};

/// A head as bytes, the final empty line included.
[[nodiscard]] QByteArray writeHead(StatusCode status, const QByteArray &reasonPhrase, const FieldList &fields);

/// RFC 9110 §6.4.1, §15.4.5: not 1xx, 204 and 304.
[[nodiscard]] bool mayHaveContent(StatusCode status);

/// Writes the fields as they are, in order, repeats kept. Adds Content-Length where content may stand and no field
/// frames it, and Connection where it ends or an HTTP/1.0 client may keep it. An answer whose own Content-Length does
/// not tell the truth ends its connection, so that it cannot swallow the next one.
[[nodiscard]] WireAnswer writeAnswer(const ScriptedAnswer &answer, const AnswerFraming &framing);

} // namespace Detour
