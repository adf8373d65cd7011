// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Detour {

/// The percent-encode sets of the URL standard: which bytes of a part are written as %XX.
enum class EncodeSet {
    C0Control,
    Fragment,
    Query,
    SpecialQuery,
    Path,
    Userinfo,
};

/// Encodes each byte of the set; "%" itself stays as it is in every set, so nothing is encoded twice.
[[nodiscard]] QByteArray percentEncoded(QByteArrayView bytes, EncodeSet set);

/// Decodes every %XX; a "%" that begins none stays.
[[nodiscard]] QByteArray percentDecoded(QByteArrayView bytes);

[[nodiscard]] constexpr bool isAsciiAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] constexpr bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The value of a hexadecimal digit, or -1.
[[nodiscard]] constexpr int hexDigitValue(char c)
{
    if (isAsciiDigit(c)) {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace Detour
