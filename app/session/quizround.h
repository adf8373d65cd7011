// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/quizfile.h"
#include "session/learnerprogress.h"

#include <QRandomGenerator>

#include <optional>

namespace Detour {

/// Which questions are wanted.
struct QuizFilter
{
    QString topic; ///< empty: any
    int level = 0; ///< 0: any

    [[nodiscard]] bool lets(const QuizItem &item) const
    {
        return (topic.isEmpty() || item.topic == topic) && (level == 0 || item.level == level);
    }
    /// Whether questions that the lab grades belong to it: they are about what is sent next.
    [[nodiscard]] bool letsGenerated() const;

    friend bool operator==(const QuizFilter &, const QuizFilter &) = default;
};

/// What comes next.
struct QuizNext
{
    bool isGenerated = false;     ///< a question that nobody wrote: randomQuestion()
    std::optional<QuizItem> item; ///< else this one

    [[nodiscard]] bool isNothing() const { return !isGenerated && !item; }
};

/// What has been asked of late: ids, the newest last; empty for a generated question.
using QuizHistory = QStringList;

/// Pure. What shows a misconception that is missed still comes first, most missed first; then what lies in a low
/// Leitner box; then what was never asked; then the other boxes. About one in four is generated where the filter lets
/// it. Never the same twice in a row, and none of the last three as long as there is another.
[[nodiscard]] QuizNext nextOf(const QList<QuizItem> &items, const LearnerProgress &progress, const QuizFilter &filter,
                              const QuizHistory &history, QRandomGenerator &random);

/// The options in an order of chance.
[[nodiscard]] QStringList shuffledOptions(const QuizItem &item, QRandomGenerator &random);

} // namespace Detour
