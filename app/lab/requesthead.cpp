// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/requesthead.h"

#include "semantics/percentencoding.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// RFC 9112 §2.3: "HTTP/" DIGIT "." DIGIT.
bool isVersion(QByteArrayView text)
{
    return text.size() == 8 && text.startsWith("HTTP/") && isAsciiDigit(text.at(5)) && text.at(6) == '.'
           && isAsciiDigit(text.at(7));
}

/// Visible bytes; those above ASCII are let through, as clients send them.
bool isTarget(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte != 0x7f;
    });
}

bool isAuthority(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && !QByteArrayView("/\\?#@\"<>^`{|}\x7f").contains(c);
    });
}

/// The members of a comma-separated list over all lines of one name, lower case, empty members left out.
QList<QByteArray> listMembers(const FieldList &fields, QByteArrayView name)
{
    QList<QByteArray> members;
    for (const QByteArray &value : fields.values(name)) {
        for (const QByteArray &member : value.split(',')) {
            if (!member.trimmed().isEmpty()) {
                members.append(member.trimmed().toLower());
            }
        }
    }
    return members;
}

} // namespace

std::optional<BadRequest> RequestHead::readRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || first == last) {
        return BadRequest{400, u"A request line is METHOD, target and version, with one space between them."_s};
    }
    m_request.line = line.toByteArray();
    const QByteArrayView token = line.first(first);
    if (token == "CONNECT") {
        return BadRequest{501, u"The lab is an origin server: it opens no tunnels."_s};
    }
    auto method = Method::fromToken(token);
    if (!method) {
        return BadRequest{400, method.error().message};
    }
    m_request.method = *std::move(method);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isVersion(version)) {
        return BadRequest{400, u"The request line does not end with a version such as HTTP/1.1."_s};
    }
    if (version.at(5) != '1') {
        return BadRequest{505, u"The lab speaks HTTP/1.1 and HTTP/1.0."_s};
    }
    m_request.version = version.toByteArray();
    return readTarget(line.sliced(first + 1, last - first - 1));
}

std::optional<BadRequest> RequestHead::readTarget(QByteArrayView target)
{
    if (!isTarget(target)) {
        return BadRequest{400, u"A request target is one word of visible characters."_s};
    }
    if (target.startsWith('/') || (target == "*" && m_request.method.is("OPTIONS"))) {
        m_request.target = target.toByteArray();
        return std::nullopt;
    }
    const QByteArray lower = target.first(std::min<qsizetype>(target.size(), 8)).toByteArray().toLower();
    const qsizetype begin = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
    if (begin == 0) {
        return BadRequest{400, u"A request target begins with a slash, http:// or https://."_s};
    }
    const QByteArrayView rest = target.sliced(begin);
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?' || c == '#'; });
    const QByteArrayView authority = rest.first(end - rest.begin());
    if (authority.isEmpty() || !isAuthority(authority)) {
        return BadRequest{400, u"The authority of the request target cannot be read."_s};
    }
    m_absoluteForm = true;
    m_request.authority = authority.toByteArray().toLower();
    m_request.target = rest.sliced(authority.size()).toByteArray();
    if (!m_request.target.startsWith('/')) {
        m_request.target.prepend('/');
    }
    return std::nullopt;
}

std::optional<BadRequest> RequestHead::readFieldLine(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon))) {
        return BadRequest{400, u"A field line is a name, a colon directly after it, and a value."_s};
    }
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    const bool clean = std::all_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7f) || c == '\t';
    });
    if (!clean) {
        return BadRequest{400, u"A field value holds a control character."_s};
    }
    m_request.fields.append(line.first(colon).toByteArray(), value.toByteArray());
    return std::nullopt;
}

std::optional<BadRequest> RequestHead::finish(qint64 contentLimit)
{
    if (auto bad = readHost()) {
        return bad;
    }
    if (auto bad = readFraming(contentLimit)) {
        return bad;
    }
    readPersistence();
    return std::nullopt;
}

std::optional<BadRequest> RequestHead::readHost()
{
    const auto hosts = m_request.fields.values("Host");
    if (hosts.size() > 1) {
        return BadRequest{400, u"A request has one Host, not several."_s};
    }
    if (hosts.isEmpty()) {
        if (m_request.version != "HTTP/1.0") {
            return BadRequest{400, u"An HTTP/1.1 request has a Host."_s};
        }
        return std::nullopt;
    }
    if (!isAuthority(hosts.first())) {
        return BadRequest{400, u"Host is a name and perhaps a port."_s};
    }
    // RFC 9112 §3.2.2: the authority of an absolute form goes before Host.
    if (!m_absoluteForm) {
        m_request.authority = hosts.first().toLower();
    }
    return std::nullopt;
}

std::optional<BadRequest> RequestHead::readFraming(qint64 contentLimit)
{
    const bool hasLength = m_request.fields.contains("Content-Length");
    if (m_request.fields.contains("Transfer-Encoding")) {
        if (hasLength || m_request.version == "HTTP/1.0") {
            return BadRequest{400, u"Transfer-Encoding stands alone, without Content-Length, in HTTP/1.1 only."_s};
        }
        const QList<QByteArray> codings = listMembers(m_request.fields, "Transfer-Encoding");
        if (codings.size() != 1 || codings.first() != "chunked") {
            return BadRequest{codings.isEmpty() || codings.last() != "chunked" ? 400 : 501,
                              u"The only transfer coding that the lab reads is chunked."_s};
        }
        m_framing.chunked = true;
        return std::nullopt;
    }
    if (!hasLength) {
        return std::nullopt;
    }
    // RFC 9112 §6.3: the same number may stand there several times.
    for (const QByteArray &value : m_request.fields.values("Content-Length")) {
        for (const QByteArray &member : value.split(',')) {
            const QByteArray number = member.trimmed();
            const bool valid = !number.isEmpty() && std::all_of(number.begin(), number.end(), isAsciiDigit);
            // toLongLong() alone would let signs and spaces pass; what does not fit in it is too large anyway.
            bool fits = false;
            const qint64 length = valid ? number.toLongLong(&fits) : -1;
            if (!valid || (m_framing.length && fits && *m_framing.length != length)) {
                return BadRequest{400, u"Content-Length is one decimal number."_s};
            }
            if (!fits || length > contentLimit) {
                return BadRequest{413, u"The lab reads at most %1 bytes of content."_s.arg(contentLimit)};
            }
            m_framing.length = length;
        }
    }
    return std::nullopt;
}

void RequestHead::readPersistence()
{
    const QList<QByteArray> options = listMembers(m_request.fields, "Connection");
    m_request.keepsConnection =
        !options.contains("close") && (m_request.version != "HTTP/1.0" || options.contains("keep-alive"));
}

bool RequestHead::expectsContinue() const
{
    const bool hasContent = m_framing.chunked || m_framing.length.value_or(0) > 0;
    return hasContent && m_request.version != "HTTP/1.0"
           && listMembers(m_request.fields, "Expect").contains("100-continue");
}

} // namespace Detour
