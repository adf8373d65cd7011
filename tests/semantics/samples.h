// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/decision.h"

namespace Detour::Test {

/// The policy of content/clients/ID.json in the source tree; fails the running test if it cannot be read.
[[nodiscard]] ClientPolicy policyOf(const QString &id);
/// The bytes of that file.
[[nodiscard]] QByteArray policyJson(const QString &id);

/// An absolute URL in the URL standard's dialect.
[[nodiscard]] TargetUri uri(const char *text);
[[nodiscard]] Request request(const char *method, const char *url, FieldList fields = {});
/// The same with a content of 22 bytes.
[[nodiscard]] Request requestWithContent(const char *method, const char *url, FieldList fields = {});
/// A response with one Location; a null one leaves the field out.
[[nodiscard]] Response redirect(StatusCode status, const char *location);

/// The rule ids of a decision, in order.
[[nodiscard]] QStringList rulesOf(const Decision &decision);

} // namespace Detour::Test
