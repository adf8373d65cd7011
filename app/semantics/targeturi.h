// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>

#include <optional>

namespace Detour {

/// A URI as its wire bytes, taken apart (RFC 3986 §3). Never a QUrl: QUrl rewrites `|`, `"`, `%7E` and dot segments.
/// An absent part and an empty one are different things ("/a" has no query, "/a?" an empty one). How text becomes
/// a TargetUri is the business of a dialect (location.h); this class only holds and writes the parts.
struct TargetUri
{
    QByteArray scheme;                  ///< lower case; "http" or "https" for anything that is sent
    std::optional<QByteArray> userinfo; ///< "user:password" as written; never sent in a target
    std::optional<QByteArray> host;     ///< lower case, IPv6 in brackets; absent for "mailto:" and its like
    std::optional<int> port;            ///< absent if not written or the scheme's default
    QByteArray path;                    ///< "/" at least, for http and https
    std::optional<QByteArray> query;    ///< without "?"
    std::optional<QByteArray> fragment; ///< without "#"; never sent (RFC 9110 §7.1)

    [[nodiscard]] bool isHttp() const { return scheme == "http" || scheme == "https"; }
    /// The port that is connected to: `port` or the scheme's default (80, 443); -1 for other schemes.
    [[nodiscard]] int effectivePort() const;
    /// "host" or "host:port", as Host carries it (RFC 9110 §7.2); no userinfo.
    [[nodiscard]] QByteArray authority() const;
    /// Origin form "path?query" (RFC 9112 §3.2.1).
    [[nodiscard]] QByteArray originForm() const;
    /// The whole URI, all present parts.
    [[nodiscard]] QByteArray toBytes() const;
    /// toBytes() one byte a character (isomorphic), as the trace JSON wants it.
    [[nodiscard]] QString toString() const { return QString::fromLatin1(toBytes()); }
    /// For people: UTF-8 where valid, percent signs untouched.
    [[nodiscard]] QString toDisplayString() const;
    /// The same with the userinfo replaced by "***" where there is one.
    [[nodiscard]] TargetUri masked() const;
    [[nodiscard]] TargetUri withoutFragment() const;
    [[nodiscard]] TargetUri withoutUserinfo() const;

    friend bool operator==(const TargetUri &, const TargetUri &) = default;
};

/// What a person types or passes as the first URL: WHATWG dialect, http or https only, a host required.
/// Errors: "bad-url" (empty, no host, not parsable), "unsupported-scheme". A missing scheme is an error that names the
/// mend.
[[nodiscard]] Result<TargetUri> parseFirstUrl(QByteArrayView typed);

/// The length of the scheme that `text` begins with, its colon not included (RFC 3986 §3.1); -1 if there is none.
[[nodiscard]] qsizetype schemeLength(QByteArrayView text);

/// True if the host can only be this machine: localhost, *.localhost, 127.0.0.0/8, [::1]. Purely lexical.
[[nodiscard]] bool isLoopbackHost(QByteArrayView host);

} // namespace Detour
