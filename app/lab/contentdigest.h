// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"

#include <QCryptographicHash>

namespace Detour {

/// Counts and hashes content that passes by; only the first ContentInfo::previewLimit bytes are kept.
class ContentDigest final
{
public:
    void append(QByteArrayView bytes);
    [[nodiscard]] qint64 size() const { return m_info.bytes; }
    [[nodiscard]] ContentInfo take();

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    ContentInfo m_info;
};

} // namespace Detour
