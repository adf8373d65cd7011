// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/targeturi.h"

namespace Detour {

/// A reference cut into its five pieces as RFC 3986, appendix B, does it: anything can be cut, nothing is checked.
/// The parsers of programming languages begin like this; what they check and rewrite afterwards differs.
struct UrlPieces
{
    QByteArray scheme; ///< lower case; empty if there is none
    std::optional<QByteArray> authority;
    QByteArray path;
    std::optional<QByteArray> query;
    std::optional<QByteArray> fragment;

    [[nodiscard]] bool hasAuthority() const { return authority && !authority->isEmpty(); }
    [[nodiscard]] QByteArray toBytes() const;
};

[[nodiscard]] UrlPieces splitUrl(QByteArrayView text);
[[nodiscard]] UrlPieces piecesOf(const TargetUri &uri);

/// What a parser makes of a host that is not ASCII.
enum class HostNames {
    AsciiOnly, ///< an error
    Idna2008,  ///< letters and digits of any script become "xn--…"; symbols and full-width forms are an error
    Idna,      ///< the rules of browsers (UTS 46)
};

/// Takes the authority apart and makes a URI of the pieces; other schemes than http and https keep theirs alone.
/// Error "bad-url" if the port is no number up to 65535, or the host cannot be one.
[[nodiscard]] Result<TargetUri> targetOf(const UrlPieces &pieces, HostNames names);

/// %XX for each byte that `keeps` does not name, in upper case.
template<typename Keeps>
[[nodiscard]] QByteArray encodedUnless(QByteArrayView bytes, const Keeps &keeps)
{
    constexpr char digits[] = "0123456789ABCDEF";
    QByteArray encoded;
    for (const char c : bytes) {
        if (keeps(c)) {
            encoded += c;
        } else {
            const auto value = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += digits[value >> 4];
            encoded += digits[value & 0x0f];
        }
    }
    return encoded;
}

/// True for "%" and two hexadecimal digits at a place.
[[nodiscard]] bool isEscapeAt(QByteArrayView bytes, qsizetype at);
/// True if each "%" begins an escape.
[[nodiscard]] bool hasOnlyWholeEscapes(QByteArrayView bytes);
/// Its escapes in upper-case digits, all else untouched.
[[nodiscard]] QByteArray withUpperCaseEscapes(QByteArrayView bytes);
/// RFC 3986 §2.3.
[[nodiscard]] bool isUnreserved(char c);
/// Printable ASCII but the space.
[[nodiscard]] bool isGraphic(char c);
/// C0 controls but the tab, and DEL.
[[nodiscard]] bool holdsControls(QByteArrayView text);
/// Without spaces and tabs at the front, or at both ends, as header parsers leave a value.
[[nodiscard]] QByteArrayView withoutLeadingBlanks(QByteArrayView text);
[[nodiscard]] QByteArrayView withoutBlanks(QByteArrayView text);
/// Each byte as the character of that number, in UTF-8.
[[nodiscard]] QByteArray latin1AsUtf8(QByteArrayView bytes);

} // namespace Detour
