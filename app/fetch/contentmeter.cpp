// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "fetch/contentmeter.h"

#include <algorithm>

namespace Detour {

ContentMeter::ContentMeter(qint64 keptBytes)
    : m_keptBytes(keptBytes)
{}

void ContentMeter::add(QByteArrayView bytes)
{
    m_hash.addData(bytes);
    m_bytes += bytes.size();
    const qint64 room = m_keptBytes - m_preview.size();
    if (room > 0) {
        m_preview.append(bytes.first(std::min<qint64>(room, bytes.size())));
    }
}

ContentInfo ContentMeter::finish()
{
    ContentInfo info;
    info.bytes = m_bytes;
    info.sha256 = m_hash.result().toHex();
    info.preview = m_preview;
    return info;
}

} // namespace Detour
