// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/targeturi.h"

#include <utility>

namespace Detour {

/// How a client reads a Location (RFC 9110 §10.2.2 says URI-reference; what clients do differs).
enum class LocationDialect {
    WhatwgUrl, ///< the URL standard: backslashes, tabs, percent-encode sets, IPv4 forms
    Rfc3986,   ///< the strict resolution of RFC 3986 §5.2, nothing rewritten
    NodeHttp,  ///< these as in locationdialects.h
    RustUrl,
    Curl,
    Wget,
    PythonUrllib,
    PythonRequests,
    PythonUrllib3,
    PythonHttpx,
    PythonYarl,
    Go,
    Java,
    QUrl,
};

/// Resolves a Location value (the field's bytes) against the target URI of the request that it answers.
/// The result keeps a fragment of its own if the reference has one; it inherits none (see inheritFragment()).
/// Error "bad-location" if this dialect cannot read it. Any scheme may come out; whether it is followed is policy.
[[nodiscard]] Result<TargetUri> resolveLocation(const TargetUri &base, QByteArrayView location,
                                                LocationDialect dialect);

/// Reads an absolute URI in one of the two standards’ dialects; the others begin with a URL that browsers read, too.
/// Error "bad-url".
[[nodiscard]] Result<TargetUri> parseAbsoluteUri(QByteArrayView text, LocationDialect dialect);

/// Where user name and password stand in a Location, however sloppily it is written (tabs, backslashes, missing
/// slashes): position and length, the "@" not included; {-1, 0} if there are none. Rather too much than too little:
/// this is what outputs mask.
[[nodiscard]] std::pair<qsizetype, qsizetype> findUserinfo(QByteArrayView location);

/// RFC 9110 §10.2.2: a target without a fragment (not: an empty one) takes that of the URI before it.
/// Returns whether it did.
bool inheritFragment(TargetUri &target, const TargetUri &previous);

} // namespace Detour
