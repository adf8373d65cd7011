// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Detour {

/// How content is best shown.
enum class BodySyntax {
    Empty,
    Json,
    Form, ///< application/x-www-form-urlencoded
    Text,
    Binary,
};

/// By its bytes, and its Content-Type where that is known. `isWhole`: nothing is cut off, so that JSON can be checked.
[[nodiscard]] BodySyntax bodySyntax(QByteArrayView bytes, QByteArrayView contentType, bool isWhole);

/// No control characters but tab and line ends.
[[nodiscard]] bool looksLikeText(QByteArrayView bytes);
/// Bytes as lines of text for people, each by safeText(); tabs stay.
[[nodiscard]] QString linesAsText(QByteArrayView bytes);
/// JSON with a line for each member, two spaces a level. Nothing but white space between tokens changes: the order, the
/// spelling of numbers and strings stay. What is cut off ends where it was cut off. Nesting is drawn to 40 levels.
[[nodiscard]] QString indentedJson(QByteArrayView json);

/// Sixteen bytes a row: offset, hexadecimal, ASCII.
[[nodiscard]] QString hexListing(QByteArrayView bytes);

} // namespace Detour
