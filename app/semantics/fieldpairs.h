// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/field.h"

namespace Detour {

/// How a line of one message stands to that of another.
enum class LineChange {
    Kept,
    Changed,
    Removed,
    Added,
};

/// A field line of one message beside the same line of another.
struct FieldPair
{
    LineChange change = LineChange::Kept;
    std::optional<Field> before; ///< absent if and only if Added
    std::optional<Field> after;  ///< absent if and only if Removed

    /// Both are there, and only the name is written otherwise ("x-a", "X-A").
    [[nodiscard]] bool isRespelled() const { return before && after && before->name != after->name; }
};

/// Pairs the lines by name (RFC 9110 §5.1: whatever the case); repeats pair in their order. The result has the order of
/// `before`; what was added comes last.
[[nodiscard]] QList<FieldPair> pairFields(const FieldList &before, const FieldList &after);

} // namespace Detour
