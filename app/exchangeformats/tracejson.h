// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

#include <QJsonObject>

namespace Detour {

/// The trace as interface.md "The trace as JSON" lays it down (schema detour.trace/1). Secrets are masked unless
/// `showSecrets`.
[[nodiscard]] QJsonObject traceToJson(const RedirectChain &chain, bool showSecrets = false);

} // namespace Detour
