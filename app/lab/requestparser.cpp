// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/requestparser.h"

#include <algorithm>
#include <utility>

namespace Detour {

using namespace Qt::StringLiterals;

RequestParser::RequestParser(Limits limits)
    : m_limits(limits)
{}

RequestParser::State RequestParser::feed(QByteArrayView bytes)
{
    if (m_state == State::Bad) {
        return m_state;
    }
    m_pending.append(bytes);
    if (m_state == State::Incomplete) {
        advance();
    }
    return m_state;
}

LabRequest RequestParser::take()
{
    Q_ASSERT(m_state == State::Complete);
    LabRequest request = partial();
    m_state = State::Incomplete;
    m_part = Part::Head;
    m_rawHead.clear();
    m_rawContent = {};
    m_head = {};
    m_content.reset();
    m_chunks.reset();
    m_wantsContinue = false;
    return request;
}

LabRequest RequestParser::partial() const
{
    LabRequest request = m_head.request();
    request.rawHead = m_rawHead;
    request.rawContent = m_rawContent;
    request.content = m_content;
    return request;
}

bool RequestParser::takeContinue()
{
    return m_state == State::Incomplete && std::exchange(m_wantsContinue, false);
}

void RequestParser::advance()
{
    while (m_state == State::Incomplete && m_part == Part::Head && readHeadLine()) {}
    if (m_state != State::Incomplete || m_part == Part::Head || m_pending.isEmpty()) {
        return;
    }
    m_wantsContinue = false;
    QByteArrayView bytes(m_pending);
    if (m_part == Part::Length) {
        readLength(bytes);
    } else {
        readChunks(bytes);
    }
    const qsizetype count = m_pending.size() - bytes.size();
    m_rawContent.add(QByteArrayView(m_pending).first(count));
    consume(count);
}

bool RequestParser::readHeadLine()
{
    const qsizetype end = m_pending.indexOf('\n', m_scanned);
    const qsizetype size = end < 0 ? m_pending.size() : end + 1;
    if (m_rawHead.size() + size > m_limits.head) {
        fail({431, u"The request line and the fields are larger than %1 bytes."_s.arg(m_limits.head)});
        return false;
    }
    // No method begins like this: a TLS client, for one, would wait for ever for an answer.
    if (size > 0 && m_rawHead.isEmpty() && !isToken(QByteArrayView(m_pending).first(1)) && m_pending.at(0) != '\r'
        && m_pending.at(0) != '\n') {
        fail({400, u"This is not the beginning of an HTTP/1.1 request."_s});
        return false;
    }
    if (end < 0) {
        m_scanned = m_pending.size();
        return false;
    }
    const QByteArray line = m_pending.first(size);
    m_rawHead.append(line);
    consume(size);
    // RFC 9112 §2.2: a lone LF ends a line too.
    takeHeadLine(QByteArrayView(line).chopped(line.endsWith("\r\n") ? 2 : 1));
    return true;
}

void RequestParser::takeHeadLine(QByteArrayView line)
{
    std::optional<BadRequest> bad;
    if (line.contains('\r') || line.contains('\0')) {
        bad = BadRequest{400, u"A line of the head holds CR or NUL."_s};
    } else if (!line.isEmpty()) {
        bad = m_head.hasRequestLine() ? m_head.readFieldLine(line) : m_head.readRequestLine(line);
    } else if (m_head.hasRequestLine()) {
        endHead();
    }
    // An empty line before the request line is passed over (RFC 9112 §2.2); the bound of the head counts it.
    if (bad) {
        fail(*bad);
    }
}

void RequestParser::endHead()
{
    if (const auto bad = m_head.finish(m_limits.content)) {
        fail(*bad);
        return;
    }
    const ContentFraming &framing = m_head.framing();
    m_wantsContinue = m_head.expectsContinue();
    if (framing.chunked) {
        m_chunks.emplace(m_limits.content);
        m_part = Part::Chunks;
    } else if (framing.length.value_or(0) > 0) {
        m_part = Part::Length;
    } else {
        complete();
    }
}

void RequestParser::readLength(QByteArrayView &bytes)
{
    const qint64 left = *m_head.framing().length - m_meter.bytes();
    const qsizetype count = std::min<qint64>(left, bytes.size());
    m_meter.add(bytes.first(count));
    bytes = bytes.sliced(count);
    if (count == left) {
        complete();
    }
}

void RequestParser::readChunks(QByteArrayView &bytes)
{
    switch (m_chunks->feed(bytes, m_meter)) {
    case ChunkedDecoder::State::Incomplete:
        break;
    case ChunkedDecoder::State::Complete:
        complete();
        break;
    case ChunkedDecoder::State::Bad:
        fail(m_chunks->error());
        break;
    }
}

void RequestParser::complete()
{
    if (m_head.framing().chunked || m_head.framing().length) {
        m_content = m_meter.take();
    }
    m_state = State::Complete;
}

void RequestParser::fail(const BadRequest &error)
{
    m_error = error;
    m_state = State::Bad;
}

void RequestParser::consume(qsizetype count)
{
    m_pending.remove(0, count);
    m_scanned = 0;
}

} // namespace Detour
