// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/screenshots/scenes.h"

namespace Detour {

/// A request on its way: stepped, changed, waited for, cancelled, over https, with cookies and with a memory.
[[nodiscard]] QList<Scene> requestScenes();

} // namespace Detour
