// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "document/policycatalog.h"
#include "session/tracerun.h"

namespace Detour {

/// What to trace to play a page's example or a scenario: its first request with its content, answered by its script.
[[nodiscard]] TraceSpec specForScript(const Script &script, const ClientPolicy &policy);

/// The same for a page's example, followed as the client that it names. Errors of PolicyCatalog::policy().
[[nodiscard]] Result<TraceSpec> specForExample(const Example &example, const PolicyCatalog &policies);

} // namespace Detour
