// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/exchange.h"

namespace Detour {

/// Reads one Set-Cookie value that came from `target` at `now` (RFC 6265 §5.2, §5.3). Nothing where it is to be passed
/// over: no name, or a Domain that is not the host's own. One whose `expires` is not after `now` deletes.
[[nodiscard]] std::optional<StoredCookie> readSetCookie(const QByteArray &line, const TargetUri &target,
                                                        const QDateTime &now);

} // namespace Detour
