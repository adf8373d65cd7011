// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/hopdrawing.h"

namespace Detour {

/// The whole hop in one sentence or a few, for screen readers, tool tips and the table. `index` is 0-based; `drawing`
/// is the hop's own, complete but for its sentence.
[[nodiscard]] QString hopSentence(const HopDrawing &drawing, const Hop &hop, int index);

} // namespace Detour
