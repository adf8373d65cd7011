// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/ipaddress.h"

#include "semantics/percentencoding.h"

#include <QList>

#include <algorithm>
#include <array>

namespace Detour {

namespace {

using Pieces = std::array<quint16, 8>;

QList<QByteArrayView> splitAtDots(QByteArrayView text)
{
    QList<QByteArrayView> parts;
    qsizetype start = 0;
    for (qsizetype dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
        parts.append(text.sliced(start, dot - start));
        start = dot + 1;
    }
    parts.append(text.sliced(start));
    return parts;
}

/// A number of any size; what is above 32 bits comes out as a value above 32 bits.
std::optional<quint64> parseIpv4Number(QByteArrayView text)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    unsigned base = 10;
    if (text.size() >= 2 && text[0] == '0') {
        const bool isHexadecimal = text[1] == 'x' || text[1] == 'X';
        base = isHexadecimal ? 16 : 8;
        text = text.sliced(isHexadecimal ? 2 : 1);
    }
    quint64 value = 0; // "0x" alone is zero
    for (const char c : text) {
        const int digit = hexDigitValue(c);
        if (digit < 0 || static_cast<unsigned>(digit) >= base) {
            return std::nullopt;
        }
        value = std::min<quint64>(value * base + static_cast<unsigned>(digit), Q_UINT64_C(1) << 40);
    }
    return value;
}

/// Up to four hexadecimal digits from `at`, which moves behind them; -1 if there is none.
int takeHexPiece(QByteArrayView text, qsizetype &at)
{
    int value = -1;
    for (int digits = 0; digits < 4 && at < text.size() && hexDigitValue(text[at]) >= 0; ++digits, ++at) {
        value = std::max(value, 0) * 16 + hexDigitValue(text[at]);
    }
    return value;
}

/// The strict dotted quad that may end an IPv6 address, as two pieces.
std::optional<std::array<quint16, 2>> parseEmbeddedIpv4(QByteArrayView text)
{
    const QList<QByteArrayView> parts = splitAtDots(text);
    if (parts.size() != 4) {
        return std::nullopt;
    }
    quint32 address = 0;
    for (const QByteArrayView part : parts) {
        const bool isPlain = !part.isEmpty() && part.size() <= 3 && std::all_of(part.begin(), part.end(), isAsciiDigit)
                             && (part.size() == 1 || part[0] != '0');
        const quint32 value = isPlain ? part.toByteArray().toUInt() : 256;
        if (value > 255) {
            return std::nullopt;
        }
        address = address * 256 + value;
    }
    return std::array{static_cast<quint16>(address >> 16), static_cast<quint16>(address & 0xffff)};
}

/// Eight pieces in the making; `compress` is the place of "::", or -1.
struct PieceReader
{
    Pieces pieces{};
    int count = 0;
    int compress = -1;

    bool readAll(QByteArrayView text);
    bool readOne(QByteArrayView text, qsizetype &at);
};

bool PieceReader::readAll(QByteArrayView text)
{
    qsizetype at = 0;
    if (text.startsWith("::")) {
        compress = 0;
        at = 2;
    } else if (text.startsWith(':')) {
        return false;
    }
    while (at < text.size()) {
        if (text[at] == ':') { // the second of "::"
            if (compress >= 0) {
                return false;
            }
            compress = count;
            ++at;
        } else if (!readOne(text, at)) {
            return false;
        }
    }
    return compress < 0 ? count == 8 : count < 8;
}

/// One piece and the colon behind it, or the embedded IPv4 address at the end.
bool PieceReader::readOne(QByteArrayView text, qsizetype &at)
{
    const auto index = static_cast<size_t>(count);
    const qsizetype start = at;
    const int value = takeHexPiece(text, at);
    if (at < text.size() && text[at] == '.') {
        const auto quad = count <= 6 ? parseEmbeddedIpv4(text.sliced(start)) : std::nullopt;
        if (!quad) {
            return false;
        }
        pieces[index] = (*quad)[0];
        pieces[index + 1] = (*quad)[1];
        count += 2;
        at = text.size();
        return true;
    }
    const bool isAtEnd = at == text.size();
    const bool isFollowedByMore = at + 1 < text.size() && text[at] == ':';
    if (value < 0 || count == 8 || (!isAtEnd && !isFollowedByMore)) {
        return false;
    }
    pieces[index] = static_cast<quint16>(value);
    ++count;
    at += isFollowedByMore ? 1 : 0;
    return true;
}

/// The first longest run of at least two zero pieces: [begin, end).
std::pair<size_t, size_t> longestZeroRun(const Pieces &pieces)
{
    std::pair<size_t, size_t> best{8, 8};
    size_t bestLength = 1;
    for (size_t begin = 0; begin < pieces.size();) {
        size_t end = begin;
        while (end < pieces.size() && pieces[end] == 0) {
            ++end;
        }
        if (end - begin > bestLength) {
            best = {begin, end};
            bestLength = end - begin;
        }
        begin = std::max(end, begin + 1);
    }
    return best;
}

QByteArray serializeIpv6(const Pieces &pieces)
{
    const auto [zerosBegin, zerosEnd] = longestZeroRun(pieces);
    QByteArray text;
    for (size_t i = 0; i < pieces.size(); ++i) {
        if (i == zerosBegin) {
            text += i == 0 ? "::" : ":";
            i = zerosEnd - 1;
            continue;
        }
        text += QByteArray::number(pieces[i], 16);
        if (i + 1 < pieces.size()) {
            text += ':';
        }
    }
    return text;
}

} // namespace

bool endsInNumber(QByteArrayView host)
{
    QList<QByteArrayView> parts = splitAtDots(host);
    if (parts.constLast().isEmpty()) {
        if (parts.size() == 1) {
            return false;
        }
        parts.removeLast();
    }
    const QByteArrayView last = parts.constLast();
    const bool isAllDigits = !last.isEmpty() && std::all_of(last.begin(), last.end(), isAsciiDigit);
    return isAllDigits || parseIpv4Number(last).has_value();
}

std::optional<QByteArray> parseIpv4(QByteArrayView text)
{
    QList<QByteArrayView> parts = splitAtDots(text);
    if (parts.constLast().isEmpty() && parts.size() > 1) {
        parts.removeLast();
    }
    if (parts.size() > 4) {
        return std::nullopt;
    }
    quint64 address = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<quint64> number = parseIpv4Number(parts[i]);
        const bool isLast = i + 1 == parts.size();
        // The last part fills all the bytes that are left: "127.1" is 127.0.0.1.
        const qsizetype bytes = isLast ? 5 - parts.size() : 1;
        if (!number || *number >= (Q_UINT64_C(1) << (8 * bytes))) {
            return std::nullopt;
        }
        address += isLast ? *number : *number << (8 * (3 - i));
    }
    QByteArray quad;
    for (int shift = 24; shift >= 0; shift -= 8) {
        quad += QByteArray::number((address >> shift) & 0xff);
        quad += shift > 0 ? "." : "";
    }
    return quad;
}

std::optional<QByteArray> parseIpv6(QByteArrayView text)
{
    PieceReader reader;
    if (!reader.readAll(text)) {
        return std::nullopt;
    }
    if (reader.compress >= 0) {
        // What stands behind "::" moves to the end.
        std::rotate(reader.pieces.begin() + reader.compress, reader.pieces.begin() + reader.count, reader.pieces.end());
    }
    return serializeIpv6(reader.pieces);
}

} // namespace Detour
