// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/targeturi.h"

#include "semantics/percentencoding.h"
#include "semantics/safetext.h"

#include <QList>

namespace Detour {

int TargetUri::effectivePort() const
{
    if (port) {
        return *port;
    }
    if (scheme == "http") {
        return 80;
    }
    return scheme == "https" ? 443 : -1;
}

QByteArray TargetUri::authority() const
{
    QByteArray text = host.value_or(QByteArray());
    if (port) {
        text += ':' + QByteArray::number(*port);
    }
    return text;
}

QByteArray TargetUri::originForm() const
{
    QByteArray text = path.isEmpty() ? QByteArrayLiteral("/") : path;
    if (query) {
        text += '?' + *query;
    }
    return text;
}

QByteArray TargetUri::toBytes() const
{
    QByteArray text = scheme + ':';
    if (host) {
        text += "//";
        if (userinfo) {
            text += *userinfo + '@';
        }
        text += authority();
    } else if (path.startsWith("//")) {
        text += "/."; // otherwise the path would read as an authority (URL standard, URL serializing)
    }
    text += path;
    if (query) {
        text += '?' + *query;
    }
    if (fragment) {
        text += '#' + *fragment;
    }
    return text;
}

QString TargetUri::toDisplayString() const
{
    return safeText(toBytes());
}

TargetUri TargetUri::masked() const
{
    TargetUri copy = *this;
    if (copy.userinfo) {
        copy.userinfo = QByteArrayLiteral("***");
    }
    return copy;
}

TargetUri TargetUri::withoutFragment() const
{
    TargetUri copy = *this;
    copy.fragment.reset();
    return copy;
}

TargetUri TargetUri::withoutUserinfo() const
{
    TargetUri copy = *this;
    copy.userinfo.reset();
    return copy;
}

qsizetype schemeLength(QByteArrayView text)
{
    if (text.isEmpty() || !isAsciiAlpha(text.front())) {
        return -1;
    }
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == ':') {
            return i;
        }
        if (!isAsciiAlpha(text[i]) && !isAsciiDigit(text[i]) && !QByteArrayView("+-.").contains(text[i])) {
            break;
        }
    }
    return -1;
}

bool isLoopbackHost(QByteArrayView host)
{
    const QByteArray lower = host.toByteArray().toLower();
    const QByteArrayView name = lower.endsWith('.') ? QByteArrayView(lower).chopped(1) : QByteArrayView(lower);
    if (name == "localhost" || name.endsWith(".localhost") || name == "[::1]") {
        return true;
    }
    // 127.0.0.0/8 as a dotted quad; "127.example.com" is a name.
    const QList<QByteArray> parts = name.toByteArray().split('.');
    if (parts.size() != 4 || parts.first() != "127") {
        return false;
    }
    for (const QByteArray &part : parts) {
        bool isNumber = false;
        const uint value = part.toUInt(&isNumber);
        if (!isNumber || value > 255 || part.size() > 3) {
            return false;
        }
    }
    return true;
}

} // namespace Detour
