// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/transport.h"
#include "semantics/redirectchain.h"

namespace Detour {

/// What a gate is asked before a request goes out.
struct GateQuestion
{
    int hop = 1;                          ///< 1-based; 1 is the user's own request
    Request request;                      ///< about to be sent
    const RedirectChain *soFar = nullptr; ///< valid until answered
};

/// A gate's answer. With `Replace`, `request` is sent instead and the exchange says that it was changed.
struct GateAnswer
{
    enum class Kind { Proceed, Replace, Stop };
    Kind kind = Kind::Proceed;
    Request request;
    std::shared_ptr<BodySource> body; ///< for Replace: null keeps the chain's source where the request has content
};

using GateReply = std::function<void(const GateAnswer &)>;
/// May answer at once or later (stepping, prediction); exactly once. Called on the fetcher's thread.
using Gate = std::function<void(const GateQuestion &, GateReply)>;

/// What a client that remembers makes of a request that is about to go out.
struct Preparation
{
    Request request;                    ///< as it goes out: the one that was asked about, and what memory adds to it
    QList<QByteArray> added;            ///< the names of those fields; Exchange::added names them, too
    std::optional<Exchange> fromMemory; ///< its answer, if the client has one: nothing is sent. `answeredBy` says whose
};

struct FetchOptions
{
    TransportOptions transport;
    std::optional<int> redirectLimit; ///< absent: the policy's; -1: unlimited
    bool follows = true;              ///< false: the first response is delivered
    bool locationTrusted = false;
    QString traceId; ///< short; in the default User-Agent "Detour/VERSION (TRACE.HOP)"
    QByteArray version;
    Gate gate; ///< null: proceed always
    /// Asked after the gate, at once, before anything is sent: cookies, validators, stored answers. What it adds to a
    /// request is made anew for each one, so that no decision sees it. May be null.
    std::function<Preparation(const Request &)> prepare;
    /// Called once for each finished exchange before it is decided on: the lab's record is joined here. May be null.
    std::function<void(Exchange &)> complete;
};

/// The follow loop: send, decide, ask the gate, send … It holds no rule: decide() does.
///
/// A gate's Stop and cancel() end the chain as Failed with code "cancelled". ChainEnd::hop is the last hop there is, 0
/// if nothing was sent. A cycle is one Finding, however often it goes round: {the earlier hop, the one that repeats
/// it}.
class Fetcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Fetcher)

public:
    /// `transport` must outlive the fetcher.
    explicit Fetcher(Transport &transport, QObject *parent = nullptr);
    ~Fetcher() override;

    /// One chain at a time; a second start() while running is a programming error.
    void start(const Request &request, std::shared_ptr<BodySource> body, const ClientPolicy &policy,
               FetchOptions options);
    /// Ends with failure "cancelled"; finished() follows.
    void cancel();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const RedirectChain &chain() const;

signals:
    void requestSent(int hop, const Detour::Request &request);
    /// A hop is complete with its decision (or failure); `chain()` holds it.
    void hopFinished(int hop);
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Detour
