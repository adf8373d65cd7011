// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/statuscode.h"

#include <QMap>
#include <QString>

namespace Detour {

/// Colours ("#rrggbb") and fonts that a page's HTML is written with; the window gives them from its theme.
struct PageStyle
{
    QString text, muted, link, line, surface, code, soft, accentText;
    QString syntaxKeyword, syntaxName, syntaxString, syntaxComment, statusText;
    QString textFamily, monoFamily;
    qreal textSize = 13.5; ///< pixels at zoom 1
    qreal zoom = 1.0;
    bool hasControls = true; ///< Run, Copy and the links of sections; none on paper
    /// Status lines are written in the colour of their own kind; one that is not here is written in `statusText`.
    QMap<StatusKind, QString> kindText;
};

} // namespace Detour
