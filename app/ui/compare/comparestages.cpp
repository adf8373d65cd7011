// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/comparestages.h"

#include "semantics/comparison.h"
#include "story/instep.h"
#include "ui/help/keytable.h"
#include "ui/playground/stagepanel.h"
#include "ui/playground/transportbar.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

CompareStages::CompareStages(QWidget *parent)
    : QWidget(parent)
    , m_left(makeSide())
    , m_right(makeSide())
    , m_back(new QPushButton(tr("Back to the table"), this))
{
    m_back->setObjectName(u"compareBack"_s);
    m_back->setToolTip(withKey(tr("Back to the table"), u"compare-back"_s));
    auto *head = new QHBoxLayout;
    head->addStretch(1);
    head->addWidget(m_back);
    auto *stages = new QHBoxLayout;
    stages->setSpacing(16);
    for (const Side &side : {m_left, m_right}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(8);
        column->addWidget(side.name);
        column->addWidget(side.panel, 1);
        stages->addLayout(column, 1);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(stages, 1);
    connect(m_back, &QPushButton::clicked, this, &CompareStages::backRequested);
}

CompareStages::Side CompareStages::makeSide()
{
    Side side{new QLabel(this), new StagePanel(this)};
    side.name->setTextFormat(Qt::PlainText);
    side.name->setWordWrap(true);
    side.name->setFont(Theme::textFont(13.5, QFont::DemiBold));
    return side;
}

StageWidget *CompareStages::leftStage() const
{
    return m_left.panel->stage();
}

StageWidget *CompareStages::rightStage() const
{
    return m_right.panel->stage();
}

void CompareStages::show(const RedirectChain &left, const RedirectChain &right)
{
    m_left.name->setText(u"%1: %2"_s.arg(left.clientName, whatIsSentWords(left)));
    m_right.name->setText(u"%1: %2"_s.arg(right.clientName, whatIsSentWords(right)));
    leftStage()->setAccessibleName(tr("Stage of %1").arg(left.clientName));
    rightStage()->setAccessibleName(tr("Stage of %1").arg(right.clientName));
    m_left.panel->stage()->setStoryboard(Storyboard::fromChain(left));
    m_right.panel->stage()->setStoryboard(Storyboard::fromChain(right));
    const bool leftLeads = left.hops.size() >= right.hops.size();
    lead(leftLeads ? m_left.panel : m_right.panel, leftLeads ? m_right.panel : m_left.panel);
    m_leader->stage()->clock()->play();
}

void CompareStages::lead(StagePanel *leader, StagePanel *follower)
{
    for (const StagePanel *panel : {m_leader, m_follower}) {
        if (panel)
            panel->stage()->disconnect(this);
    }
    m_leader = leader;
    m_follower = follower;
    delete m_transport;
    m_transport = new TransportBar(*leader->stage()->clock(), this);
    m_transport->setTheme(m_theme);
    m_transport->setStoryboard(leader->stage()->storyboard(), false);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_transport);
    connect(leader->stage(), &StageWidget::frameChanged, this, [this](const Frame &frame) {
        m_leader->setCaption(frame.captionLead, frame.captionText);
        m_transport->setFrame(frame);
        const Storyboard &story = m_follower->stage()->storyboard();
        m_follower->stage()->clock()->setTime(timeInStep(m_leader->stage()->storyboard(), frame.time, story));
    });
    connect(follower->stage(), &StageWidget::frameChanged, this,
            [this](const Frame &frame) { m_follower->setCaption(frame.captionLead, frame.captionText); });
}

void CompareStages::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_left.panel->setTheme(theme);
    m_right.panel->setTheme(theme);
    if (m_transport)
        m_transport->setTheme(theme);
}

void CompareStages::setReducedMotion(bool reduced)
{
    leftStage()->setReducedMotion(reduced);
    rightStage()->setReducedMotion(reduced);
}

void CompareStages::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (isPlain && event->key() == Qt::Key_Escape)
        emit backRequested();
    else if (!isPlain || !m_transport || !m_transport->steer(*event))
        QWidget::keyPressEvent(event);
}

} // namespace Detour
