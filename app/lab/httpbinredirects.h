// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labreply.h"
#include "lab/labrequest.h"

#include <optional>

namespace Detour {

/// /redirect/N, /relative-redirect/N and /absolute-redirect/N: N requests until /get. `count` is N as written.
/// Nothing: it is no number. N = 0 is a 400.
enum class RedirectKind { Any, Relative, Absolute };
[[nodiscard]] std::optional<LabReply> redirectTimes(RedirectKind kind, const QByteArray &count,
                                                    const LabRequest &request, const LabPlace &place);

/// /redirect-to?url=&status_code=: reads the query only, names without case; Location is the given string exactly.
/// A status_code that is no 3xx is passed over: 302.
[[nodiscard]] LabReply redirectToUrl(const LabRequest &request);

/// /status/CODE, /status/A,B and /status/A:WEIGHT,B:WEIGHT. 301, 302, 303, 305 and 307 lead to /redirect/1; 300, 306
/// and 308 have no Location.
[[nodiscard]] LabReply statusReply(const QByteArray &codes);

} // namespace Detour
