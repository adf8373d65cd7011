// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

namespace Detour {

/// Gives a new id at each call: letters and digits, short, as it stands in "Detour/VERSION (TRACE.HOP)".
using TraceIdSource = std::function<QString()>;

/// Eight characters of base32 (RFC 4648 §6, lower case): 40 random bits, so that two programs that use one lab differ.
[[nodiscard]] TraceIdSource randomTraceIds();

} // namespace Detour
