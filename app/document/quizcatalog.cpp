// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/quizcatalog.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

QuizCatalog::QuizCatalog(const ContentStore &store)
{
    for (const QString &name : store.list(u"quiz"_s, u".json"_s)) {
        const QString path = u"quiz/"_s + name;
        const auto bytes = store.read(path);
        const auto items = bytes ? readQuizFile(*bytes) : Result<QList<QuizItem>>(bytes.error());
        if (items)
            take(path, *items);
        else
            m_errors.append({items.error().code, path + ": "_L1 + items.error().message});
    }
    const QStringList topics = quizTopics();
    std::stable_sort(m_items.begin(), m_items.end(), [&topics](const QuizItem &a, const QuizItem &b) {
        const qsizetype left = topics.indexOf(a.topic);
        const qsizetype right = topics.indexOf(b.topic);
        return left != right ? left < right : a.level < b.level;
    });
}

void QuizCatalog::take(const QString &path, const QList<QuizItem> &items)
{
    for (const QuizItem &read : items) {
        if (item(read.id))
            m_errors.append({u"bad-quiz"_s, u"%1: “%2” stands in another file, too."_s.arg(path, read.id)});
        else
            m_items.append(read);
    }
}

QList<QuizItem> QuizCatalog::items(const QString &topic, int level) const
{
    QList<QuizItem> chosen;
    std::copy_if(m_items.cbegin(), m_items.cend(), std::back_inserter(chosen), [&](const QuizItem &item) {
        return (topic.isEmpty() || item.topic == topic) && (level == 0 || item.level == level);
    });
    return chosen;
}

const QuizItem *QuizCatalog::item(const QString &id) const
{
    const auto found =
        std::find_if(m_items.cbegin(), m_items.cend(), [&id](const QuizItem &item) { return item.id == id; });
    return found == m_items.cend() ? nullptr : &*found;
}

} // namespace Detour
