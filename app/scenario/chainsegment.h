// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/wirefault.h"
#include "semantics/message.h"

#include <optional>

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
    std::optional<QByteArray> scheme;   ///< ~https, ~http: what Location leads to
    WireFault fault = WireFault::None;  ///< at most one
    std::optional<int> dripMs;          ///< ~drip=: from byte to byte, at most maxDripMs; goes with any fault

    static constexpr int maxDelayMs = 60'000;
    static constexpr int maxDripMs = 10'000;

    /// `text` is one raw segment. Error "bad-chain" with a sentence that names it.
    [[nodiscard]] static Result<ChainSegment> parse(QByteArrayView text);

    friend bool operator==(const ChainSegment &, const ChainSegment &) = default;
};

} // namespace Detour
