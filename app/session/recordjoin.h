// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/transcript.h"

namespace Detour {

/// Joins the lab's record to the hops of one trace: by "(TRACE.HOP)" in the User-Agent, or, where the user set another
/// one, by method, target and order. What the lab wrote replaces what QNetworkAccessManager showed of the field lines.
class RecordJoin final
{
public:
    /// Only entries after `lastBefore` are this trace's. `transcript` must outlive this object.
    RecordJoin(const Transcript &transcript, QString traceId, quint64 lastBefore);

    /// Fills `received`, `labRecord` and the response's field lines of the `hop`-th exchange (1-based), and tells the
    /// fault that the lab recorded (labfault.h). Nothing happens if the lab has no record of it.
    void join(Exchange &exchange, int hop);

private:
    [[nodiscard]] std::optional<TranscriptEntry> entryOf(const Exchange &exchange, int hop) const;

    const Transcript &m_transcript;
    QString m_traceId;
    quint64 m_lastBefore; ///< moves on with every hop, so that a long trace does not read its past again and again
};

} // namespace Detour
