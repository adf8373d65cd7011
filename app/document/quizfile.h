// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace Detour {

/// One question with its reason, as content/quiz/TOPIC.json has it (content/README.md).
struct QuizItem
{
    QString id; ///< a slug, unique in all files
    QString question;
    QStringList options;                    ///< three to five; shown shuffled
    QString answer;                         ///< one of them
    QString why;                            ///< Markdown of one paragraph
    QString clause;                         ///< "RFC 9110 §15.4.3"
    QString link;                           ///< "page:302#next" or an https URL
    QString topic;                          ///< one of quizTopics()
    int level = 1;                          ///< 1 first steps, 2 at work, 3 deep
    QHash<QString, QString> misconceptions; ///< a wrong option → the id of what it shows
};

/// "codes", "methods", "bodies" …, in the order in which they are learned.
[[nodiscard]] QStringList quizTopics();

/// Reads one file: a JSON array of items. Error "bad-quiz" with the place and id of the item, and its member.
[[nodiscard]] Result<QList<QuizItem>> readQuizFile(const QByteArray &json);

} // namespace Detour
