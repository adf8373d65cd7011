// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"
#include "semantics/result.h"

namespace Detour {

/// Why this request must not be sent, or nothing. QNetworkAccessManager validates nothing (a method "X\r\nInjected: 1"
/// goes out as it is) and reads local files where it is given their URL, so every request passes here first; callers
/// may ask before they start. Codes: "refused-scheme" (not http or https), "bad-request" (everything else).
[[nodiscard]] std::optional<Error> requestProblem(const Request &request);

} // namespace Detour
