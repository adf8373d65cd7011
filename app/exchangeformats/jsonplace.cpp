// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/jsonplace.h"

#include "exchangeformats/wirejson.h"

#include <cmath>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr double largestNumber = 1e12;
constexpr double largestExact = 9007199254740992.0; // 2^53: beyond it a JSON number may stand for several integers

} // namespace

void JsonPlace::fail(const QString &why) const
{
    if (!*m_error)
        *m_error = Error{u"bad-json"_s, (m_path.isEmpty() ? u"The document"_s : m_path) + u": "_s + why + u'.'};
}

JsonPlace JsonPlace::operator[](const QString &name) const
{
    if (!m_value.isObject())
        fail(isMissing() ? u"it is missing"_s : u"it has to be an object"_s);
    return {m_value.toObject().value(name), m_path.isEmpty() ? name : QString(m_path + u'.' + name), *m_error};
}

QList<JsonPlace> JsonPlace::items(qsizetype most) const
{
    const QJsonArray array = m_value.toArray();
    if (!m_value.isArray())
        fail(isMissing() ? u"it is missing"_s : u"it has to be a list"_s);
    else if (array.size() > most)
        fail(u"it has %1 items, and at most %2 are read"_s.arg(array.size()).arg(most));
    QList<JsonPlace> places;
    for (qsizetype i = 0; i < array.size() && !hasFailed(); ++i)
        places.append({array.at(i), m_path + u'[' + QString::number(i) + u']', *m_error});
    return places;
}

QString JsonPlace::text(qsizetype longest) const
{
    const QString value = m_value.toString();
    if (!m_value.isString())
        fail(isMissing() ? u"it is missing"_s : u"it has to be a string"_s);
    else if (value.size() > longest)
        fail(u"it has %1 characters, and at most %2 are read"_s.arg(value.size()).arg(longest));
    return hasFailed() ? QString() : value;
}

QByteArray JsonPlace::bytes(qsizetype longest) const
{
    const Result<QByteArray> result = wireBytes(text(longest));
    if (result)
        return *result;
    fail(u"it "_s + result.error().message);
    return {};
}

qint64 JsonPlace::integer(qint64 least, qint64 most) const
{
    const double value = m_value.toDouble();
    const bool isWhole = m_value.isDouble() && std::trunc(value) == value && std::abs(value) <= largestExact;
    if (!isWhole || value < double(least) || value > double(most)) {
        fail(isMissing() ? u"it is missing"_s : u"it has to be a whole number from %1 to %2"_s.arg(least).arg(most));
        return least;
    }
    return static_cast<qint64>(value);
}

double JsonPlace::number() const
{
    const double value = m_value.toDouble();
    if (m_value.isDouble() && value >= 0 && value <= largestNumber)
        return value;
    fail(isMissing() ? u"it is missing"_s : u"it has to be a number from 0 to 1e12"_s);
    return 0;
}

bool JsonPlace::boolean() const
{
    if (!m_value.isBool())
        fail(isMissing() ? u"it is missing"_s : u"it has to be true or false"_s);
    return m_value.toBool();
}

} // namespace Detour
