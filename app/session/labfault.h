// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/wirefault.h"
#include "semantics/exchange.h"

namespace Detour {

/// Says of an exchange with the lab what QNetworkAccessManager cannot tell, from the fault that the lab recorded:
/// garbage and a chunk without a size are a "bad-response", and a second answer is worth a note. Nothing else changes.
void tellFault(Exchange &exchange, WireFault fault);

} // namespace Detour
