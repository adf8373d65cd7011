// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lab/labreply.h"
#include "lab/labrequest.h"
#include "scenario/script.h"

#include <QMutex>

#include <functional>
#include <optional>
#include <vector>

namespace Detour {

/// A script at a plain address, for any client.
struct PublishedScript
{
    QByteArray path; ///< "/lab/scenario/ID/broken", without a slash at its end
    QString title;   ///< for the list of all
    Script script;   ///< staysOnLoopback()
};

/// The scripts that have plain addresses. Each begins anew when its first request is asked again after its last answer,
/// or at its bare path, which sends on to its first address. Safe to use from any thread.
class PublishedScripts final
{
public:
    PublishedScripts() = default;
    Q_DISABLE_COPY_MOVE(PublishedScripts)

    using Source = std::function<QList<PublishedScript>()>;

    /// In place of those that were there. `source` is asked once, when somebody first comes below /lab/scenario, and on
    /// that thread: most runs of the lab never need them.
    void publish(Source source);
    /// Nothing for an address that is not below /lab/scenario. An unknown one there gets 404 and the list.
    [[nodiscard]] std::optional<ScriptedAnswer> answer(const LabRequest &request, const LabPlace &place);

private:
    struct Story
    {
        PublishedScript published;
        QList<int> used; ///< how often each step answered
    };

    void readSource();
    [[nodiscard]] Story *storyAt(const QByteArray &path);
    [[nodiscard]] ScriptedAnswer list() const;
    [[nodiscard]] static ScriptedAnswer play(Story &story, const LabRequest &request, const LabPlace &place);

    mutable QMutex m_mutex;
    Source m_source; ///< null once it was asked
    std::vector<Story> m_stories;
};

} // namespace Detour
