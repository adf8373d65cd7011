// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/exchange.h"

#include <QMutex>

#include <deque>

namespace Detour {

/// What the lab read and wrote for one request, as it went over the wire.
struct TranscriptEntry
{
    quint64 number = 0; ///< 1, 2, 3 … over the lab's life
    quint64 connection = 0;
    int port = 0; ///< the listening port
    int peerPort = 0;
    double startedAt = 0; ///< ms since the lab started: first byte of the request
    double answeredAt = 0; ///< ms: last byte of the answer handed to the socket
    ReceivedRequest request;
    Method method;
    QByteArray target; ///< origin form as received
    StatusCode status = 0; ///< 0: closed without an answer
    QByteArray reasonPhrase;
    FieldList answerFields; ///< as sent: order, case and repeats
    QByteArray rawRequestHead; ///< exact bytes, bounded
    QByteArray rawAnswerHead;
};

/// The lab's record of the wire, safe to read from any thread; bounded, the oldest entries are dropped and counted.
/// An entry is complete before the last byte of its answer can reach the client.
class Transcript final
{
public:
    explicit Transcript(qsizetype capacity = 4096);
    Q_DISABLE_COPY_MOVE(Transcript)

    quint64 append(TranscriptEntry entry); ///< returns its number
    [[nodiscard]] QList<TranscriptEntry> entries() const;
    [[nodiscard]] QList<TranscriptEntry> entriesAfter(quint64 number) const;
    [[nodiscard]] quint64 lastNumber() const;
    [[nodiscard]] quint64 dropped() const;
    void clear();

private:
    mutable QMutex m_mutex;
    std::deque<TranscriptEntry> m_entries;
    qsizetype m_capacity;
    quint64 m_next = 1;
    quint64 m_dropped = 0;
};

} // namespace Detour
