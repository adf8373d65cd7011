// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/chaindifference.h"

namespace Detour {

/// The chain with secrets replaced by "***": Authorization, Proxy-Authorization, Cookie and Set-Cookie values, userinfo
/// in any URL or Location, in requests, responses, `received`, changes and reasons. What every output shows unless
/// asked otherwise.
[[nodiscard]] RedirectChain masked(const RedirectChain &chain);
[[nodiscard]] FieldList masked(const FieldList &fields);
/// A message's head as bytes, line ends kept. A line that continues a secret field's value (RFC 9112 §5.2) is secret
/// too.
[[nodiscard]] QByteArray maskedHead(const QByteArray &head);
/// Content in which the secret values of these messages' fields may stand again, as in an echo.
[[nodiscard]] QByteArray maskedContent(QByteArray content, const QList<FieldList> &messages);
[[nodiscard]] ChainDifference masked(const ChainDifference &difference);

} // namespace Detour
