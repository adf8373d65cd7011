// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/tracewords.h"
#include "session/comparerun.h"

namespace Detour {

/// What `detour compare` was asked for: a trace, but as several clients.
struct ComparePlan
{
    TracePlan trace;             ///< all but its client
    QList<ClientPolicy> clients; ///< the base first
};

/// Reads the words. Without --as: every client, fetch first. The first named one is the base, unless fetch is among
/// them. Errors: those of tracePlan(); "bad-words" for a client that is named twice or not at all.
[[nodiscard]] Result<ComparePlan> comparePlan(const CommandLine &line, const PolicyCatalog &policies,
                                              int inputDescriptor);

} // namespace Detour
