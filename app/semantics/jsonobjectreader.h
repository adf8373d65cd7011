// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>

#include <optional>

namespace Detour {

/// Reads one JSON object strictly: a missing member, one of another type or one that nobody asked for is an error that
/// names its path ("table[3].next"). Readers of one document share `error`, which keeps the first; the values read
/// after an error are empty ones.
class JsonObjectReader final
{
public:
    JsonObjectReader(QJsonObject object, QString path, std::optional<Error> &error)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_error(&error)
    {}

    [[nodiscard]] bool has(const QString &name) const { return m_object.contains(name); }
    /// Not empty, no longer than `longest` characters.
    [[nodiscard]] QString text(const QString &name, qsizetype longest = 1000);
    /// True, and the member has been read, if it is null. One that is missing is not.
    [[nodiscard]] bool takeNull(const QString &name);
    [[nodiscard]] int integer(const QString &name, int minimum, int maximum);
    [[nodiscard]] bool boolean(const QString &name);
    [[nodiscard]] QStringList texts(const QString &name);
    [[nodiscard]] QJsonArray array(const QString &name);
    [[nodiscard]] JsonObjectReader object(const QString &name);
    [[nodiscard]] QList<JsonObjectReader> objects(const QString &name);
    [[nodiscard]] QStringList names() const { return m_object.keys(); }

    /// The value that stands beside a word, as in choice("then", {{u"stop"_s, Handling::Stop}, …}).
    template<typename T>
    [[nodiscard]] T choice(const QString &name, const QList<std::pair<QString, T>> &choices)
    {
        const QString word = text(name);
        QStringList words;
        for (const auto &[known, value] : choices) {
            if (known == word) {
                return value;
            }
            words.append(known);
        }
        fail(name, QStringLiteral("it has to be one of ") + words.join(QStringLiteral(", ")));
        return choices.constFirst().second;
    }

    /// To be called when all members have been read: the others are errors.
    void finish();
    void fail(const QString &name, const QString &why);

private:
    [[nodiscard]] QString pathOf(const QString &name) const;
    [[nodiscard]] QJsonValue take(const QString &name, QJsonValue::Type type, const QString &typeName);

    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_taken;
    std::optional<Error> *m_error;
};

} // namespace Detour
