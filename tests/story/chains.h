// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

namespace Detour::Test {

/// "http" URIs from host, port and path, without a parser.
[[nodiscard]] TargetUri uri(const QByteArray &host, const QByteArray &path, std::optional<int> port = 8307);

/// Builds chains by hand, decisions included: the story's tests depend on no policy and on no network.
class ChainMaker final
{
public:
    /// The first request: a POST with `bytes` bytes of JSON and an Authorization field, or a GET without any.
    [[nodiscard]] static ChainMaker post(const TargetUri &target, qint64 bytes = 22);
    [[nodiscard]] static ChainMaker get(const TargetUri &target);

    ChainMaker &addField(const QByteArray &name, const QByteArray &value); ///< to the request that comes next
    ChainMaker &keepsTo(StatusCode status, const TargetUri &next);         ///< 307, 308
    ChainMaker &becomesGetAt(StatusCode status, const TargetUri &next);    ///< 301, 302, 303
    ChainMaker &delivers(StatusCode status, const QByteArray &type = "text/html", qint64 bytes = 312);
    ChainMaker &stops(StatusCode status, const QByteArray &location, const QString &code);
    ChainMaker &fails(const QString &code, const QString &message);
    ChainMaker &answeredWithoutDecision(StatusCode status, const QByteArray &location = {});
    ChainMaker &waits(); ///< a hop of the chain that has no answer yet
    ChainMaker &endsWith(Outcome outcome, const QString &code, const QString &message);

    [[nodiscard]] const RedirectChain &chain() const { return m_chain; }
    /// The first `hops` hops, as the chain stood while it ran.
    [[nodiscard]] RedirectChain running(qsizetype hops) const;

private:
    Hop &answered(StatusCode status);

    RedirectChain m_chain;
    Request m_next;
};

/// 307 keeps POST, 303 turns it into GET at another origin, 200.
[[nodiscard]] RedirectChain upload();
/// One POST, 302, GET, 200.
[[nodiscard]] RedirectChain checkout();
/// `hops` hops, each a 302 back and forth between two origins.
[[nodiscard]] RedirectChain longChain(int hops);

} // namespace Detour::Test
