// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/quizround.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype restingTime = 3; ///< other questions between the same one
/// Three in ten of the questions after a written one make about one in four of all.
constexpr int generatedPercent = 32;

/// The most often missed idea that the question can show.
int missedBy(const QuizItem &item, const LearnerProgress &progress)
{
    int most = 0;
    for (const QString &id : item.misconceptions) {
        most = std::max(most, progress.missedTimes(id));
    }
    return most;
}

/// How late its turn is: less comes first. Missed ideas are below 0.
int turnOf(const QuizItem &item, const LearnerProgress &progress)
{
    enum { Box0, Box1, Unseen, Known };
    if (const int missed = missedBy(item, progress); missed > 0) {
        return -missed;
    }
    if (!progress.isAnswered(item.id)) {
        return Unseen;
    }
    return progress.isKnown(item.id) ? Known + progress.box(item.id) : progress.box(item.id);
}

QList<QuizItem> without(const QList<QuizItem> &items, const QuizHistory &recent)
{
    QList<QuizItem> left;
    std::copy_if(items.cbegin(), items.cend(), std::back_inserter(left),
                 [&recent](const QuizItem &item) { return !recent.contains(item.id); });
    return left;
}

/// Those that may come now: rested, or at least not the last one.
QList<QuizItem> rested(const QList<QuizItem> &items, const QuizHistory &history)
{
    QList<QuizItem> left = without(items, history.last(std::min(history.size(), restingTime)));
    if (!left.isEmpty()) {
        return left;
    }
    return without(items, history.last(std::min<qsizetype>(history.size(), 1)));
}

} // namespace

bool QuizFilter::letsGenerated() const
{
    static const QStringList topics{u"codes"_s, u"methods"_s, u"bodies"_s, u"credentials"_s, u"clients"_s};
    return topic.isEmpty() || topics.contains(topic);
}

QuizNext nextOf(const QList<QuizItem> &items, const LearnerProgress &progress, const QuizFilter &filter,
                const QuizHistory &history, QRandomGenerator &random)
{
    QList<QuizItem> wanted;
    std::copy_if(items.cbegin(), items.cend(), std::back_inserter(wanted),
                 [&filter](const QuizItem &item) { return filter.lets(item); });
    const bool wasGenerated = !history.isEmpty() && history.constLast().isEmpty();
    const bool mayBeGenerated = filter.letsGenerated() && !history.isEmpty() && !wasGenerated;
    if (mayBeGenerated && random.bounded(100) < generatedPercent) {
        return {true, std::nullopt};
    }
    const QList<QuizItem> candidates = rested(wanted, history);
    if (candidates.isEmpty()) {
        return {filter.letsGenerated() && !wanted.isEmpty(), std::nullopt};
    }
    QList<QuizItem> first;
    int earliest = 0;
    for (const QuizItem &item : candidates) {
        const int turn = turnOf(item, progress);
        if (first.isEmpty() || turn < earliest) {
            first.clear();
            earliest = turn;
        }
        if (turn == earliest) {
            first.append(item);
        }
    }
    return {false, first.at(random.bounded(static_cast<int>(first.size())))};
}

QStringList shuffledOptions(const QuizItem &item, QRandomGenerator &random)
{
    QStringList options = item.options;
    std::shuffle(options.begin(), options.end(), random);
    return options;
}

} // namespace Detour
