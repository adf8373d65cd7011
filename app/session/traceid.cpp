// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/traceid.h"

#include <QRandomGenerator>

namespace Detour {

TraceIdSource randomTraceIds()
{
    return [] {
        static constexpr char16_t alphabet[] = u"abcdefghijklmnopqrstuvwxyz234567";
        constexpr int length = 8;
        quint64 bits = QRandomGenerator::system()->generate64();
        QString id;
        for (int i = 0; i < length; ++i) {
            id += QChar(alphabet[bits % 32]);
            bits /= 32;
        }
        return id;
    };
}

} // namespace Detour
