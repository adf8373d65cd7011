// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/chainsegment.h"

#include "semantics/percentencoding.h"

#include <QList>

#include <algorithm>
#include <array>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// What is wrong with a modifier; empty if nothing is.
using Complaint = QString;

enum class Wants { Nothing, Value };

struct Modifier
{
    const char *name;
    Wants wants;
    Complaint (*apply)(ChainSegment &segment, const QByteArray &value);
};

Complaint addField(ChainSegment &segment, const QByteArray &name, const QByteArray &value)
{
    auto field = Field::checked(name, value.trimmed());
    if (!field) {
        return field.error().message;
    }
    for (const char *framing : {"Content-Length", "Transfer-Encoding", "Connection"}) {
        if (field->isNamed(framing)) {
            return u"the lab writes %1 itself."_s.arg(QLatin1StringView(framing));
        }
    }
    segment.fields.append(*std::move(field));
    return {};
}

/// A Location must not be able to end its own line (RFC 9110 §5.5).
Complaint checkLine(const QByteArray &value)
{
    return Field::checked("Location", value) ? Complaint() : u"a Location cannot hold CR, LF or NUL."_s;
}

Complaint applyHost(ChainSegment &segment, const QByteArray &value)
{
    const bool fits = std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || isAsciiDigit(c) || c == '-' || c == '.';
    });
    if (!fits || value.size() > 200 || value.startsWith('.') || value.endsWith('.') || value.contains("..")) {
        return u"~host takes a name of lower-case letters, digits, hyphens and dots, or nothing."_s;
    }
    segment.host = value;
    return {};
}

/// Decimal digits alone, from 0 to `largest`.
std::optional<int> milliseconds(const QByteArray &text, int largest)
{
    bool fits = std::all_of(text.begin(), text.end(), isAsciiDigit);
    const int number = fits ? text.toInt(&fits) : 0;
    return fits && number <= largest ? std::optional(number) : std::nullopt;
}

Complaint applyDelay(ChainSegment &segment, const QByteArray &value)
{
    const auto delay = milliseconds(value, ChainSegment::maxDelayMs);
    segment.delayMs = delay.value_or(0);
    return delay ? Complaint() : u"~delay takes milliseconds from 0 to %1."_s.arg(ChainSegment::maxDelayMs);
}

Complaint applyDrip(ChainSegment &segment, const QByteArray &value)
{
    segment.dripMs = milliseconds(value, ChainSegment::maxDripMs);
    return segment.dripMs
               ? Complaint()
               : u"~drip takes the milliseconds from byte to byte, from 0 to %1."_s.arg(ChainSegment::maxDripMs);
}

Complaint applyField(ChainSegment &segment, const QByteArray &value)
{
    const qsizetype colon = value.indexOf(':');
    if (colon < 0) {
        return u"~field takes NAME:VALUE."_s;
    }
    return addField(segment, value.left(colon), value.mid(colon + 1));
}

Complaint applyLocation(ChainSegment &segment, const QByteArray &value)
{
    segment.location = value;
    return checkLine(value);
}

Complaint applyFragment(ChainSegment &segment, const QByteArray &value)
{
    segment.fragment = value;
    return checkLine(value);
}

template<bool ChainSegment::*Flag>
Complaint setFlag(ChainSegment &segment, const QByteArray &)
{
    segment.*Flag = true;
    return {};
}

template<WireFault Fault>
Complaint setFault(ChainSegment &segment, const QByteArray &)
{
    if (segment.fault != WireFault::None && segment.fault != Fault) {
        return u"a segment takes one fault; only ~drip goes with another."_s;
    }
    segment.fault = Fault;
    return {};
}

Complaint setHttps(ChainSegment &segment, const QByteArray &)
{
    segment.scheme = "https";
    return {};
}

Complaint setHttp(ChainSegment &segment, const QByteArray &)
{
    segment.scheme = "http";
    return {};
}

constexpr std::array modifiers = {
    Modifier{"abs", Wants::Nothing, setFlag<&ChainSegment::absolute>},
    Modifier{"host", Wants::Value, applyHost},
    Modifier{"port", Wants::Nothing, setFlag<&ChainSegment::otherPort>},
    Modifier{"delay", Wants::Value, applyDelay},
    Modifier{"loc", Wants::Value, applyLocation},
    Modifier{"noloc", Wants::Nothing, setFlag<&ChainSegment::noLocation>},
    Modifier{"dup", Wants::Nothing, setFlag<&ChainSegment::duplicateLocation>},
    Modifier{"frag", Wants::Value, applyFragment},
    Modifier{"body", Wants::Value,
             [](ChainSegment &segment, const QByteArray &value) {
                 segment.content = value;
                 return Complaint();
             }},
    Modifier{"cookie", Wants::Value,
             [](ChainSegment &segment, const QByteArray &value) {
                 // Without a Path it would belong to this chain's folder, which no later segment lies in.
                 return addField(segment, "Set-Cookie", value.contains(';') ? value : QByteArray(value + "; Path=/"));
             }},
    Modifier{"cache", Wants::Value,
             [](ChainSegment &segment, const QByteArray &value) { return addField(segment, "Cache-Control", value); }},
    Modifier{"field", Wants::Value, applyField},
    Modifier{"https", Wants::Nothing, setHttps},
    Modifier{"http", Wants::Nothing, setHttp},
    Modifier{"reset", Wants::Nothing, setFault<WireFault::Reset>},
    Modifier{"close", Wants::Nothing, setFault<WireFault::Close>},
    Modifier{"truncate", Wants::Nothing, setFault<WireFault::Truncate>},
    Modifier{"badlength", Wants::Nothing, setFault<WireFault::BadLength>},
    Modifier{"badchunk", Wants::Nothing, setFault<WireFault::BadChunk>},
    Modifier{"drip", Wants::Value, applyDrip},
    Modifier{"garbage", Wants::Nothing, setFault<WireFault::Garbage>},
    Modifier{"twice", Wants::Nothing, setFault<WireFault::Twice>},
    Modifier{"endless", Wants::Nothing, setFault<WireFault::Endless>},
    Modifier{"huge", Wants::Nothing, setFault<WireFault::Huge>},
};

