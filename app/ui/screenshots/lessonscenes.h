// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/screenshots/scenes.h"

namespace Detour {

/// The libraries, a lesson at each kind of place, and a scenario.
[[nodiscard]] QList<Scene> lessonScenes();

} // namespace Detour
