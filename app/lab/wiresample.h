// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <algorithm>

namespace Detour {

/// Bytes of the wire of which only the first ones are kept.
struct WireSample
{
    QByteArray bytes;
    qint64 total = 0; ///< all that passed, the kept ones included

    void add(QByteArrayView more)
    {
        bytes.append(more.first(std::clamp<qsizetype>(limit - bytes.size(), 0, more.size())));
        total += more.size();
    }

    static constexpr qsizetype limit = 16 * 1024;
};

} // namespace Detour
