// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/page.h"
#include "document/searchentries.h"

#include <QHash>

#include <algorithm>
#include <array>

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

constexpr std::array registeredFields{
    "Accept"_L1,
    "Accept-Encoding"_L1,
    "Accept-Language"_L1,
    "Access-Control-Allow-Origin"_L1,
    "Age"_L1,
    "Allow"_L1,
    "Alt-Svc"_L1,
    "Authorization"_L1,
    "Cache-Control"_L1,
    "Clear-Site-Data"_L1,
    "Connection"_L1,
    "Content-Encoding"_L1,
    "Content-Language"_L1,
    "Content-Length"_L1,
    "Content-Location"_L1,
    "Content-Range"_L1,
    "Content-Type"_L1,
    "Cookie"_L1,
    "Date"_L1,
    "ETag"_L1,
    "Expect"_L1,
    "Expires"_L1,
    "Forwarded"_L1,
    "Host"_L1,
    "If-Match"_L1,
    "If-Modified-Since"_L1,
    "If-None-Match"_L1,
    "If-Range"_L1,
    "If-Unmodified-Since"_L1,
    "Last-Modified"_L1,
    "Link"_L1,
    "Location"_L1,
    "Non-Authoritative-Reason"_L1,
    "Origin"_L1,
    "Pragma"_L1,
    "Proxy-Authorization"_L1,
    "Range"_L1,
    "Referer"_L1,
    "Referrer-Policy"_L1,
    "Refresh"_L1,
    "Retry-After"_L1,
    "Server"_L1,
    "Set-Cookie"_L1,
    "Set-Proxy"_L1,
    "Strict-Transport-Security"_L1,
    "Transfer-Encoding"_L1,
    "Upgrade"_L1,
    "Upgrade-Insecure-Requests"_L1,
    "User-Agent"_L1,
    "Vary"_L1,
    "Via"_L1,
    "WWW-Authenticate"_L1,
    "Warning"_L1,
};

bool isRegistered(const QString &name)
{
    return std::find(registeredFields.begin(), registeredFields.end(), name) != registeredFields.end();
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
    return isRegistered(name) || isExperimental(name) ? name : QString();
}

} // namespace Detour
