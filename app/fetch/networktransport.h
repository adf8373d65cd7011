// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/transport.h"

namespace Detour {

/// Transport over QNetworkAccessManager with ManualRedirectPolicy on every request.
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
