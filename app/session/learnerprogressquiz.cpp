// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/learnerprogress.h"

#include <algorithm>

// What a learner knows of the quiz's questions.

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView boxes{"boxes"};
constexpr QLatin1StringView missedIdeas{"missed"};
constexpr int mostMissed = 99; // times

} // namespace

std::optional<int> LearnerProgress::number(const QString &group, const QString &id, int most) const
{
    const int number = m_known.value(group).toObject().value(id).toInt(-1);
    return number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

void LearnerProgress::setNumber(const QString &group, const QString &id, int number)
{
    QJsonObject all = m_known.value(group).toObject();
    if (all.value(id) == number)
        return;
    all.insert(id, number);
    m_known.insert(group, all);
    write();
}

int LearnerProgress::box(const QString &question) const
{
    return number(boxes, question, highestBox).value_or(0);
}

bool LearnerProgress::isAnswered(const QString &question) const
{
    return number(boxes, question, highestBox).has_value();
}

void LearnerProgress::noteAnswer(const QString &question, bool right)
{
    const int next = isAnswered(question) ? std::min(box(question) + 1, highestBox) : knownFrom;
    setNumber(boxes, question, right ? next : 0);
}

int LearnerProgress::missedTimes(const QString &misconception) const
{
    return number(missedIdeas, misconception, mostMissed).value_or(0);
}

void LearnerProgress::noteMisconception(const QString &id, bool missed)
{
    const int before = missedTimes(id);
    const int after = std::clamp(before + (missed ? 1 : -1), 0, mostMissed);
    if (after != before)
        setNumber(missedIdeas, id, after);
}

QStringList LearnerProgress::missed() const
{
    QStringList ids = m_known.value(missedIdeas).toObject().keys();
    const auto isMadeUpFor = [this](const QString &id) { return missedTimes(id) == 0; };
    ids.erase(std::remove_if(ids.begin(), ids.end(), isMadeUpFor), ids.end());
    std::stable_sort(ids.begin(), ids.end(),
                     [this](const QString &a, const QString &b) { return missedTimes(a) > missedTimes(b); });
    return ids;
}

void LearnerProgress::forgetQuiz()
{
    m_known.remove(boxes);
    m_known.remove(missedIdeas);
    write();
}

} // namespace Detour
