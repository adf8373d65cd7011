// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/cookielines.h"

#include "semantics/safetext.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// RFC 6265 §5.3, step 11: these three name a cookie.
bool isSameCookie(const StoredCookie &one, const StoredCookie &other)
{
    return one.name == other.name && one.domain == other.domain && one.path == other.path;
}

bool isAddress(const QByteArray &host)
{
    return host.startsWith('[')
           || std::all_of(host.cbegin(), host.cend(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

/// RFC 6265 §5.1.3.
bool domainMatches(const QByteArray &host, const StoredCookie &cookie)
{
    if (host == cookie.domain || cookie.hostOnly)
        return host == cookie.domain;
    return host.endsWith(QByteArray('.' + cookie.domain)) && !isAddress(host);
}

/// RFC 6265 §5.1.4.
bool pathMatches(const QByteArray &path, const QByteArray &cookiePath)
{
    return path == cookiePath
           || (path.startsWith(cookiePath)
               && (cookiePath.endsWith('/') || path.mid(cookiePath.size()).startsWith('/')));
}

/// name=value pairs of all Cookie fields.
QList<QByteArray> sentPairs(const Request &request)
{
    QList<QByteArray> pairs;
    for (const QByteArray &value : request.fields.values("Cookie")) {
        for (const QByteArray &pair : value.split(';'))
            pairs.append(pair.trimmed());
    }
    return pairs;
}

const StoredCookie *found(const QList<StoredCookie> &jar, const StoredCookie &cookie)
{
    const auto at =
        std::find_if(jar.cbegin(), jar.cend(), [&](const StoredCookie &other) { return isSameCookie(cookie, other); });
    return at == jar.cend() ? nullptr : &*at;
}

} // namespace

CookieRefusal cookieRefusal(const StoredCookie &cookie, const TargetUri &target, const QDateTime &now)
{
    const QByteArray host = target.host.value_or(QByteArray());
    if (!domainMatches(host, cookie)) {
        const QString whose = cookie.hostOnly ? u"it belongs to %1 alone, and this is %2"_s
                                              : u"it belongs to %1 and what is below it, and this is %2"_s;
        return {whose.arg(wireText(cookie.domain, 80), wireText(host, 80)), u"RFC 6265 §5.1.3"_s};
    }
    if (!pathMatches(target.path, cookie.path))
        return {u"it is for paths under %1"_s.arg(wireText(cookie.path, 80)), u"RFC 6265 §5.1.4"_s};
    if (cookie.secure && target.scheme != "https")
        return {u"it is Secure, and this request is not encrypted"_s, u"RFC 6265 §5.4"_s};
    if (cookie.expires && *cookie.expires <= now)
        return {u"it has expired"_s, u"RFC 6265 §5.3"_s};
    return {};
}

QList<CookieLine> cookieLines(const JarChange &jar, const Request &request, const QDateTime &now)
{
    const QList<QByteArray> pairs = sentPairs(request);
    const bool isMasked = pairs.contains("***");
    QList<CookieLine> lines;
    for (const StoredCookie &cookie : jar.before) {
        CookieLine line{cookie, std::nullopt, CookieFate::Kept, true, false, {}, {}};
        const CookieRefusal refusal = cookieRefusal(cookie, request.target, now);
        line.sent = isMasked ? refusal.text.isEmpty() : pairs.contains(cookie.name + '=' + cookie.value);
        if (!line.sent) {
            line.whyNot = refusal.text;
            line.clause = refusal.clause;
        }
        const StoredCookie *after = found(jar.after, cookie);
        line.fate = !after ? CookieFate::Removed : *after == cookie ? CookieFate::Kept : CookieFate::Changed;
        if (line.fate == CookieFate::Changed)
            line.now = *after;
        lines.append(line);
    }
    for (const StoredCookie &cookie : jar.after) {
        if (!found(jar.before, cookie))
            lines.append({cookie, std::nullopt, CookieFate::Set, false, false, {}, {}});
    }
    return lines;
}

} // namespace Detour
