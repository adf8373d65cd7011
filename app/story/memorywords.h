// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/exchange.h"

namespace Detour {

/// Who answered instead of a server, and since when it is kept: "from memory · kept since 28 Nov, 12:04 (UTC)".
/// Empty where a server answered.
[[nodiscard]] QString memoryWords(const Exchange &exchange);

} // namespace Detour
