// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tracerun.h"

namespace Detour {

/// What to trace to play a page's example or a scenario: its first request with its content, answered by its script.
[[nodiscard]] TraceSpec specForScript(const Script &script, const ClientPolicy &policy);

} // namespace Detour
