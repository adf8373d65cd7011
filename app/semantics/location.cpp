// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/location.h"

#include "semantics/percentencoding.h"
#include "semantics/rfc3986.h"
#include "semantics/whatwgurl.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

Result<TargetUri> resolveLocation(const TargetUri &base, QByteArrayView location, LocationDialect dialect)
{
    switch (dialect) {
    case LocationDialect::WhatwgUrl: {
        Result<TargetUri> target = parseWhatwgUrl(location, &base);
        return target ? target : Error{u"bad-location"_s, target.error().message};
    }
    case LocationDialect::Rfc3986: {
        const Result<TargetUri> reference = parseUriReference(location);
        if (!reference) {
            return Error{u"bad-location"_s, reference.error().message};
        }
        return resolveReference(base, *reference);
    }
    }
    Q_UNREACHABLE();
}

Result<TargetUri> parseAbsoluteUri(QByteArrayView text, LocationDialect dialect)
{
    switch (dialect) {
    case LocationDialect::WhatwgUrl:
        return parseWhatwgUrl(text, nullptr);
    case LocationDialect::Rfc3986: {
        Result<TargetUri> reference = parseUriReference(text);
        if (reference && reference->scheme.isEmpty()) {
            return Error{u"bad-url"_s, u"it has no scheme"_s};
        }
        return reference;
    }
    }
    Q_UNREACHABLE();
}

std::pair<qsizetype, qsizetype> findUserinfo(QByteArrayView location)
{
    const auto isSlash = [](char c) { return c == '/' || c == '\\'; };
    const auto isIgnored = [](char c) { return c >= '\0' && c <= ' '; };
    const auto isOfScheme = [](char c) {
        return isAsciiAlpha(c) || isAsciiDigit(c) || QByteArrayView("+-.\t").contains(c);
    };
    const auto beyond = [&location](qsizetype at, const auto &skips) {
        return std::find_if_not(location.begin() + at, location.end(), skips) - location.begin();
    };
    qsizetype start = beyond(0, isIgnored);
    const qsizetype schemeEnd = beyond(start, isOfScheme);
    const bool hasScheme = schemeEnd > start && schemeEnd < location.size() && location[schemeEnd] == ':';
    start = hasScheme ? schemeEnd + 1 : start;
    const qsizetype authority = beyond(start, [&](char c) { return isSlash(c) || isIgnored(c); });
    if (!hasScheme && std::count_if(location.begin() + start, location.begin() + authority, isSlash) < 2) {
        return {-1, 0};
    }
    const qsizetype end = beyond(authority, [&](char c) { return !isSlash(c) && c != '?' && c != '#'; });
    const qsizetype at = location.first(end).lastIndexOf('@');
    return at < authority ? std::pair<qsizetype, qsizetype>{-1, 0} : std::pair{authority, at - authority};
}

bool inheritFragment(TargetUri &target, const TargetUri &previous)
{
    if (target.fragment || !previous.fragment) {
        return false;
    }
    target.fragment = previous.fragment;
    return true;
}

} // namespace Detour
