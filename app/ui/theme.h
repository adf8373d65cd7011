// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/statuscode.h"

#include <QColor>
#include <QFont>
#include <QPalette>

namespace Detour {

/// The colours of one kind of status. `fill` is seen at least 3:1 against its ground, `text` reads at least 4.5:1.
struct KindColors
{
    QColor fill;
    QColor text;
    QColor soft;      ///< a tint to lay under text
    QColor lettering; ///< on fill
};

/// Colours by role, light or dark, and the two typefaces. A value; a test computes the contrast of every pair.
struct Theme
{
    bool dark = false;
    QColor paper, surface, sunk, code, ink, muted, line, edge, link, focus;
    QColor ok, okSoft, error, errorSoft;
    QColor inverse;           ///< lettering on ink: primary buttons
    QColor mark, currentMark; ///< ground of text that was searched for; ink stands on it

    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme darkTheme();

    [[nodiscard]] KindColors kind(StatusKind kind) const;
    /// Fill of a method's capsule; its lettering is methodLettering().
    [[nodiscard]] QColor method(const QByteArray &method) const;
    [[nodiscard]] QColor methodLettering() const;
    [[nodiscard]] QPalette palette() const;

    /// Sizes are logical pixels: 12, 13.5, 16, 20, 26; nothing under 12.
    [[nodiscard]] static QFont textFont(qreal pixels, QFont::Weight weight = QFont::Normal);
    /// For the wire: no ligatures.
    [[nodiscard]] static QFont monoFont(qreal pixels, QFont::Weight weight = QFont::Normal);

    friend bool operator==(const Theme &, const Theme &) = default;
};

/// Registers the embedded fonts and makes the text face the application's. Once, before the first widget.
void installFonts();

} // namespace Detour
