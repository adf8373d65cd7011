// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labreply.h"
#include "lab/labrequest.h"

namespace Detour {

/// /lab/resource/strong, …/weak, …/dated and …/bare: what can be asked about with conditions (304 and 412); the query
/// says more, `v=8&cache=max-age=60&vary=Accept`. /lab/choices: 300 with its alternates. /lab/retired/305 and …/306.
/// Nothing: the path is none of these.
[[nodiscard]] std::optional<LabReply> resourceReply(const LabRequest &request);

} // namespace Detour
