// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QPainter>
#include <QRectF>
#include <QStringList>

namespace Detour {

/// What a request carries beside its method and body, drawn small: credentials and a padlock. Shape and line tell what
/// colour tells, too.

enum class TokenState {
    Rides,   ///< goes along
    Refused, ///< red and struck through: it must not cross
    Left,    ///< a dashed outline: it stayed behind
};

/// The tokens of one request: a key for Authorization and Proxy-Authorization, a bitten round for Cookie.
struct Tokens
{
    bool key = false;
    bool cookie = false;

    /// From the names of fields.
    [[nodiscard]] static Tokens of(const QStringList &fieldNames);
    [[nodiscard]] bool isEmpty() const { return !key && !cookie; }

    friend bool operator==(const Tokens &, const Tokens &) = default;
};

/// Their natural size for tokens of this height.
[[nodiscard]] QSizeF tokensSize(const Tokens &tokens, qreal height);
/// Side by side from `topLeft`. `color` is the method's; a refused token takes the theme's own red.
void paintTokens(QPainter &painter, QPointF topLeft, qreal height, const Tokens &tokens, TokenState state,
                 const QColor &color, const Theme &theme);

/// `open`: 0 closed … 1 open, its bow lifted and turned away.
void paintPadlock(QPainter &painter, const QRectF &rect, qreal open, const QColor &color);

} // namespace Detour
