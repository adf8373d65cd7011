// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/contentstore.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// Only names below the root: a slug comes from the command line, and "../../etc/passwd" is one, too.
bool staysInside(const QString &path)
{
    if (path.isEmpty() || path.startsWith(u'/') || path.contains(u'\\') || path.contains(u':')
        || path.contains(QChar::Null)) {
        return false;
    }
    const QStringList parts = path.split(u'/');
    return std::none_of(parts.begin(), parts.end(),
                        [](const QString &part) { return part.isEmpty() || part.startsWith(u'.'); });
}

} // namespace

ContentStore::ContentStore()
    : m_root(u":/content"_s)
{}

Result<QByteArray> ContentStore::read(const QString &path) const
{
    if (!staysInside(path)) {
        return Error{u"no-content"_s, u"“%1” is not a name inside the content folder."_s.arg(path)};
    }
    QFile file(m_root + u'/' + path);
    // Without the check a folder would open and read as empty, and a pipe would never end.
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) {
        return Error{u"no-content"_s, u"%1 cannot be read."_s.arg(file.fileName())};
    }
    QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.size() > maxBytes) {
        return Error{u"content-too-large"_s, u"%1 is larger than 4 MiB."_s.arg(file.fileName())};
    }
    return bytes;
}

QStringList ContentStore::list(const QString &folder, const QString &suffix) const
{
    if (!staysInside(folder)) {
        return {};
    }
    QStringList names = QDir(m_root + u'/' + folder).entryList(QDir::Files, QDir::NoSort);
    names.removeIf([&suffix](const QString &name) { return !name.endsWith(suffix); });
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace Detour
