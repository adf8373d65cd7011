// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/httpbinjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// A name that comes once has a string, one that is repeated an array.
QJsonObject formJson(const QList<FormPair> &items)
{
    QJsonObject object;
    for (const auto &[name, value] : items) {
        const QString key = jsonText(name);
        const QJsonValue before = object.value(key);
        if (before.isUndefined()) {
            object.insert(key, jsonText(value));
            continue;
        }
        QJsonArray values = before.isArray() ? before.toArray() : QJsonArray{before};
        values.append(jsonText(value));
        object.insert(key, values);
    }
    return object;
}

/// "x-REQUESTED-with" → "X-Requested-With".
QString titled(const QByteArray &name)
{
    QString title = QString::fromLatin1(name).toLower();
    for (qsizetype i = 0; i < title.size(); ++i) {
        if (i == 0 || title.at(i - 1) == u'-') {
            title[i] = title.at(i).toUpper();
        }
    }
    return title;
}

QJsonObject headersJson(const FieldList &fields)
{
    QJsonObject object;
    for (const Field &field : fields) {
        const QString key = titled(field.name);
        const QString value = QString::fromLatin1(field.value);
        object.insert(key, object.contains(key) ? QString(object.value(key).toString() + u',' + value) : value);
    }
    return object;
}

QJsonObject cookiesJson(const FieldList &fields)
{
    QJsonObject object;
    for (const QByteArray &line : fields.values("Cookie")) {
        for (const QByteArray &pair : line.split(';')) {
            const qsizetype equals = pair.indexOf('=');
            if (equals > 0) {
                object.insert(jsonText(pair.left(equals).trimmed()), jsonText(pair.mid(equals + 1).trimmed()));
            }
        }
    }
    return object;
}

/// httpbin gives bytes that are no text as a data: URL.
QString dataText(const QByteArray &bytes)
{
    return utf8Text(bytes).value_or(u"data:application/octet-stream;base64,"_s + QString::fromLatin1(bytes.toBase64()));
}

QJsonValue jsonOf(const QByteArray &bytes)
{
    // Wrapped, because Qt reads documents only of arrays and objects, and JSON may be a bare value.
    const QJsonDocument document = QJsonDocument::fromJson('[' + bytes + ']');
    const QJsonArray array = document.array();
    return array.size() == 1 ? array.first() : QJsonValue();
}

} // namespace

QJsonObject httpbinJson(const LabRequest &request, const LabPlace &place, const QStringList &keys)
{
    const QByteArray content = request.content ? request.content->preview : QByteArray();
    const bool isForm = request.fields.value("Content-Type")
                            .value_or(QByteArray())
                            .toLower()
                            .startsWith("application/x-www-form-urlencoded");
    const QByteArray url = place.scheme + "://" + request.authority + request.target;
    const QJsonObject everything{
        {u"args"_s, formJson(request.queryItems())},
        {u"cookies"_s, cookiesJson(request.fields)},
        {u"data"_s, isForm ? QString() : dataText(content)},
        {u"files"_s, QJsonObject()},
        {u"form"_s, isForm ? formJson(formPairs(content, LabRequest::mostPairs)) : QJsonObject()},
        {u"headers"_s, headersJson(request.fields)},
        {u"json"_s, isForm ? QJsonValue() : jsonOf(content)},
        {u"method"_s, request.method.toString()},
        {u"origin"_s, QString::fromLatin1(place.peer)},
        {u"url"_s, jsonText(url)},
    };
    QJsonObject chosen;
    for (const QString &key : keys) {
        chosen.insert(key, everything.value(key));
    }
    return chosen;
}

} // namespace Detour
