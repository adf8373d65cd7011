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
    explicit ContentStore(QString root) : m_root(std::move(root)) {}

    /// `path` is relative to content/, e.g. "en/307.md". Errors: "no-content", "content-too-large" (over 4 MiB).
    [[nodiscard]] Result<QByteArray> read(const QString &path) const;
    /// File names in a folder, sorted.
    [[nodiscard]] QStringList list(const QString &folder, const QString &suffix) const;

private:
    QString m_root;
};

} // namespace Detour
