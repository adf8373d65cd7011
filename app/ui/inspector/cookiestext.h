// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/inspector/hopview.h"

namespace Detour {

class TextPane;

/// Whether there is anything to say of cookies in this hop: a jar, or a field of theirs.
[[nodiscard]] bool hasCookies(const Exchange &exchange);

/// The jar before and after: which were sent, set, changed and removed, with their attributes, and why one stayed at
/// home.
void writeCookies(TextPane &pane, const HopView &view);

} // namespace Detour
