// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/inspector/hopview.h"

#include <QList>
#include <QString>

namespace Detour {

class TextPane;

/// Something that can be done where a chain ended early; the first is the likeliest.
struct NextStep
{
    QString words;
    QString link; ///< "response:", "again:" or "page:SLUG"
};
/// At most three; none where the chain goes on, completed, or its end is not told yet.
[[nodiscard]] QList<NextStep> nextSteps(const HopView &view);

/// The reasons as sentences, each with its clause as a link to the page that explains it.
void writeWhy(TextPane &pane, const HopView &view);

} // namespace Detour
