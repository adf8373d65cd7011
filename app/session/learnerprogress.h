// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <optional>

namespace Detour {

/// What a learner has done on this computer: a JSON file that is written at each change. A file that cannot be read, or
/// is damaged, counts as empty; one of a later version is left as it is, and nothing is written then.
class LearnerProgress final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LearnerProgress)

public:
    /// `file` is made with its folder when there is something to write; empty: in memory only.
    explicit LearnerProgress(QString file = {}, QObject *parent = nullptr);
    ~LearnerProgress() override;

    /// Where the learner was, from 0; 0 too where the lesson was never opened.
    [[nodiscard]] int lessonStep(const QString &id) const;
    void setLessonStep(const QString &id, int step);
    [[nodiscard]] bool lessonBegun(const QString &id) const; ///< opened at least once; also when done
    [[nodiscard]] bool lessonDone(const QString &id) const;
    void setLessonDone(const QString &id); ///< stays so when the lesson is read again

    /// Which of its two ways a learner has run; `take` is "broken" or "fixed".
    [[nodiscard]] bool scenarioRan(const QString &id, const QString &take) const;
    void setScenarioRan(const QString &id, const QString &take);

    static constexpr int highestBox = 4;
    static constexpr int knownFrom = 2; ///< a question in this box or above counts as known

    /// The Leitner box of a question of the quiz, 0 to highestBox; 0 too where it was never answered.
    [[nodiscard]] int box(const QString &question) const;
    [[nodiscard]] bool isAnswered(const QString &question) const; ///< at least once
    [[nodiscard]] bool isKnown(const QString &question) const { return box(question) >= knownFrom; }
    /// A wrong answer leads back to box 0, a right one to the next box; who is right at once knows it.
    void noteAnswer(const QString &question, bool right);
    /// `missed`: a wrong answer has shown it; else a right one has made up for one of those.
    void noteMisconception(const QString &id, bool missed);
    [[nodiscard]] int missedTimes(const QString &misconception) const;
    /// The ids of the misconceptions that are missed still, most first.
    [[nodiscard]] QStringList missed() const;
    /// Forgets the quiz alone.
    void forgetQuiz();

    [[nodiscard]] bool welcomeSeen() const;
    void setWelcomeSeen();

    /// Forgets everything, and removes the file.
    void wipe();

signals:
    void changed();

private:
    void read();
    /// Keeps the file as it now ought to be, and says so.
    void write();
    /// The entry of one id in a group ("lessons"); empty where there is none.
    [[nodiscard]] QJsonObject entry(const QString &group, const QString &id) const;
    void setEntry(const QString &group, const QString &id, const QJsonObject &entry);
    /// Likewise for groups of numbers ("boxes"); absent where there is none from 0 to `most`.
    [[nodiscard]] std::optional<int> number(const QString &group, const QString &id, int most) const;
    void setNumber(const QString &group, const QString &id, int number);

    QString m_file;      ///< empty: in memory only
    QJsonObject m_known; ///< the whole file, with members that this version does not know
};

} // namespace Detour
