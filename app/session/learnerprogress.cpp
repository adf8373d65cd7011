// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/learnerprogress.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView schemaFamily{"detour.progress/"};
constexpr QLatin1StringView schema{"detour.progress/1"};
constexpr qint64 largestFile = 4'194'304;
constexpr int mostSteps = 1000; // of a lesson; what is more comes from a damaged file

} // namespace

LearnerProgress::LearnerProgress(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    if (!m_file.isEmpty())
        read();
}

LearnerProgress::~LearnerProgress() = default;

void LearnerProgress::read()
{
    QFile file(m_file);
    if (!QFileInfo(m_file).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return;
    const QJsonObject found = QJsonDocument::fromJson(file.read(largestFile)).object();
    const QString version = found.value("schema"_L1).toString();
    if (version == schema)
        m_known = found;
    else if (version.startsWith(schemaFamily))
        m_file.clear(); // a later Detour's; to write over it would lose what that one knows
}

void LearnerProgress::write()
{
    if (!m_file.isEmpty()) {
        m_known.insert("schema"_L1, QString(schema));
        QDir().mkpath(QFileInfo(m_file).absolutePath());
        QSaveFile file(m_file);
        // On a full disk nothing is said: a lesson goes on without its mark.
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QJsonDocument(m_known).toJson());
            file.commit();
        }
    }
    emit changed();
}

QJsonObject LearnerProgress::entry(const QString &group, const QString &id) const
{
    return m_known.value(group).toObject().value(id).toObject();
}

void LearnerProgress::setEntry(const QString &group, const QString &id, const QJsonObject &entry)
{
    QJsonObject all = m_known.value(group).toObject();
    if (all.value(id) == entry)
        return;
    all.insert(id, entry);
    m_known.insert(group, all);
    write();
}

int LearnerProgress::lessonStep(const QString &id) const
{
    return qBound(0, entry(u"lessons"_s, id).value("step"_L1).toInt(), mostSteps);
}

void LearnerProgress::setLessonStep(const QString &id, int step)
{
    QJsonObject lesson = entry(u"lessons"_s, id);
    lesson.insert("step"_L1, qBound(0, step, mostSteps));
    setEntry(u"lessons"_s, id, lesson);
}

bool LearnerProgress::lessonBegun(const QString &id) const
{
    return !entry(u"lessons"_s, id).isEmpty();
}

bool LearnerProgress::lessonDone(const QString &id) const
{
    return entry(u"lessons"_s, id).value("done"_L1).toBool();
}

void LearnerProgress::setLessonDone(const QString &id)
{
    QJsonObject lesson = entry(u"lessons"_s, id);
    lesson.insert("done"_L1, true);
    setEntry(u"lessons"_s, id, lesson);
}

bool LearnerProgress::scenarioRan(const QString &id, const QString &take) const
{
    return entry(u"scenarios"_s, id).value(take).toBool();
}

void LearnerProgress::setScenarioRan(const QString &id, const QString &take)
{
    QJsonObject scenario = entry(u"scenarios"_s, id);
    scenario.insert(take, true);
    setEntry(u"scenarios"_s, id, scenario);
}

bool LearnerProgress::welcomeSeen() const
{
    return m_known.value("welcomeSeen"_L1).toBool();
}

void LearnerProgress::setWelcomeSeen()
{
    if (welcomeSeen())
        return;
    m_known.insert("welcomeSeen"_L1, true);
    write();
}

void LearnerProgress::wipe()
{
    m_known = {};
    if (!m_file.isEmpty())
        QFile::remove(m_file);
    emit changed();
}

} // namespace Detour
