// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientpolicy.h"

namespace Detour {

/// One sentence on how a client redirects otherwise than `base` does, found by asking decide() about both: methods and
/// bodies, credentials, the limit. Plain text. `base` itself and a client without a difference in these get a sentence,
/// too.
[[nodiscard]] QString policyDifference(const ClientPolicy &policy, const ClientPolicy &base);

} // namespace Detour
