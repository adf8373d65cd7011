// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientpolicy.h"

#include <QJsonObject>

namespace Detour {

/// A client's rules as `detour clients --format json` gives them: per status, per method, "*" for every other one.
/// "versions" holds the ranges of other versions, each with all of its rules.
[[nodiscard]] QJsonObject policyToJson(const ClientPolicy &policy);

} // namespace Detour
