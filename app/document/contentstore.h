// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>
#include <QStringList>

namespace Detour {

/// The bytes of content/: from the program's resources, or from a folder given with --content.
class ContentStore final
{
public:
    /// The built-in content (":/content").
    ContentStore();
    explicit ContentStore(QString root)
        : m_root(std::move(root))
    {}

    /// `path` is relative to content/, e.g. "en/307.md". Errors: "no-content", "content-too-large" (over 4 MiB).
    [[nodiscard]] Result<QByteArray> read(const QString &path) const;
    /// Names of the files in a folder that end with `suffix` (".md"), sorted by code unit; hidden files are not named.
    [[nodiscard]] QStringList list(const QString &folder, const QString &suffix) const;

    static constexpr qint64 maxBytes = 4 * 1024 * 1024; ///< of one file

private:
    QString m_root;
};

} // namespace Detour
