// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/resourceroutes.h"

#include "lab/preconditions.h"
#include "semantics/httpdate.h"
#include "semantics/percentencoding.h"

#include <algorithm>
#include <array>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView resourcePrefix = "/lab/resource/";
constexpr QByteArrayView choicesPath = "/lab/choices";

struct Resource
{
    Validators validators;
    QByteArray version = QByteArrayLiteral("7");
    FieldList metadata; ///< Cache-Control, Vary: a 304 repeats them
};

QByteArray queryValue(const LabRequest &request, QByteArrayView name)
{
    for (const auto &[key, value] : request.queryItems()) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

LabReply refused(const QString &sentence)
{
    return {textAnswer(400, sentence)};
}

/// One day later for each version: a date tells them apart as a tag does.
QDateTime dateOfVersion(int version)
{
    return QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addDays(version);
}

Result<Resource> readResource(const QByteArray &kind, const LabRequest &request)
{
    Resource resource;
    if (const QByteArray version = queryValue(request, "v"); !version.isEmpty()) {
        resource.version = version;
    }
    const bool isNumber = std::all_of(resource.version.begin(), resource.version.end(), isAsciiDigit);
    if (!isNumber || resource.version.size() > 4) {
        return Error{u"bad-resource"_s, u"v is the version: a number from 0 to 9999."_s};
    }
    const QByteArray tag = "\"v" + resource.version + '"';
    if (kind == "strong" || kind == "weak") {
        resource.validators.entityTag = kind == "weak" ? QByteArray("W/" + tag) : tag;
    }
    if (kind != "bare") {
        resource.validators.lastModified = dateOfVersion(resource.version.toInt());
    }
    for (const auto &[key, name] : {std::pair{"cache", "Cache-Control"}, std::pair{"vary", "Vary"}}) {
        const QByteArray value = queryValue(request, key);
        const auto field = Field::checked(name, value);
        if (!field) {
            return field.error();
        }
        if (!value.isEmpty()) {
            resource.metadata.append(*field);
        }
    }
    return resource;
}

/// What a 304 carries where the 200 would (RFC 9110 §15.4.5): Date, ETag, Cache-Control, Vary. Last-Modified only where
/// there is no tag: it would add nothing.
void addMetadata(ScriptedAnswer &answer, const Resource &resource)
{
    answer.fields.append("Date", httpDate(QDateTime::currentDateTimeUtc()));
    if (!resource.validators.entityTag.isEmpty()) {
        answer.fields.append("ETag", resource.validators.entityTag);
    }
    if (resource.validators.lastModified && (answer.status != 304 || resource.validators.entityTag.isEmpty())) {
        answer.fields.append("Last-Modified", httpDate(*resource.validators.lastModified));
    }
    for (const Field &field : resource.metadata) {
        answer.fields.append(field);
    }
}

ScriptedAnswer carriedOut(const Method &method, const Resource &resource)
{
    if (method.is("GET") || method.is("HEAD")) {
        return textAnswer(200, u"This is version %1."_s.arg(QString::fromLatin1(resource.version)));
    }
    return textAnswer(200, u"The condition held. The lab keeps nothing: this is still version %1."_s.arg(
                               QString::fromLatin1(resource.version)));
}

std::optional<LabReply> resource(const QByteArray &kind, const LabRequest &request)
{
    constexpr std::array kinds = {"strong", "weak", "dated", "bare"};
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
        return std::nullopt;
    }
    const Result<Resource> found = readResource(kind, request);
    if (!found) {
        return refused(found.error().message);
    }
    ScriptedAnswer answer;
    switch (precondition(request.method, request.fields, found->validators)) {
    case Precondition::Passed:
        answer = carriedOut(request.method, *found);
        break;
    case Precondition::NotModified:
        answer = plainAnswer(304);
        break;
    case Precondition::Failed:
        answer = textAnswer(412, u"A condition of the request does not hold: nothing was done."_s);
        break;
    }
    addMetadata(answer, *found);
    return LabReply{answer};
}

struct Choice
{
    QByteArrayView language;
    QByteArrayView text;
};

constexpr std::array choices = {Choice{"en", "Good day."}, Choice{"de", "Guten Tag."}, Choice{"fr", "Bonjour."}};

/// 300 (RFC 9110 §15.4.1): a list for people, Link for programs, and a Location only for a preferred one.
std::optional<LabReply> choicesReply(const QByteArray &rest, const LabRequest &request)
{
    if (!rest.isEmpty()) {
        for (const Choice &choice : choices) {
            if (rest == '/' + choice.language.toByteArray()) {
                ScriptedAnswer answer = textAnswer(200, QString::fromLatin1(choice.text));
                answer.fields.append("Content-Language", choice.language.toByteArray());
                return LabReply{answer};
            }
        }
        return std::nullopt;
    }
    QString list = u"There are several versions of this page:\n"_s;
    QList<QByteArray> links;
    const QByteArray preferred = queryValue(request, "preferred");
    bool isThere = false;
    for (const Choice &choice : choices) {
        const QByteArray language = choice.language.toByteArray();
        const QByteArray path = choicesPath.toByteArray() + '/' + language;
        list += u"\n%1  %2"_s.arg(QString::fromLatin1(language), QString::fromLatin1(path));
        links.append('<' + path + ">; rel=\"alternate\"; hreflang=\"" + language + '"');
        isThere = isThere || preferred == language;
    }
    ScriptedAnswer answer = textAnswer(300, list);
    answer.fields.append("Link", links.join(", "));
    if (isThere) {
        answer.fields.append("Location", choicesPath.toByteArray() + '/' + preferred);
    }
    return LabReply{answer};
}

/// History: what a server of 1997 would have said. RFC 9110 §15.4.6 and §15.4.7 let nobody obey either.
std::optional<LabReply> retired(const QByteArray &code)
{
    if (code == "305") {
        ScriptedAnswer answer =
            textAnswer(305, u"Use Proxy, from RFC 2068 of 1997: fetch this through the proxy that Location names.\n"
                            "Deprecated since RFC 7231: a stranger must not choose your proxy."_s);
        answer.fields.append("Location", "http://proxy.localhost/");
        return LabReply{answer};
    }
    if (code == "306") {
        ScriptedAnswer answer = textAnswer(
            306,
            u"Switch Proxy, from an Internet-Draft of 1996 that never became a standard.\nThe code is reserved."_s);
        answer.fields.append("Set-Proxy", "SET; proxyURI=\"http://proxy.localhost/\"; scope=\"http://\"; seconds=600");
        return LabReply{answer};
    }
    return std::nullopt;
}

} // namespace

std::optional<LabReply> resourceReply(const LabRequest &request)
{
    constexpr QByteArrayView retiredPrefix = "/lab/retired/";
    const QByteArray path = request.path();
    if (path.startsWith(resourcePrefix)) {
        return resource(path.mid(resourcePrefix.size()), request);
    }
    if (path == choicesPath || path.startsWith(QByteArray(choicesPath.toByteArray() + '/'))) {
        return choicesReply(path.mid(choicesPath.size()), request);
    }
    return path.startsWith(retiredPrefix) ? retired(path.mid(retiredPrefix.size())) : std::nullopt;
}

} // namespace Detour
