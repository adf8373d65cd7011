// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/transport.h"

namespace Detour {

/// Transport over QNetworkAccessManager with ManualRedirectPolicy on every request.
///
/// - A request that requestProblem() objects to ends as a failure with that code and is not sent.
/// - GET, HEAD, OPTIONS and TRACE may be sent several times by QNetworkAccessManager (Exchange::sentTimes); every other
///   method goes out once, on a connection of its own, and always with a Content-Length.
/// - Content of unknown length is taken to its end before the request starts, and the deadline with it.
/// - Timing: `connect` and `wait` only where signals part them; over TLS `tls` holds the connect too. A reused
///   connection has neither.
/// - Not to be seen through QNetworkAccessManager: repeated fields, an empty Location, trailers, the fields of a 1xx,
///   and some ways in which chunked content can end too early. A head is bounded by the deadline alone.
class NetworkTransport final : public Transport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkTransport)

public:
    explicit NetworkTransport(QObject *parent = nullptr);
    ~NetworkTransport() override;

    void send(const Request &request, std::shared_ptr<BodySource> body, const TransportOptions &options) override;
    void cancel() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Detour
