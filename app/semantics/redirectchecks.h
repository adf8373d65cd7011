// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/turn.h"

namespace Detour {

/// What may end a turn before another request is made, each a small rule of its own. They run in this order, which is
/// that of Fetch's HTTP-redirect fetch; the first that returns a decision ends the turn.
[[nodiscard]] std::optional<Decision> checkTable(Turn &turn);
/// Picks the Location, resolves it and leaves the target in `turn`.
[[nodiscard]] std::optional<Decision> checkLocation(Turn &turn);
[[nodiscard]] std::optional<Decision> checkScheme(Turn &turn);
[[nodiscard]] std::optional<Decision> checkCycle(Turn &turn);
[[nodiscard]] std::optional<Decision> checkLimit(Turn &turn);
[[nodiscard]] std::optional<Decision> checkUserinfo(Turn &turn);
[[nodiscard]] std::optional<Decision> checkOneShotContent(Turn &turn);
[[nodiscard]] std::optional<Decision> checkDowngrade(Turn &turn);

} // namespace Detour
