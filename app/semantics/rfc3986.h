// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/targeturi.h"

namespace Detour {

/// A URI-reference taken apart by the grammar of RFC 3986 (§4.1), nothing rewritten but the case of scheme and host.
/// An absent scheme is an empty one. Error "bad-url" with what is wrong as a part of a sentence.
[[nodiscard]] Result<TargetUri> parseUriReference(QByteArrayView text);

/// The strict transformation of RFC 3986 §5.2.2: "http:g" stays a URI without a host.
[[nodiscard]] TargetUri resolveReference(const TargetUri &base, const TargetUri &reference);

/// RFC 3986 §5.2.4.
[[nodiscard]] QByteArray withoutDotSegments(QByteArrayView path);

} // namespace Detour
