// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/networktransport.h"
#include "lab/labserver.h"
#include "session/hostmap.h"
#include "session/recordjoin.h"
#include "session/tracememory.h"
#include "session/tracerun.h"

namespace Detour {

/// What a trace owns. The order matters: the fetcher ends before the transport that it uses.
class TraceRun::Private final
{
public:
    /// `lab` is null where the lab does not run.
    Private(TraceSpec traceSpec, std::shared_ptr<LabServer> labServer, const std::shared_ptr<MemoryKeeper> &keeper,
            const QString &traceId, const QByteArray &version);
    ~Private();
    Q_DISABLE_COPY_MOVE(Private)

    TraceSpec spec;
    std::shared_ptr<LabServer> lab; ///< shared: a trace may live a little longer than its session
    HostMap hosts;
    std::optional<quint64> mountToken;
    std::optional<RecordJoin> records;
    std::optional<TraceMemory> memory; ///< absent: it remembers nothing
    FetchOptions options;
    NetworkTransport transport;
    Fetcher fetcher;
    int completedHops = 0;
};

} // namespace Detour
