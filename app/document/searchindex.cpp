// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/searchindex.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr float titleWeight = 10;
constexpr float aliasWeight = 9;
constexpr float whereWeight = 2;
constexpr float textWeight = 1;

/// Words that say nothing by themselves.
bool isFiller(const QString &word)
{
    static const QSet<QString> fillers{u"a"_s,    u"an"_s, u"the"_s,  u"of"_s,   u"to"_s,   u"in"_s,  u"is"_s,
                                       u"and"_s,  u"or"_s, u"for"_s,  u"with"_s, u"what"_s, u"how"_s, u"do"_s,
                                       u"does"_s, u"it"_s, u"when"_s, u"why"_s,  u"i"_s,    u"on"_s};
    return fillers.contains(word);
}

bool isNumber(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

/// Typing errors that are overlooked in a word of this length.
int errorsIn(const QString &typed)
{
    if (isNumber(typed) || typed.size() < 4) {
        return 0;
    }
    return typed.size() < 8 ? 1 : 2;
}

float kindBonus(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Page:
        return 4;
    case SearchKind::Field:
    case SearchKind::Client:
        return 2;
    case SearchKind::Heading:
    case SearchKind::Action:
    case SearchKind::Lesson:
    case SearchKind::Scenario:
        return 0;
    case SearchKind::Example:
        return -1;
    }
    return 0;
}

} // namespace

SearchIndex::SearchIndex(QList<SearchEntry> entries)
    : m_entries(std::move(entries))
    , m_titleTokens(m_entries.size())
    , m_textTokens(m_entries.size())
{
    for (int at = 0; at < m_entries.size(); ++at) {
        const SearchEntry &entry = m_entries.at(at);
        Weights weights;
        addWords(entry.title, titleWeight, weights, &m_titleTokens[at]);
        for (const QString &alias : entry.aliases) {
            addWords(alias, aliasWeight, weights, nullptr);
        }
        // What a field's section says of other things does not make it an answer to them.
        Weights shownOnly;
        const bool isField = entry.kind == SearchKind::Field;
        addWords(entry.where, whereWeight, isField ? shownOnly : weights, nullptr);
        addWords(entry.text, textWeight, isField ? shownOnly : weights, &m_textTokens[at]);
        for (auto weight = weights.cbegin(); weight != weights.cend(); ++weight) {
            m_postings[weight.key()].append({at, weight.value()});
        }
    }
    // A word that stands everywhere tells little.
    const double all = std::log(1.0 + double(m_entries.size()));
    for (QList<Posting> &postings : m_postings) {
        const double rare = std::log(1.0 + double(m_entries.size()) / std::max(1.0, double(postings.size()))) / all;
        for (Posting &posting : postings) {
            posting.weight *= float(std::clamp(rare, 0.15, 1.0));
        }
    }
    sortWords();
}

int SearchIndex::wordNumber(const QString &word)
{
    const auto known = m_numbers.constFind(word);
    if (known != m_numbers.cend()) {
        return *known;
    }
    const int number = int(m_words.size());
    m_numbers.insert(word, number);
    m_words.append(word);
    m_postings.append(QList<Posting>());
    return number;
}

void SearchIndex::addWords(const QString &text, float weight, Weights &weights, QList<Token> *tokens)
{
    for (const SearchWord &word : searchWords(text)) {
        const int number = wordNumber(word.folded);
        float &known = weights[number];
        // Once in the title counts more than often in the text; often, more than once.
        known = std::max(known, weight) + (known > 0 && known < 3 ? 0.3F : 0.0F);
        if (tokens) {
            tokens->append({int(word.at), int(word.length), number});
        }
    }
}

void SearchIndex::sortWords()
{
    QList<int> order(m_words.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [this](int left, int right) { return m_words.at(left) < m_words.at(right); });
    QList<int> place(order.size());
    QStringList words;
    QList<QList<Posting>> postings;
    for (int at = 0; at < order.size(); ++at) {
        place[order.at(at)] = at;
        words.append(m_words.at(order.at(at)));
        postings.append(m_postings.at(order.at(at)));
    }
    m_words = std::move(words);
    m_postings = std::move(postings);
    m_numbers.clear();
    for (QList<QList<Token>> *each : {&m_titleTokens, &m_textTokens}) {
        for (QList<Token> &tokens : *each) {
            for (Token &token : tokens) {
                token.word = place.at(token.word);
            }
        }
    }
}

SearchIndex::Match SearchIndex::matchOf(const QString &typed) const
{
    Match match{typed, QList<float>(m_words.size(), 0.0F)};
    bool isFound = false;
    auto word = std::lower_bound(m_words.begin(), m_words.end(), typed);
    for (; word != m_words.end() && word->startsWith(typed); ++word) {
        const bool isWhole = word->size() == typed.size();
        match.quality[word - m_words.begin()] =
            isWhole ? 1.0F : 0.55F + 0.4F * float(typed.size()) / float(word->size());
        isFound = true;
    }
    if (!isFound) {
        addNearWords(match);
    }
    return match;
}

void SearchIndex::addNearWords(Match &match) const
{
    const int limit = errorsIn(match.typed);
    if (limit == 0) {
        return;
    }
    for (qsizetype at = 0; at < m_words.size(); ++at) {
        const int whole = typingDistance(match.typed, m_words.at(at), limit);
        if (whole <= limit) {
            match.quality[at] = 0.75F - 0.15F * float(whole);
            continue;
        }
        const int begun = typingDistanceToBeginning(match.typed, m_words.at(at), limit);
        if (begun <= limit) {
            match.quality[at] = 0.6F - 0.15F * float(begun);
        }
    }
}

