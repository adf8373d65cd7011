// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/decision.h"
#include "semantics/fieldpairs.h"

namespace Detour {

enum class RequestPart {
    Method,
    Target,
    Field,
    Content,
};

/// One line of a request beside that of the next one.
struct RequestLine
{
    RequestPart part = RequestPart::Field;
    LineChange change = LineChange::Kept;
    QByteArray name;   ///< a field's, as the later request has it
    QByteArray before; ///< of a content: nothing; the requests themselves know it
    QByteArray after;
    QStringList rules; ///< ids of the rules that changed it, each once; empty where nothing did
};

/// Two requests line by line, what stayed included. `changes` are the decision's between the two; without them
/// (somebody changed the request by hand) no line has a rule.
[[nodiscard]] QList<RequestLine> requestLines(const Request &before, const Request &after,
                                              const QList<Change> &changes);

} // namespace Detour
