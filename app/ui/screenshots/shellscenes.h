// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/screenshots/scenes.h"

namespace Detour {

/// What lies over the window, and the window in high contrast and with large text.
[[nodiscard]] QList<Scene> shellScenes();

} // namespace Detour
