// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/session.h"

namespace Detour::Test {

/// Runs the trace to its end and returns what became of it; no hops if it could not start. Waits `patience` ms at most.
[[nodiscard]] RedirectChain finishedChain(Session &session, TraceSpec spec, int patience = 30'000);

} // namespace Detour::Test
