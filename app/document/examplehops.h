// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "semantics/clientpolicy.h"
#include "semantics/redirectchain.h"

namespace Detour {

/// What a client with these rules does with an example's answers, decided without sending anything: to look up the
/// clause of each hop. A client's memory and its cookies have no part in it; at most 25 hops.
[[nodiscard]] QList<Hop> decidedHops(const Script &script, const ClientPolicy &policy);

} // namespace Detour
