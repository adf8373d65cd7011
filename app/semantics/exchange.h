// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

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

/// The lab's own record of an exchange that it answered: what stood on the wire, and when by its clock.
struct LabRecord
{
    quint64 connection = 0; ///< 1, 2, 3 … over the lab's life: equal numbers are one connection
    int peerPort = 0;       ///< the client's
    bool tls = false;
    double requestBegun = 0;   ///< ms since the lab started: the first byte of the request was there
    double requestRead = 0;    ///< its last byte was there
    double answerBegun = 0;    ///< the first byte of the answer was handed to the system; 0: there was none
    double answerWritten = 0;  ///< the last one was; 0: not when the exchange ended
    QByteArray rawRequestHead; ///< exact bytes with their line ends, bounded
    QByteArray rawAnswerHead;
};

/// A cookie as a client keeps it (RFC 6265 §5.3).
struct StoredCookie
{
    QByteArray name;
    QByteArray value;
    QByteArray domain; ///< without a leading dot
    QByteArray path;
    QByteArray sameSite;  ///< "Strict", "Lax", "None" or empty
    bool hostOnly = true; ///< the answer named no Domain: it goes back to this host alone
    bool secure = false;
    bool httpOnly = false;
    std::optional<QDateTime> expires; ///< absent: it ends with the session

    friend bool operator==(const StoredCookie &, const StoredCookie &) = default;
};

/// The trace's cookie jar round one exchange.
struct JarChange
{
    QList<StoredCookie> before; ///< when the request was made
    QList<StoredCookie> after;  ///< once the answer was there
};

/// Where an answer came from.
enum class AnswerSource {
    Server,
    StoredRedirect, ///< a redirect that the client's cache kept (RFC 9111): nothing was sent
    StoredResponse, ///< another response of its cache that is still fresh: nothing was sent
    HstsUpgrade,    ///< the client's own way from http to https (RFC 6797 §8.3): no server said it
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
    /// Fields that the transport adds by itself, and those that the client's memory put into `request` (Cookie,
    /// If-None-Match …): they are made anew for each request, so no decision compares them.
    QList<QByteArray> added;
    /// How often the request went out (QNetworkAccessManager may repeat safe methods); 0: answered from memory.
    int sentTimes = 1;
    std::optional<ReceivedRequest> received; ///< where the lab was the server
    std::optional<LabRecord> labRecord;      ///< likewise
    std::optional<JarChange> cookies;        ///< where the trace kept cookies
    AnswerSource answeredBy = AnswerSource::Server;
    std::optional<Response> stored;     ///< with a 304: the client's own copy, its fields freshened (RFC 9111 §4.3.4)
    bool repeatedFieldsVisible = false; ///< false: `response->fields` is what QNetworkAccessManager merged
    bool changedByUser = false;         ///< a gate put another request in place of the decided one
    QString note;                       ///< something about this exchange that a person ought to know, or empty
};

} // namespace Detour
