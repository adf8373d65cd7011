// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"

#include <QByteArray>

#include <optional>

namespace Detour {

/// Milliseconds, as far as they can be observed; an absent one is unknown, not zero.
struct Timing
{
    std::optional<double> startedAt; ///< since the trace began
    std::optional<double> total;
    std::optional<double> connect;
    std::optional<double> tls;
    std::optional<double> wait;
    std::optional<double> receive;
};

/// What the lab read from the wire for one request: exact, whatever the client believes it sent.
struct ReceivedRequest
{
    QByteArray line; ///< "POST /a HTTP/1.1"
    FieldList fields;
    std::optional<ContentInfo> content;
};

/// Why an exchange has no usable answer. The codes of interface.md: connection-refused, connection-closed, timeout,
/// bad-response, tls, host-not-found, response-too-large, body-not-replayable, cancelled, network-error.
struct ExchangeFailure
{
    QString code;
    QString message; ///< one plain sentence
};

/// One request and what came of it.
struct Exchange
{
    Request request;
    std::optional<Response> response; ///< absent if and only if `failure` is there
    std::optional<ExchangeFailure> failure;
    Timing timing;
    QList<QByteArray> added; ///< fields that the transport adds by itself
    int sentTimes = 1;       ///< how often the request went out (QNetworkAccessManager may repeat safe methods)
    std::optional<ReceivedRequest> received; ///< where the lab was the server
    bool repeatedFieldsVisible = false;      ///< false: `response->fields` is what QNetworkAccessManager merged
    bool changedByUser = false;              ///< a gate put another request in place of the decided one
    QString note;                            ///< something about this exchange that a person ought to know, or empty
};

} // namespace Detour
