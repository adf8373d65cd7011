// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/decision.h"

namespace Detour {

/// The whole difference between two requests, in a fixed order: method, target, scheme, origin, fragment, content,
/// fields (in the first request's order, then added ones). `rule` of each change is empty.
[[nodiscard]] QList<Change> differenceOf(const Request &before, const Request &after, ContentFate content,
                                         bool fragmentInherited);

} // namespace Detour
