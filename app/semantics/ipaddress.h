// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>

namespace Detour {

/// True if a host ends in a number, so that it has to be an IPv4 address or nothing (URL standard, "ends in a number").
[[nodiscard]] bool endsInNumber(QByteArrayView host);

/// Reads the IPv4 forms of the URL standard (decimal, 0x hexadecimal, 0 octal, one to four parts) and writes the
/// address as a dotted quad.
[[nodiscard]] std::optional<QByteArray> parseIpv4(QByteArrayView text);

/// Reads an IPv6 address without brackets or zone and writes it compressed (URL standard, "IPv6 serializer"; RFC 5952).
[[nodiscard]] std::optional<QByteArray> parseIpv6(QByteArrayView text);

} // namespace Detour
