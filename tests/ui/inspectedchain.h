// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

namespace Detour::Test {

/// A POST with 307 on the same origin, a 303 to another one, and a 200: with bodies, times, the lab's records and a jar
/// of cookies, as the session fills them in. Decided by `policy`.
[[nodiscard]] RedirectChain inspectedChain(const ClientPolicy &policy);

} // namespace Detour::Test
