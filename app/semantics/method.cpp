// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/method.h"

#include "semantics/percentencoding.h"
#include "semantics/safetext.h"

#include <algorithm>
#include <array>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximalMethodLength = 64;

/// RFC 9110 §5.6.2: tchar.
bool isTokenCharacter(char c)
{
    return isAsciiAlpha(c) || isAsciiDigit(c) || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

Error badMethod(QByteArrayView token, const QString &why)
{
    return {u"bad-method"_s, u"“%1” is not a method that Detour can send: %2."_s.arg(wireText(token, 40), why)};
}

} // namespace

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

Result<Method> Method::fromToken(QByteArrayView token)
{
    if (token.isEmpty()) {
        return Error{u"bad-method"_s, u"The method is empty; write one such as GET or POST."_s};
    }
    if (!isToken(token)) {
        return badMethod(token, u"a method is one word of letters, digits and !#$%&'*+-.^_`|~"_s);
    }
    if (token.size() > maximalMethodLength) {
        return badMethod(token, u"it is longer than %1 characters"_s.arg(maximalMethodLength));
    }
    if (token == "CONNECT") {
        return badMethod(token, u"CONNECT asks a proxy for a tunnel"_s);
    }
    return Method(token.toByteArray());
}

Method Method::known(const char *token)
{
    Q_ASSERT(isToken(token));
    return Method(QByteArray(token));
}

bool Method::isSafe() const
{
    constexpr std::array safe{"GET", "HEAD", "OPTIONS", "TRACE"};
    return std::any_of(safe.begin(), safe.end(), [this](const char *token) { return is(token); });
}

bool Method::isIdempotent() const
{
    return isSafe() || is("PUT") || is("DELETE");
}

} // namespace Detour
