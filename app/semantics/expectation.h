// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/decision.h"

namespace Detour {

/// What somebody expects a client to send after an answer, or what it was seen to send: the facts that one can vote on.
struct Expectation
{
    bool sends = true; ///< false: nothing more goes out (stopped or delivered); all else is then empty
    QByteArray method;
    ContentFate content = ContentFate::None; ///< against the request that was answered
    /// Whether the first of credentialNames() that the answered request carried goes along unchanged; absent where it
    /// carried none, or nothing is sent.
    std::optional<bool> credentialsKept;
    QByteArray target; ///< absolute, without fragment and user name, as asked for

    friend bool operator==(const Expectation &, const Expectation &) = default;
};

/// Authorization, Proxy-Authorization, Cookie: the one that counts first.
[[nodiscard]] QList<QByteArray> credentialNames();
/// The credential that an expectation after `request` speaks of; empty if it carries none. A user name in its URL goes
/// out as an Authorization. A Cookie counts that was set by hand: the jar's is made anew for each request.
[[nodiscard]] QByteArray credentialOf(const Request &request);

/// What the decision means, in these facts.
[[nodiscard]] Expectation expectationOf(const Request &request, const Decision &decision);

/// What was really asked next: from the lab's record of it (Exchange::received) where there is one; `next` null:
/// nothing was sent.
[[nodiscard]] Expectation observedAfter(const Request &request, const Exchange *next);

/// Where an answer's Location leads as the URL standard reads it, without fragment and user name; empty if it has none
/// or it cannot be read.
[[nodiscard]] QByteArray locationTarget(const Request &request, const Response &response);

/// The real alternatives, the decided one among them, at most mostAlternatives, in an order that does not depend on the
/// decision: the same again with its body; GET without; the same method without its body; each with its credentials
/// and without where there are any; to the Location and, where they differ and are plausible, to the naive joining or
/// the same target again; nothing last.
[[nodiscard]] QList<Expectation> alternativesTo(const Request &request, const Response &response,
                                                const Decision &decision);

constexpr qsizetype mostAlternatives = 9; ///< as many as there are digits to choose one by

} // namespace Detour
