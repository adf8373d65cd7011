// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/field.h"

namespace Detour {

/// A message's head taken apart, tolerantly: for showing what stood on the wire, not for acting on it.
struct MessageHead
{
    QByteArray startLine;
    FieldList fields; ///< a line without a colon is a field without a name; continued lines (RFC 9112 §5.2) are joined
};

[[nodiscard]] MessageHead parseHead(const QByteArray &head);
/// The head's bytes, each line with CR LF; the empty line behind them is left out, and so is an empty start line.
[[nodiscard]] QByteArray headOf(const QByteArray &startLine, const FieldList &fields);

} // namespace Detour
