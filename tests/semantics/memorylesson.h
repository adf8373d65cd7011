// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientmemory.h"

namespace Detour::Test {

/// When the tests of a memory begin.
inline QDateTime start()
{
    return {QDate(2026, 11, 28), QTime(12, 0), Qt::UTC};
}

inline Response answer(StatusCode status, FieldList fields, const QByteArray &content = {})
{
    Response response;
    response.status = status;
    response.fields = std::move(fields);
    if (!content.isEmpty()) {
        response.content = ContentInfo{content.size(), "digest", false, content};
    }
    return response;
}

/// The server answers `request` at start() + `after`.
inline std::optional<Response> teach(ClientMemory &memory, const Request &request, const Response &response,
                                     std::chrono::seconds after = std::chrono::seconds(0), int validated = 0,
                                     bool isSecure = false)
{
    Exchange exchange;
    exchange.request = request;
    exchange.response = response;
    const QDateTime when = start().addSecs(after.count());
    return memory.learn(exchange, {when, when}, validated, isSecure);
}

inline Recollection::Kind kindOf(const ClientMemory &memory, const Request &request, const QDateTime &now)
{
    return memory.recall(request, now).kind;
}

constexpr auto nothing = Recollection::Kind::Nothing;
constexpr auto answers = Recollection::Kind::Answer;
constexpr auto validate = Recollection::Kind::Validate;

} // namespace Detour::Test
