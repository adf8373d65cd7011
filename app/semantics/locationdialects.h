// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/targeturi.h"

namespace Detour {

// How programs read a Location, each as its own URL code does it. All return the target of the next request as it
// goes on the wire, or the error "bad-url" with what is wrong as a part of a sentence.

/// Node's `new URL()` behind its http module: each byte of the field is a character of its own, so UTF-8 is encoded
/// twice.
[[nodiscard]] Result<TargetUri> resolveAsNodeHttp(const TargetUri &base, QByteArrayView location);
/// Rust's url crate, whose result has to be an http::Uri as well.
[[nodiscard]] Result<TargetUri> resolveAsRustUrl(const TargetUri &base, QByteArrayView location);
/// libcurl's URL API: one to three slashes, bytes above 0x7f in lower-case escapes, nothing else rewritten.
[[nodiscard]] Result<TargetUri> resolveAsCurl(const TargetUri &base, QByteArrayView location);
/// GNU Wget's url.c.
[[nodiscard]] Result<TargetUri> resolveAsWget(const TargetUri &base, QByteArrayView location);
/// Python's urllib.request: quote() and urljoin().
[[nodiscard]] Result<TargetUri> resolveAsPythonUrllib(const TargetUri &base, QByteArrayView location);
/// requests: requote_uri() and urljoin(), then urllib3.
[[nodiscard]] Result<TargetUri> resolveAsPythonRequests(const TargetUri &base, QByteArrayView location);
/// urllib3: urljoin() and parse_url().
[[nodiscard]] Result<TargetUri> resolveAsPythonUrllib3(const TargetUri &base, QByteArrayView location);
/// httpx, with the rfc3986 package.
[[nodiscard]] Result<TargetUri> resolveAsPythonHttpx(const TargetUri &base, QByteArrayView location);
/// aiohttp, with yarl.
[[nodiscard]] Result<TargetUri> resolveAsPythonYarl(const TargetUri &base, QByteArrayView location);
/// Go's net/url.
[[nodiscard]] Result<TargetUri> resolveAsGo(const TargetUri &base, QByteArrayView location);
/// java.net.URI, which still resolves by RFC 2396.
[[nodiscard]] Result<TargetUri> resolveAsJava(const TargetUri &base, QByteArrayView location);
/// QUrl in its tolerant mode: Qt's own class is the dialect, so it is asked itself.
[[nodiscard]] Result<TargetUri> resolveAsQUrl(const TargetUri &base, QByteArrayView location);

} // namespace Detour
