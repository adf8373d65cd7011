// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/memorykeeper.h"

namespace Detour {

Recollection MemoryKeeper::recall(const Request &request) const
{
    return m_memory.recall(request, QDateTime::currentDateTimeUtc());
}

std::optional<Response> MemoryKeeper::learn(const Exchange &exchange, const ExchangeTimes &times, int validated,
                                            bool isSecure)
{
    std::optional<Response> stored = m_memory.learn(exchange, times, validated, isSecure);
    emit changed();
    return stored;
}

void MemoryKeeper::forget(int id)
{
    m_memory.forget(id);
    emit changed();
}

void MemoryKeeper::forgetAll()
{
    m_memory.forgetAll();
    emit changed();
}

void MemoryKeeper::moveClock(std::chrono::seconds by)
{
    m_memory.moveClock(by);
    emit changed();
}

void MemoryKeeper::resetClock()
{
    m_memory.resetClock();
    emit changed();
}

} // namespace Detour
