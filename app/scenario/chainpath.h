// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/script.h"

namespace Detour {

/// One segment of /lab/chain/…: a status code and its modifiers (interface.md "The lab's addresses").
struct ChainSegment
{
    StatusCode status = 302;
    bool absolute = false; ///< ~abs
    std::optional<QByteArray> host; ///< ~host=pay → pay.localhost; ~host= → back to the first
    bool otherPort = false; ///< ~port
    bool noLocation = false; ///< ~noloc
    std::optional<QByteArray> location; ///< ~loc=VALUE, percent-decoded once, may be empty
    bool duplicateLocation = false; ///< ~dup
    int delayMs = 0; ///< ~delay=
    std::optional<QByteArray> fragment; ///< ~frag=
    std::optional<QByteArray> content; ///< ~body=
    FieldList fields; ///< ~cookie=, ~cache=, ~field= as the fields they make

    friend bool operator==(const ChainSegment &, const ChainSegment &) = default;
};

/// The path below /lab/chain, taken apart: the segment to answer now and the raw rest that its Location holds.
struct ChainPath
{
    ChainSegment head;
    QByteArray rest; ///< raw, without a leading slash; empty: the last Location is /lab/echo

    /// `path` is the raw origin form below "/lab/chain/" without a query. Segments are split before decoding.
    /// Error "bad-chain" with a sentence that names the segment.
    [[nodiscard]] static Result<ChainPath> parse(QByteArrayView path);
};

/// Where a chain's answer points, given how the request arrived. `firstAuthority` is where "back to the first" leads.
struct ChainPlace
{
    QByteArray scheme; ///< "http"
    QByteArray authority; ///< the request's Host
    int port = 0; ///< the port it arrived at
    int otherPort = 0; ///< the lab's other port
};

/// The answer of one segment, Location and all.
[[nodiscard]] ScriptedAnswer answerFor(const ChainPath &chain, const ChainPlace &place, QByteArrayView query);

} // namespace Detour
