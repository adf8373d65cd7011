// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/searchindex.h"

#include <algorithm>

namespace Detour {

// What SearchIndex shows of an entry: the marks in its title, and a piece of its text.

using namespace Qt::StringLiterals;

namespace {

constexpr int snippetLength = 120;
constexpr int lengthBefore = 28; ///< of what is shown before the first word found

/// Where a word begins at `at` or before it, but not before `least`.
qsizetype wordBegin(const QString &text, qsizetype at, qsizetype least)
{
    while (at > least && !text.at(at - 1).isSpace()) {
        --at;
    }
    return at;
}

} // namespace

QList<SearchMark> SearchIndex::marks(const QList<Token> &tokens, const QList<Match> &matches) const
{
    QList<SearchMark> result;
    for (const Token &token : tokens) {
        for (const Match &match : matches) {
            if (match.quality.at(token.word) <= 0) {
                continue;
            }
            const bool isBegun = m_words.at(token.word).startsWith(match.typed);
            const bool isWhole = m_words.at(token.word).size() == match.typed.size();
            const int length = isBegun && !isWhole ? std::min(token.length, int(match.typed.size())) : token.length;
            result.append({token.at, length});
            break;
        }
    }
    return result;
}

void SearchIndex::addSnippet(SearchHit &hit, int entry, const QList<Match> &matches) const
{
    const QString &text = hit.entry.text;
    const QList<SearchMark> found = marks(m_textTokens.at(entry), matches);
    if (found.isEmpty() && hit.titleMarks.isEmpty() && !hit.entry.aliases.isEmpty()) {
        hit.snippet = "Also: "_L1 + hit.entry.aliases.join(", "_L1).left(snippetLength);
        return;
    }
    // The place where most of what was found stands close together; the first of several.
    qsizetype best = 0;
    qsizetype most = 0;
    for (qsizetype at = 0; at < found.size(); ++at) {
        qsizetype end = at;
        while (end < found.size() && found.at(end).at + found.at(end).length - found.at(at).at < snippetLength - 36) {
            ++end;
        }
        if (end - at > most) {
            most = end - at;
            best = at;
        }
    }
    const qsizetype from =
        found.isEmpty() ? 0 : wordBegin(text, std::max(qsizetype(0), found.at(best).at - lengthBefore), 0);
    qsizetype to = std::min(text.size(), from + snippetLength);
    if (to < text.size()) {
        to = wordBegin(text, to, from + snippetLength / 2);
    }
    const QString lead = from > 0 ? u"… "_s : QString();
    hit.snippet = lead + text.mid(from, to - from).trimmed() + (to < text.size() ? u" …"_s : QString());
    for (const SearchMark &mark : found) {
        if (mark.at >= from && mark.at + mark.length <= to) {
            hit.snippetMarks.append({mark.at - from + lead.size(), mark.length});
        }
    }
}

} // namespace Detour
