// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/bodysource.h"
#include "semantics/exchange.h"
#include "semantics/origin.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace Detour {

/// Where an origin's requests really go: the lab's loopback address. Host and target stay as written.
struct Endpoint
{
    QByteArray address; ///< "127.0.0.1"
    int port = 0;
    /// PEM: over TLS exactly this certificate is accepted there, under whatever name, and no other is. Empty: one that
    /// the system trusts for the host, as everywhere.
    QByteArray certificate = {};

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// Gives the endpoint for an origin, or nothing to connect to the origin itself.
using EndpointLookup = std::function<std::optional<Endpoint>(const Origin &)>;

struct TransportOptions
{
    std::chrono::milliseconds timeout{30'000}; ///< from send to last byte
    bool verifiesTls = true;
    /// Of a response's content, as its preview (the follow loop shortens it to ContentInfo::previewLimit where the
    /// chain goes on). All of it is counted and hashed.
    qint64 keptBytes = qint64(16) * 1024 * 1024;
    qint64 maximumBytes = qint64(1024) * 1024 * 1024; ///< more: response-too-large
    QByteArray userAgent;                             ///< used unless the request has one
    EndpointLookup endpointOf;
};

/// Sends one request and reports one exchange; follows nothing, remembers nothing (no cookies, cache, credentials,
/// proxy).
class Transport : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Transport)

public:
    using QObject::QObject;

    /// One request at a time. `body` is null where there is no content. finished() follows, never inside this call.
    virtual void send(const Request &request, std::shared_ptr<BodySource> body, const TransportOptions &options) = 0;
    /// Ends the request under way as failure "cancelled"; finished() follows, never inside this call. Nothing if idle.
    virtual void cancel() = 0;

signals:
    void finished(const Detour::Exchange &exchange);
};

} // namespace Detour
