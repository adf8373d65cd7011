// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/publishedscripts.h"

#include "scenario/plainaddress.h"

#include <algorithm>
#include <utility>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView root = "/lab/scenario";

bool isBelow(const QByteArray &path, QByteArrayView folder)
{
    return path.startsWith(folder) && (path.size() == folder.size() || path.at(folder.size()) == '/');
}

/// Where the lab listens, whichever of its ports the request came to.
ScriptPorts portsOf(const LabPlace &place)
{
    const bool cameToSecond = place.scheme == "http" && place.port != place.httpPort;
    return {place.httpPort, cameToSecond ? place.port : place.otherPort, place.httpsPort};
}

/// A client that keeps or changes a method otherwise than the story's gets told so.
ScriptedAnswer noAnswer(const Script &script, const Method &method, const QByteArray &host, const QByteArray &target)
{
    for (const ScriptStep &step : script.steps) {
        if (step.method && step.target == target && host.compare(step.host, Qt::CaseInsensitive) == 0) {
            ScriptedAnswer answer =
                textAnswer(405, u"In this scenario the client asks for %1 with %2. Yours sent %3."_s.arg(
                                    QString::fromLatin1(target), step.method->toString(), method.toString()));
            answer.fields.append("Allow", step.method->token());
            return answer;
        }
    }
    return textAnswer(404,
                      u"This scenario has no answer for %1 %2."_s.arg(method.toString(), QString::fromLatin1(target)));
}

bool isSpent(const QList<int> &used)
{
    return std::all_of(used.begin(), used.end(), [](int count) { return count > 0; });
}

} // namespace

void PublishedScripts::publish(Source source)
{
    const QMutexLocker locker(&m_mutex);
    m_stories.clear();
    m_source = std::move(source);
}

void PublishedScripts::readSource()
{
    if (!m_source)
        return;
    for (const PublishedScript &published : std::exchange(m_source, nullptr)())
        m_stories.push_back({published, QList<int>(published.script.steps.size(), 0)});
}

PublishedScripts::Story *PublishedScripts::storyAt(const QByteArray &path)
{
    const auto story = std::find_if(m_stories.begin(), m_stories.end(),
                                    [&path](const Story &one) { return isBelow(path, one.published.path); });
    return story == m_stories.end() ? nullptr : &*story;
}

ScriptedAnswer PublishedScripts::list() const
{
    QString text = u"The scenarios, at addresses for any client:\n"_s;
    for (const Story &story : m_stories) {
        const Script &script = story.published.script;
        text += u"\n%1\n    %2: begins with %3 %4"_s.arg(QString::fromLatin1(story.published.path),
                                                         story.published.title, script.first.method.toString(),
                                                         QString::fromLatin1(script.first.target.originForm()));
    }
    return textAnswer(200, text);
}

ScriptedAnswer PublishedScripts::play(Story &story, const LabRequest &request, const LabPlace &place)
{
    const PlainAddress address{story.published.path, portsOf(place)};
    const Script &script = story.published.script;
    if (request.path().size() <= address.prefix.size() + 1 && script.first.target.path != "/") {
        story.used.fill(0);
        ScriptedAnswer answer = plainAnswer(307);
        answer.fields.append("Location", address.startOf(script));
        return answer;
    }
    const QByteArray host = address.hostInScript(request.authority);
    const QByteArray target = address.targetInScript(request.target);
    int step = script.stepFor(request.method, host, target, story.used);
    if (step < 0)
        return noAnswer(script, request.method, host, target);
    if (isSpent(story.used) && request.method == script.first.method && target == script.first.target.originForm()) {
        story.used.fill(0);
        step = script.stepFor(request.method, host, target, story.used);
    }
    ++story.used[step];
    return address.outside(script.steps.at(step).answer, script);
}

std::optional<ScriptedAnswer> PublishedScripts::answer(const LabRequest &request, const LabPlace &place)
{
    const QByteArray path = request.path();
    if (!isBelow(path, root))
        return std::nullopt;
    const QMutexLocker locker(&m_mutex);
    readSource();
    if (Story *story = storyAt(path))
        return play(*story, request, place);
    ScriptedAnswer answer = list();
    answer.status = path.size() <= root.size() + 1 ? 200 : 404;
    answer.reasonPhrase = plainAnswer(answer.status).reasonPhrase;
    return answer;
}

} // namespace Detour
