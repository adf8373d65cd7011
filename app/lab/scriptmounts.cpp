// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "lab/scriptmounts.h"

#include "lab/labreply.h"

#include <QMutexLocker>

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QSet<QByteArray> hostsOf(const Script &script)
{
    QSet<QByteArray> hosts;
    for (const Origin &origin : script.origins) {
        const QByteArray withPort = origin.host + ':' + QByteArray::number(origin.port);
        hosts.insert(withPort);
        if (origin.port == (origin.scheme == "https" ? 443 : 80)) {
            hosts.insert(origin.host);
        }
    }
    for (const ScriptStep &step : script.steps) {
        if (!step.host.isEmpty()) {
            hosts.insert(step.host.toLower());
        }
    }
    return hosts;
}

/// Says which requests the script knows, so that the reader of a 404 sees what to ask for.
ScriptedAnswer noAnswer(const Script &script, const LabRequest &request)
{
    constexpr qsizetype shownSteps = 20;
    constexpr qsizetype shownTarget = 200;
    QString text = u"This example has no answer for %1 %2 on %3.\nIt answers:"_s.arg(
        request.method.toString(), QString::fromLatin1(request.target.left(shownTarget)),
        QString::fromLatin1(request.authority.left(shownTarget)));
    for (const ScriptStep &step : script.steps.mid(0, shownSteps)) {
        text += u"\n  %1 %2"_s.arg(step.method ? step.method->toString() : u"(any method)"_s,
                                   QString::fromLatin1(step.target.left(shownTarget)));
        if (!step.host.isEmpty()) {
            text += u" on "_s + QString::fromLatin1(step.host);
        }
    }
    return textAnswer(404, text);
}

} // namespace

quint64 ScriptMounts::mount(const Script &script, const QString &traceId)
{
    const QMutexLocker locker(&m_mutex);
    m_mounts.push_back({++m_lastToken, traceId, script, hostsOf(script), QList<int>(script.steps.size(), 0)});
    return m_lastToken;
}

void ScriptMounts::unmount(quint64 token)
{
    const QMutexLocker locker(&m_mutex);
    std::erase_if(m_mounts, [token](const Mount &mount) { return mount.token == token; });
}

ScriptMounts::Mount *ScriptMounts::mountFor(const LabRequest &request)
{
    const QString traceId = traceIdOf(request.fields);
    Mount *newest = nullptr;
    for (auto mount = m_mounts.rbegin(); mount != m_mounts.rend(); ++mount) {
        if (!mount->hosts.contains(request.authority)) {
            continue;
        }
        if (!traceId.isEmpty() && mount->traceId == traceId) {
            return &*mount;
        }
        newest = newest ? newest : &*mount;
    }
    return newest;
}

std::optional<ScriptedAnswer> ScriptMounts::answer(const LabRequest &request)
{
    const QMutexLocker locker(&m_mutex);
    Mount *mount = mountFor(request);
    if (!mount) {
        return std::nullopt;
    }
    const int step = mount->script.stepFor(request.method, request.authority, request.target, mount->used);
    if (step < 0) {
        return noAnswer(mount->script, request);
    }
    ++mount->used[step];
    return mount->script.steps.at(step).answer;
}

QString traceIdOf(const FieldList &fields)
{
    const QByteArray agent = fields.value("User-Agent").value_or(QByteArray());
    const qsizetype open = agent.indexOf(" (");
    const qsizetype dot = agent.lastIndexOf('.');
    if (!agent.startsWith("Detour/") || !agent.endsWith(')') || open < 0 || dot < open) {
        return {};
    }
    return QString::fromLatin1(agent.mid(open + 2, dot - open - 2));
}

} // namespace Detour
