// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

namespace Detour {

/// Clients that sent the same: methods, targets and contents of every hop are equal, and so is the end. Fields are no
/// part of it: what is left behind of them is told client by client.
struct ComparisonGroup
{
    QList<int> members; ///< indexes into the list of chains, in its order; never empty
};

/// `chains`: finished traces of the same first request, the base first. The base's group comes first, then the largest;
/// equal ones in the order of their first members.
[[nodiscard]] QList<ComparisonGroup> groupsByWhatIsSent(const QList<RedirectChain> &chains);

/// What became of a field of the first request when its content was dropped on the way.
enum class LeftOver {
    NothingToSay, ///< the request had none, or nothing was followed
    Kept,         ///< it goes along with the content
    Removed,
    LeftBehind, ///< the last request still has it, but no content
};
[[nodiscard]] LeftOver contentTypeOf(const RedirectChain &chain);

/// "POST became GET, the body was dropped": the way from the first request to the last, or how it ended without one.
/// Plain text, bounded.
[[nodiscard]] QString whatIsSentWords(const RedirectChain &chain);

/// Why the groups differ, from the reasons of the decisions at which they part: one sentence a group, for at most
/// `mostGroups` of them. One group: why they all agree. Plain text.
[[nodiscard]] QString whyTheyDiffer(const QList<RedirectChain> &chains, const QList<ComparisonGroup> &groups,
                                    qsizetype mostGroups = 4);

} // namespace Detour
