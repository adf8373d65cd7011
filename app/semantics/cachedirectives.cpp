// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/cachedirectives.h"

#include "semantics/percentencoding.h"

#include <algorithm>

namespace Detour {

namespace {

constexpr std::chrono::seconds hundredYears{std::int64_t(100) * 365 * 24 * 3600};

/// From `begin` to the next separator outside of quotes.
qsizetype elementEnd(const QByteArray &value, qsizetype begin, char separator)
{
    bool quoted = false;
    for (qsizetype at = begin; at < value.size(); ++at) {
        const char c = value.at(at);
        if (quoted && c == '\\') {
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            return at;
        }
    }
    return value.size();
}

} // namespace

QList<QByteArray> listElements(const FieldList &fields, QByteArrayView name, char separator)
{
    QList<QByteArray> elements;
    for (const QByteArray &value : fields.values(name)) {
        for (qsizetype begin = 0; begin <= value.size();) {
            const qsizetype end = elementEnd(value, begin, separator);
            if (const QByteArray element = value.sliced(begin, end - begin).trimmed(); !element.isEmpty()) {
                elements.append(element);
            }
            begin = end + 1;
        }
    }
    return elements;
}

Directive Directive::fromElement(const QByteArray &element)
{
    const qsizetype equals = element.indexOf('=');
    if (equals < 0) {
        return {element.toLower(), std::nullopt};
    }
    QByteArray value = element.sliced(equals + 1).trimmed();
    if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"')) {
        value = value.sliced(1, value.size() - 2);
    }
    return {element.first(equals).trimmed().toLower(), value};
}

std::optional<std::chrono::seconds> deltaSeconds(QByteArrayView digits)
{
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isAsciiDigit)) {
        return std::nullopt;
    }
    std::int64_t count = 0;
    for (const char digit : digits) {
        count = std::min<std::int64_t>(count * 10 + (digit - '0'), hundredYears.count());
    }
    return std::chrono::seconds(count);
}

CacheDirectives::CacheDirectives(const FieldList &fields)
{
    const bool hasCacheControl = fields.contains("Cache-Control");
    for (const QByteArray &element : listElements(fields, hasCacheControl ? "Cache-Control" : "Pragma")) {
        const Directive directive = Directive::fromElement(element);
        if (hasCacheControl || directive.name == "no-cache") {
            m_directives.append(directive);
        }
    }
}

bool CacheDirectives::has(QByteArrayView name) const
{
    return std::any_of(m_directives.cbegin(), m_directives.cend(),
                       [name](const Directive &directive) { return directive.name == name; });
}

std::optional<std::chrono::seconds> CacheDirectives::seconds(QByteArrayView name) const
{
    for (const Directive &directive : m_directives) {
        if (directive.name == name) {
            return deltaSeconds(directive.value.value_or(QByteArray())).value_or(std::chrono::seconds(0));
        }
    }
    return std::nullopt;
}

} // namespace Detour
