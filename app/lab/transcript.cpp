// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/transcript.h"

#include <QDeadlineTimer>
#include <QMutexLocker>

#include <algorithm>

namespace Detour {

namespace {

/// What an entry holds, near enough for a bound.
qsizetype bytesOf(const TranscriptEntry &entry)
{
    return qsizetype(sizeof(TranscriptEntry)) + entry.request.line.size() + entry.request.fields.wireSize()
           + (entry.request.content ? entry.request.content->preview.size() : 0) + entry.target.size()
           + entry.reasonPhrase.size() + entry.answerFields.wireSize() + entry.rawRequestHead.size()
           + entry.rawRequestContent.bytes.size() + entry.rawInterim.size() + entry.rawAnswerHead.size()
           + entry.rawAnswerContent.bytes.size();
}

void cutHead(QByteArray &head, qint64 &leftOut)
{
    leftOut += std::max<qsizetype>(head.size() - TranscriptEntry::headLimit, 0);
    head.truncate(TranscriptEntry::headLimit);
}

} // namespace

Transcript::Transcript(qsizetype capacity, qsizetype byteCapacity)
    : m_capacity(std::max<qsizetype>(capacity, 1))
    , m_byteCapacity(byteCapacity)
{}

quint64 Transcript::append(TranscriptEntry entry)
{
    cutHead(entry.rawRequestHead, entry.headBytesLeftOut);
    cutHead(entry.rawAnswerHead, entry.headBytesLeftOut);
    const QMutexLocker locker(&m_mutex);
    entry.number = m_next++;
    m_bytes += bytesOf(entry);
    m_entries.push_back(std::move(entry));
    while (qsizetype(m_entries.size()) > m_capacity || (m_bytes > m_byteCapacity && m_entries.size() > 1)) {
        dropOldest();
    }
    return m_entries.back().number;
}

void Transcript::finish(quint64 number, double writtenAt, qint64 contentBytes)
{
    const QMutexLocker locker(&m_mutex);
    const qsizetype index = indexOf(number);
    if (index < 0) {
        return;
    }
    TranscriptEntry &entry = m_entries[size_t(index)];
    entry.writtenAt = writtenAt;
    m_bytes -= bytesOf(entry);
    entry.rawAnswerContent.total = contentBytes;
    entry.rawAnswerContent.bytes.truncate(qsizetype(std::min<qint64>(contentBytes, WireSample::limit)));
    m_bytes += bytesOf(entry);
    m_finished.wakeAll();
}

std::optional<TranscriptEntry> Transcript::finished(quint64 number, std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    const QMutexLocker locker(&m_mutex);
    for (bool isInTime = true;; isInTime = m_finished.wait(&m_mutex, deadline)) {
        const qsizetype index = indexOf(number); // anew each time: the entry may have been dropped meanwhile
        if (index < 0) {
            return std::nullopt;
        }
        const TranscriptEntry &entry = m_entries[size_t(index)];
        if (entry.writtenAt > 0 || !isInTime) {
            return entry;
        }
    }
}

qsizetype Transcript::indexOf(quint64 number) const
{
    const auto entry = std::partition_point(m_entries.begin(), m_entries.end(),
                                            [number](const TranscriptEntry &other) { return other.number < number; });
    return entry != m_entries.end() && entry->number == number ? entry - m_entries.begin() : -1;
}

void Transcript::dropOldest()
{
    m_bytes -= bytesOf(m_entries.front());
    m_entries.pop_front();
    ++m_dropped;
}

QList<TranscriptEntry> Transcript::entries() const
{
    return entriesAfter(0);
}

QList<TranscriptEntry> Transcript::entriesAfter(quint64 number) const
{
    const QMutexLocker locker(&m_mutex);
    const auto begin = std::partition_point(m_entries.begin(), m_entries.end(),
                                            [number](const TranscriptEntry &entry) { return entry.number <= number; });
    return {begin, m_entries.end()};
}

quint64 Transcript::lastNumber() const
{
    const QMutexLocker locker(&m_mutex);
    return m_next - 1;
}

quint64 Transcript::dropped() const
{
    const QMutexLocker locker(&m_mutex);
    return m_dropped;
}

void Transcript::clear()
{
    const QMutexLocker locker(&m_mutex);
    m_entries.clear();
    m_bytes = 0;
}

} // namespace Detour
