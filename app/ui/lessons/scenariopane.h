// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/scenariofile.h"
#include "ui/lessons/storypane.h"

namespace Detour {

class LearnerProgress;
class Playground;
class RunWatch;

/// A scenario beside the playground: the story, the question, and both ways that it goes, each told once it ran.
class ScenarioPane final : public StoryPane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScenarioPane)

public:
    /// Both must outlive the pane.
    ScenarioPane(Playground &playground, LearnerProgress &progress, QWidget *parent = nullptr);

    void open(const Scenario &scenario);
    void leave();
    [[nodiscard]] bool isOpen() const { return m_scenario.has_value(); }
    [[nodiscard]] const Scenario &scenario() const { return *m_scenario; } ///< while it is open

private:
    enum class Take {
        None,
        Broken,
        Fixed,
    };

    void run(Take take);
    void takeSeen();
    void refresh();
    [[nodiscard]] QString markdown() const;

    Playground &m_playground;
    LearnerProgress &m_progress;
    RunWatch *m_watch = nullptr;
    std::optional<Scenario> m_scenario;
    Take m_running = Take::None;
    bool m_brokenSeen = false;
    bool m_fixedSeen = false;
    QPushButton *m_broken = nullptr;
    QPushButton *m_fixed = nullptr;
};

} // namespace Detour
