// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/field.h"
#include "semantics/targeturi.h"

#include <chrono>

namespace Detour {

/// What a Strict-Transport-Security field asks for (RFC 6797 §6.1).
struct StrictTransport
{
    std::chrono::seconds maxAge{0}; ///< 0: forget this host
    bool includesSubdomains = false;

    /// The first such field counts (§8.1). Nothing if there is none, or if it cannot be read: without max-age, or with
    /// a directive twice.
    [[nodiscard]] static std::optional<StrictTransport> fromFields(const FieldList &fields);
};

/// Whether a client may remember anything for this host: an IP address is never one (RFC 6797 §8.1.1).
[[nodiscard]] bool mayBeStrict(const QByteArray &host);

/// The same URI over https (RFC 6797 §8.3): port 80 becomes 443, any other written port stays.
[[nodiscard]] TargetUri upgraded(const TargetUri &uri);

} // namespace Detour