QList<SearchIndex::Match> SearchIndex::matchesFor(const QString &query) const
{
    QStringList typed;
    for (const SearchWord &word : searchWords(query)) {
        typed.append(word.folded);
    }
    if (!std::all_of(typed.begin(), typed.end(), isFiller)) {
        typed.removeIf(isFiller);
    }
    typed.removeDuplicates();
    QList<Match> matches;
    for (const QString &word : typed.mid(0, mostWords)) {
        matches.append(matchOf(word));
    }
    return matches;
}

QList<float> SearchIndex::scores(const QList<Match> &matches, int forgiven) const
{
    QList<float> total(m_entries.size(), 0.0F);
    QList<int> found(m_entries.size(), 0);
    QList<float> best(m_entries.size());
    for (const Match &match : matches) {
        best.fill(0);
        for (qsizetype word = 0; word < match.quality.size(); ++word) {
            if (match.quality.at(word) <= 0) {
                continue;
            }
            for (const Posting &posting : m_postings.at(word)) {
                best[posting.entry] = std::max(best.at(posting.entry), posting.weight * match.quality.at(word));
            }
        }
        for (qsizetype entry = 0; entry < best.size(); ++entry) {
            total[entry] += best.at(entry);
            found[entry] += best.at(entry) > 0 ? 1 : 0;
        }
    }
    for (qsizetype entry = 0; entry < total.size(); ++entry) {
        if (found.at(entry) < matches.size() - forgiven) {
            total[entry] = 0;
        }
    }
    return total;
}

float SearchIndex::bonus(const SearchEntry &entry, const QString &query) const
{
    float result = kindBonus(entry.kind);
    const auto add = [&](const QString &name, float whole, float beginning) {
        if (name.compare(query, Qt::CaseInsensitive) == 0) {
            result += whole;
        } else if (name.startsWith(query, Qt::CaseInsensitive)) {
            result += beginning;
        }
    };
    add(entry.title, 30, 8);
    float alias = 0;
    for (const QString &name : entry.aliases) {
        if (name.compare(query, Qt::CaseInsensitive) == 0) {
            alias = 25;
        } else if (name.startsWith(query, Qt::CaseInsensitive)) {
            alias = std::max(alias, 6.0F);
        }
    }
    // "see other" is all of "303 See Other" but for its number.
    const qsizetype space = entry.title.indexOf(u' ');
    if (space > 0 && isNumber(entry.title.left(space))) {
        add(entry.title.mid(space + 1), 30, 8);
    }
    return result + alias;
}

QList<SearchHit> SearchIndex::find(const QString &query, int limit) const
{
    const QString asked = query.left(longestQuery).simplified();
    if (asked.startsWith("page:"_L1)) {
        return findTarget(asked);
    }
    const QList<Match> matches = matchesFor(asked);
    if (matches.isEmpty()) {
        return {};
    }
    QList<std::pair<float, int>> ranked;
    for (int forgiven = 0; forgiven < 2 && forgiven < matches.size() && ranked.isEmpty(); ++forgiven) {
        const QList<float> score = scores(matches, forgiven);
        for (int entry = 0; entry < score.size(); ++entry) {
            if (score.at(entry) > 0) {
                ranked.append({score.at(entry) + bonus(m_entries.at(entry), asked), entry});
            }
        }
    }
    const auto isBefore = [](const auto &left, const auto &right) {
        return left.first > right.first || (left.first == right.first && left.second < right.second);
    };
    const auto end = ranked.begin() + std::min(qsizetype(limit), ranked.size());
    std::partial_sort(ranked.begin(), end, ranked.end(), isBefore);
    QList<SearchHit> hits;
    for (auto each = ranked.begin(); each != end; ++each) {
        hits.append(hitFor(each->second, each->first, matches));
    }
    return hits;
}

QList<SearchHit> SearchIndex::findTarget(const QString &target) const
{
    QList<SearchHit> hits;
    for (int entry = 0; entry < m_entries.size(); ++entry) {
        const SearchEntry &each = m_entries.at(entry);
        const bool isPlace = each.kind == SearchKind::Page || each.kind == SearchKind::Heading;
        if (isPlace && each.target == target) {
            hits.append(hitFor(entry, 1, {}));
        }
    }
    return hits;
}

SearchHit SearchIndex::hitFor(int entry, float score, const QList<Match> &matches) const
{
    SearchHit hit;
    hit.entry = m_entries.at(entry);
    hit.score = score;
    hit.titleMarks = marks(m_titleTokens.at(entry), matches);
    addSnippet(hit, entry, matches);
    return hit;
}

QString SearchIndex::suggestionFor(const QString &query) const
{
    QString result = query.left(longestQuery).simplified();
    QList<SearchWord> words = searchWords(result);
    // From the end, so that what was replaced does not move what comes before it.
    std::reverse(words.begin(), words.end());
    for (const SearchWord &word : std::as_const(words)) {
        const Match match = matchOf(word.folded);
        if (std::any_of(match.quality.begin(), match.quality.end(), [](float each) { return each > 0; })) {
            continue;
        }
        const int limit = std::max(2, int(word.folded.size()) / 2);
        QString nearest;
        int least = limit + 1;
        for (const QList<Token> &tokens : m_titleTokens) {
            for (const Token &token : tokens) {
                const int distance = typingDistance(word.folded, m_words.at(token.word), least - 1);
                if (distance < least && m_words.at(token.word).size() > 2) {
                    least = distance;
                    nearest = m_words.at(token.word);
                }
            }
        }
        result.replace(word.at, word.length, nearest);
    }
    result = result.simplified();
    return result.isEmpty() || find(result, 1).isEmpty() ? QString() : result;
}

} // namespace Detour
