// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/transport.h"

#include <QNetworkRequest>

namespace Detour {

/// A Request in the words of QNetworkAccessManager, with every option set that keeps it from doing more than was asked:
/// following, remembering, decoding, negotiating. (Part of NetworkTransport; QUrl lives here and nowhere else.)
struct NetworkTransportRequest
{
    QNetworkRequest network;
    QList<QByteArray> added; ///< names of fields that go out though the request has them not
    QStringList notes;       ///< sentences on what goes out differently than written
    QByteArray pinned;       ///< Endpoint::certificate, where it is what decides

    /// `request` has passed requestProblem(). `contentLength`: bytes that are announced; absent: no Content-Length.
    /// Error "network-error" where QUrl cannot hold the target.
    [[nodiscard]] static Result<NetworkTransportRequest> prepare(const Request &request,
                                                                 const TransportOptions &options,
                                                                 std::optional<qint64> contentLength);
};

/// True for methods that must never go out twice unseen: all but GET, HEAD, OPTIONS and TRACE.
[[nodiscard]] bool isGuardedMethod(const Method &method);

} // namespace Detour
