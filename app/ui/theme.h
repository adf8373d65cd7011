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

/// Colours by role, light or dark, in ordinary or in high contrast, and the two typefaces. A value; a test computes the
/// contrast of every pair: text reads at least 4.5:1, in high contrast 7:1.
struct Theme
{
    bool dark = false;
    bool highContrast = false;
    QColor paper, surface, sunk, code, ink, muted, line, edge, link, focus;
    QColor ok, okSoft, error, errorSoft;
    QColor inverse;           ///< lettering on ink: primary buttons
    QColor mark, currentMark; ///< ground of text that was searched for; ink stands on it

    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme darkTheme();
    [[nodiscard]] static Theme highContrastLight();
    [[nodiscard]] static Theme highContrastDark();
    [[nodiscard]] static Theme of(bool dark, bool highContrast);

    [[nodiscard]] KindColors kind(StatusKind kind) const;
    /// Fill of a method's capsule; its lettering is methodLettering().
    [[nodiscard]] QColor method(const QByteArray &method) const;
    [[nodiscard]] QColor methodLettering() const;
    [[nodiscard]] QPalette palette() const;

    /// How large text is drawn, 1 as designed: the whole process has one (ThemeController sets it). What has text in it
    /// takes its fonts and lengths anew when the theme is set, or when it is painted.
    [[nodiscard]] static qreal textScale();
    static void setTextScale(qreal scale);
    static constexpr qreal smallestTextScale = 0.9;
    static constexpr qreal largestTextScale = 2;
    /// A length that grows with the text: heights of rows, widths of columns.
    [[nodiscard]] static qreal scaled(qreal pixels) { return pixels * textScale(); }
    [[nodiscard]] static int scaled(int pixels) { return qRound(pixels * textScale()); }

    /// Sizes are logical pixels at text scale 1: 12, 13.5, 16, 20, 26; nothing under 12.
    [[nodiscard]] static QFont textFont(qreal pixels, QFont::Weight weight = QFont::Normal);
    /// For the wire: no ligatures.
    [[nodiscard]] static QFont monoFont(qreal pixels, QFont::Weight weight = QFont::Normal);
    /// The same at this very size, whatever the text scale: for letters in a drawing of a given size, and on paper.
    [[nodiscard]] static QFont exactTextFont(qreal pixels, QFont::Weight weight = QFont::Normal);
    [[nodiscard]] static QFont exactMonoFont(qreal pixels, QFont::Weight weight = QFont::Normal);

    friend bool operator==(const Theme &, const Theme &) = default;
};

/// Registers the embedded fonts and makes the text face the application's. Once, before the first widget.
void installFonts();

} // namespace Detour
