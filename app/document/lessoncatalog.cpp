// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/lessoncatalog.h"

#include "document/codespan.h"
#include "document/orderedids.h"

namespace Detour {

using namespace Qt::StringLiterals;

Result<const Lesson *> LessonCatalog::lesson(const QString &id) const
{
    if (const auto known = m_lessons.constFind(id); known != m_lessons.constEnd())
        return known->get();
    const QString path = u"lessons/%1.json"_s.arg(id);
    const auto bytes = isSlug(id) ? m_store.read(path) : Result<QByteArray>(Error{});
    if (!bytes)
        return Error{u"no-lesson"_s, u"There is no lesson “%1”. Lessons: %2."_s.arg(id.left(40), ids().join(", "_L1))};
    auto lesson = readLesson(id, *bytes);
    if (!lesson)
        return Error{lesson.error().code, path + ": "_L1 + lesson.error().message};
    return m_lessons.insert(id, std::make_shared<const Lesson>(*std::move(lesson)))->get();
}

QStringList LessonCatalog::ids() const
{
    return orderedIds(m_store, u"lessons"_s);
}

Result<Lesson> LessonCatalog::lessonOrFile(const QString &word) const
{
    if (word.contains(u'/') || word.endsWith(".json"_L1, Qt::CaseInsensitive))
        return readLessonFile(word);
    const auto known = lesson(word);
    return known ? Result<Lesson>(**known) : Result<Lesson>(known.error());
}

} // namespace Detour
