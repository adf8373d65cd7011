// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/decisionquestion.h"

#include "exchangeformats/wirejson.h"

#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// A question says that there is a body, not how long it is.
constexpr qint64 unknownBytes = -1;

/// Reads the members of one object. The first trouble is kept and ends all further reading, so that a reader is a plain
/// list of what it wants.
class MemberReader final
{
public:
    MemberReader(QJsonObject object, QString path, std::optional<Error> *trouble)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_trouble(trouble)
    {}

    [[nodiscard]] bool has(const QString &name) const { return m_object.contains(name); }
    [[nodiscard]] QJsonValue value(const QString &name) const { return m_object.value(name); }

    void complain(const QString &name, const QString &what) const
    {
        if (!*m_trouble) {
            *m_trouble = Error{u"bad-line"_s, u"“%1” %2."_s.arg(m_path + name, what)};
        }
    }

    [[nodiscard]] MemberReader object(const QString &name) const
    {
        if (!value(name).isObject()) {
            complain(name, has(name) ? u"is not an object"_s : u"is missing"_s);
        }
        return {value(name).toObject(), m_path + name + u'.', m_trouble};
    }

    /// The bytes that a string stands for.
    [[nodiscard]] QByteArray bytes(const QString &name) const
    {
        if (!value(name).isString()) {
            complain(name, has(name) ? u"is not a string"_s : u"is missing"_s);
            return {};
        }
        const Result<QByteArray> bytes = wireBytes(value(name).toString());
        if (!bytes) {
            complain(name, bytes.error().message);
            return {};
        }
        return *bytes;
    }

    [[nodiscard]] int number(const QString &name, int least, int most) const
    {
        const double number = value(name).toDouble(std::numeric_limits<double>::quiet_NaN());
        if (!(number >= least && number <= most) || std::trunc(number) != number) {
            complain(name, has(name) ? u"is not a whole number from %1 to %2"_s.arg(least).arg(most) : u"is missing"_s);
            return least;
        }
        return static_cast<int>(number);
    }

    [[nodiscard]] bool flag(const QString &name) const
    {
        if (has(name) && !value(name).isBool()) {
            complain(name, u"is neither true nor false"_s);
        }
        return value(name).toBool();
    }

private:
    QJsonObject m_object;
    QString m_path;
    std::optional<Error> *m_trouble;
};

/// A request's fields are typed, a response's are what came: bytes that nobody would send are met there.
enum class FieldSide { Request, Response };

Result<Field> fieldFromJson(const QJsonValue &json, FieldSide side)
{
    const QJsonArray pair = json.toArray();
    if (!json.isArray() || pair.size() != 2 || !pair.at(0).isString() || !pair.at(1).isString()) {
        return Error{u"bad-field"_s, u"holds something that is not [\"Name\", \"value\"]"_s};
    }
    const Result<QByteArray> name = wireBytes(pair.at(0).toString());
    const Result<QByteArray> value = wireBytes(pair.at(1).toString());
    if (!name || !value) {
        return name ? value.error() : name.error();
    }
    Result<Field> field = side == FieldSide::Request ? Field::checked(*name, *value) : Field::received(*name, *value);
    if (!field) {
        return Error{u"bad-field"_s, u"is refused: %1"_s.arg(field.error().message)};
    }
    return field;
}

/// A sentence taken up into another one ends without its own full stop.
QString withoutFullStop(QString sentence)
{
    if (sentence.endsWith(u'.')) {
        sentence.chop(1);
    }
    return sentence;
}

FieldList readFields(const MemberReader &reader, FieldSide side)
{
    const QString name = u"fields"_s;
    FieldList fields;
    if (!reader.has(name)) {
        return fields;
    }
    if (!reader.value(name).isArray()) {
        reader.complain(name, u"is not an array"_s);
    }
    const QJsonArray lines = reader.value(name).toArray();
    for (const QJsonValue line : lines) {
        const Result<Field> field = fieldFromJson(line, side);
        if (!field) {
            reader.complain(name, withoutFullStop(field.error().message));
            break;
        }
        fields.append(*field);
    }
    return fields;
}

std::optional<ContentInfo> readContent(const MemberReader &reader)
{
    const QString name = u"body"_s;
    const QJsonValue body = reader.value(name);
    ContentInfo content;
    content.bytes = unknownBytes;
    content.oneShot = body.toString() == "one-shot"_L1;
    if (body.isBool() || !reader.has(name)) {
        return body.toBool() ? std::optional(content) : std::nullopt;
    }
    if (!content.oneShot) {
        reader.complain(name, u"is none of false, true and \"one-shot\""_s);
    }
    return content;
}

