// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/screenshots/scenes.h"

namespace Detour {

/// Those of the playground: requests that wait, run, arrive, are stopped or fail, and what is hard to draw.
[[nodiscard]] QList<Scene> playgroundScenes(Session &session);

} // namespace Detour
