// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"

#include <QString>

namespace Detour {

/// A request as it stands on the wire, for reading: without what every request has (User-Agent, Accept …). Plain text,
/// bounded, safe to show.
[[nodiscard]] QString wireTextOf(const Request &request);
[[nodiscard]] QString wireTextOf(const Response &response);

} // namespace Detour
