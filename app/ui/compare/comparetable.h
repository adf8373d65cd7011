// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientpolicy.h"
#include "semantics/redirectchain.h"
#include "ui/widgets/signpainter.h"

namespace Detour {

enum class CompareColumn {
    Client,
    Version,
    SendsNext,
    Body,
    ContentType,
    Limit,
    KnownFrom,
    Differs, ///< from the base
};
inline constexpr int compareColumns = 8;

enum class CompareGrouping {
    WhatIsSent,
    KnownFrom,
    None,
};

/// A cell that warns is drawn with a sign and in the colour of warnings, one that removes with a cross.
enum class CellMark {
    None,
    Tick,
    Cross,
    Warning,
};

/// One client, as it stands in the table. Plain text, bounded.
struct CompareRow
{
    int client = 0;       ///< index into the chains
    QList<QString> texts; ///< one a column
    int limit = 0;        ///< redirects; the largest int: any number
    CellMark contentTypeMark = CellMark::None;
    std::optional<Capsule> sendsNext; ///< of the last request; nothing if no redirect was followed
    QString why;                      ///< how it differs from the base and by which rules, for tip and caption
};

/// A request or an answer on the way of a group.
struct RouteStep
{
    Capsule request;
    StatusCode status = 0; ///< 0: no answer
};

struct CompareGroup
{
    QString title;          ///< "POST became GET, the body was dropped"; empty: the rows have no group
    QString note;           ///< "as browsers do"
    QList<RouteStep> route; ///< the first steps and the last one
    bool isCut = false;     ///< steps are left out before the last one
    bool isStopped = false; ///< the way ends at a rule or a failure
    QList<CompareRow> rows;
};

struct CompareOrder
{
    CompareGrouping grouping = CompareGrouping::WhatIsSent;
    QString filter;                        ///< words that a row has to hold, in any column
    std::optional<CompareColumn> sortedBy; ///< absent: the order of the clients
    bool descending = false;
};

/// The table of finished traces, the base first. `chains` are masked by the caller. Pure.
[[nodiscard]] QList<CompareGroup> compareTable(const QList<RedirectChain> &chains, const QList<ClientPolicy> &clients,
                                               const CompareOrder &order);

[[nodiscard]] QString compareColumnName(CompareColumn column);
/// "1 client", "14 clients".
[[nodiscard]] QString clientCount(qsizetype count);

} // namespace Detour
