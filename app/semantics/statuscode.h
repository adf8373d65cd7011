// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace Detour {

/// A three-digit status code as it stood on the wire (RFC 9110 §15); any number 0…999 may arrive.
using StatusCode = int;

/// What a code means for the next request; the look takes its colour from it (never its only sign).
enum class StatusKind {
    Choices,     ///< 300
    Permanent,   ///< 301, 308
    Temporary,   ///< 302, 307
    SeeOther,    ///< 303
    NotModified, ///< 304
    Retired,     ///< 305, 306
    Success,     ///< 2xx
    Failure,     ///< 4xx, 5xx
    Other,       ///< everything else, unknown 3xx included
};

/// The Fetch standard's "redirect status": exactly 301, 302, 303, 307 and 308.
[[nodiscard]] bool isRedirectStatus(StatusCode status);
/// Any 3xx (RFC 9110 §15.4).
[[nodiscard]] bool isRedirection(StatusCode status);
[[nodiscard]] StatusKind statusKind(StatusCode status);
/// "temporary", "see-other", … as content's front matter spells it; empty for Success, Failure and Other.
[[nodiscard]] QString statusKindName(StatusKind kind);
/// The IANA registry's description, e.g. "Temporary Redirect" or "(Unused)"; empty if there is none.
[[nodiscard]] QString registeredReasonPhrase(StatusCode status);
/// The codes that have a reference page: 300 … 308, in order.
[[nodiscard]] QList<StatusCode> referenceStatusCodes();

} // namespace Detour
