// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/requestparser.h"

#include <QByteArray>
#include <QList>

namespace Detour::Test {

struct RecordedRequest
{
    const char *name;
    QByteArray bytes; ///< one request or several, good or bad
};

/// Fifty streams as clients send them, and as nobody should.
[[nodiscard]] QList<RecordedRequest> recordedRequests();

/// Everything that a parser makes of what it was fed, as one comparable text: the requests, then what was wrong.
[[nodiscard]] QByteArray outcomeOf(RequestParser &parser, RequestParser::State state);
/// The same of a new parser, fed at once.
[[nodiscard]] QByteArray outcomeOf(QByteArrayView bytes);
/// Whether such a text ends with a refusal.
[[nodiscard]] bool isRefused(const QByteArray &outcome);

} // namespace Detour::Test
