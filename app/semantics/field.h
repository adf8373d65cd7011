// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Detour {

/// One field line (RFC 9110 §5.2): the name as written, the value without surrounding white space. Bytes, not text.
struct Field
{
    QByteArray name;
    QByteArray value;

    /// Field names are case-insensitive (RFC 9110 §5.1).
    [[nodiscard]] bool isNamed(QByteArrayView other) const
    {
        return QByteArrayView(name).compare(other, Qt::CaseInsensitive) == 0;
    }

    /// Error "bad-field" if the name is no token or the value holds CR, LF or NUL (RFC 9110 §5.5).
    [[nodiscard]] static Result<Field> checked(QByteArray name, QByteArray value);
    /// As checked(), for a line that came from a server: a NUL in the value is kept, as transports show it.
    [[nodiscard]] static Result<Field> received(const QByteArray &name, const QByteArray &value);
    /// Parses "Name: value" as typed or as given to -H. Error "bad-field".
    [[nodiscard]] static Result<Field> fromLine(QByteArrayView line);

    friend bool operator==(const Field &, const Field &) = default;
};

/// Field lines in the order they were sent, repeats kept.
class FieldList final
{
public:
    FieldList() = default;
    FieldList(std::initializer_list<Field> fields)
        : m_fields(fields)
    {}
    explicit FieldList(QList<Field> fields)
        : m_fields(std::move(fields))
    {}

    [[nodiscard]] const QList<Field> &lines() const { return m_fields; }
    [[nodiscard]] qsizetype size() const { return m_fields.size(); }
    [[nodiscard]] bool isEmpty() const { return m_fields.isEmpty(); }
    [[nodiscard]] auto begin() const { return m_fields.cbegin(); }
    [[nodiscard]] auto end() const { return m_fields.cend(); }

    [[nodiscard]] bool contains(QByteArrayView name) const;
    /// The first line's value; nothing if there is no such line (an empty value is a value).
    [[nodiscard]] std::optional<QByteArray> value(QByteArrayView name) const;
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    /// Name and value bytes of all lines, ": " and CRLF included: what bounds are measured on.
    [[nodiscard]] qsizetype wireSize() const;

    void append(Field field) { m_fields.append(std::move(field)); }
    void append(QByteArray name, QByteArray value) { m_fields.append({std::move(name), std::move(value)}); }
    /// Replaces the first line of that name in its place, removes its repeats; appends if there is none.
    void set(const QByteArray &name, const QByteArray &value);
    /// Returns how many lines went.
    qsizetype remove(QByteArrayView name);

    friend bool operator==(const FieldList &, const FieldList &) = default;

private:
    QList<Field> m_fields;
};

} // namespace Detour
