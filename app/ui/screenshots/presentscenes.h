// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/screenshots/scenes.h"

namespace Detour {

/// What F5 opens, in its states. Their pictures are of the present view alone.
[[nodiscard]] QList<Scene> presentScenes();

} // namespace Detour