QList<QByteArray> readGenerated(const MemberReader &reader)
{
    const QString name = u"generated"_s;
    QList<QByteArray> names;
    if (reader.has(name) && !reader.value(name).isArray()) {
        reader.complain(name, u"is not an array"_s);
    }
    const QJsonArray array = reader.value(name).toArray();
    for (const QJsonValue entry : array) {
        const QByteArray field = entry.toString().toLatin1();
        if (!isToken(field)) {
            reader.complain(name, u"holds something that is not a field name"_s);
        }
        names.append(field);
    }
    return names;
}

Request readRequest(const MemberReader &reader)
{
    Request request;
    const Result<Method> method = Method::fromToken(reader.bytes(u"method"_s));
    if (method) {
        request.method = *method;
    } else {
        reader.complain(u"method"_s, u"is refused: %1"_s.arg(withoutFullStop(method.error().message)));
    }
    const Result<TargetUri> target = parseFirstUrl(reader.bytes(u"url"_s));
    if (target) {
        request.target = *target;
    } else {
        reader.complain(u"url"_s, u"is refused: %1"_s.arg(withoutFullStop(target.error().message)));
    }
    request.fields = readFields(reader, FieldSide::Request);
    request.content = readContent(reader);
    request.generated = readGenerated(reader);
    return request;
}

Response readResponse(const MemberReader &reader)
{
    Response response;
    response.status = reader.number(u"status"_s, 0, 999);
    response.fields = readFields(reader, FieldSide::Response);
    return response;
}

ChainContext readContext(const MemberReader &reader)
{
    constexpr int most = std::numeric_limits<int>::max();
    ChainContext context;
    if (reader.has(u"redirects_so_far"_s)) {
        context.redirectsSoFar = reader.number(u"redirects_so_far"_s, 0, most);
    }
    if (reader.has(u"max_redirects"_s)) {
        // curl's own -1 is the other spelling of "unlimited".
        context.redirectLimit =
            reader.value(u"max_redirects"_s).isNull() ? -1 : reader.number(u"max_redirects"_s, -1, most);
    }
    context.locationTrusted = reader.flag(u"location_trusted"_s);
    if (reader.has(u"first"_s)) {
        context.first = readRequest(reader.object(u"first"_s));
    }
    return context;
}

/// Qt reads objects and arrays only; a lone 1 or null is JSON all the same.
bool isLoneValue(const QByteArray &line)
{
    return QJsonDocument::fromJson(QByteArray('[' + line + ']')).array().size() == 1;
}

Result<QJsonObject> objectFromLine(const QByteArray &line)
{
    if (line.size() > DecisionQuestion::longestLine) {
        return Error{u"bad-line"_s, u"The line is longer than 16 MiB."_s};
    }
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(line, &trouble);
    if (trouble.error != QJsonParseError::NoError && !isLoneValue(line)) {
        return Error{u"bad-line"_s,
                     u"The line is not JSON: %1 at byte %2."_s.arg(trouble.errorString()).arg(trouble.offset)};
    }
    if (!document.isObject()) {
        return Error{u"bad-line"_s, u"The line is JSON, but not an object."_s};
    }
    return document.object();
}

} // namespace

Result<DecisionQuestion> questionFromJson(const QByteArray &line)
{
    const Result<QJsonObject> object = objectFromLine(line);
    if (!object) {
        return object.error();
    }
    std::optional<Error> trouble;
    const MemberReader reader(*object, {}, &trouble);
    DecisionQuestion question;
    if (reader.has(u"id"_s)) {
        question.id = reader.value(u"id"_s);
    }
    if (reader.has(u"client"_s)) {
        question.client = QString::fromLatin1(reader.bytes(u"client"_s));
    }
    question.request = readRequest(reader.object(u"request"_s));
    question.response = readResponse(reader.object(u"response"_s));
    question.context = readContext(reader);
    if (trouble) {
        return *trouble;
    }
    return question;
}

QJsonValue questionId(const QByteArray &line)
{
    const Result<QJsonObject> object = objectFromLine(line);
    return object && object->contains("id"_L1) ? object->value("id"_L1) : QJsonValue(QJsonValue::Null);
}

} // namespace Detour
