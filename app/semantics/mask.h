// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/chaindifference.h"

namespace Detour {

/// The chain with secrets replaced by "***": Authorization, Proxy-Authorization, Cookie and Set-Cookie values, userinfo
/// in any URL or Location, in requests, responses, `received`, changes and reasons. What every output shows unless
/// asked otherwise.
[[nodiscard]] RedirectChain masked(const RedirectChain &chain);
[[nodiscard]] FieldList masked(const FieldList &fields);
[[nodiscard]] ChainDifference masked(const ChainDifference &difference);

} // namespace Detour
