// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/contentstore.h"
#include "document/lessonfile.h"

#include <memory>

#include <QHash>

namespace Detour {

/// The lessons of content/lessons, read when first asked for and kept. For one thread.
class LessonCatalog final
{
public:
    explicit LessonCatalog(ContentStore store)
        : m_store(std::move(store))
    {}

    /// Errors: "no-lesson" (names the known ids), "bad-lesson" with the file's name. Lives as long as the catalog.
    [[nodiscard]] Result<const Lesson *> lesson(const QString &id) const;
    /// Ids in the order of content/lessons/order, one a line; those that it does not name come after, by name.
    [[nodiscard]] QStringList ids() const;

    /// An id of the catalog, or a file on disk: a word with a slash or ".json" at its end.
    [[nodiscard]] Result<Lesson> lessonOrFile(const QString &word) const;

private:
    ContentStore m_store;
    mutable QHash<QString, std::shared_ptr<const Lesson>> m_lessons;
};

} // namespace Detour
