// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/wirefault.h"
#include "semantics/exchange.h"

#include <QByteArray>
#include <QList>
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
    double startedAt = 0;  ///< ms since the lab started: first byte of the request
    double answeredAt = 0; ///< ms: the answer is handed to the socket
    ReceivedRequest request;
    Method method;
    QByteArray target;     ///< origin form as received
    StatusCode status = 0; ///< 0: closed without an answer
    QByteArray reasonPhrase;
    FieldList answerFields;    ///< as sent: order, case and repeats
    QByteArray rawRequestHead; ///< exact bytes, bounded
    QByteArray rawAnswerHead;
    WireFault fault = WireFault::None; ///< what the answer got wrong on purpose
};

/// The lab's record of the wire, safe to read from any thread; bounded in entries and in bytes, the oldest entries are
/// dropped and counted. An entry is complete before the first byte of its answer is handed to the socket.
class Transcript final
{
public:
    /// `byteCapacity` bounds what all entries hold together; the newest entry stays even if it alone is larger.
    explicit Transcript(qsizetype capacity = 4096, qsizetype byteCapacity = 64 * 1024 * 1024);
    Q_DISABLE_COPY_MOVE(Transcript)

    quint64 append(TranscriptEntry entry); ///< returns its number
    [[nodiscard]] QList<TranscriptEntry> entries() const;
    [[nodiscard]] QList<TranscriptEntry> entriesAfter(quint64 number) const;
    [[nodiscard]] quint64 lastNumber() const;
    [[nodiscard]] quint64 dropped() const;
    void clear(); ///< numbers go on, so that entriesAfter() stays right

private:
    void dropOldest();

    mutable QMutex m_mutex;
    std::deque<TranscriptEntry> m_entries;
    qsizetype m_capacity;
    qsizetype m_byteCapacity;
    qsizetype m_bytes = 0;
    quint64 m_next = 1;
    quint64 m_dropped = 0;
};

} // namespace Detour
