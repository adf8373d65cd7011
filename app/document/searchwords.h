// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace Detour {

/// A word of a text, and where it stands there.
struct SearchWord
{
    QString folded; ///< lower case, without a plural's s
    qsizetype at = 0;
    qsizetype length = 0;
};

/// Runs of letters and digits; everything else parts them: Cache-Control is two words.
[[nodiscard]] QList<SearchWord> searchWords(QStringView text);

/// How many letters must be changed, added, left out or exchanged with their neighbour to make one of the other (the
/// restricted edit distance); `limit` + 1 for anything above `limit`.
[[nodiscard]] int typingDistance(QStringView typed, QStringView word, int limit);
/// The same, to the beginning of `word` that is nearest: for a word that is still being typed.
[[nodiscard]] int typingDistanceToBeginning(QStringView typed, QStringView word, int limit);

} // namespace Detour
