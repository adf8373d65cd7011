// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/searchentry.h"
#include "document/searchwords.h"

#include <QHash>

namespace Detour {

/// A stretch of a text that answers what was typed.
struct SearchMark
{
    qsizetype at = 0;
    qsizetype length = 0;

    friend bool operator==(const SearchMark &, const SearchMark &) = default;
};

struct SearchHit
{
    SearchEntry entry;
    double score = 0;
    QString snippet; ///< at most about 120 characters of the text, around what was found; may be empty
    QList<SearchMark> titleMarks;
    QList<SearchMark> snippetMarks;
};

/// Finds entries by words of their title, aliases and text. Words may be begun only, and have a typing error where no
/// word begins as typed. Every word must be found; if that gives nothing, one that is missing is forgiven. A value:
/// built once, then only read.
class SearchIndex final
{
public:
    SearchIndex() = default;
    explicit SearchIndex(QList<SearchEntry> entries);

    /// Best first. A link to a section as the page's "copy link" gives it ("page:307#caching") finds that section.
    [[nodiscard]] QList<SearchHit> find(const QString &query, int limit = 30) const;
    /// A query that finds something, near to one that found nothing; empty if none is near.
    [[nodiscard]] QString suggestionFor(const QString &query) const;
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }

    static constexpr int longestQuery = 120; ///< characters that are read
    static constexpr int mostWords = 8;      ///< of a query

private:
    struct Posting
    {
        int entry = 0;
        float weight = 0;
    };
    struct Token
    {
        int at = 0;
        int length = 0;
        int word = 0;
    };
    /// How well each word of the index answers one that was typed: 0 … 1.
    struct Match
    {
        QString typed;
        QList<float> quality; ///< by the number of the word
    };

    using Weights = QHash<int, float>;

    void addWords(const QString &text, float weight, Weights &weights, QList<Token> *tokens);
    void sortWords();
    [[nodiscard]] int wordNumber(const QString &word);
    [[nodiscard]] QList<Match> matchesFor(const QString &query) const;
    [[nodiscard]] Match matchOf(const QString &typed) const;
    void addNearWords(Match &match) const;
    [[nodiscard]] QList<float> scores(const QList<Match> &matches, int forgiven) const;
    [[nodiscard]] float bonus(const SearchEntry &entry, const QString &query) const;
    [[nodiscard]] QList<SearchHit> findTarget(const QString &target) const;
    [[nodiscard]] SearchHit hitFor(int entry, float score, const QList<Match> &matches) const;
    [[nodiscard]] QList<SearchMark> marks(const QList<Token> &tokens, const QList<Match> &matches) const;
    void addSnippet(SearchHit &hit, int entry, const QList<Match> &matches) const;

    QList<SearchEntry> m_entries;
    QStringList m_words;               ///< sorted
    QHash<QString, int> m_numbers;     ///< of the words, while building
    QList<QList<Posting>> m_postings;  ///< by word
    QList<QList<Token>> m_titleTokens; ///< by entry
    QList<QList<Token>> m_textTokens;  ///< by entry
};

} // namespace Detour
