// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/randomquestion.h"

#include "semantics/location.h"
#include "session/examplerun.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// A value and how often it comes up against the others.
template<typename T>
struct Weighted
{
    T value;
    int weight;
};

class Dice final
{
public:
    explicit Dice(QRandomGenerator &random)
        : m_random(random)
    {}

    template<typename T>
    T oneOf(const QList<T> &values)
    {
        return values.at(m_random.bounded(static_cast<int>(values.size())));
    }

    template<typename T>
    T oneOf(const QList<Weighted<T>> &values)
    {
        int total = 0;
        for (const Weighted<T> &entry : values) {
            total += entry.weight;
        }
        int left = m_random.bounded(total);
        for (const Weighted<T> &entry : values) {
            left -= entry.weight;
            if (left < 0) {
                return entry.value;
            }
        }
        return values.constLast().value;
    }

    bool chance(int percent) { return m_random.bounded(100) < percent; }

private:
    QRandomGenerator &m_random;
};

struct Content
{
    QByteArray type;
    QByteArray bytes;
};

const QList<QByteArray> &hosts()
{
    static const QList<QByteArray> names{"www.localhost:8307", "shop.localhost:8307", "api.localhost:8307",
                                         "files.localhost:8307"};
    return names;
}

TargetUri uriOf(const QByteArray &text)
{
    const auto uri = parseAbsoluteUri(text, LocationDialect::WhatwgUrl);
    Q_ASSERT(uri);
    return *uri;
}

void addContent(Request &request, Dice &dice)
{
    const Content content = dice.oneOf(QList<Content>{{"application/x-www-form-urlencoded", "name=Ada&topic=redirects"},
                                                      {"application/json", R"({"name":"Ada"})"},
                                                      {"text/plain", "Hello"}});
    ContentInfo info;
    info.bytes = content.bytes.size();
    info.preview = content.bytes;
    request.content = info;
    request.fields.append("Content-Type", content.type);
}

Request firstRequest(Dice &dice)
{
    Request request;
    request.method = Method::known(dice.oneOf(
        QList<Weighted<const char *>>{{"POST", 5}, {"GET", 3}, {"PUT", 2}, {"DELETE", 1}, {"PATCH", 1}, {"HEAD", 1}}));
    const QByteArray path =
        dice.oneOf(QList<QByteArray>{"/orders", "/account/new", "/files/7", "/list/", "/search?q=tea", "/a/b/form"});
    request.target = uriOf("http://" + dice.oneOf(hosts()) + path);
    const bool isUpload = request.method.is("POST") || request.method.is("PUT") || request.method.is("PATCH");
    if (isUpload && !dice.chance(15)) {
        addContent(request, dice);
    }
    const Field credential = dice.oneOf(
        QList<Weighted<Field>>{{{}, 6}, {{"Authorization", "Bearer k7-secret"}, 3}, {{"Cookie", "sid=7f3a"}, 1}});
    if (!credential.name.isEmpty()) {
        request.fields.append(credential);
    }
    return request;
}

QByteArray newLocation(Dice &dice)
{
    const QByteArray name = dice.oneOf(QList<QByteArray>{"thanks", "orders/12", "new?from=old", "done#top"});
    const QByteArray path = "/" + name;
    const QByteArray absolute = "http://" + dice.oneOf(hosts()) + path;
    return dice.oneOf(QList<Weighted<QByteArray>>{{path, 4}, {absolute, 4}, {name, 2}, {"../" + name, 1}});
}

/// Codes that lead nowhere are asked less often, and mostly come without a Location.
ScriptedAnswer redirection(Dice &dice)
{
    ScriptedAnswer answer;
    answer.status = dice.oneOf(QList<Weighted<StatusCode>>{
        {300, 1}, {301, 4}, {302, 5}, {303, 4}, {304, 1}, {305, 1}, {306, 1}, {307, 5}, {308, 4}});
    answer.reasonPhrase = registeredReasonPhrase(answer.status).toLatin1();
    const bool leads = answer.status != 304 && answer.status != 305 && answer.status != 306;
    if (dice.chance(leads ? 93 : 30)) {
        answer.fields.append("Location", newLocation(dice));
    }
    if (answer.status != 304) {
        answer.fields.append("Content-Length", "0");
    }
    return answer;
}

ScriptedAnswer found()
{
    return {200, "OK", {{"Content-Type", "text/plain"}, {"Content-Length", "2"}}, "ok"};
}

ScriptStep stepAt(const TargetUri &target, const ScriptedAnswer &answer)
{
    return {std::nullopt, target.authority(), target.originForm(), answer};
}

} // namespace

RandomQuestion randomQuestion(QRandomGenerator &random, const QStringList &clients)
{
    Dice dice(random);
    RandomQuestion question;
    question.client = dice.oneOf<QString>(clients);
    Script &script = question.script;
    script.id = u"random"_s;
    script.first = firstRequest(dice);
    TargetUri target = script.first.target;
    const int redirections = dice.chance(25) ? 2 : 1;
    for (int made = 0; made < redirections; ++made) {
        const ScriptedAnswer answer = redirection(dice);
        script.steps.append(stepAt(target, answer));
        const QByteArray location = answer.fields.value("Location").value_or(QByteArray());
        const auto next = resolveLocation(target, location, LocationDialect::WhatwgUrl);
        if (location.isEmpty() || !next) {
            break;
        }
        target = *next;
    }
    script.steps.append(stepAt(target, found()));
    for (const QByteArray &host : hosts()) {
        script.origins.append(Origin::of(uriOf("http://" + host + "/")));
    }
    return question;
}

Result<TraceSpec> specForQuestion(const RandomQuestion &question, const PolicyCatalog &policies)
{
    const Result<ClientPolicy> policy = policies.policy(question.client);
    if (!policy) {
        return policy.error();
    }
    return specForScript(question.script, *policy);
}

} // namespace Detour
