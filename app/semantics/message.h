// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/field.h"
#include "semantics/method.h"
#include "semantics/statuscode.h"
#include "semantics/targeturi.h"

#include <QStringList>

#include <optional>

namespace Detour {

/// What is known of a message's content (RFC 9110 §6.4) without holding all of it.
struct ContentInfo
{
    qint64 bytes = 0;     ///< -1: not known
    QByteArray sha256;    ///< lower-case hex of all bytes; empty where it was not (yet) computed
    bool oneShot = false; ///< a request's content that cannot be sent a second time (a pipe)
    /// The first bytes: of a request's content and of an answer that was followed at most previewLimit, of the answer
    /// that ended the chain as many as were kept (TransportOptions::keptBytes).
    QByteArray preview;
    static constexpr qsizetype previewLimit = 64 * 1024;

    friend bool operator==(const ContentInfo &, const ContentInfo &) = default;
};

/// A request as its sender means it. Content-Length and what the transport adds by itself are not in `fields`
/// unless the user typed them.
struct Request
{
    Method method;
    TargetUri target;
    FieldList fields;
    std::optional<ContentInfo> content; ///< nothing: no content at all; 0 bytes: an empty one
    QList<QByteArray> generated;        ///< names of fields that the client made from its options, not its user

    [[nodiscard]] bool isGenerated(QByteArrayView name) const;

    friend bool operator==(const Request &, const Request &) = default;
};

struct Response
{
    StatusCode status = 0;
    QByteArray reasonPhrase; ///< as received; may be empty
    FieldList fields;
    std::optional<ContentInfo> content;

    friend bool operator==(const Response &, const Response &) = default;
};

} // namespace Detour
