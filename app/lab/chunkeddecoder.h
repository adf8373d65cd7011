// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/requesthead.h"
#include "semantics/contentmeter.h"

namespace Detour {

/// Decodes the chunked transfer coding (RFC 9112 §7.1) a piece at a time. Extensions and trailers are read and dropped.
class ChunkedDecoder final
{
public:
    enum class State { Incomplete, Complete, Bad };

    explicit ChunkedDecoder(qint64 contentLimit)
        : m_contentLimit(contentLimit)
    {}

    /// Reads from the front of `bytes`, which shrinks by what was used; data goes into `content`. After Complete what
    /// is left belongs to the next request.
    [[nodiscard]] State feed(QByteArrayView &bytes, ContentMeter &content);
    /// What was wrong, after Bad.
    [[nodiscard]] const BadRequest &error() const { return m_error; }

private:
    enum class Part { Size, Data, DataEnd, Trailer };

    /// Moves one line without its end into m_line; false: it is not all there yet, or longer than lineLimit.
    [[nodiscard]] bool readLine(QByteArrayView &bytes);
    [[nodiscard]] State fail(StatusCode status, const QString &reason);
    [[nodiscard]] State takeLine();
    [[nodiscard]] State takeSize();

    static constexpr qsizetype lineLimit = 4096;
    static constexpr qsizetype trailerLimit = 64 * 1024;

    qint64 m_contentLimit;
    Part m_part = Part::Size;
    QByteArray m_line;
    qint64 m_left = 0; ///< bytes of the current chunk still to come
    qint64 m_total = 0;
    qsizetype m_trailerBytes = 0;
    BadRequest m_error;
};

} // namespace Detour
