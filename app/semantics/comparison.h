// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

namespace Detour {

/// Fields that tell who asks: where they go is part of what is sent.
[[nodiscard]] bool isCredentialField(QByteArrayView name);

/// Clients that sent the same: methods, targets, contents and credentials (which of Authorization,
/// Proxy-Authorization and Cookie went along) of every hop are equal, and so is the end. Other fields are no part of
/// it: they are told client by client.
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

/// "POST became GET, the body was dropped": the way from the first request to the last, with its credentials, or how it
/// ended without one. Plain text, bounded.
[[nodiscard]] QString whatIsSentWords(const RedirectChain &chain);
/// The same for each group, told apart by the last target where the words alone are equal.
[[nodiscard]] QStringList groupTitles(const QList<RedirectChain> &chains, const QList<ComparisonGroup> &groups);

/// Why the groups differ, from the reasons of the decisions at which they part: one sentence a group, for at most
/// `mostGroups` of them. One group: why they all agree. Plain text.
[[nodiscard]] QString whyTheyDiffer(const QList<RedirectChain> &chains, const QList<ComparisonGroup> &groups,
                                    qsizetype mostGroups = 4);

} // namespace Detour
