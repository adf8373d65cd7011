// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/targeturi.h"

#include <QHashFunctions>

namespace Detour {

/// RFC 9110 §4.3.1: scheme, host and port.
struct Origin
{
    QByteArray scheme;
    QByteArray host; ///< lower case, IPv6 in brackets
    int port = -1;   ///< the effective port

    [[nodiscard]] static Origin of(const TargetUri &uri);
    /// "http://host" or "http://host:port": the default port is left out (RFC 6454 §6.2).
    [[nodiscard]] QByteArray serialized() const;

    friend bool operator==(const Origin &, const Origin &) = default;
    friend size_t qHash(const Origin &origin, size_t seed = 0)
    {
        return qHashMulti(seed, origin.scheme, origin.host, origin.port);
    }
};

[[nodiscard]] inline bool isSameOrigin(const TargetUri &a, const TargetUri &b)
{
    return Origin::of(a) == Origin::of(b);
}

} // namespace Detour
