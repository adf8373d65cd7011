// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/quizprogress.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView schema{"detour.quiz-progress/1"};
constexpr qint64 largestFile = 1'048'576;
constexpr int mostMissed = 99; ///< times

QHash<QString, int> numbersOf(const QJsonObject &object, int smallest, int largest)
{
    QHash<QString, int> numbers;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const int number = entry.value().toInt(-1);
        if (number >= smallest && number <= largest)
            numbers.insert(entry.key(), number);
    }
    return numbers;
}

QJsonObject objectOf(const QHash<QString, int> &numbers)
{
    QJsonObject object;
    for (auto entry = numbers.begin(); entry != numbers.end(); ++entry)
        object.insert(entry.key(), entry.value());
    return object;
}

} // namespace

QuizProgress::QuizProgress(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    if (!m_file.isEmpty())
        read();
}

void QuizProgress::read()
{
    QFile file(m_file);
    if (!QFileInfo(m_file).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return;
    const QJsonObject found = QJsonDocument::fromJson(file.read(largestFile)).object();
    if (found.value("schema"_L1).toString() != schema)
        return;
    m_boxes = numbersOf(found.value("boxes"_L1).toObject(), 0, highestBox);
    m_missed = numbersOf(found.value("missed"_L1).toObject(), 1, mostMissed);
}

void QuizProgress::write()
{
    if (!m_file.isEmpty()) {
        const QJsonObject known{
            {u"schema"_s, QString(schema)}, {u"boxes"_s, objectOf(m_boxes)}, {u"missed"_s, objectOf(m_missed)}};
        QDir().mkpath(QFileInfo(m_file).absolutePath());
        QSaveFile file(m_file);
        // On a full disk nothing is said: the quiz goes on without its memory.
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QJsonDocument(known).toJson());
            file.commit();
        }
    }
    emit changed();
}

int QuizProgress::box(const QString &id) const
{
    return m_boxes.value(id);
}

void QuizProgress::noteAnswer(const QString &id, bool right)
{
    if (!right)
        m_boxes[id] = 0;
    else
        m_boxes[id] = isSeen(id) ? std::min(box(id) + 1, highestBox) : knownFrom;
    write();
}

void QuizProgress::noteMisconception(const QString &id, bool missed)
{
    const int before = missedTimes(id);
    const int after = std::clamp(before + (missed ? 1 : -1), 0, mostMissed);
    if (after == before)
        return;
    if (after == 0)
        m_missed.remove(id);
    else
        m_missed[id] = after;
    write();
}

QStringList QuizProgress::missed() const
{
    QStringList ids = m_missed.keys();
    std::sort(ids.begin(), ids.end(), [this](const QString &a, const QString &b) {
        return missedTimes(a) != missedTimes(b) ? missedTimes(a) > missedTimes(b) : a < b;
    });
    return ids;
}

void QuizProgress::wipe()
{
    m_boxes.clear();
    m_missed.clear();
    if (!m_file.isEmpty())
        QFile::remove(m_file);
    emit changed();
}

} // namespace Detour
