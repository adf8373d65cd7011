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
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    /// Ends the digest: nothing may be added afterwards.
    [[nodiscard]] ContentInfo finish();

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_preview;
    qint64 m_keptBytes = 0;
    qint64 m_bytes = 0;
};

} // namespace Detour
