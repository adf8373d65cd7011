// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/screenshots/scenes.h"

namespace Detour {

/// The quiz: asked, answered rightly and wrongly, and a question that the lab grades.
[[nodiscard]] QList<Scene> quizScenes();

} // namespace Detour
