// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"

#include <QCryptographicHash>

namespace Detour {

/// Counts and hashes content as it passes, and keeps its first bytes: what ContentInfo wants, in constant memory.
class ContentMeter final
{
    Q_DISABLE_COPY_MOVE(ContentMeter)

public:
    /// `keptBytes`: how many of the first bytes are kept.
    explicit ContentMeter(qint64 keptBytes = ContentInfo::previewLimit);

    void add(QByteArrayView bytes);
    /// How many were added since the last take().
    [[nodiscard]] qint64 bytes() const { return m_info.bytes; }
    /// What was added; the next content begins with nothing.
    [[nodiscard]] ContentInfo take();

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    ContentInfo m_info;
    qint64 m_keptBytes;
};

} // namespace Detour
