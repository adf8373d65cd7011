// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"

#include <QJsonObject>

namespace Detour {

/// The trace as interface.md "The trace as JSON" lays it down (schema detour.trace/1). Secrets are masked unless
/// `showSecrets`. readTrace() is the way back.
///
/// Beside what stands there, a hop has, where there is something to say:
/// - "answered_by": "stored-redirect", "stored-response" or "hsts-upgrade"; absent, the server answered.
/// - "lab": what the lab noted as the server: { "connection": 1, "peer_port": 40112, "tls": false, "request_begun_ms",
///   "request_read_ms", "answer_begun_ms", "answer_written_ms" (since the lab started), "request_head", "answer_head"
///   }.
/// - "cookies": the trace's jar: { "before": [cookie, …], "after": [cookie, …] }, a cookie being { "name", "value",
///   "domain", "path", "same_site", "host_only", "secure", "http_only", "expires": "2026-01-31T12:00:00.000Z" | null };
///   values are masked.
/// - "changed_by_user": true, and "note": "…".
/// - in "timing_ms": "started", milliseconds since the trace began; in a change: "rule", the reason that made it.
[[nodiscard]] QJsonObject traceToJson(const RedirectChain &chain, bool showSecrets = false);

} // namespace Detour
