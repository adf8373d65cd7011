// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/help/fuzzymatch.h"

namespace Detour {

namespace {

constexpr int atWordStart = 12;
constexpr int inARow = 9;
constexpr int skippedLetter = 1; ///< is taken off for each between two letters
constexpr int most = 200;        ///< of letters that are looked at: what is typed may be pasted

bool startsWord(const QString &name, int at)
{
    return at == 0 || !name.at(at - 1).isLetterOrNumber();
}

/// What it brings to take the letter at `at` after one at `previous` (-1: it is the first).
int worthOf(const QString &name, int at, int previous)
{
    int worth = startsWord(name, at) ? atWordStart : 1;
    if (previous >= 0)
        worth += at == previous + 1 ? inARow : -qMin(5, (at - previous) * skippedLetter);
    return worth;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &name)
{
    QString letters = typed.left(most).toCaseFolded();
    letters.remove(u' ');
    const QString text = name.left(most).toCaseFolded();
    const int rows = int(letters.size());
    const int columns = int(text.size());
    if (rows == 0)
        return FuzzyMatch{};
    // best[i][j]: of letters 0…i with the last of them at j; the way back stands beside it.
    constexpr int none = -1'000'000;
    QList<QList<int>> best(rows, QList<int>(columns, none));
    QList<QList<int>> from(rows, QList<int>(columns, -1));
    for (int i = 0; i < rows; ++i) {
        for (int j = i; j < columns; ++j) {
            if (text.at(j) != letters.at(i))
                continue;
            if (i == 0)
                best[0][j] = worthOf(text, j, -1);
            for (int before = i - 1; i > 0 && before < j; ++before) {
                const int score = best.at(i - 1).at(before) + worthOf(text, j, before);
                if (best.at(i - 1).at(before) > none && score > best.at(i).at(j)) {
                    best[i][j] = score;
                    from[i][j] = before;
                }
            }
        }
    }
    FuzzyMatch match;
    int at = -1;
    for (int j = 0; j < columns; ++j) {
        if (best.at(rows - 1).at(j) > (at < 0 ? none : best.at(rows - 1).at(at)))
            at = j;
    }
    if (at < 0)
        return std::nullopt;
    match.score = best.at(rows - 1).at(at) * 4 - columns / 4; // of two names the shorter
    for (int i = rows - 1; i >= 0; --i) {
        match.letters.prepend(at);
        at = from.at(i).at(at);
    }
    return match;
}

} // namespace Detour
