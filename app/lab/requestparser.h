// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/chunkeddecoder.h"
#include "lab/labrequest.h"
#include "lab/requesthead.h"
#include "semantics/contentmeter.h"

#include <optional>

namespace Detour {

/// Reads HTTP/1.x requests from bytes, however they are cut (RFC 9112). Knows no socket. Content is counted and hashed
/// as it passes, never kept beyond its preview. Bytes after a complete request wait for the next one.
class RequestParser final
{
public:
    enum class State { Incomplete, Complete, Bad };

    struct Limits
    {
        qsizetype head = 64 * 1024;
        qint64 content = Q_INT64_C(1) << 30;
    };

    RequestParser()
        : RequestParser(Limits())
    {}
    explicit RequestParser(Limits limits);

    /// Adds bytes and reads on. After Complete nothing more is read until take(); after Bad nothing is, ever.
    [[nodiscard]] State feed(QByteArrayView bytes);
    /// The complete request; then feed({}) reads the bytes that wait.
    [[nodiscard]] LabRequest take();
    /// What was wrong, after Bad.
    [[nodiscard]] const BadRequest &error() const { return m_error; }
    /// What was read of a request that is Bad or not complete.
    [[nodiscard]] LabRequest partial() const;
    /// True once for a request whose client waits for 100 (Continue) and has not sent content yet.
    [[nodiscard]] bool takeContinue();
    /// Whether a request has begun: some of its bytes were read.
    [[nodiscard]] bool hasBegun() const
    {
        return m_state != State::Complete && !(m_rawHead.isEmpty() && m_pending.isEmpty());
    }

    /// Whether the head of a request has begun and is not whole.
    [[nodiscard]] bool isInHead() const { return hasBegun() && m_part == Part::Head; }

private:
    enum class Part { Head, Length, Chunks };

    void advance();
    /// Reads one line of the head; false: no whole line is there.
    [[nodiscard]] bool readHeadLine();
    void takeHeadLine(QByteArrayView line);
    void endHead();
    void readLength(QByteArrayView &bytes);
    void readChunks(QByteArrayView &bytes);
    void complete();
    void fail(const BadRequest &error);
    void consume(qsizetype count);

    Limits m_limits;
    State m_state = State::Incomplete;
    Part m_part = Part::Head;
    QByteArray m_pending;    ///< bytes not read yet
    qsizetype m_scanned = 0; ///< how far m_pending is known to hold no LF
    QByteArray m_rawHead;
    RequestHead m_head;
    ContentMeter m_meter;
    WireSample m_rawContent;
    std::optional<ContentInfo> m_content;
    std::optional<ChunkedDecoder> m_chunks;
    bool m_wantsContinue = false;
    BadRequest m_error;
};

} // namespace Detour
