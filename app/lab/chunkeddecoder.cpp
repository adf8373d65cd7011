// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/chunkeddecoder.h"

#include "semantics/percentencoding.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

ChunkedDecoder::State ChunkedDecoder::feed(QByteArrayView &bytes, ContentMeter &content)
{
    while (!bytes.isEmpty()) {
        if (m_part == Part::Data) {
            const qsizetype count = std::min<qint64>(m_left, bytes.size());
            content.add(bytes.first(count));
            bytes = bytes.sliced(count);
            m_left -= count;
            if (m_left == 0) {
                m_part = Part::DataEnd;
            }
            continue;
        }
        if (!readLine(bytes)) {
            return m_line.size() > lineLimit ? fail(400, u"A line of the chunked content is too long."_s)
                                             : State::Incomplete;
        }
        const State state = takeLine();
        m_line.clear();
        if (state != State::Incomplete) {
            return state;
        }
    }
    return State::Incomplete;
}

bool ChunkedDecoder::readLine(QByteArrayView &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    // One byte over the limit is enough to tell that it is too long, however the bytes arrive.
    const qsizetype room = lineLimit + 1 - m_line.size();
    const qsizetype count = end < 0 ? bytes.size() : end;
    m_line.append(bytes.first(std::min(room, count)));
    if (m_line.size() > lineLimit || end < 0) {
        bytes = bytes.sliced(count);
        return false;
    }
    bytes = bytes.sliced(end + 1);
    if (m_line.endsWith('\r')) {
        m_line.chop(1);
    }
    return true;
}

ChunkedDecoder::State ChunkedDecoder::takeLine()
{
    switch (m_part) {
    case Part::Size:
        return takeSize();
    case Part::DataEnd:
        m_part = Part::Size;
        return m_line.isEmpty() ? State::Incomplete : fail(400, u"A chunk is longer than its size says."_s);
    case Part::Trailer:
        m_trailerBytes += m_line.size() + 2;
        if (m_trailerBytes > trailerLimit) {
            return fail(431, u"The trailer section is larger than 64 KiB."_s);
        }
        return m_line.isEmpty() ? State::Complete : State::Incomplete;
    case Part::Data:
        break;
    }
    return State::Incomplete;
}

ChunkedDecoder::State ChunkedDecoder::takeSize()
{
    const qsizetype semicolon = m_line.indexOf(';');
    const QByteArray digits = (semicolon < 0 ? m_line : m_line.left(semicolon)).trimmed();
    const bool valid =
        !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](char c) { return hexDigitValue(c) >= 0; });
    if (!valid) {
        return fail(400, u"A chunk begins with its size in hexadecimal digits."_s);
    }
    bool fits = false;
    const qint64 size = digits.toLongLong(&fits, 16);
    if (!fits || size > m_contentLimit - m_total) {
        return fail(413, u"The lab reads at most %1 bytes of content."_s.arg(m_contentLimit));
    }
    m_total += size;
    m_left = size;
    m_part = size == 0 ? Part::Trailer : Part::Data;
    return State::Incomplete;
}

ChunkedDecoder::State ChunkedDecoder::fail(StatusCode status, const QString &reason)
{
    m_error = {status, reason};
    return State::Bad;
}

} // namespace Detour
