// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientmemory.h"

namespace Detour {

/// Whether a cache may keep this answer and would ever get anything from it (RFC 9111 §3).
[[nodiscard]] bool isWorthKeeping(const Request &request, const Response &response, const Freshness &freshness);

/// Whether the cache has a say at all: GET or HEAD without a condition, a range or no-store of the user's own.
[[nodiscard]] bool isCacheable(const Request &request);

/// Whether it answers this request: method, target, and what its Vary names (RFC 9111 §4.1).
[[nodiscard]] bool answersTo(const RememberedAnswer &answer, const Request &request);

/// Whether it may be used for this request without asking: fresh, and fresh enough for the request's own Cache-Control
/// (RFC 9111 §5.2.1). `now`: the memory's time.
[[nodiscard]] bool isFreshFor(const RememberedAnswer &answer, const Request &request, const QDateTime &now);

/// The fields of `request` that the answer's Vary names; nothing where it says "*": that one never answers again.
[[nodiscard]] std::optional<FieldList> varyingFields(const Request &request, const Response &response);

/// If-None-Match and If-Modified-Since for asking about it; empty where it cannot be asked about. Only a 200 can, as in
/// Chromium.
[[nodiscard]] FieldList conditionsFor(const RememberedAnswer &answer);

/// Whether a 304 can mean this stored answer (RFC 9111 §4.3.4): a strong tag has to be its own.
[[nodiscard]] bool isMeantBy(const RememberedAnswer &answer, const Response &notModified);

/// The stored answer's fields after a 304 (RFC 9111 §3.2): what the 304 says takes their place, but for what describes
/// the connection or the content that is kept.
[[nodiscard]] FieldList freshenedFields(const FieldList &stored, const FieldList &notModified);

/// Whether a request of this method, answered so, makes what is kept of its target untrue (RFC 9111 §4.4).
[[nodiscard]] bool invalidates(const Method &method, StatusCode status);

/// The answer that Chromium shows where it goes to https by itself: a 307 that no server sent.
[[nodiscard]] Response hstsUpgrade(const TargetUri &target);

} // namespace Detour
