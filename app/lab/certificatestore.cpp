// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/certificatestore.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QThread>

#include <chrono>

#include <unistd.h>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerOnlyFolder = ownerOnly | QFile::ExeOwner;
/// Longer than another process needs to make a pair and write it.
constexpr std::chrono::milliseconds lockPatience{5'000};
/// So many names of an earlier certificate go over to the next one: two contents that take turns share one certificate.
constexpr qsizetype mostNames = 256;

QString certificateFile(const QDir &folder)
{
    return folder.filePath(u"lab-certificate.pem"_s);
}

QString keyFile(const QDir &folder)
{
    return folder.filePath(u"lab-key.pem"_s);
}

QByteArray contentOf(const QString &name)
{
    constexpr qint64 longest = 64 * 1024;
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.read(longest) : QByteArray();
}

/// A key that others can read is theirs too.
bool isPrivate(const QString &name)
{
    const QFileInfo info(name);
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return info.isFile() && !(info.permissions() & others) && info.ownerId() == ::geteuid();
}

LabCertificate readPair(const QDir &folder)
{
    LabCertificate pair;
    if (isPrivate(keyFile(folder))) {
        pair.certificate = contentOf(certificateFile(folder));
        pair.key = contentOf(keyFile(folder));
        pair.file = certificateFile(folder);
    }
    return pair;
}

/// Empty if it worked, otherwise why not.
QString write(const QString &name, const QByteArray &content)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(content) != content.size()
        || !file.commit()) {
        return file.errorString();
    }
    return {};
}

QString writePair(const QDir &folder, const LabCertificate &pair)
{
    // The key first: a process that dies in between leaves a pair that does not match, and the next one makes it anew.
    const QString problem = write(keyFile(folder), pair.key);
    return problem.isEmpty() ? write(certificateFile(folder), pair.certificate) : problem;
}

QString makeFolder(const QDir &folder)
{
    if (folder.exists()) {
        return {};
    }
    const QFileInfo info(folder.absolutePath());
    const bool hasParent = QDir().mkpath(info.path());
    if (!hasParent || !(QDir().mkdir(info.filePath(), ownerOnlyFolder) || folder.exists())) {
        return u"the folder cannot be made"_s;
    }
    return {};
}

QList<QByteArray> allNames(const QList<QByteArray> &names, const LabCertificate &earlier)
{
    QList<QByteArray> all = names;
    for (const QByteArray &name : namesOf(earlier)) {
        if (all.size() < mostNames && !all.contains(name)) {
            all.append(name);
        }
    }
    return all;
}

Result<LabCertificate> inMemory(const QString &folder, const QString &problem, const QList<QByteArray> &names,
                                const QDateTime &now)
{
    Result<LabCertificate> pair = makeCertificate(names, now);
    if (pair) {
        pair->note = u"The certificate for https is new at each start, because it cannot be kept in %1: %2."_s.arg(
            QDir::toNativeSeparators(folder), problem);
    }
    return pair;
}

/// Waits for the lock, or until another process has made a pair that serves: then `kept` is it. QLockFile's own waiting
/// would sleep for seconds.
bool lockOrFind(QLockFile &lock, const QDir &folder, LabCertificate &kept, const QList<QByteArray> &names,
                const QDateTime &now)
{
    const QDeadlineTimer deadline(lockPatience);
    for (;;) {
        const bool isLocked = lock.tryLock(0);
        kept = readPair(folder);
        if (isLocked || isUsable(kept, names, now)) {
            return isLocked;
        }
        if (lock.error() != QLockFile::LockFailedError || deadline.hasExpired()) {
            return false;
        }
        QThread::msleep(10);
    }
}

} // namespace

Result<LabCertificate> keptCertificate(const QString &folder, const QList<QByteArray> &names, const QDateTime &now)
{
    if (folder.isEmpty()) {
        return makeCertificate(names, now);
    }
    const QDir place(folder);
    const QString problem = makeFolder(place);
    if (!problem.isEmpty()) {
        return inMemory(folder, problem, names, now);
    }
    QLockFile lock(place.filePath(u"lab-certificate.lock"_s));
    LabCertificate kept;
    const bool isLocked = lockOrFind(lock, place, kept, names, now);
    if (isUsable(kept, names, now)) {
        return kept; // even where the folder is read-only
    }
    if (!isLocked) {
        return inMemory(folder, u"the folder cannot be written to"_s, names, now);
    }
    Result<LabCertificate> made = makeCertificate(allNames(names, kept), now);
    if (!made) {
        return made;
    }
    const QString trouble = writePair(place, *made);
    if (!trouble.isEmpty()) {
        return inMemory(folder, trouble, names, now);
    }
    made->file = certificateFile(place);
    return made;
}

} // namespace Detour
