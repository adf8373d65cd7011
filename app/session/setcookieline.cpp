// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/setcookieline.h"

#include "semantics/ipaddress.h"

#include <QNetworkCookie>

namespace Detour {

namespace {

struct Attribute
{
    QByteArray name; ///< lower case
    QByteArray value;
};

QList<Attribute> attributesOf(const QByteArray &line)
{
    QList<Attribute> attributes;
    for (const QByteArray &piece : line.split(';').sliced(1)) {
        const qsizetype equals = piece.indexOf('=');
        attributes.append({piece.left(equals < 0 ? piece.size() : equals).trimmed().toLower(),
                           equals < 0 ? QByteArray() : piece.mid(equals + 1).trimmed()});
    }
    return attributes;
}

/// The last one counts (RFC 6265 §5.3).
std::optional<QByteArray> last(const QList<Attribute> &attributes, QByteArrayView name)
{
    std::optional<QByteArray> found;
    for (const Attribute &attribute : attributes) {
        if (attribute.name == name) {
            found = attribute.value;
        }
    }
    return found;
}

/// RFC 6265 §5.2.2: digits, perhaps behind a minus sign.
std::optional<qint64> maxAge(const QList<Attribute> &attributes)
{
    constexpr qint64 longest = qint64(100) * 365 * 24 * 3600;
    std::optional<qint64> seconds;
    for (const Attribute &attribute : attributes) {
        bool isNumber = false;
        const qint64 value = attribute.value.toLongLong(&isNumber);
        if (attribute.name == "max-age" && isNumber && !attribute.value.startsWith('+')) {
            seconds = qBound<qint64>(0, value, longest);
        }
    }
    return seconds;
}

/// Dates in all their forms are Qt's business.
std::optional<QDateTime> expiry(const QList<Attribute> &attributes, const QDateTime &now)
{
    if (const std::optional<qint64> seconds = maxAge(attributes)) { // it beats Expires (§5.3 step 3)
        return now.addSecs(*seconds);
    }
    std::optional<QDateTime> found;
    for (const Attribute &attribute : attributes) {
        if (attribute.name == "expires") {
            const auto cookies = QNetworkCookie::parseCookies("a=b; expires=" + attribute.value);
            if (!cookies.isEmpty() && cookies.constFirst().expirationDate().isValid()) {
                found = cookies.constFirst().expirationDate();
            }
        }
    }
    return found;
}

/// RFC 6265 §5.1.4.
QByteArray defaultPath(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash <= 0 || !path.startsWith('/') ? QByteArray("/") : path.first(slash);
}

bool isAddress(const QByteArray &host)
{
    return host.startsWith('[') || endsInNumber(host);
}

/// RFC 6265 §5.3 steps 4 to 6. A name without a dot is no domain that hosts share: Qt's list of public suffixes, which
/// the jar asks, holds only those that were registered.
bool takeDomain(StoredCookie &cookie, QByteArray domain, const QByteArray &host)
{
    cookie.domain = host;
    cookie.hostOnly = true;
    domain = domain.toLower();
    if (domain.startsWith('.')) {
        domain = domain.sliced(1);
    }
    if (domain.isEmpty() || domain == host) {
        cookie.hostOnly = domain.isEmpty() || isAddress(host) || !host.contains('.');
        return true;
    }
    if (isAddress(host) || !domain.contains('.') || !host.endsWith(QByteArray('.' + domain))) {
        return false;
    }
    cookie.domain = domain;
    cookie.hostOnly = false;
    return true;
}

} // namespace

std::optional<StoredCookie> readSetCookie(const QByteArray &line, const TargetUri &target, const QDateTime &now)
{
    const QByteArray pair = line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';'));
    const qsizetype equals = pair.indexOf('=');
    if (equals < 0 || !target.host) {
        return std::nullopt;
    }
    const QList<Attribute> attributes = attributesOf(line);
    StoredCookie cookie;
    cookie.name = pair.first(equals).trimmed();
    cookie.value = pair.sliced(equals + 1).trimmed();
    if (cookie.name.isEmpty() || !takeDomain(cookie, last(attributes, "domain").value_or(QByteArray()), *target.host)) {
        return std::nullopt;
    }
    const QByteArray path = last(attributes, "path").value_or(QByteArray());
    cookie.path = path.startsWith('/') ? path : defaultPath(target.path);
    cookie.secure = last(attributes, "secure").has_value();
    cookie.httpOnly = last(attributes, "httponly").has_value();
    cookie.sameSite = last(attributes, "samesite").value_or(QByteArray());
    cookie.expires = expiry(attributes, now);
    return cookie;
}

} // namespace Detour
