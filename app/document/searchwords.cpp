// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/searchwords.h"

#include <algorithm>
#include <array>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCompared = 32;

QString fold(QStringView word)
{
    QString folded = word.toString().toLower();
    const bool isPlural = folded.size() >= 5 && folded.endsWith(u's') && !folded.endsWith("ss"_L1)
                          && !folded.endsWith("us"_L1) && !folded.endsWith("is"_L1) && folded != "https"_L1;
    if (isPlural) {
        folded.chop(1);
    }
    return folded;
}

using Row = std::array<int, longestCompared + 1>;

/// The last row of the table of distances: from `typed` to each beginning of `word`. False if all are above `limit`.
bool lastRow(QStringView typed, QStringView word, int limit, Row &row)
{
    Row before{};
    Row beforeThat{};
    for (qsizetype j = 0; j <= word.size(); ++j) {
        row[j] = int(j);
    }
    for (qsizetype i = 1; i <= typed.size(); ++i) {
        beforeThat = before;
        before = row;
        row[0] = int(i);
        int least = row[0];
        for (qsizetype j = 1; j <= word.size(); ++j) {
            const int change = typed[i - 1] == word[j - 1] ? 0 : 1;
            row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + change});
            if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) {
                row[j] = std::min(row[j], beforeThat[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        if (least > limit) {
            return false;
        }
    }
    return true;
}

} // namespace

QList<SearchWord> searchWords(QStringView text)
{
    QList<SearchWord> words;
    qsizetype begin = -1;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const bool isInside = at < text.size() && text[at].isLetterOrNumber();
        if (isInside && begin < 0) {
            begin = at;
        } else if (!isInside && begin >= 0) {
            words.append({fold(text.mid(begin, at - begin)), begin, at - begin});
            begin = -1;
        }
    }
    return words;
}

int typingDistance(QStringView typed, QStringView word, int limit)
{
    if (typed.size() > longestCompared || word.size() > longestCompared
        || std::abs(typed.size() - word.size()) > limit) {
        return limit + 1;
    }
    Row row{};
    return lastRow(typed, word, limit, row) ? std::min(row[word.size()], limit + 1) : limit + 1;
}

int typingDistanceToBeginning(QStringView typed, QStringView word, int limit)
{
    if (typed.size() > longestCompared || typed.size() - word.size() > limit) {
        return limit + 1;
    }
    const QStringView beginning = word.left(std::min(longestCompared, typed.size() + limit));
    Row row{};
    if (!lastRow(typed, beginning, limit, row)) {
        return limit + 1;
    }
    return std::min(*std::min_element(row.begin(), row.begin() + beginning.size() + 1), limit + 1);
}

} // namespace Detour
