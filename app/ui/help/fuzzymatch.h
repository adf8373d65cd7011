// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Detour {

/// How well typed letters fit a name.
struct FuzzyMatch
{
    int score = 0;      ///< the higher the better
    QList<int> letters; ///< where in the name they stand, ascending
};

/// The letters of `typed` in their order anywhere in `name`, whatever their case; spaces are passed over. Beginnings of
/// words and letters in a row count more. Nothing if one is missing.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &name);

} // namespace Detour
