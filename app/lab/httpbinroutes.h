// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labreply.h"
#include "lab/labrequest.h"

#include <optional>

namespace Detour {

/// The paths of httpbin that Detour has, with httpbin's own meaning (postmanlabs/httpbin, core.py). Where httpbin fails
/// with 500 the lab answers 400, as go-httpbin does. Nothing: the path is none of them.
[[nodiscard]] std::optional<LabReply> httpbinReply(const LabRequest &request, const LabPlace &place);

} // namespace Detour
