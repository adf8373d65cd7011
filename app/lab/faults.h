// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labreply.h"
#include "lab/responsewriter.h"

namespace Detour {

/// Everything that a connection writes for one request, and how: the faults are in the bytes, so that the connection
/// has no rule of its own.
struct WirePlan
{
    enum class End {
        Keep,
        Close, ///< FIN
        Reset, ///< RST
    };

    StatusCode status = 0; ///< 0: there is no answer
    QByteArray reasonPhrase;
    FieldList fields;          ///< those of the head
    QByteArray head;           ///< where there is none, what stands in its place
    QByteArray content;        ///< all that follows the head, but what repeats
    QByteArray repeated;       ///< follows the content, again and again until the client leaves
    std::optional<int> dripMs; ///< one byte at a time, with this pause between two
    End end = End::Keep;

    /// What is to be written next: all of head and content, or a byte of a drip; later what repeats. Empty: that was
    /// all.
    [[nodiscard]] QByteArray take();

private:
    qsizetype m_taken = 0; ///< of head, content and then `repeated`, which begins anew with each round
};

/// Puts the reply's fault into bytes.
///
/// - Reset, Close: nothing at all, then RST or FIN.
/// - Truncate: the true Content-Length, half of the content, FIN.
/// - BadLength: two Content-Length lines, one too small and one too large, all the content, FIN.
/// - BadChunk: one good chunk with all the content, then a chunk size that is no number, FIN.
/// - Garbage: bytes that begin no response, FIN.
/// - Twice: the answer, and a 200 right behind it; the connection stays as it would without.
/// - Endless: content without a length, which goes on until the client leaves.
/// - Huge: a field with a value of 1 MiB; the answer is well formed.
///
/// A fault of the content puts text into an answer that has none. To a HEAD only its head is sent, then FIN.
[[nodiscard]] WirePlan planAnswer(const LabReply &reply, AnswerFraming framing);

} // namespace Detour
