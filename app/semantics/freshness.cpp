// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/freshness.h"

#include "semantics/cachedirectives.h"
#include "semantics/httpdate.h"

#include <algorithm>

namespace Detour {

using std::chrono::seconds;

namespace {

std::optional<QDateTime> dateField(const Response &response, QByteArrayView name)
{
    const std::optional<QByteArray> value = response.fields.value(name);
    return value ? parseHttpDate(*value) : std::nullopt;
}

/// RFC 9110 §15.1 says that these may be kept without being told for how long; Chromium then keeps them without end.
bool isKeptWithoutEnd(StatusCode status)
{
    return status == 300 || status == 301 || status == 308 || status == 410;
}

} // namespace

Freshness freshnessOf(const Response &response, const QDateTime &received)
{
    const CacheDirectives directives(response.fields);
    if (directives.has("no-store")) {
        return {FreshnessBasis::NeverKept, seconds(0)};
    }
    if (directives.has("no-cache")) {
        return {FreshnessBasis::AlwaysAsk, seconds(0)};
    }
    if (const std::optional<seconds> maxAge = directives.seconds("max-age")) {
        return {FreshnessBasis::MaxAge, *maxAge};
    }
    if (response.fields.contains("Expires")) {
        // By the server's own clock; one that cannot be read, such as 0, lies in the past (RFC 9111 §5.3).
        const QDateTime date = dateField(response, "Date").value_or(received);
        const QDateTime expires = dateField(response, "Expires").value_or(date);
        return {FreshnessBasis::Expires, seconds(std::max<qint64>(0, date.secsTo(expires)))};
    }
    if (isKeptWithoutEnd(response.status)) {
        return {FreshnessBasis::Permanent, std::nullopt};
    }
    return {FreshnessBasis::None, seconds(0)};
}

seconds initialAge(const Response &response, const QDateTime &requested, const QDateTime &received)
{
    const QDateTime date = dateField(response, "Date").value_or(received);
    const seconds apparent{std::max<qint64>(0, date.secsTo(received))};
    const seconds said = deltaSeconds(response.fields.value("Age").value_or(QByteArray())).value_or(seconds(0));
    const seconds delay{std::max<qint64>(0, requested.secsTo(received))};
    return std::max(apparent, said + delay);
}

bool hasValidator(const Response &response)
{
    return response.fields.contains("ETag") || dateField(response, "Last-Modified");
}

} // namespace Detour
