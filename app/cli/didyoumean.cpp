// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/didyoumean.h"

#include <algorithm>
#include <vector>

namespace Detour {

namespace {

/// Words longer than this are no slips of the keyboard, and the table below grows with their square.
constexpr qsizetype longestWord = 40;

/// Optimal string alignment: the number of letters to insert, remove, replace or swap.
int distance(const QByteArray &a, const QByteArray &b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<std::vector<int>> rows(static_cast<std::size_t>(a.size()) + 1, std::vector<int>(width));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < width; ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = static_cast<int>(i + j);
                continue;
            }
            const auto at = [](const QByteArray &text, std::size_t index) {
                return text.at(static_cast<qsizetype>(index));
            };
            const int wrong = at(a, i - 1) == at(b, j - 1) ? 0 : 1;
            rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + wrong});
            if (i > 1 && j > 1 && at(a, i - 1) == at(b, j - 2) && at(a, i - 2) == at(b, j - 1)) {
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }
    }
    return rows.back().back();
}

} // namespace

QByteArray nearestWord(const QByteArray &typed, const QList<QByteArray> &known)
{
    QByteArray nearest;
    if (typed.size() > longestWord) {
        return nearest;
    }
    int least = typed.size() <= 3 ? 2 : 3; // one slip in a short word, two in a longer one
    const QByteArray lower = typed.toLower();
    for (const QByteArray &word : known) {
        const int slips = distance(lower, word);
        if (slips < least) {
            least = slips;
            nearest = word;
        }
    }
    return nearest;
}

QString mendFor(const QByteArray &typed, const QList<QByteArray> &known, const QString &otherwise)
{
    const QByteArray nearest = nearestWord(typed, known);
    return nearest.isEmpty() ? otherwise : QStringLiteral("did you mean %1?").arg(QString::fromUtf8(nearest));
}

} // namespace Detour
