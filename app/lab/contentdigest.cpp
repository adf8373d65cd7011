// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/contentdigest.h"

#include <algorithm>
#include <utility>

namespace Detour {

void ContentDigest::append(QByteArrayView bytes)
{
    m_hash.addData(bytes);
    m_info.bytes += bytes.size();
    const qsizetype room = ContentInfo::previewLimit - m_info.preview.size();
    m_info.preview.append(bytes.first(std::min(room, bytes.size())));
}

ContentInfo ContentDigest::take()
{
    m_info.sha256 = m_hash.result().toHex();
    m_hash.reset();
    return std::exchange(m_info, {});
}

} // namespace Detour
