// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/expectation.h"
#include "ui/widgets/signpainter.h"

namespace Detour {

/// How an option that sends is drawn, after `request` was answered: its method, and the sheet as the stage would show
/// it.
[[nodiscard]] Capsule capsuleOf(const Expectation &option, const Request &request);

} // namespace Detour
