// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/textreporter.h"
#include "session/session.h"

namespace Detour {

/// Runs one trace to its end, or to Ctrl-C, in an event loop of its own. `reporter` hears of every hop as it arrives,
/// from begin() to end(); null: nobody does. Errors of Session::startTrace().
[[nodiscard]] Result<RedirectChain> runToEnd(Session &session, TraceSpec spec, TextReporter *reporter);

/// Says "goes to the network: HOST" before the first request to each host that is not this computer.
[[nodiscard]] Gate networkNotice(Output &err);

} // namespace Detour
