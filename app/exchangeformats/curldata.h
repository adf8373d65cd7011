// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchangeformats/curloptions.h"

#include <QStringList>

namespace Detour {

/// The content that -d and its relatives make together.
class CurlData final
{
public:
    /// `name` as written, for the notes.
    void add(CurlOption option, const QByteArray &name, const QByteArray &value);

    /// What stands in the command itself: joined by "&", what --json adds without one.
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }
    /// The file where nothing but one file is the content.
    [[nodiscard]] std::optional<QByteArray> file() const;
    /// On files that could not be used, and on what curl would do to their bytes.
    [[nodiscard]] QStringList notes() const;

private:
    void addFile(CurlOption option, const QByteArray &path);

    QByteArray m_bytes;
    bool m_hasBytes = false;
    QList<QByteArray> m_files;
    bool m_stripsLines = false; ///< -d @FILE
    QStringList m_notes;
};

} // namespace Detour