/// The modifier that begins at the "~" at `at`, if a known name stands there and ends there.
const Modifier *modifierAt(QByteArrayView segment, qsizetype at)
{
    const QByteArrayView after = segment.sliced(at + 1);
    for (const Modifier &modifier : modifiers) {
        const QByteArrayView name(modifier.name);
        if (after.startsWith(name)
            && (after.size() == name.size() || after.at(name.size()) == '=' || after.at(name.size()) == '~')) {
            return &modifier;
        }
    }
    return nullptr;
}

struct Piece
{
    const Modifier *modifier = nullptr; ///< null: the code in front
    QByteArrayView text;                ///< what follows the name, "=" included
};

/// A "~" that begins no modifier belongs to the piece before it.
QList<Piece> splitSegment(QByteArrayView segment)
{
    QList<Piece> pieces;
    const Modifier *modifier = nullptr;
    qsizetype begin = 0;
    for (qsizetype at = segment.indexOf('~'); at >= 0; at = segment.indexOf('~', at + 1)) {
        if (const Modifier *next = modifierAt(segment, at)) {
            pieces.append({modifier, segment.sliced(begin, at - begin)});
            modifier = next;
            begin = at + 1 + QByteArrayView(next->name).size();
        }
    }
    pieces.append({modifier, segment.sliced(begin)});
    return pieces;
}

Complaint applyPiece(ChainSegment &segment, const Piece &piece)
{
    const QString name = u"~"_s + QLatin1StringView(piece.modifier->name);
    const bool hasValue = piece.text.startsWith('=');
    if (piece.modifier->wants == Wants::Nothing && hasValue) {
        return name + u" takes no value."_s;
    }
    if (piece.modifier->wants == Wants::Value && !hasValue) {
        return name + u" needs = and a value."_s;
    }
    const QByteArray raw = hasValue ? piece.text.sliced(1).toByteArray() : QByteArray();
    return piece.modifier->apply(segment, percentDecoded(raw));
}

Complaint applyCode(ChainSegment &segment, QByteArrayView text)
{
    const bool isNumber = text.size() == 3 && std::all_of(text.begin(), text.end(), isAsciiDigit);
    const int status = isNumber ? text.toByteArray().toInt() : 0;
    if (status < 200 || status > 599) {
        return u"it begins with a status code from 200 to 599, such as 307 or 302~abs."_s;
    }
    segment.status = status;
    return {};
}

/// A fault of the content needs an answer that may have some (RFC 9110 §6.4.1).
Complaint checkFault(const ChainSegment &segment)
{
    if (segment.status != 204 && segment.status != 304) {
        return {};
    }
    switch (segment.fault) {
    case WireFault::Truncate:
    case WireFault::BadLength:
    case WireFault::BadChunk:
    case WireFault::Endless:
        return u"this fault needs content, and a %1 has none."_s.arg(segment.status);
    case WireFault::None:
    case WireFault::Reset:
    case WireFault::Close:
    case WireFault::Garbage:
    case WireFault::Twice:
    case WireFault::Huge:
        break;
    }
    return {};
}

} // namespace

Result<ChainSegment> ChainSegment::parse(QByteArrayView text)
{
    ChainSegment segment;
    Complaint complaint;
    for (const Piece &piece : splitSegment(text)) {
        complaint = piece.modifier ? applyPiece(segment, piece) : applyCode(segment, piece.text);
        if (!complaint.isEmpty()) {
            break;
        }
    }
    if (complaint.isEmpty()) {
        complaint = checkFault(segment);
    }
    if (complaint.isEmpty()) {
        return segment;
    }
    constexpr qsizetype shownLimit = 80;
    const QString shown = QString::fromLatin1(text.first(std::min(text.size(), shownLimit)));
    return Error{u"bad-chain"_s, u"The chain's segment \"%1\" cannot be read: %2"_s.arg(shown, complaint)};
}

} // namespace Detour
