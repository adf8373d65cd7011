// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/exchange.h"

namespace Detour {

/// What one exchange did to a cookie of the jar.
enum class CookieFate {
    Kept,
    Set,
    Changed, ///< value or attributes
    Removed, ///< expired, or given up
};

/// A cookie of the jar round one exchange.
struct CookieLine
{
    StoredCookie cookie;             ///< as it was when the request was made; one that was set: as it is now
    std::optional<StoredCookie> now; ///< with Changed
    CookieFate fate = CookieFate::Kept;
    bool wasThere = false; ///< when the request was made
    bool sent = false;
    QString whyNot; ///< a plain clause where it was there and not sent, as far as that can be said
    QString clause; ///< "RFC 6265 §5.1.3"
};

/// Why a cookie does not go with a request for `target` at this time (RFC 6265 §5.4): text and clause; empty if
/// nothing stands against it.
struct CookieRefusal
{
    QString text;
    QString clause;
};
[[nodiscard]] CookieRefusal cookieRefusal(const StoredCookie &cookie, const TargetUri &target, const QDateTime &now);

/// The jar before and after, cookie by cookie, in the order of the jar; new ones last. The request tells which were
/// sent, by the names in its Cookie fields; where those are masked, the rules do.
[[nodiscard]] QList<CookieLine> cookieLines(const JarChange &jar, const Request &request, const QDateTime &now);

} // namespace Detour
