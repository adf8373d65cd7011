// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/field.h"

#include <chrono>

namespace Detour {

/// A field of comma-separated elements taken apart: the elements of all its lines, in order, without white space. A
/// comma within quotes parts nothing (RFC 9110 §5.6.1).
[[nodiscard]] QList<QByteArray> listElements(const FieldList &fields, QByteArrayView name, char separator = ',');

/// "max-age=600" or `max-age="600"`: the name in lower case, the value without its quotes.
struct Directive
{
    QByteArray name;
    std::optional<QByteArray> value;

    [[nodiscard]] static Directive fromElement(const QByteArray &element);
};

/// Seconds as caches count them (RFC 9111 §1.2.2): digits, very large ones cut to 100 years; nothing if it is no
/// number.
[[nodiscard]] std::optional<std::chrono::seconds> deltaSeconds(QByteArrayView digits);

/// The Cache-Control of a message (RFC 9111 §5.2); where there is none, `Pragma: no-cache` counts as no-cache.
class CacheDirectives final
{
public:
    explicit CacheDirectives(const FieldList &fields);

    [[nodiscard]] bool has(QByteArrayView name) const;
    /// The first directive of that name. One that is no number is 0: what cannot be read counts as stale (RFC 9111
    /// §4.2.1).
    [[nodiscard]] std::optional<std::chrono::seconds> seconds(QByteArrayView name) const;

private:
    QList<Directive> m_directives;
};

} // namespace Detour
