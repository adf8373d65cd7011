// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

namespace Detour {

/// The whole difference between two requests, in a fixed order: method, target, scheme, origin, fragment, content,
/// fields (in the first request's order, then added ones). `rule` of each change is empty.
[[nodiscard]] QList<Change> differenceOf(const Request &before, const Request &after, ContentFate content,
                                         bool fragmentInherited);

/// One thing that a client did differently from another one at the same place of the same chain.
struct ChainDifference
{
    int hop = 0;     ///< 1-based: the hop after which they parted
    QString what;    ///< changeKindName(), seen from the base's next request; or "action-changed"
    QByteArray name; ///< the field's, for the field-… kinds
    QByteArray from; ///< what the base sent, did or had
    QByteArray to;   ///< what the other one did
    QString rule;    ///< id of the reason that made the difference; empty after a failure of the network

    friend bool operator==(const ChainDifference &, const ChainDifference &) = default;
};

/// Where `other` parts from `base`: both are traces of the same first request. What they already differed in at the
/// hop before is not told again. The action of a stop is "stop CODE", of a failure "failed CODE".
[[nodiscard]] QList<ChainDifference> differencesFrom(const RedirectChain &base, const RedirectChain &other);

} // namespace Detour
