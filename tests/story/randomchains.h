// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

namespace Detour::Test {

/// A chain of up to twelve hops as a trace would hold it: decided by decide() with one of the client profiles, over
/// hosts, schemes, credentials, bodies, cycles, answers from memory, requests that a person changed, stops and
/// failures. The same seed gives the same chain.
[[nodiscard]] RedirectChain randomChain(quint32 seed);

} // namespace Detour::Test
