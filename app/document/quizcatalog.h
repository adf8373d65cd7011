// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/contentstore.h"
#include "document/quizfile.h"

namespace Detour {

/// The questions of all files of content/quiz. A file that cannot be read, and a question whose id another one has, are
/// left out and told: the others go on.
class QuizCatalog final
{
public:
    explicit QuizCatalog(const ContentStore &store);

    /// In the order of the topics, then of the levels, then as they are written.
    [[nodiscard]] const QList<QuizItem> &items() const { return m_items; }
    /// Those of a topic (empty: any) and a level (0: any).
    [[nodiscard]] QList<QuizItem> items(const QString &topic, int level) const;
    /// Null if there is none. Lives as long as the catalog.
    [[nodiscard]] const QuizItem *item(const QString &id) const;
    /// "bad-quiz", each with its file's name; and those of ContentStore::read().
    [[nodiscard]] const QList<Error> &errors() const { return m_errors; }

private:
    void take(const QString &path, const QList<QuizItem> &items);

    QList<QuizItem> m_items;
    QList<Error> m_errors;
};

} // namespace Detour
