// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/urlpieces.h"

namespace Detour {

// Python's urllib.parse, as far as its HTTP clients share it.

/// urlsplit(): without leading controls and spaces, without tabs and line breaks, and an empty part is no part.
[[nodiscard]] UrlPieces pythonSplit(QByteArrayView text);
/// What urlsplit() refuses, brackets that hold no address, and what the idna codec refuses, a label without letters.
[[nodiscard]] std::optional<Error> checkPythonHost(const UrlPieces &pieces);
/// urlunsplit(), applied before urljoin(), writes "http:x" as "http:///x", and "http:////x" as "http://x".
[[nodiscard]] UrlPieces pythonUnsplit(UrlPieces pieces);
/// urljoin(): "http:x" and "http:///x" count as relative.
[[nodiscard]] UrlPieces pythonJoined(const TargetUri &base, UrlPieces pieces);

} // namespace Detour
