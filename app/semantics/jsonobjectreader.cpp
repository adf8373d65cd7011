// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/jsonobjectreader.h"

#include <cmath>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximalItemLength = 1000;

} // namespace

QString JsonObjectReader::pathOf(const QString &name) const
{
    const bool needsDot = !m_path.isEmpty() && !name.isEmpty();
    return needsDot ? QString(m_path + u'.' + name) : QString(m_path + name);
}

void JsonObjectReader::fail(const QString &name, const QString &why)
{
    if (!*m_error) {
        *m_error = Error{u"bad-policy"_s, pathOf(name) + u": "_s + why + u'.'};
    }
}

QJsonValue JsonObjectReader::take(const QString &name, QJsonValue::Type type, const QString &typeName)
{
    m_taken.insert(name);
    QJsonValue value = m_object.value(name);
    if (value.isUndefined()) {
        fail(name, u"it is missing"_s);
    } else if (value.type() != type) {
        fail(name, u"it has to be "_s + typeName);
    }
    return value;
}

QString JsonObjectReader::text(const QString &name, qsizetype longest)
{
    QString value = take(name, QJsonValue::String, u"a string"_s).toString();
    if (value.trimmed().isEmpty()) {
        fail(name, u"it is empty"_s);
    } else if (value.size() > longest) {
        fail(name, u"it is too long"_s);
    }
    return value;
}

bool JsonObjectReader::takeNull(const QString &name)
{
    const bool isNull = m_object.value(name).isNull();
    if (isNull) {
        m_taken.insert(name);
    }
    return isNull;
}

int JsonObjectReader::integer(const QString &name, int minimum, int maximum)
{
    const double value = take(name, QJsonValue::Double, u"a number"_s).toDouble();
    if (std::trunc(value) != value || value < minimum || value > maximum) {
        fail(name, u"it has to be a whole number from %1 to %2"_s.arg(minimum).arg(maximum));
        return minimum;
    }
    return static_cast<int>(value);
}

bool JsonObjectReader::boolean(const QString &name)
{
    return take(name, QJsonValue::Bool, u"true or false"_s).toBool();
}

QJsonArray JsonObjectReader::array(const QString &name)
{
    return take(name, QJsonValue::Array, u"a list"_s).toArray();
}

QStringList JsonObjectReader::texts(const QString &name)
{
    QStringList values;
    const QJsonArray items = array(name);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString value = items.at(i).toString();
        if (value.isEmpty() || value.size() > maximalItemLength) {
            fail(u"%1[%2]"_s.arg(name).arg(i), u"it has to be a string that is not empty"_s);
        }
        values.append(value);
    }
    return values;
}

JsonObjectReader JsonObjectReader::object(const QString &name)
{
    return {take(name, QJsonValue::Object, u"an object"_s).toObject(), pathOf(name), *m_error};
}

QList<JsonObjectReader> JsonObjectReader::objects(const QString &name)
{
    QList<JsonObjectReader> readers;
    const QJsonArray items = array(name);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString itemName = u"%1[%2]"_s.arg(name).arg(i);
        if (!items.at(i).isObject()) {
            fail(itemName, u"it has to be an object"_s);
        }
        readers.append({items.at(i).toObject(), pathOf(itemName), *m_error});
    }
    return readers;
}

void JsonObjectReader::finish()
{
    const QStringList all = m_object.keys();
    for (const QString &name : all) {
        if (!m_taken.contains(name)) {
            fail(name.left(80), u"there is no such member"_s);
        }
    }
}

} // namespace Detour
