// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace Detour {

/// The three forms of RFC 9110 §5.6.7, always UTC; nothing for anything else ("0", "-1", another zone). The two digits
/// of the oldest-but-one form mean 1970 to 2069.
[[nodiscard]] std::optional<QDateTime> parseHttpDate(QByteArrayView text);

/// "Sun, 06 Nov 1994 08:49:37 GMT".
[[nodiscard]] QByteArray httpDate(const QDateTime &time);

} // namespace Detour
