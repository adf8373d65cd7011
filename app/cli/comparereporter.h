// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/textlayout.h"
#include "semantics/clientpolicy.h"
#include "semantics/redirectchain.h"

namespace Detour {

/// The traces of one request as text: who sends the same, the way they took, and why they differ. `clients` are in the
/// order of `chains`, the base first. What comes from the network is shown, never obeyed; `chains` are masked by the
/// caller. At most 80 columns, but for a long address.
/// `limit`: the user's, as each client takes it; absent: each client's own.
[[nodiscard]] QString comparisonText(const QList<RedirectChain> &chains, const QList<ClientPolicy> &clients,
                                     std::optional<int> limit, const TextStyle &style);

} // namespace Detour
