// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/chainpath.h"

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

Complaint applyDelay(ChainSegment &segment, const QByteArray &value)
{
    bool isNumber = false;
    const int delay = value.toInt(&isNumber);
    if (!isNumber || delay < 0 || delay > ChainSegment::maxDelayMs) {
        return u"~delay takes milliseconds from 0 to %1."_s.arg(ChainSegment::maxDelayMs);
    }
    segment.delayMs = delay;
    return {};
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

/// Names that stand in the contract but that this lab cannot do. They are modifiers all the same: a path must not
/// change its meaning on the day they can be done.
Complaint refuse(ChainSegment &, const QByteArray &)
{
    return u"this lab does not know how to do that."_s;
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
             [](ChainSegment &segment, const QByteArray &value) { return addField(segment, "Set-Cookie", value); }},
    Modifier{"cache", Wants::Value,
             [](ChainSegment &segment, const QByteArray &value) { return addField(segment, "Cache-Control", value); }},
    Modifier{"field", Wants::Value, applyField},
    Modifier{"https", Wants::Nothing, refuse},
    Modifier{"http", Wants::Nothing, refuse},
    Modifier{"reset", Wants::Nothing, refuse},
    Modifier{"close", Wants::Nothing, refuse},
    Modifier{"truncate", Wants::Nothing, refuse},
    Modifier{"badlength", Wants::Nothing, refuse},
    Modifier{"badchunk", Wants::Nothing, refuse},
    Modifier{"drip", Wants::Value, refuse},
    Modifier{"garbage", Wants::Nothing, refuse},
    Modifier{"twice", Wants::Nothing, refuse},
    Modifier{"endless", Wants::Nothing, refuse},
    Modifier{"huge", Wants::Nothing, refuse},
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

Result<ChainSegment> parseSegment(QByteArrayView text)
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
        return segment;
    }
    constexpr qsizetype shownLimit = 80;
    const QString shown = QString::fromLatin1(text.first(std::min(text.size(), shownLimit)));
    return Error{u"bad-chain"_s, u"The chain's segment \"%1\" cannot be read: %2"_s.arg(shown, complaint)};
}

QByteArray withPort(const QByteArray &host, int port)
{
    return port == 80 ? host : QByteArray(host + ':' + QByteArray::number(port));
}

QByteArray hostOf(const QByteArray &authority)
{
    const qsizetype colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.left(colon) : authority;
}

QByteArray nextAuthority(const ChainSegment &head, const ChainPlace &place, const QByteArray &current)
{
    const bool changesPort = head.otherPort && place.otherPort != 0;
    if (!head.host && !changesPort) {
        return current;
    }
    QByteArray host = hostOf(current);
    if (head.host) {
        host = head.host->isEmpty() ? place.firstHost : QByteArray(*head.host + ".localhost");
    }
    return withPort(host, changesPort ? place.otherPort : place.port);
}

QByteArray locationOf(const ChainPath &chain, const ChainPlace &place)
{
    const ChainSegment &head = chain.head;
    if (head.location) {
        return *head.location;
    }
    QByteArray location = chain.rest.isEmpty() ? QByteArray("/lab/echo") : QByteArray("/lab/chain/" + chain.rest);
    if (head.fragment) {
        location += '#' + *head.fragment;
    }
    // An HTTP/1.0 request may come without a Host.
    const QByteArray current = place.authority.isEmpty() ? withPort(place.firstHost, place.port) : place.authority;
    const QByteArray authority = nextAuthority(head, place, current);
    if (head.absolute || authority.compare(current, Qt::CaseInsensitive) != 0) {
        location.prepend(place.scheme + "://" + authority);
    }
    return location;
}

} // namespace

Result<ChainPath> ChainPath::parse(QByteArrayView path)
{
    ChainPath chain;
    qsizetype begin = 0;
    do {
        const qsizetype slash = path.indexOf('/', begin);
        const qsizetype end = slash < 0 ? path.size() : slash;
        auto segment = parseSegment(path.sliced(begin, end - begin));
        if (!segment) {
            return segment.error();
        }
        if (begin == 0) {
            chain.head = *std::move(segment);
            chain.rest = path.sliced(std::min(end + 1, path.size())).toByteArray();
        }
        begin = end + 1;
    } while (begin < path.size());
    return chain;
}

ScriptedAnswer answerFor(const ChainPath &chain, const ChainPlace &place)
{
    const ChainSegment &head = chain.head;
    ScriptedAnswer answer;
    answer.status = head.status;
    answer.reasonPhrase = registeredReasonPhrase(head.status).toLatin1();
    if (!head.noLocation && (isRedirection(head.status) || head.location)) {
        answer.fields.append("Location", locationOf(chain, place));
        if (head.duplicateLocation) {
            answer.fields.append("Location", "/lab/echo?second");
        }
    }
    for (const Field &field : head.fields) {
        answer.fields.append(field);
    }
    if (head.content) {
        answer.content = *head.content;
        if (!answer.fields.contains("Content-Type")) {
            answer.fields.append("Content-Type", "text/plain; charset=utf-8");
        }
    }
    return answer;
}

} // namespace Detour
