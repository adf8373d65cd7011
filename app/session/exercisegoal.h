// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/lessonfile.h"
#include "semantics/redirectchain.h"

namespace Detour {

/// How far a trace is from what an exercise asks for.
struct GoalState
{
    bool met = false;
    QString told; ///< one plain sentence: what the lab saw, or what is still missing; empty while the trace runs
};

/// By the lab's own record (Exchange::received), never by what was decided. Secrets may be masked.
[[nodiscard]] GoalState goalState(const ExerciseGoal &goal, const RedirectChain &chain);

} // namespace Detour
