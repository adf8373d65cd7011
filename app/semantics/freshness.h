// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"

#include <QDateTime>

#include <chrono>

namespace Detour {

/// What an answer says of how long it may be used without asking again.
enum class FreshnessBasis {
    None,      ///< nothing: it is asked for again each time
    MaxAge,    ///< Cache-Control: max-age
    Expires,   ///< Expires, where there is no max-age
    Permanent, ///< 300, 301, 308 and 410 without a word about time: kept without end
    AlwaysAsk, ///< no-cache: kept, but never used unasked
    NeverKept, ///< no-store
};

struct Freshness
{
    FreshnessBasis basis = FreshnessBasis::None;
    std::optional<std::chrono::seconds> lifetime; ///< absent: without end

    [[nodiscard]] bool isEndless() const { return !lifetime; }

    friend bool operator==(const Freshness &, const Freshness &) = default;
};

/// As Chromium's cache reads an answer received at `received`. No heuristic from Last-Modified (RFC 9111 §4.2.2 allows
/// one): what names no time is asked for again.
[[nodiscard]] Freshness freshnessOf(const Response &response, const QDateTime &received);

/// How old an answer was when it came in (corrected_initial_age of RFC 9111 §4.2.3): what its Age and its Date say, and
/// the time that it was under way.
[[nodiscard]] std::chrono::seconds initialAge(const Response &response, const QDateTime &requested,
                                              const QDateTime &received);

/// The ETag or the Last-Modified by which a stored answer can be asked about (RFC 9110 §8.8).
[[nodiscard]] bool hasValidator(const Response &response);

} // namespace Detour
