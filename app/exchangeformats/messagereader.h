// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchangeformats/jsonplace.h"
#include "semantics/exchange.h"

namespace Detour {

/// The parts of a trace that stand for messages and what is known about them, each read from its place.
[[nodiscard]] TargetUri readTarget(const JsonPlace &place);
[[nodiscard]] Method readMethod(const JsonPlace &place);
[[nodiscard]] FieldList readFields(const JsonPlace &place);
/// null: no content.
[[nodiscard]] std::optional<ContentInfo> readContent(const JsonPlace &place);
/// All of a hop but its decision.
[[nodiscard]] Exchange readExchange(const JsonPlace &hop);

/// Bounds of one message, generous: what a client could have been sent at all.
inline constexpr qsizetype longestTraceText = 1024 * 1024;
inline constexpr qsizetype mostTraceFields = 10'000;

} // namespace Detour
