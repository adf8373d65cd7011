// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

namespace Detour {

/// What a person changed about a decided request before it was sent: one short sentence for each aspect, plain and
/// bounded, empty where nothing differs. Fields are told by their names, never by their values.
[[nodiscard]] QStringList requestEditSentences(const Request &decided, const Request &sent);

/// The same for the 1-based hop of a chain; empty where it was sent as decided.
[[nodiscard]] QStringList requestEditSentences(const RedirectChain &chain, int hop);

} // namespace Detour
