// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/transcript.h"

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
           + entry.rawAnswerHead.size();
}

} // namespace

Transcript::Transcript(qsizetype capacity, qsizetype byteCapacity)
    : m_capacity(std::max<qsizetype>(capacity, 1))
    , m_byteCapacity(byteCapacity)
{}

quint64 Transcript::append(TranscriptEntry entry)
{
    const QMutexLocker locker(&m_mutex);
    entry.number = m_next++;
    m_bytes += bytesOf(entry);
    m_entries.push_back(std::move(entry));
    while (qsizetype(m_entries.size()) > m_capacity || (m_bytes > m_byteCapacity && m_entries.size() > 1)) {
        dropOldest();
    }
    return m_entries.back().number;
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
