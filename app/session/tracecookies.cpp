// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/tracecookies.h"

#include "session/setcookieline.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QUrl>

#include <algorithm>

namespace Detour {

namespace {

/// For Qt's jar: its paths are compared as they stand, so the URL must not decode them.
QUrl urlOf(const TargetUri &target)
{
    QUrl url;
    url.setScheme(QString::fromLatin1(target.scheme));
    url.setHost(QString::fromLatin1(target.host.value_or(QByteArray())));
    url.setPath(QString::fromLatin1(target.path), QUrl::DecodedMode);
    return url;
}

/// The host of `cookie` as Qt marks it: a dot in front means that hosts below share it.
QNetworkCookie qtCookie(const StoredCookie &cookie)
{
    QNetworkCookie result(cookie.name, cookie.value);
    const QString host = urlOf({"http", {}, cookie.domain, {}, "/", {}, {}}).host(); // IPv6 without brackets
    result.setDomain(cookie.hostOnly ? host : QString(u'.' + host));
    result.setPath(QString::fromLatin1(cookie.path));
    result.setSecure(cookie.secure);
    result.setHttpOnly(cookie.httpOnly);
    if (cookie.expires) {
        result.setExpirationDate(*cookie.expires);
    }
    return result;
}

} // namespace

/// Qt's, with what it does not hold itself, in the order of creation.
class TraceCookies::Jar final : public QNetworkCookieJar
{
public:
    void take(const StoredCookie &cookie, const TargetUri &target)
    {
        const QNetworkCookie wanted = qtCookie(cookie);
        if (!validateCookie(wanted, urlOf(target))) {
            return; // a public suffix
        }
        const auto known = std::find_if(stored.begin(), stored.end(), [&](const StoredCookie &old) {
            return old.name == cookie.name && old.domain == cookie.domain && old.path == cookie.path;
        });
        const bool isOver = cookie.expires && *cookie.expires <= QDateTime::currentDateTimeUtc();
        if (known != stored.end() && isOver) {
            stored.erase(known);
        } else if (known != stored.end()) {
            *known = cookie; // it keeps its place: it is as old as before (§5.3 step 11)
        } else if (!isOver) {
            stored.append(cookie);
        }
        if (stored.size() > cookieLimit) {
            stored.removeFirst();
        }
        QList<QNetworkCookie> cookies;
        std::transform(stored.cbegin(), stored.cend(), std::back_inserter(cookies), qtCookie);
        setAllCookies(cookies);
    }

    QList<StoredCookie> stored;
};

TraceCookies::TraceCookies()
    : m_jar(std::make_unique<Jar>())
{}

TraceCookies::~TraceCookies() = default;

void TraceCookies::take(const TargetUri &target, const FieldList &fields)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QByteArray &line : fields.values("Set-Cookie")) {
        const auto cookie = line.size() <= lineLimit ? readSetCookie(line, target, now) : std::nullopt;
        if (cookie) {
            m_jar->take(*cookie, target);
        }
    }
}

QByteArray TraceCookies::fieldFor(const TargetUri &target) const
{
    QList<QByteArray> pairs;
    for (const QNetworkCookie &cookie : m_jar->cookiesForUrl(urlOf(target))) {
        pairs.append(cookie.name() + '=' + cookie.value());
    }
    return pairs.join("; ");
}

QList<StoredCookie> TraceCookies::all() const
{
    return m_jar->stored;
}

} // namespace Detour
