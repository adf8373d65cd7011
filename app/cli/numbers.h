// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <chrono>

namespace Detour {

/// An option's value as a whole number. Error "bad-words" that names the option, the word and the bounds.
[[nodiscard]] Result<int> wholeNumber(const QByteArray &option, const QByteArray &typed, int least, int most);
/// "30", "0.5": seconds, more than 0, at most a day. Error "bad-words".
[[nodiscard]] Result<std::chrono::milliseconds> seconds(const QByteArray &option, const QByteArray &typed);

} // namespace Detour
