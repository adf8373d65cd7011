// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>
#include <QHashFunctions>

namespace Detour {

/// RFC 9110 §5.6.2: one or more tchar. Methods and field names are tokens.
[[nodiscard]] bool isToken(QByteArrayView text);

/// A request method: a case-sensitive token (RFC 9110 §9.1). "patch" is not PATCH.
class Method final
{
public:
    Method() = default; ///< GET

    /// Error "bad-method" if `token` is not a token, is CONNECT (a tunnel, not a request) or longer than 64 bytes.
    [[nodiscard]] static Result<Method> fromToken(QByteArrayView token);
    /// For names known to be tokens, as in tables and tests: asserts.
    [[nodiscard]] static Method known(const char *token);
    [[nodiscard]] static Method get() { return known("GET"); }

    [[nodiscard]] const QByteArray &token() const { return m_token; }
    [[nodiscard]] QString toString() const { return QString::fromLatin1(m_token); }
    [[nodiscard]] bool is(const char *token) const { return m_token == token; }

    /// RFC 9110 §9.2.1: GET, HEAD, OPTIONS, TRACE.
    [[nodiscard]] bool isSafe() const;
    /// RFC 9110 §9.2.2: the safe ones, PUT and DELETE.
    [[nodiscard]] bool isIdempotent() const;

    friend bool operator==(const Method &, const Method &) = default;
    friend size_t qHash(const Method &method, size_t seed = 0) { return ::qHash(method.m_token, seed); }

private:
    explicit Method(QByteArray token)
        : m_token(std::move(token))
    {}

    QByteArray m_token = QByteArrayLiteral("GET");
};

} // namespace Detour
