// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>

#include <optional>

namespace Detour {

/// A value somewhere in a JSON document, and where: "hops[2].request.url". What cannot be read as asked is an error
/// that names the place. All places of one document share `error`, which keeps the first; values read after it are
/// empty ones.
class JsonPlace final
{
public:
    JsonPlace(QJsonValue value, QString path, std::optional<Error> &error)
        : m_value(std::move(value))
        , m_path(std::move(path))
        , m_error(&error)
    {}

    [[nodiscard]] bool isNull() const { return m_value.isNull(); }
    /// Absent in its object.
    [[nodiscard]] bool isMissing() const { return m_value.isUndefined(); }
    [[nodiscard]] bool isUnknown() const { return isNull() || isMissing(); }

    /// A member, there or not; an error if this is no object.
    [[nodiscard]] JsonPlace operator[](const QString &name) const;
    /// The items of a list; an error if this is none or has more than `most`.
    [[nodiscard]] QList<JsonPlace> items(qsizetype most) const;
    [[nodiscard]] QString text(qsizetype longest) const;
    /// One character is one byte (wirestring).
    [[nodiscard]] QByteArray bytes(qsizetype longest) const;
    [[nodiscard]] qint64 integer(qint64 least, qint64 most) const;
    /// Not negative, and no more than any duration is.
    [[nodiscard]] double number() const;
    [[nodiscard]] bool boolean() const;

    /// The value that stands beside a word, as in choice({{u"stop"_s, Action::Stop}, …}).
    template<typename T>
    [[nodiscard]] T choice(const QList<std::pair<QString, T>> &choices) const
    {
        const QString word = text(100);
        for (const auto &[known, value] : choices) {
            if (known == word)
                return value;
        }
        QStringList words;
        for (const auto &choice : choices)
            words.append(choice.first);
        fail(QStringLiteral("it has to be one of ") + words.join(QStringLiteral(", ")));
        return choices.constFirst().second;
    }

    /// `why` begins with "it".
    void fail(const QString &why) const;
    [[nodiscard]] bool hasFailed() const { return m_error->has_value(); }

private:
    QJsonValue m_value;
    QString m_path;
    std::optional<Error> *m_error;
};

} // namespace Detour
