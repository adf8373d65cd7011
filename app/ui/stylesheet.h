// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QString>

namespace Detour {

/// The application's style sheet, on top of Fusion. Flat: no shadows, no opacity; targets at least 28 pixels high.
///
/// Widgets choose their look with dynamic properties that are set before they are shown:
/// - `kind` on QPushButton: "primary" (ink), "quiet" (no border until hovered); none: bordered.
/// - `kind` on QToolButton: "icon" (32 × 32, bordered), "wide" (bordered, as wide as its content), "quiet" (no border).
/// - `kind` on QComboBox, QLineEdit and QPlainTextEdit: "quiet" (no border; for fields inside a bordered box).
/// - `kind` on QLabel: "muted", "heading", "error", "ok".
/// - `panel` on QFrame: "card" (surface with a border), "sunk", "field" (a card that shows the focus of its fields).
[[nodiscard]] QString styleSheetFor(const Theme &theme);

} // namespace Detour
