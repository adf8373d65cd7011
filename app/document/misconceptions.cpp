// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/misconceptions.h"

#include "document/codespan.h"
#include "semantics/jsonobjectreader.h"
#include "semantics/location.h"
#include "semantics/origin.h"

#include <QJsonDocument>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

using Target = Misconception::Target;
using Facets = Misconception::Facets;
using When = Misconception::When;

template<typename T>
bool fits(const std::optional<T> &wanted, const T &there)
{
    return !wanted || *wanted == there;
}

bool leadsElsewhere(const Request &request, const Response &response)
{
    const auto target = parseAbsoluteUri(locationTarget(request, response), LocationDialect::Rfc3986);
    return target && !isSameOrigin(request.target, *target);
}

bool fitsWhen(const When &when, const Request &request, const Response &response)
{
    return (when.status.isEmpty() || when.status.contains(response.status))
           && (when.method.isEmpty() || when.method.contains(request.method.token()))
           && fits(when.crossOrigin, leadsElsewhere(request, response)) && fits(when.body, request.content.has_value())
           && fits(when.credentials, !credentialOf(request).isEmpty());
}

Target targetOf(const Expectation &expectation, const Request &request, const Response &response)
{
    if (expectation.target == locationTarget(request, response))
        return Target::Location;
    const QByteArray own = request.target.withoutFragment().withoutUserinfo().toBytes();
    return expectation.target == own ? Target::Again : Target::Other;
}

bool asksMore(const Facets &facets)
{
    return facets.sameMethod || !facets.method.isEmpty() || facets.body || facets.credentialsKept || facets.target;
}

bool fitsFacets(const Facets &facets, const Expectation &expectation, const Request &request, const Response &response)
{
    if (!expectation.sends)
        return !facets.sends.value_or(false) && !asksMore(facets);
    return fits(facets.sends, true) && (!facets.sameMethod || expectation.method == request.method.token())
           && (facets.method.isEmpty() || facets.method == expectation.method) && fits(facets.body, expectation.content)
           && (!facets.credentialsKept || facets.credentialsKept == expectation.credentialsKept)
           && fits(facets.target, targetOf(expectation, request, response));
}

std::optional<bool> readFlag(JsonObjectReader &reader, const QString &name)
{
    return reader.has(name) ? std::optional(reader.boolean(name)) : std::nullopt;
}

When readWhen(JsonObjectReader reader)
{
    When when;
    if (reader.has(u"status"_s)) {
        const QJsonArray items = reader.array(u"status"_s);
        for (const auto item : items) {
            if (!isRedirection(item.toInt()))
                reader.fail(u"status"_s, u"each is a status from 300 to 399"_s);
            when.status.append(item.toInt());
        }
    }
    if (reader.has(u"method"_s)) {
        for (const QString &name : reader.texts(u"method"_s))
            when.method.append(name.toLatin1());
    }
    when.crossOrigin = readFlag(reader, u"crossOrigin"_s);
    when.body = readFlag(reader, u"body"_s);
    when.credentials = readFlag(reader, u"credentials"_s);
    reader.finish();
    return when;
}

void readMethod(JsonObjectReader &reader, Facets &facets)
{
    const QString method = reader.text(u"method"_s, 64);
    facets.sameMethod = method == "same"_L1;
    if (!facets.sameMethod && !Method::fromToken(method.toLatin1()))
        reader.fail(u"method"_s, u"it is “same” or the name of a method"_s);
    facets.method = facets.sameMethod ? QByteArray() : method.toLatin1();
}

Facets readFacets(JsonObjectReader reader)
{
    Facets facets;
    facets.sends = readFlag(reader, u"sends"_s);
    if (reader.has(u"method"_s))
        readMethod(reader, facets);
    facets.body = readBodyMember(reader);
    facets.credentialsKept = readCredentialsMember(reader);
    if (reader.has(u"target"_s)) {
        facets.target = reader.choice<Target>(
            u"target"_s, {{u"location"_s, Target::Location}, {u"again"_s, Target::Again}, {u"other"_s, Target::Other}});
    }
    if (facets.sends == false && asksMore(facets))
        reader.fail(u"sends"_s, u"what is not sent has no other facet"_s);
    reader.finish();
    return facets;
}

Misconception readOne(JsonObjectReader &reader)
{
    Misconception one;
    one.id = reader.text(u"id"_s, 60);
    if (!isSlug(one.id))
        reader.fail(u"id"_s, u"it is lower-case letters, digits and hyphens"_s);
    one.name = reader.text(u"name"_s, 60);
    one.why = reader.text(u"why"_s, 600);
    one.clause = readReading(reader.object(u"clause"_s));
    if (reader.has(u"when"_s))
        one.when = readWhen(reader.object(u"when"_s));
    if (reader.has(u"chosen"_s))
        one.chosen = readFacets(reader.object(u"chosen"_s));
    if (reader.has(u"instead"_s))
        one.instead = readFacets(reader.object(u"instead"_s));
    reader.finish();
    return one;
}

} // namespace

bool Misconception::matches(const Request &request, const Response &response, const Expectation &chosenOne,
                            const Expectation &happened) const
{
    return chosenOne != happened && fitsWhen(when, request, response)
           && fitsFacets(chosen, chosenOne, request, response) && fitsFacets(instead, happened, request, response);
}

Result<Misconceptions> Misconceptions::fromJson(const QByteArray &json)
{
    const auto bad = [](const QString &why) {
        return Error{u"bad-misconceptions"_s, u"misconceptions.json: "_s + why};
    };
    QJsonParseError parsing{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return bad(parsing.error == QJsonParseError::NoError ? u"it is not an object"_s : parsing.errorString());
    std::optional<Error> error;
    JsonObjectReader reader(document.object(), {}, error);
    Misconceptions read;
    if (reader.text(u"schema"_s) != u"detour.misconceptions/1")
        reader.fail(u"schema"_s, u"it has to be “detour.misconceptions/1”"_s);
    QStringList ids;
    for (JsonObjectReader &entry : reader.objects(u"misconceptions"_s)) {
        read.m_all.append(readOne(entry));
        if (ids.contains(read.m_all.constLast().id))
            entry.fail(u"id"_s, u"another one has it"_s);
        ids.append(read.m_all.constLast().id);
    }
    reader.finish();
    if (error)
        return bad(error->message);
    return read;
}

Result<Misconceptions> Misconceptions::fromStore(const ContentStore &store)
{
    const auto bytes = store.read(u"misconceptions.json"_s);
    return bytes ? fromJson(*bytes) : Result<Misconceptions>(bytes.error());
}

const Misconception *Misconceptions::find(const QString &id) const
{
    const auto found =
        std::find_if(m_all.cbegin(), m_all.cend(), [&id](const Misconception &one) { return one.id == id; });
    return found == m_all.cend() ? nullptr : &*found;
}

const Misconception *Misconceptions::shownBy(const Request &request, const Response &response,
                                             const Expectation &chosen, const Expectation &happened) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&](const Misconception &one) {
        return one.matches(request, response, chosen, happened);
    });
    return found == m_all.cend() ? nullptr : &*found;
}

} // namespace Detour
