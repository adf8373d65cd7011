// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/whatwgurl.h"

#include "semantics/percentencoding.h"
#include "semantics/whatwghost.h"

#include <QList>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximalPort = 65535;

Error badUrl(const QString &why)
{
    return {u"bad-url"_s, why};
}

bool isSpecialScheme(const QByteArray &scheme)
{
    static const QList<QByteArray> special{"http", "https", "ws", "wss", "ftp", "file"};
    return special.contains(scheme);
}

int defaultPortOf(const QByteArray &scheme)
{
    if (scheme == "http" || scheme == "ws") {
        return 80;
    }
    if (scheme == "https" || scheme == "wss") {
        return 443;
    }
    return scheme == "ftp" ? 21 : -1;
}

/// Without C0 controls and spaces at the ends, without tabs and line breaks anywhere.
QByteArray cleaned(QByteArrayView text)
{
    const auto isControlOrSpace = [](char c) { return c >= '\0' && c <= ' '; };
    while (!text.isEmpty() && isControlOrSpace(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && isControlOrSpace(text.back())) {
        text.chop(1);
    }
    QByteArray rest = text.toByteArray();
    rest.removeIf([](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    return rest;
}

/// The parser's pieces work on `m_rest`, which holds neither scheme nor query nor fragment.
class WhatwgParser final
{
public:
    explicit WhatwgParser(const TargetUri *base)
        : m_base(base)
    {}

    Result<TargetUri> parse(QByteArrayView input);

private:
    [[nodiscard]] bool isSlash(char c) const { return c == '/' || (m_special && c == '\\'); }
    [[nodiscard]] qsizetype leadingSlashes() const;
    void splitQueryAndFragment();
    std::optional<Error> parseAbsolute();
    std::optional<Error> parseRelative();
    std::optional<Error> parseAuthorityAndPath();
    std::optional<Error> parseHostAndPort(QByteArrayView text);
    std::optional<Error> parsePort(QByteArrayView digits);
    void parsePath(QList<QByteArray> segments);
    void takeAuthorityOfBase();
    void parseUserinfo(QByteArrayView text);

    const TargetUri *m_base;
    TargetUri m_uri;
    QByteArrayView m_rest;
    bool m_special = false;
};

Result<TargetUri> WhatwgParser::parse(QByteArrayView input)
{
    const QByteArray text = cleaned(input);
    const qsizetype length = schemeLength(text);
    m_rest = text;
    if (length >= 0) {
        m_uri.scheme = text.first(length).toLower();
        m_rest = m_rest.sliced(length + 1);
    } else if (m_base) {
        m_uri.scheme = m_base->scheme;
    } else {
        return badUrl(u"it has no scheme"_s);
    }
    m_special = isSpecialScheme(m_uri.scheme);
    splitQueryAndFragment();

    // "http:g" against an http base is relative: the scheme is as good as absent.
    const bool isRelative =
        m_base && (length < 0 || (m_special && m_uri.scheme == m_base->scheme && leadingSlashes() < 2));
    if (std::optional<Error> error = isRelative ? parseRelative() : parseAbsolute()) {
        return *error;
    }
    return m_uri;
}

qsizetype WhatwgParser::leadingSlashes() const
{
    const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), [this](char c) { return isSlash(c); });
    return end - m_rest.begin();
}

void WhatwgParser::splitQueryAndFragment()
{
    const qsizetype hash = m_rest.indexOf('#');
    if (hash >= 0) {
        m_uri.fragment = percentEncoded(m_rest.sliced(hash + 1), EncodeSet::Fragment);
        m_rest = m_rest.first(hash);
    }
    const qsizetype mark = m_rest.indexOf('?');
    if (mark >= 0) {
        m_uri.query = percentEncoded(m_rest.sliced(mark + 1), m_special ? EncodeSet::SpecialQuery : EncodeSet::Query);
        m_rest = m_rest.first(mark);
    }
}

std::optional<Error> WhatwgParser::parseAbsolute()
{
    const qsizetype slashes = leadingSlashes();
    const bool isFile = m_uri.scheme == "file"; // special, but its host may be empty
    if (isFile ? slashes >= 2 : m_special || slashes >= 2) {
        // The others skip any number of slashes, "http:g" and "http:///g" included.
        m_rest = m_rest.sliced(m_special && !isFile ? slashes : 2);
        return parseAuthorityAndPath();
    }
    if (isFile) {
        m_uri.host = QByteArrayLiteral("");
    }
    if (isFile || slashes == 1) {
        parsePath({});
    } else {
        m_uri.path = percentEncoded(m_rest, EncodeSet::C0Control); // an opaque path: "javascript:…", "mailto:…"
    }
    return std::nullopt;
}

std::optional<Error> WhatwgParser::parseRelative()
{
    const bool baseIsOpaque = !m_base->host && !m_base->path.startsWith('/');
    if (baseIsOpaque && !(m_rest.isEmpty() && !m_uri.query && m_uri.fragment)) {
        return badUrl(u"it is relative, and there is nothing that it could be relative to"_s);
    }
    const qsizetype slashes = leadingSlashes();
    if (slashes >= 2) {
        m_rest = m_rest.sliced(m_special ? slashes : 2);
        return parseAuthorityAndPath();
    }
    takeAuthorityOfBase();
    if (slashes == 1) {
        parsePath({});
        return std::nullopt;
    }
    if (m_rest.isEmpty()) {
        m_uri.path = m_base->path;
        if (!m_uri.query) {
            m_uri.query = m_base->query;
        }
        return std::nullopt;
    }
    QList<QByteArray> segments = m_base->path.mid(1).split('/');
    segments.removeLast();
    parsePath(segments);
    return std::nullopt;
}

void WhatwgParser::takeAuthorityOfBase()
{
    m_uri.userinfo = m_base->userinfo;
    m_uri.host = m_base->host;
    m_uri.port = m_base->port;
}

std::optional<Error> WhatwgParser::parseAuthorityAndPath()
{
    const auto end = std::find_if(m_rest.begin(), m_rest.end(), [this](char c) { return isSlash(c); });
    QByteArrayView authority = m_rest.first(end - m_rest.begin());
    m_rest = m_rest.sliced(authority.size());
    const qsizetype at = authority.lastIndexOf('@');
    if (at >= 0) {
        parseUserinfo(authority.first(at));
        authority = authority.sliced(at + 1);
    }
    if (authority.isEmpty() && (at >= 0 || (m_special && m_uri.scheme != "file"))) {
        return badUrl(u"it names no host"_s);
    }
    if (std::optional<Error> error = parseHostAndPort(authority)) {
        return error;
    }
    parsePath({});
    return std::nullopt;
}

void WhatwgParser::parseUserinfo(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    QByteArray userinfo = percentEncoded(colon < 0 ? text : text.first(colon), EncodeSet::Userinfo);
    if (colon >= 0 && colon + 1 < text.size()) {
        userinfo += ':' + percentEncoded(text.sliced(colon + 1), EncodeSet::Userinfo);
    }
    if (!userinfo.isEmpty()) {
        m_uri.userinfo = userinfo;
    }
}

std::optional<Error> WhatwgParser::parseHostAndPort(QByteArrayView text)
{
    const qsizetype bracket = text.lastIndexOf(']');
    const qsizetype colon = text.indexOf(':', std::max<qsizetype>(text.startsWith('[') ? bracket : 0, 0));
    const QByteArrayView hostText = colon < 0 ? text : text.first(colon);
    if (hostText.isEmpty()) {
        if (colon >= 0) {
            return badUrl(u"it names no host"_s);
        }
        m_uri.host = QByteArrayLiteral(""); // "foo:///path": an empty host, but a host
        return std::nullopt;
    }
    const Result<QByteArray> host = parseWhatwgHost(hostText, m_special);
    if (!host) {
        return host.error();
    }
    m_uri.host = *host;
    return colon < 0 ? std::nullopt : parsePort(text.sliced(colon + 1));
}

std::optional<Error> WhatwgParser::parsePort(QByteArrayView digits)
{
    if (digits.isEmpty()) {
        return std::nullopt;
    }
    if (!std::all_of(digits.begin(), digits.end(), isAsciiDigit)) {
        return badUrl(u"its port is not a number"_s);
    }
    int port = 0;
    for (const char digit : digits) {
        port = std::min(port * 10 + (digit - '0'), maximalPort + 1);
    }
    if (port > maximalPort) {
        return badUrl(u"its port is above 65535"_s);
    }
    if (port != defaultPortOf(m_uri.scheme)) {
        m_uri.port = port;
    }
    return std::nullopt;
}

bool isSingleDot(const QByteArray &segment)
{
    return segment == "." || segment.compare("%2e", Qt::CaseInsensitive) == 0;
}

bool isDoubleDot(const QByteArray &segment)
{
    const QByteArray plain = segment.toLower().replace("%2e", ".");
    return plain == "..";
}

/// URL standard, path state. `segments` are those of the base that stay.
void WhatwgParser::parsePath(QList<QByteArray> segments)
{
    if (m_rest.isEmpty() && !m_special) {
        m_uri.path = QByteArrayLiteral("");
        return;
    }
    if (leadingSlashes() > 0) {
        m_rest = m_rest.sliced(1);
    }
    for (bool isLast = false; !isLast;) {
        const auto end = std::find_if(m_rest.begin(), m_rest.end(), [this](char c) { return isSlash(c); });
        const qsizetype length = end - m_rest.begin();
        isLast = length == m_rest.size();
        const QByteArray segment = percentEncoded(m_rest.first(length), EncodeSet::Path);
        m_rest = m_rest.sliced(isLast ? length : length + 1);
        const bool isDots = isSingleDot(segment) || isDoubleDot(segment);
        if (isDoubleDot(segment) && !segments.isEmpty()) {
            segments.removeLast();
        }
        if (!isDots) {
            segments.append(segment);
        } else if (isLast) {
            segments.append(QByteArray()); // "/a/." keeps its slash
        }
    }
    m_uri.path = '/' + segments.join('/');
}

} // namespace

Result<TargetUri> parseWhatwgUrl(QByteArrayView text, const TargetUri *base)
{
    return WhatwgParser(base).parse(text);
}

} // namespace Detour
