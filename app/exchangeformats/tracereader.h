// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

namespace Detour {

/// Reads a trace that traceToJson() wrote (schema detour.trace/1), from anywhere: what it holds is checked and bounded,
/// and nothing in it is ever sent. Members that this version does not know are passed over.
///
/// What the schema does not carry stays empty: the trace's id, the client's name (`clientName` becomes its id),
/// previews of content, which fields a client made itself. What was masked when it was written stays masked.
///
/// Errors: "bad-trace" with one sentence that names the place ("hops[2].response.status: it has to be …"), "too-large"
/// above longestTrace bytes.
[[nodiscard]] Result<RedirectChain> readTrace(const QByteArray &json);

inline constexpr qsizetype longestTrace = 64 * 1024 * 1024;
inline constexpr qsizetype mostTraceHops = 10'000;

} // namespace Detour
