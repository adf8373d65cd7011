// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "semantics/redirectchain.h"

namespace Detour::Test {

/// What an example says is sent on, a line each, to be compared with whatWasSent().
[[nodiscard]] QStringList claimsOf(const Example &example);

/// The same of a trace, by the lab's record. What a client's memory answered by itself was not sent, and is left out.
[[nodiscard]] QStringList whatWasSent(const RedirectChain &chain);

/// Compares each message that went over the wire with the example's text, field by field; a test that calls it fails
/// where they differ. `isRemembering`: not all that is written is sent, but what is sent is written.
void compareMessages(const RedirectChain &chain, const Example &example, bool isRemembering = false);

} // namespace Detour::Test
