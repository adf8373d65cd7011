// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/fieldpairs.h"
#include "semantics/safetext.h"
#include "ui/inspector/hopview.h"
#include "ui/inspector/textpane.h"

namespace Detour {

// What the inspector's texts have in common. Every piece from the network is bounded and plain.

constexpr qsizetype mostFieldLines = 200; ///< shown of one message
constexpr qsizetype longestValue = 2000;  ///< characters shown of one value

/// A line of its own in muted letters.
void writeNote(TextPane &pane, const QString &text, qreal spaceBefore = 0);
/// "The answer is not here yet."
void writeNotYet(TextPane &pane);
/// What comes of the answer is withheld: somebody is to predict it.
void writeWithheld(TextPane &pane);
/// The rule's clause: it leads to the page that explains it, and a second link to the standard's own text.
void writeClause(TextPane &pane, const HopView &view, const QString &rule, const QString &reference);
/// How wide a column of clauses is in the room that the pane has; logical pixels.
[[nodiscard]] int clauseWidth(const TextPane &pane);
/// "Name: value", the value bounded; or only the name where there is no value.
void writeField(TextPane &pane, const QByteArray &name, const std::optional<QByteArray> &value,
                TextPane::Style style = TextPane::Style::Wire);
/// The sign that goes with a change; its word stands beside it.
[[nodiscard]] TextPane::Mark markOf(LineChange change);
/// A request as it may be shown, whoever masked it before or not.
[[nodiscard]] Request withoutSecrets(Request request);
/// "22 B, SHA-256 f0af1b2c…78a3c0de", or "none".
[[nodiscard]] QString contentWords(const std::optional<ContentInfo> &content);
[[nodiscard]] bool isSameContent(const std::optional<ContentInfo> &one, const std::optional<ContentInfo> &other);

} // namespace Detour
