// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/contentmeter.h"

#include <algorithm>
#include <utility>

namespace Detour {

ContentMeter::ContentMeter(qint64 keptBytes)
    : m_keptBytes(keptBytes)
{}

void ContentMeter::add(QByteArrayView bytes)
{
    m_hash.addData(bytes);
    m_info.bytes += bytes.size();
    const qint64 room = std::max<qint64>(0, m_keptBytes - m_info.preview.size());
    m_info.preview.append(bytes.first(std::min<qint64>(room, bytes.size())));
}

ContentInfo ContentMeter::take()
{
    m_info.sha256 = m_hash.result().toHex();
    m_hash.reset();
    return std::exchange(m_info, {});
}

} // namespace Detour
