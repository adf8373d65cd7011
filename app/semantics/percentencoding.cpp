// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/percentencoding.h"

namespace Detour {

namespace {

/// The printable characters that a set adds to the C0 control set, each set on top of the one before it.
QByteArrayView printableMembers(EncodeSet set)
{
    switch (set) {
    case EncodeSet::C0Control:
        return "";
    case EncodeSet::Fragment:
        return " \"<>`";
    case EncodeSet::Query:
        return " \"#<>";
    case EncodeSet::SpecialQuery:
        return " \"#<>'";
    case EncodeSet::Path:
        return " \"#<>?^`{}";
    case EncodeSet::Userinfo:
        return " \"#<>?^`{}/:;=@[\\]|";
    }
    Q_UNREACHABLE();
}

bool isIn(char c, QByteArrayView printable)
{
    return c < ' ' || c > '~' || printable.contains(c); // a signed char: bytes from 0x80 are below the space
}

} // namespace

QByteArray percentEncoded(QByteArrayView bytes, EncodeSet set)
{
    constexpr char digits[] = "0123456789ABCDEF";
    const QByteArrayView printable = printableMembers(set);
    QByteArray encoded;
    encoded.reserve(bytes.size());
    for (const char c : bytes) {
        if (isIn(c, printable)) {
            const auto value = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += digits[value >> 4];
            encoded += digits[value & 0x0f];
        } else {
            encoded += c;
        }
    }
    return encoded;
}

QByteArray percentDecoded(QByteArrayView bytes)
{
    QByteArray decoded;
    decoded.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const bool hasDigits = bytes[i] == '%' && i + 2 < bytes.size();
        const int high = hasDigits ? hexDigitValue(bytes[i + 1]) : -1;
        const int low = hasDigits ? hexDigitValue(bytes[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += bytes[i];
        }
    }
    return decoded;
}

} // namespace Detour
