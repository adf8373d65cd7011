// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labrequest.h"
#include "scenario/script.h"

#include <QMutex>
#include <QSet>

#include <optional>
#include <vector>

namespace Detour {

/// The scripts that answer for their hosts at the moment. Safe to use from any thread.
class ScriptMounts final
{
public:
    ScriptMounts() = default;
    Q_DISABLE_COPY_MOVE(ScriptMounts)

    /// Returns the token that ends it; never 0.
    quint64 mount(const Script &script, const QString &traceId);
    void unmount(quint64 token);

    /// The answer of the script that speaks for the request's host, or nothing if none does. Among several the one
    /// of the request's trace answers, otherwise the newest. A script that has no answer for it says so with 404.
    [[nodiscard]] std::optional<ScriptedAnswer> answer(const LabRequest &request);

private:
    struct Mount
    {
        quint64 token = 0;
        QString traceId;
        Script script;
        QSet<QByteArray> hosts;
        QList<int> used;
    };

    [[nodiscard]] Mount *mountFor(const LabRequest &request);

    QMutex m_mutex;
    std::vector<Mount> m_mounts;
    quint64 m_lastToken = 0;
};

/// TRACE of "Detour/VERSION (TRACE.HOP)"; empty if the User-Agent is another one.
[[nodiscard]] QString traceIdOf(const FieldList &fields);

} // namespace Detour
