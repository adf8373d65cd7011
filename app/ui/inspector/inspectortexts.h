// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

#include <QList>
#include <QString>

namespace Detour {

class TextPane;

/// The hop that the inspector shows and how much of it may be told.
struct HopView
{
    const RedirectChain &chain;
    int hop = 0; ///< 0-based, valid
    bool answerTold = true;
    bool brief = false; ///< one line only
};

/// How many changes the hop's decision made; 0 if it was not followed.
[[nodiscard]] int changeCount(const Hop &hop);

/// Something that can be done where a chain ended early; the first is the likeliest.
struct NextStep
{
    QString words;
    QString link; ///< "response:", "again:" or "page:SLUG"
};
/// At most three; none where the chain goes on, completed, or its end is not told yet.
[[nodiscard]] QList<NextStep> nextSteps(const HopView &view);

/// The reasons as sentences, each with its clause as a link.
void writeWhy(TextPane &pane, const HopView &view);
/// The difference between this request and the next, each line with its rule.
void writeChanges(TextPane &pane, const HopView &view);
/// As asked, and where the lab was the server, as it arrived.
void writeRequest(TextPane &pane, const HopView &view);
void writeResponse(TextPane &pane, const HopView &view);

} // namespace Detour
