// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/linereader.h"

#include <cerrno>
#include <unistd.h>

namespace Detour {

namespace {

constexpr qsizetype chunkSize = qsizetype(64) * 1024;

/// One read(2), repeated where a signal came between. 0 at the end, negative where nothing can be read.
qsizetype readChunk(int descriptor, char *data)
{
    ssize_t count = 0;
    do {
        count = ::read(descriptor, data, static_cast<std::size_t>(chunkSize));
    } while (count < 0 && errno == EINTR);
    return count;
}

} // namespace

std::optional<LineReader::Line> LineReader::next()
{
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n', m_searched);
        const bool isComplete = end >= 0 || (m_isAtEnd && (!m_buffer.isEmpty() || m_isSkipping));
        if (isComplete) {
            const qsizetype size = end >= 0 ? end : m_buffer.size();
            const bool isTooLong = m_isSkipping || size > m_longest;
            const Line line{isTooLong ? QByteArray() : m_buffer.first(size), isTooLong};
            m_buffer.remove(0, qMin(size + 1, m_buffer.size()));
            m_searched = 0;
            m_isSkipping = false;
            return line;
        }
        if (m_isAtEnd) {
            return std::nullopt;
        }
        m_searched = m_buffer.size();
        if (m_searched > m_longest) {
            m_isSkipping = true;
            m_buffer.clear();
            m_searched = 0;
        }
        m_isAtEnd = !readMore();
    }
}

bool LineReader::readMore()
{
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + chunkSize);
    const qsizetype count = readChunk(m_descriptor, m_buffer.data() + before);
    m_error = count < 0 ? errno : 0;
    m_buffer.resize(before + qMax(qsizetype(0), count));
    return count > 0;
}

} // namespace Detour
