// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/screenshots/scenes.h"

namespace Detour {

/// Predict, then reveal.
[[nodiscard]] QList<Scene> predictScenes();

} // namespace Detour
