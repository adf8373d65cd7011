// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/field.h"

#include "semantics/method.h"
#include "semantics/safetext.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// OWS of RFC 9110 §5.6.3: spaces and tabs only; QByteArrayView::trimmed() would take line breaks, too.
QByteArrayView withoutSurroundingWhitespace(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && isBlank(text.back())) {
        text.chop(1);
    }
    return text;
}

Error badField(QByteArrayView shown, const QString &why)
{
    return {u"bad-field"_s, u"“%1” is not a field: %2."_s.arg(wireText(shown, 80), why)};
}

} // namespace

Result<Field> Field::checked(QByteArray name, QByteArray value)
{
    if (!isToken(name)) {
        return badField(name, u"a field name is one word of letters, digits and !#$%&'*+-.^_`|~"_s);
    }
    const auto isForbidden = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    if (std::any_of(value.cbegin(), value.cend(), isForbidden)) {
        return badField(QByteArray(name + ": " + value), u"a value may not hold a line break or a NUL"_s);
    }
    return Field{std::move(name), withoutSurroundingWhitespace(value).toByteArray()};
}

Result<Field> Field::fromLine(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0) {
        return badField(line, u"write it as “Name: value”"_s);
    }
    return checked(line.first(colon).toByteArray(), line.sliced(colon + 1).toByteArray());
}

bool FieldList::contains(QByteArrayView name) const
{
    return std::any_of(begin(), end(), [name](const Field &field) { return field.isNamed(name); });
}

std::optional<QByteArray> FieldList::value(QByteArrayView name) const
{
    const auto found = std::find_if(begin(), end(), [name](const Field &field) { return field.isNamed(name); });
    return found == end() ? std::nullopt : std::optional(found->value);
}

QList<QByteArray> FieldList::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const Field &field : m_fields) {
        if (field.isNamed(name)) {
            found.append(field.value);
        }
    }
    return found;
}

qsizetype FieldList::wireSize() const
{
    constexpr qsizetype separatorsSize = 4; // ": " and CRLF
    qsizetype size = 0;
    for (const Field &field : m_fields) {
        size += field.name.size() + field.value.size() + separatorsSize;
    }
    return size;
}

void FieldList::set(const QByteArray &name, const QByteArray &value)
{
    const auto isOfThatName = [&name](const Field &field) { return field.isNamed(name); };
    const auto first = std::find_if(m_fields.begin(), m_fields.end(), isOfThatName);
    if (first == m_fields.end()) {
        append(name, value);
        return;
    }
    *first = {name, value};
    m_fields.erase(std::remove_if(first + 1, m_fields.end(), isOfThatName), m_fields.end());
}

qsizetype FieldList::remove(QByteArrayView name)
{
    return m_fields.removeIf([name](const Field &field) { return field.isNamed(name); });
}

} // namespace Detour
