// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

namespace Detour {

/// What a learner knows of the quiz's questions: a Leitner box for each, and the misconceptions that wrong answers have
/// shown. A JSON file of this user that is written at each change; a file that cannot be read counts as empty.
class QuizProgress final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuizProgress)

public:
    /// `file` is made with its folder when there is something to write; empty: in memory only.
    explicit QuizProgress(QString file = {}, QObject *parent = nullptr);

    static constexpr int highestBox = 4;
    static constexpr int knownFrom = 2; ///< questions in this box and above count as known

    /// 0 to highestBox; 0 too where the question was never answered.
    [[nodiscard]] int box(const QString &id) const;
    [[nodiscard]] bool isSeen(const QString &id) const { return m_boxes.contains(id); }
    [[nodiscard]] bool isKnown(const QString &id) const { return box(id) >= knownFrom; }
    /// A wrong answer leads back to box 0, a right one to the next box; who is right at once knows it.
    void noteAnswer(const QString &id, bool right);

    /// `missed`: a wrong answer has shown it; else a right one has made up for one of those.
    void noteMisconception(const QString &id, bool missed);
    [[nodiscard]] int missedTimes(const QString &id) const { return m_missed.value(id); }
    /// The ids of those that are missed still, most first.
    [[nodiscard]] QStringList missed() const;

    [[nodiscard]] bool isEmpty() const { return m_boxes.isEmpty() && m_missed.isEmpty(); }
    /// Forgets everything, and removes the file.
    void wipe();

signals:
    void changed();

private:
    void read();
    void write();

    QString m_file;
    QHash<QString, int> m_boxes;
    QHash<QString, int> m_missed;
};

} // namespace Detour
