// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/field.h"
#include "semantics/method.h"

#include <QDateTime>

namespace Detour {

/// What tells one state of a resource from another (RFC 9110 §8.8).
struct Validators
{
    QByteArray entityTag; ///< with its quotes, perhaps weak: `W/"v7"`; empty: it has none
    std::optional<QDateTime> lastModified;
};

enum class Precondition {
    Passed,      ///< the request is carried out
    NotModified, ///< 304: the client's copy is still good
    Failed,      ///< 412
};

/// The conditions of a request on a resource that exists, in the order of RFC 9110 §13.2.2: If-Match before
/// If-Unmodified-Since, If-None-Match before If-Modified-Since. A date that cannot be read is no condition.
[[nodiscard]] Precondition precondition(const Method &method, const FieldList &fields, const Validators &current);

} // namespace Detour
