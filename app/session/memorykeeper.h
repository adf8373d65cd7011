// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientmemory.h"

#include <QObject>

namespace Detour {

/// What a session's traces remember of each other, and the clock by which they forget. Traces that remember
/// (TraceSpec::remembers) read and fill it; it lives as long as the last of them.
class MemoryKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemoryKeeper)

public:
    MemoryKeeper() = default;

    [[nodiscard]] const ClientMemory &memory() const { return m_memory; }

    [[nodiscard]] Recollection recall(const Request &request) const;
    /// As ClientMemory::learn(), whose answer it returns.
    std::optional<Response> learn(const Exchange &exchange, const ExchangeTimes &times, int validated, bool isSecure);

    void forget(int id);
    void forgetAll();
    void moveClock(std::chrono::seconds by);
    void resetClock();

signals:
    /// Something was kept, freshened or forgotten, or the clock was moved. (That time passes is not told.)
    void changed();

private:
    ClientMemory m_memory;
};

} // namespace Detour
