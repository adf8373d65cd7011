// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/decision.h"

namespace Detour {

/// One exchange and the decision after it. (Ours; RFC 9110 uses "hop" for connections.)
struct Hop
{
    Exchange exchange;
    std::optional<Decision> decision; ///< absent while undecided and after a failure
};

enum class Outcome {
    Running,
    Completed, ///< a final response was reached
    Stopped,   ///< by a redirect rule
    Failed,    ///< by the network, or cancelled
};

/// Something worth saying about hops that ends nothing: a cycle.
struct Finding
{
    QString code;    ///< "cycle"
    QList<int> hops; ///< 1-based
    QString message;
};

struct ChainEnd
{
    QString code;
    QString message; ///< one plain sentence
    int hop = 0;     ///< 1-based
};

/// A trace: what was sent, answered and decided, in order. A value; grows by whole hops.
struct RedirectChain
{
    QString traceId; ///< as in the User-Agent "Detour/VERSION (TRACE.HOP)"
    QString clientId;
    QString clientName;
    QList<Hop> hops;
    Outcome outcome = Outcome::Running;
    std::optional<ChainEnd> end; ///< why it did not complete
    QList<Finding> findings;

    [[nodiscard]] int redirectCount() const; ///< decisions that were followed
    [[nodiscard]] const Hop *lastHop() const { return hops.isEmpty() ? nullptr : &hops.constLast(); }
    /// The last answer is a redirection and nothing says yet what comes of it: somebody is to predict it first.
    [[nodiscard]] bool isWithheld() const;
};

/// The 1-based hop whose request `next` would repeat (method, target without fragment, Cookie and content digest
/// equal), or nothing. A cycle by URL alone is not one: cookie walls redirect to themselves (RFC 9110 §15.4 asks to
/// detect loops).
[[nodiscard]] std::optional<int> findCycle(const QList<Hop> &hops, const Request &next);

/// How many redirects have led to `request`, the last of which is not among `hops` yet.
[[nodiscard]] int redirectsTo(const QList<Hop> &hops, const Request &request);

[[nodiscard]] QString outcomeName(Outcome outcome);
/// The process's exit code for a finished chain: 0, 3, 4, or 130 when cancelled (interface.md).
[[nodiscard]] int exitCodeOf(const RedirectChain &chain);

} // namespace Detour
