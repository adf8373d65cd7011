// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"

namespace Detour {

/// Text from the network, fit to be drawn: no control characters, at most `limit` characters (its end is elided).
[[nodiscard]] QString shortText(QByteArrayView bytes, qsizetype limit);

/// A URI reference in at most `limit` (64 or more) characters. Scheme and host stay readable, since they say who is
/// asked next: of an over-long host its end stays, user information is masked, and the rest of the path is elided.
[[nodiscard]] QString shortReference(QByteArrayView reference, qsizetype limit);

/// True for content of at least one byte: what is drawn as a sheet.
[[nodiscard]] bool hasBody(const Request &request);

} // namespace Detour
