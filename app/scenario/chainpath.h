// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/chainsegment.h"
#include "scenario/script.h"

namespace Detour {

/// The path below /lab/chain, taken apart: the segment to answer now and the raw rest that its Location holds.
struct ChainPath
{
    ChainSegment head;
    QByteArray rest;         ///< raw, without a leading slash; empty: the last Location is /lab/echo
    bool needsHttps = false; ///< a segment, this one or a later one, has ~https

    /// `path` is the raw origin form below "/lab/chain/" without a query. Segments are split before decoding. Every
    /// segment is checked, not only the head, so that a slip shows at the first request.
    /// Error "bad-chain" with a sentence that names the segment.
    [[nodiscard]] static Result<ChainPath> parse(QByteArrayView path);
};

/// Where a chain's request arrived. The chain keeps no state, so "back to the first" is a fixed host.
struct ChainPlace
{
    QByteArray scheme;                                     ///< "http" or "https"
    QByteArray authority;                                  ///< the request's Host
    int port = 0;                                          ///< the port it arrived at
    int otherPort = 0;                                     ///< the lab's other http port; 0: there is none
    int httpPort = 0;                                      ///< where ~http leads from https
    int httpsPort = 0;                                     ///< where ~https leads; 0: the lab has no https
    QByteArray firstHost = QByteArrayLiteral("127.0.0.1"); ///< where ~host= leads
};

/// Why this lab cannot answer the chain as it is written, if it cannot: "bad-chain" with a sentence.
[[nodiscard]] std::optional<Error> problemAt(const ChainPath &chain, const ChainPlace &place);

/// The answer of one segment, Location and all; content without a Content-Length. The Location is relative unless ~abs
/// or another origin asks for more; the query of the request is not carried on. A code outside 3xx ends the chain:
/// it has no Location unless ~loc gives one. Its fault and its drip are for whoever writes it.
[[nodiscard]] ScriptedAnswer answerFor(const ChainPath &chain, const ChainPlace &place);

} // namespace Detour
