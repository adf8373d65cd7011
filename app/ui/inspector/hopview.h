// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/rulepages.h"
#include "semantics/redirectchain.h"

namespace Detour {

/// The hop that the inspector shows and how much of it may be told.
struct HopView
{
    const RedirectChain &chain; ///< its secrets masked
    int hop = 0;                ///< 0-based, valid
    bool answerTold = true;
    bool brief = false;                   ///< one line only
    const ClientPolicy *policy = nullptr; ///< the client's; null where it is not known
    const RulePages *rules = nullptr;     ///< where the rules are explained
    const Exchange *wire = nullptr;       ///< the same exchange with its secrets; never shown as it is

    [[nodiscard]] const Hop &shown() const { return chain.hops.at(hop); }
    [[nodiscard]] const Exchange &exchange() const { return shown().exchange; }
    /// Of the answer, or 0.
    [[nodiscard]] StatusCode status() const { return exchange().response ? exchange().response->status : 0; }
    /// Of its answer it is not told yet what comes of it.
    [[nodiscard]] bool isWithheld() const { return hop + 1 == chain.hops.size() && chain.isWithheld(); }
    /// The answer is there and may be told.
    [[nodiscard]] bool hasAnswer() const { return answerTold && exchange().response; }
};

} // namespace Detour
