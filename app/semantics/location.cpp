// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/location.h"

#include "semantics/locationdialects.h"
#include "semantics/percentencoding.h"
#include "semantics/rfc3986.h"
#include "semantics/whatwgurl.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

Result<TargetUri> resolveAsRfc3986(const TargetUri &base, QByteArrayView location)
{
    const Result<TargetUri> reference = parseUriReference(location);
    return reference ? resolveReference(base, *reference) : reference;
}

Result<TargetUri> resolveAsWhatwg(const TargetUri &base, QByteArrayView location)
{
    return parseWhatwgUrl(location, &base);
}

using Resolver = Result<TargetUri> (*)(const TargetUri &, QByteArrayView);

Resolver resolverOf(LocationDialect dialect)
{
    switch (dialect) {
    case LocationDialect::WhatwgUrl:
        return resolveAsWhatwg;
    case LocationDialect::Rfc3986:
        return resolveAsRfc3986;
    case LocationDialect::NodeHttp:
        return resolveAsNodeHttp;
    case LocationDialect::RustUrl:
        return resolveAsRustUrl;
    case LocationDialect::Curl:
        return resolveAsCurl;
    case LocationDialect::Wget:
        return resolveAsWget;
    case LocationDialect::PythonUrllib:
        return resolveAsPythonUrllib;
    case LocationDialect::PythonRequests:
        return resolveAsPythonRequests;
    case LocationDialect::PythonUrllib3:
        return resolveAsPythonUrllib3;
    case LocationDialect::PythonHttpx:
        return resolveAsPythonHttpx;
    case LocationDialect::PythonYarl:
        return resolveAsPythonYarl;
    case LocationDialect::Go:
        return resolveAsGo;
    case LocationDialect::Java:
        return resolveAsJava;
    case LocationDialect::QUrl:
        return resolveAsQUrl;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<TargetUri> resolveLocation(const TargetUri &base, QByteArrayView location, LocationDialect dialect)
{
    Result<TargetUri> target = resolverOf(dialect)(base, location);
    return target ? target : Error{u"bad-location"_s, target.error().message};
}

Result<TargetUri> parseAbsoluteUri(QByteArrayView text, LocationDialect dialect)
{
    if (dialect != LocationDialect::Rfc3986) {
        return parseWhatwgUrl(text, nullptr);
    }
    Result<TargetUri> reference = parseUriReference(text);
    if (reference && reference->scheme.isEmpty()) {
        return Error{u"bad-url"_s, u"it has no scheme"_s};
    }
    return reference;
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
