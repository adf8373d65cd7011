// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/wiresample.h"
#include "scenario/wirefault.h"
#include "semantics/exchange.h"

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QWaitCondition>

#include <chrono>
#include <deque>

namespace Detour {

/// What the lab read and wrote for one request, as it went over the wire.
struct TranscriptEntry
{
    quint64 number = 0; ///< 1, 2, 3 … over the lab's life
    quint64 connection = 0;
    int port = 0; ///< the listening port
    int peerPort = 0;
    bool tls = false;
    double startedAt = 0;  ///< ms since the lab started: first byte of the request
    double readAt = 0;     ///< ms: its last byte, or what there was of it
    double answeredAt = 0; ///< ms: the answer is handed to the socket; without an answer, the end
    double writtenAt = 0;  ///< ms: its last byte was handed to the system; 0: not yet, or never
    ReceivedRequest request;
    Method method;
    QByteArray target;     ///< origin form as received
    StatusCode status = 0; ///< 0: closed without an answer
    QByteArray reasonPhrase;
    FieldList answerFields;            ///< as sent: order, case and repeats
    QByteArray rawRequestHead;         ///< exact bytes with their line ends; at most headLimit are kept
    WireSample rawRequestContent;      ///< what followed the head, the framing of chunks included
    QByteArray rawInterim;             ///< "HTTP/1.1 100 Continue" and its empty line, where it was sent
    QByteArray rawAnswerHead;          ///< as rawRequestHead
    WireSample rawAnswerContent;       ///< in `total` what was handed to the system, once that is known
    qint64 headBytesLeftOut = 0;       ///< of both heads
    WireFault fault = WireFault::None; ///< what the answer got wrong on purpose

    static constexpr qsizetype headLimit = 64 * 1024;
};

/// The lab's record of the wire, safe to read from any thread; bounded in entries and in bytes, the oldest entries are
/// dropped and counted. An entry is complete before the first byte of its answer is handed to the socket.
class Transcript final
{
public:
    /// `byteCapacity` bounds what all entries hold together; the newest entry stays even if it alone is larger.
    explicit Transcript(qsizetype capacity = 4096, qsizetype byteCapacity = 64 * 1024 * 1024);
    Q_DISABLE_COPY_MOVE(Transcript)

    quint64 append(TranscriptEntry entry); ///< cuts what is too long; returns the entry's number
    /// The answer of an entry has gone, or its end has: when, and how many bytes of content went. Nothing happens if
    /// the entry has been dropped.
    void finish(quint64 number, double writtenAt, qint64 contentBytes);
    /// The entry once its answer has been written, or as it is when the time is over; nothing if there is none. A
    /// client can have read an answer a moment before the lab's thread comes to note that it was written.
    [[nodiscard]] std::optional<TranscriptEntry> finished(quint64 number, std::chrono::milliseconds patience) const;
    [[nodiscard]] QList<TranscriptEntry> entries() const;
    [[nodiscard]] QList<TranscriptEntry> entriesAfter(quint64 number) const;
    [[nodiscard]] quint64 lastNumber() const;
    [[nodiscard]] quint64 dropped() const;
    void clear(); ///< numbers go on, so that entriesAfter() stays right

private:
    void dropOldest();
    /// Where the entry lies, or -1 if it was dropped or cleared. With the lock held.
    [[nodiscard]] qsizetype indexOf(quint64 number) const;

    mutable QMutex m_mutex;
    mutable QWaitCondition m_finished;
    std::deque<TranscriptEntry> m_entries;
    qsizetype m_capacity;
    qsizetype m_byteCapacity;
    qsizetype m_bytes = 0;
    quint64 m_next = 1;
    quint64 m_dropped = 0;
};

} // namespace Detour
