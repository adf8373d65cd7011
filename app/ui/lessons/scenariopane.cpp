// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lessons/scenariopane.h"

#include "session/learnerprogress.h"
#include "ui/lessons/runwatch.h"
#include "ui/lessons/storytext.h"
#include "ui/playground/playground.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Detour {

ScenarioPane::ScenarioPane(Playground &playground, LearnerProgress &progress, QWidget *parent)
    : StoryPane(tr("Scenario"), parent)
    , m_playground(playground)
    , m_progress(progress)
    , m_watch(new RunWatch(playground, this))
    , m_broken(makeButton(u"runBroken"_s, tr("Run the broken one")))
    , m_fixed(makeButton(u"runFixed"_s, tr("Run the repaired one")))
{
    setObjectName(u"scenarioPane"_s);
    QHBoxLayout *row = addRow();
    row->addWidget(m_broken);
    row->addWidget(m_fixed);
    row->addStretch(1);
    connect(m_broken, &QPushButton::clicked, this, [this] { run(Take::Broken); });
    connect(m_fixed, &QPushButton::clicked, this, [this] { run(Take::Fixed); });
    connect(m_watch, &RunWatch::seen, this, &ScenarioPane::takeSeen);
}

void ScenarioPane::open(const Scenario &scenario)
{
    m_scenario = scenario;
    m_running = Take::None;
    m_brokenSeen = false;
    m_fixedSeen = false;
    setTitle(scenario.title);
    m_playground.putDraft(RequestDraft::fromExample(scenario.broken.example));
    refresh();
    m_broken->setFocus(Qt::OtherFocusReason);
}

void ScenarioPane::leave()
{
    m_scenario.reset();
    m_running = Take::None;
}

void ScenarioPane::run(Take take)
{
    if (!m_scenario)
        return;
    const ScenarioTake &told = take == Take::Fixed ? m_scenario->fixed : m_scenario->broken;
    m_running = Take::None; // giving up what runs is no end of it
    m_playground.putDraft(RequestDraft::fromExample(told.example));
    m_running = take;
    m_playground.send();
    emit playgroundWanted();
}

void ScenarioPane::takeSeen()
{
    if (!m_scenario || m_running == Take::None)
        return;
    const bool isFixed = m_running == Take::Fixed;
    m_progress.setScenarioRan(m_scenario->id, isFixed ? u"fixed"_s : u"broken"_s);
    (isFixed ? m_fixedSeen : m_brokenSeen) = true;
    m_running = Take::None;
    refresh();
}

void ScenarioPane::refresh()
{
    text().setMarkdown(markdown());
    setPrimary(*m_fixed, m_brokenSeen && !m_fixedSeen);
}

QString ScenarioPane::markdown() const
{
    QString text = "## "_L1 + m_scenario->title + "\n\n"_L1 + m_scenario->story + "\n\n"_L1
                   + boxed("**"_L1 + m_scenario->question + "**"_L1);
    if (m_brokenSeen)
        text += "**"_L1 + tr("The broken one.") + "** "_L1 + m_scenario->broken.happens + "\n\n"_L1;
    if (m_fixedSeen)
        text += "**"_L1 + tr("The repaired one.") + "** "_L1 + m_scenario->fixed.happens + "\n\n"_L1;
    if (!m_brokenSeen || !m_fixedSeen)
        return text;
    text += boxed("**"_L1 + tr("Remember.") + "** "_L1 + m_scenario->remember);
    for (const FurtherReading &reading : m_scenario->references)
        text += u"- [%1](%2)\n"_s.arg(reading.words, reading.link);
    return text;
}

} // namespace Detour
