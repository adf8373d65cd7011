// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/location.h"
#include "semantics/percentencoding.h"
#include "semantics/safetext.h"
#include "semantics/targeturi.h"
#include "semantics/whatwgurl.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype echoLimit = 80;

QString shown(QByteArrayView typed)
{
    QByteArray text = typed.toByteArray();
    if (const auto [at, length] = findUserinfo(typed); at >= 0) {
        text.replace(at, length, "***"); // error messages end up in logs
    }
    return wireText(text, echoLimit);
}

/// "ftp" of "ftp://host" and of "mailto:x"; nothing for "localhost:8307/x" and "example.com:80", which lack a scheme.
QByteArrayView schemeOf(QByteArrayView typed)
{
    const qsizetype length = schemeLength(typed);
    if (length < 0) {
        return {};
    }
    const QByteArrayView behind = typed.sliced(length + 1);
    const auto digitsEnd = std::find_if_not(behind.begin(), behind.end(), isAsciiDigit);
    const bool isPort =
        digitsEnd != behind.begin() && (digitsEnd == behind.end() || QByteArrayView("/?#").contains(*digitsEnd));
    return isPort ? QByteArrayView() : typed.first(length);
}

bool isHttpScheme(QByteArrayView scheme)
{
    return scheme.compare("http", Qt::CaseInsensitive) == 0 || scheme.compare("https", Qt::CaseInsensitive) == 0;
}

} // namespace

Result<TargetUri> parseFirstUrl(QByteArrayView typed)
{
    const QByteArray text = typed.trimmed().toByteArray();
    if (text.isEmpty()) {
        return Error{u"bad-url"_s, u"The URL is empty; write one such as http://example.com/."_s};
    }
    const QByteArrayView scheme = schemeOf(text);
    if (scheme.isEmpty()) {
        return Error{u"bad-url"_s, u"“%1” has no scheme. Write http:// or https:// before it."_s.arg(shown(text))};
    }
    if (!isHttpScheme(scheme)) {
        return Error{u"unsupported-scheme"_s,
                     u"Detour sends http and https only; “%1” is neither."_s.arg(wireText(scheme, 40))};
    }
    Result<TargetUri> target = parseWhatwgUrl(text, nullptr);
    if (!target) {
        return Error{u"bad-url"_s, u"“%1” cannot be read as a URL: %2."_s.arg(shown(text), target.error().message)};
    }
    return target;
}

} // namespace Detour
