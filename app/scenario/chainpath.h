// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/script.h"

namespace Detour {

/// One segment of /lab/chain/…: a status code and its modifiers (interface.md "The lab's addresses"). Values are
/// percent-decoded once, after the segment was split.
struct ChainSegment
{
    StatusCode status = 302;
    bool absolute = false;          ///< ~abs
    std::optional<QByteArray> host; ///< ~host=pay → pay.localhost; ~host= → back to the first
    bool otherPort = false;         ///< ~port
    bool noLocation = false;        ///< ~noloc; goes before ~loc and ~dup
    std::optional<QByteArray>
        location;                   ///< ~loc=VALUE, exactly this, may be empty; goes before ~abs, ~host, ~port, ~frag
    bool duplicateLocation = false; ///< ~dup: a second Location, /lab/echo?second
    int delayMs = 0;                ///< ~delay=, at most maxDelayMs
    std::optional<QByteArray> fragment; ///< ~frag=
    std::optional<QByteArray> content;  ///< ~body=
    FieldList fields;                   ///< ~cookie=, ~cache=, ~field= as the fields they make

    static constexpr int maxDelayMs = 60'000;

    friend bool operator==(const ChainSegment &, const ChainSegment &) = default;
};

/// The path below /lab/chain, taken apart: the segment to answer now and the raw rest that its Location holds.
struct ChainPath
{
    ChainSegment head;
    QByteArray rest; ///< raw, without a leading slash; empty: the last Location is /lab/echo

    /// `path` is the raw origin form below "/lab/chain/" without a query. Segments are split before decoding. Every
    /// segment is checked, not only the head, so that a slip shows at the first request.
    /// Error "bad-chain" with a sentence that names the segment.
    [[nodiscard]] static Result<ChainPath> parse(QByteArrayView path);
};

/// Where a chain's request arrived. The chain keeps no state, so "back to the first" is a fixed host.
struct ChainPlace
{
    QByteArray scheme;                                     ///< "http"
    QByteArray authority;                                  ///< the request's Host
    int port = 0;                                          ///< the port it arrived at
    int otherPort = 0;                                     ///< the lab's other port; 0: there is none
    QByteArray firstHost = QByteArrayLiteral("127.0.0.1"); ///< where ~host= leads
};

/// The answer of one segment, Location and all; content without a Content-Length. The Location is relative unless ~abs
/// or another origin asks for more; the query of the request is not carried on. A code outside 3xx ends the chain:
/// it has no Location unless ~loc gives one.
[[nodiscard]] ScriptedAnswer answerFor(const ChainPath &chain, const ChainPlace &place);

} // namespace Detour
