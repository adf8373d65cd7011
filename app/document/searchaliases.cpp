// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/page.h"
#include "document/searchentries.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Detour {

// The words by which pages and fields are known besides those that stand in the pages.

using namespace Qt::StringLiterals;

namespace {

QStringList builtInAliases(const QString &slug)
{
    static const QHash<QString, QStringList> aliases{
        {u"300"_s, {u"several versions"_s, u"content negotiation"_s}},
        {u"301"_s, {u"moved"_s, u"permanent redirect"_s, u"moved for good"_s}},
        {u"302"_s, {u"moved temporarily"_s, u"temporary"_s, u"redirect"_s}},
        {u"303"_s, {u"PRG"_s, u"post redirect get"_s, u"after a form"_s}},
        {u"304"_s, {u"cache"_s, u"not changed"_s, u"conditional request"_s, u"revalidation"_s}},
        {u"305"_s, {u"proxy"_s}},
        {u"306"_s, {u"switch proxy"_s}},
        {u"307"_s, {u"temp redirect"_s, u"temporary redirect"_s, u"keep post"_s}},
        {u"308"_s, {u"permanent redirect"_s, u"moved, keep post"_s}},
        {u"caching"_s, {u"cache"_s, u"cached redirect"_s}},
        {u"credentials"_s, {u"authorization"_s, u"cookies"_s, u"password"_s}},
        {u"browsers"_s, {u"CORS"_s, u"HSTS"_s, u"fetch"_s}},
        {u"loops"_s, {u"too many redirects"_s, u"cycle"_s}},
    };
    return aliases.value(slug);
}

/// The page's own, where the format has them.
template<typename AnyPage>
QStringList writtenAliases(const AnyPage &page)
{
    if constexpr (requires { page.aliases; }) {
        return page.aliases;
    } else {
        return {};
    }
}

const QSet<QString> &registeredFields()
{
    static const QSet<QString> names{
        u"Accept"_s,
        u"Accept-Encoding"_s,
        u"Accept-Language"_s,
        u"Access-Control-Allow-Origin"_s,
        u"Age"_s,
        u"Allow"_s,
        u"Alt-Svc"_s,
        u"Authorization"_s,
        u"Cache-Control"_s,
        u"Clear-Site-Data"_s,
        u"Connection"_s,
        u"Content-Encoding"_s,
        u"Content-Language"_s,
        u"Content-Length"_s,
        u"Content-Location"_s,
        u"Content-Range"_s,
        u"Content-Type"_s,
        u"Cookie"_s,
        u"Date"_s,
        u"ETag"_s,
        u"Expect"_s,
        u"Expires"_s,
        u"Forwarded"_s,
        u"Host"_s,
        u"If-Match"_s,
        u"If-Modified-Since"_s,
        u"If-None-Match"_s,
        u"If-Range"_s,
        u"If-Unmodified-Since"_s,
        u"Last-Modified"_s,
        u"Link"_s,
        u"Location"_s,
        u"Non-Authoritative-Reason"_s,
        u"Origin"_s,
        u"Pragma"_s,
        u"Proxy-Authorization"_s,
        u"Range"_s,
        u"Referer"_s,
        u"Referrer-Policy"_s,
        u"Refresh"_s,
        u"Retry-After"_s,
        u"Server"_s,
        u"Set-Cookie"_s,
        u"Set-Proxy"_s,
        u"Strict-Transport-Security"_s,
        u"Transfer-Encoding"_s,
        u"Upgrade"_s,
        u"Upgrade-Insecure-Requests"_s,
        u"User-Agent"_s,
        u"Vary"_s,
        u"Via"_s,
        u"WWW-Authenticate"_s,
        u"Warning"_s,
    };
    return names;
}

bool isExperimental(const QString &name)
{
    if (!name.startsWith("X-"_L1) || name.size() < 4) {
        return false;
    }
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return c == u'-' || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c.isDigit();
    });
}

} // namespace

QStringList searchAliasesOf(const Page &page)
{
    QStringList aliases = writtenAliases(page) + builtInAliases(page.slug);
    aliases.removeDuplicates();
    return aliases;
}

QString fieldNameIn(const QString &code)
{
    const qsizetype colon = code.indexOf(u':');
    const bool hasValue = colon > 0 && (colon + 1 == code.size() || code.at(colon + 1) == u' ');
    const QString name = hasValue ? code.left(colon) : code;
    return registeredFields().contains(name) || isExperimental(name) ? name : QString();
}

} // namespace Detour
