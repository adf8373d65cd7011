// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/preconditions.h"

#include "semantics/cachedirectives.h"
#include "semantics/httpdate.h"

#include <algorithm>

namespace Detour {

namespace {

bool isWeak(const QByteArray &tag)
{
    return tag.startsWith("W/");
}

QByteArray opaque(const QByteArray &tag)
{
    return isWeak(tag) ? tag.sliced(2) : tag;
}

/// RFC 9110 §8.8.3.2: the strong comparison takes no weak tag, the weak one looks at what stands in the quotes.
bool matches(const FieldList &fields, QByteArrayView name, const QByteArray &current, bool strongly)
{
    const QList<QByteArray> tags = listElements(fields, name);
    return std::any_of(tags.cbegin(), tags.cend(), [&](const QByteArray &tag) {
        if (tag == "*") {
            return true; // there is a current representation
        }
        const bool isUsable = !current.isEmpty() && (!strongly || (!isWeak(tag) && !isWeak(current)));
        return isUsable && opaque(tag) == opaque(current);
    });
}

/// Nothing where there is no such field, more than one, or no date in it.
std::optional<QDateTime> dateOf(const FieldList &fields, QByteArrayView name)
{
    const QList<QByteArray> values = fields.values(name);
    return values.size() == 1 ? parseHttpDate(values.constFirst()) : std::nullopt;
}

bool isRetrieval(const Method &method)
{
    return method.is("GET") || method.is("HEAD");
}

} // namespace

Precondition precondition(const Method &method, const FieldList &fields, const Validators &current)
{
    if (fields.contains("If-Match")) {
        if (!matches(fields, "If-Match", current.entityTag, true)) {
            return Precondition::Failed;
        }
    } else if (const auto date = dateOf(fields, "If-Unmodified-Since"); date && current.lastModified) {
        if (*current.lastModified > *date) {
            return Precondition::Failed;
        }
    }
    if (fields.contains("If-None-Match")) {
        if (matches(fields, "If-None-Match", current.entityTag, false)) {
            return isRetrieval(method) ? Precondition::NotModified : Precondition::Failed;
        }
    } else if (const auto date = dateOf(fields, "If-Modified-Since");
               date && current.lastModified && isRetrieval(method)) {
        if (*current.lastModified <= *date) {
            return Precondition::NotModified;
        }
    }
    return Precondition::Passed;
}

} // namespace Detour
