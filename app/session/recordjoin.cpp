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

/// A whole answer has come, so the lab's thread is about to note that it is written, if it has not yet.
constexpr std::chrono::milliseconds patience{50};

bool answers(const TranscriptEntry &entry, const std::optional<Response> &response)
{
    return response && response->status == entry.status;
}

LabRecord recordOf(const TranscriptEntry &entry)
{
    LabRecord record;
    record.connection = entry.connection;
    record.peerPort = entry.peerPort;
    record.tls = entry.tls;
    record.requestBegun = entry.startedAt;
    record.requestRead = entry.readAt;
    if (entry.status != 0) {
        record.answerBegun = entry.answeredAt;
        record.answerWritten = entry.writtenAt;
    }
    record.rawRequestHead = entry.rawRequestHead;
    record.rawAnswerHead = entry.rawAnswerHead;
    return record;
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
    std::optional<TranscriptEntry> entry = entryOf(exchange, hop);
    if (!entry) {
        return;
    }
    if (answers(*entry, exchange.response) && entry->writtenAt == 0) {
        if (auto written = m_transcript.finished(entry->number, patience)) {
            entry = std::move(written);
        }
    }
    m_lastBefore = entry->number;
    exchange.received = entry->request;
    exchange.labRecord = recordOf(*entry);
    if (answers(*entry, exchange.response)) {
        exchange.response->fields = entry->answerFields;
        exchange.repeatedFieldsVisible = true;
    }
    tellFault(exchange, entry->fault);
}

} // namespace Detour
