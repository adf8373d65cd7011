// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

#include <QJsonObject>

namespace Detour {

/// Traces of one request, the base first, as schema detour.compare/1: `base`, `traces`, `differences` (each client
/// against the base), `groups` (who sent the same) and `why`. Secrets are masked unless `showSecrets`.
[[nodiscard]] QJsonObject comparisonToJson(const QList<RedirectChain> &chains, bool showSecrets = false);

} // namespace Detour
