// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/recordjoin.h"

#include "session/labfault.h"

#include <algorithm>

namespace Detour {

namespace {

bool carriesMark(const TranscriptEntry &entry, const QByteArray &mark)
{
    const std::optional<QByteArray> userAgent = entry.request.fields.value("User-Agent");
    return userAgent && userAgent->contains(mark);
}

bool asksTheSame(const TranscriptEntry &entry, const Request &request)
{
    return entry.method == request.method && entry.target == request.target.originForm();
}

} // namespace

RecordJoin::RecordJoin(const Transcript &transcript, QString traceId, quint64 lastBefore)
    : m_transcript(transcript)
    , m_traceId(std::move(traceId))
    , m_lastBefore(lastBefore)
{}

std::optional<TranscriptEntry> RecordJoin::entryOf(const Exchange &exchange, int hop) const
{
    const QByteArray mark = '(' + m_traceId.toLatin1() + '.' + QByteArray::number(hop) + ')';
    const QList<TranscriptEntry> entries = m_transcript.entriesAfter(m_lastBefore);
    // Sent more than once, the last one is the one whose answer was read.
    const auto last = std::find_if(entries.crbegin(), entries.crend(),
                                   [&mark](const TranscriptEntry &entry) { return carriesMark(entry, mark); });
    if (last != entries.crend()) {
        return *last;
    }
    if (!exchange.request.fields.contains("User-Agent")) {
        return std::nullopt;
    }
    for (const TranscriptEntry &entry : entries) {
        if (asksTheSame(entry, exchange.request)) {
            return entry;
        }
    }
    return std::nullopt;
}

void RecordJoin::join(Exchange &exchange, int hop)
{
    const std::optional<TranscriptEntry> entry = entryOf(exchange, hop);
    if (!entry) {
        return;
    }
    m_lastBefore = entry->number;
    exchange.received = entry->request;
    if (exchange.response && exchange.response->status == entry->status) {
        exchange.response->fields = entry->answerFields;
        exchange.repeatedFieldsVisible = true;
    }
    tellFault(exchange, entry->fault);
}

} // namespace Detour
