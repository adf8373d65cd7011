// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lessons/lessonpane.h"

#include "document/worksheet.h"
#include "session/lessonrun.h"
#include "session/session.h"
#include "ui/lessons/lessonplayer.h"
#include "ui/lessons/libraryview.h"
#include "ui/lessons/progressdots.h"
#include "ui/lessons/runwatch.h"
#include "ui/lessons/storytext.h"
#include "ui/playground/playground.h"
#include "ui/stage/stagewidget.h"
#include "ui/widgets/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QString referenceMarkdown(const QList<FurtherReading> &references)
{
    QString text;
    for (const FurtherReading &reading : references)
        text += u"- [%1](%2)\n"_s.arg(reading.words, reading.link);
    return text;
}

} // namespace

LessonPane::LessonPane(Session &session, Playground &playground, LearnerProgress &progress, QWidget *parent)
    : StoryPane(tr("Lesson"), parent)
    , m_session(session)
    , m_playground(playground)
    , m_player(new LessonPlayer(progress, this))
    , m_watch(new RunWatch(playground, this))
    , m_dots(new ProgressDots(this))
    , m_present(addStripButton(tr("Present: fill the screen")))
    , m_more(addStripButton(tr("This lesson")))
{
    setObjectName(u"lessonPane"_s);
    build();
    buildMenu();
    connect(m_player, &LessonPlayer::stepChanged, this, &LessonPane::enter);
    connect(m_player, &LessonPlayer::changed, this, &LessonPane::refresh);
    connect(m_watch, &RunWatch::ended, this, [this](const RedirectChain &chain) {
        if (m_player->isOpen())
            m_player->grade(chain);
    });
    connect(m_watch, &RunWatch::seen, this, &LessonPane::takeSeen);
    connect(m_back, &QPushButton::clicked, m_player, &LessonPlayer::back);
    connect(m_play, &QPushButton::clicked, this, &LessonPane::play);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_player->part() == LessonPlayer::Part::Done)
            emit closed();
        else
            m_player->next();
    });
    connect(m_present, &QToolButton::clicked, this, &LessonPane::presentRequested);
}

void LessonPane::build()
{
    m_hint = addSentence(u"lessonHint"_s);
    m_hint->setProperty("kind", u"muted"_s);
    m_hint->setText(tr("What it showed stands here when you have seen it to the end."));
    m_goal = addSentence(u"lessonGoal"_s);
    m_play = makeButton(u"lessonPlay"_s, tr("Play"));
    QHBoxLayout *act = addRow();
    act->addWidget(m_play);
    act->addStretch(1);
    m_back = makeButton(u"lessonBack"_s, tr("Back"));
    m_next = makeButton(u"lessonNext"_s, tr("Next"));
    QHBoxLayout *go = addRow();
    go->addWidget(m_back);
    go->addSpacing(8);
    go->addWidget(m_dots, 1);
    go->addWidget(m_next);
    m_present->setObjectName(u"lessonPresent"_s);
    m_present->hide();
}

void LessonPane::buildMenu()
{
    auto *menu = new QMenu(this);
    m_more->setObjectName(u"lessonMenu"_s);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    connect(menu->addAction(tr("Worksheet…")), &QAction::triggered, this, [this] {
        emit saveRequested(m_player->lesson().id + "-worksheet.md"_L1, worksheetMarkdown(m_player->lesson()));
    });
    connect(menu->addAction(tr("Answer key…")), &QAction::triggered, this, [this] {
        emit saveRequested(m_player->lesson().id + "-key.md"_L1,
                           answerKeyMarkdown(m_player->lesson(), m_session.policies()));
    });
    menu->addSeparator();
    connect(menu->addAction(tr("From the beginning")), &QAction::triggered, this, [this] { m_player->goTo(0); });
}

void LessonPane::open(const Lesson &lesson)
{
    if (!m_player->isOpen())
        m_predictedBefore = m_playground.predicts();
    setTitle(lesson.title);
    forgetLesson(m_session.memory(), lesson);
    m_player->open(lesson);
    m_next->setFocus(Qt::OtherFocusReason);
}

void LessonPane::leave()
{
    if (!m_player->isOpen())
        return;
    m_player->close();
    m_playground.putDraft({}); // what the client remembered in the lesson is no habit
    m_playground.setControls(allRequestControls);
    m_playground.setPredicting(m_predictedBefore);
}

void LessonPane::setPresents(bool presents)
{
    m_present->setVisible(presents);
}

void LessonPane::setTheme(const Theme &theme)
{
    StoryPane::setTheme(theme);
    m_dots->setTheme(theme);
    m_present->setIcon(makeIcon(Icon::Playground, theme.ink, theme.edge));
    m_more->setIcon(makeIcon(Icon::More, theme.ink, theme.edge));
    for (QToolButton *button : {m_present, m_more})
        button->setIconSize({Theme::scaled(16), Theme::scaled(16)});
}

/// Another place: what it plays waits at the client.
void LessonPane::enter()
{
    if (!m_player->isOpen())
        return;
    m_playground.setControls(m_player->controls());
    const LessonStep *step = m_player->step();
    if (step && step->example)
        m_playground.putDraft(draftOfStep(*step));
    else if (m_player->part() == LessonPlayer::Part::Exercise)
        putExercise();
    m_playground.setPredicting(step && !step->predict.isEmpty());
    refresh();
}

void LessonPane::putExercise()
{
    m_playground.putDraft(draftOfExercise(m_player->lesson().exercise->request));
}

void LessonPane::play()
{
    const LessonStep *step = m_player->step();
    if (m_player->part() == LessonPlayer::Part::Exercise) {
        putExercise();
        return;
    }
    if (!step || !step->example)
        return;
    // Played again, the first of them remembers nothing; the others need what came before.
    const int first = int(std::find_if(m_player->lesson().steps.begin(), m_player->lesson().steps.end(),
                                       [](const LessonStep &each) { return each.remembers; })
                          - m_player->lesson().steps.begin());
    if (step->remembers && m_player->place() == first + 1)
        forgetLesson(m_session.memory(), m_player->lesson());
    m_playground.putDraft(draftOfStep(*step));
    m_playground.setPredicting(!step->predict.isEmpty());
    m_playground.send();
    emit playgroundWanted();
    if (m_playground.isVisible() && !step->predict.isEmpty())
        m_playground.findChild<StageWidget *>()->setFocus(Qt::OtherFocusReason); // its keys vote and reveal
}

/// What it showed is told now; whoever only watched or voted goes on from there.
void LessonPane::takeSeen()
{
    if (!m_player->isOpen())
        return;
    m_player->reveal();
    const LessonStep *step = m_player->step();
    if (isVisible() && step && !step->predict.isEmpty() && m_playground.isAncestorOf(window()->focusWidget()))
        m_next->setFocus(Qt::OtherFocusReason);
}

void LessonPane::refresh()
{
    if (!m_player->isOpen())
        return;
    text().setMarkdown(markdown());
    m_dots->setPlace(m_player->place(), m_player->count());
    refreshGoal();
    refreshButtons();
}

void LessonPane::refreshButtons()
{
    const LessonStep *step = m_player->step();
    const LessonPlayer::Part part = m_player->part();
    const bool plays = step && step->example;
    const bool isExercise = part == LessonPlayer::Part::Exercise;
    const bool isDone = part == LessonPlayer::Part::Done;
    m_play->setVisible(plays || isExercise);
    m_play->setText(isExercise                          ? tr("Put the request back")
                    : m_player->isRevealed()            ? tr("Play it again")
                    : plays && !step->predict.isEmpty() ? tr("Predict")
                                                        : tr("Play"));
    m_play->setToolTip(isExercise                          ? tr("As it was at the beginning of the exercise")
                       : plays && !step->predict.isEmpty() ? tr("Sends it, and asks before what comes next is sent")
                                                           : QString());
    m_hint->setVisible(plays && !step->reveal.isEmpty() && !m_player->isRevealed());
    m_back->setEnabled(m_player->place() > 0);
    m_next->setText(isDone ? tr("Close") : part == LessonPlayer::Part::Aim ? tr("Begin") : tr("Next"));
    const bool waits = (plays && !m_player->isRevealed()) || (isExercise && !m_player->goal().met);
    setPrimary(*m_next, !waits); // while it waits, the stage has the one that is wanted
    if (!m_back->isEnabled() && m_back->hasFocus())
        m_next->setFocus(Qt::OtherFocusReason);
}

void LessonPane::refreshGoal()
{
    const bool isExercise = m_player->part() == LessonPlayer::Part::Exercise;
    const GoalState &goal = m_player->goal();
    const QString told = goal.told.isEmpty() ? tr("Nothing was sent yet.") : goal.told;
    m_goal->setVisible(isExercise);
    const QString kind = goal.met ? u"ok"_s : goal.told.isEmpty() ? u"muted"_s : QString();
    if (m_goal->property("kind").toString() != kind) {
        m_goal->setProperty("kind", kind);
        m_goal->style()->unpolish(m_goal);
        m_goal->style()->polish(m_goal);
    }
    if (!isExercise || m_goal->text() == told)
        return;
    m_goal->setText(goal.met ? tr("Done. %1").arg(told) : told);
    m_goal->setAccessibleName(m_goal->text());
    QAccessibleEvent event(m_goal, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString LessonPane::stepMarkdown(const LessonStep &step) const
{
    QString text = "## "_L1 + step.title + "\n\n"_L1 + step.say + "\n\n"_L1;
    if (!step.predict.isEmpty())
        text += boxed("**"_L1 + step.predict + "**"_L1);
    if (m_player->isRevealed())
        text += step.reveal;
    return text;
}

QString LessonPane::exerciseMarkdown(const Exercise &exercise) const
{
    QString text = "## "_L1 + tr("Exercise") + "\n\n"_L1 + exercise.task + "\n\n"_L1
                   + tr("The request waits at the right. You may change: %1.").arg(controlsInWords(exercise.controls))
                   + "\n\n"_L1;
    if (m_player->goal().met)
        text += boxed(exercise.answer);
    return text;
}

QString LessonPane::markdown() const
{
    const Lesson &lesson = m_player->lesson();
    switch (m_player->part()) {
    case LessonPlayer::Part::Aim:
        return "## "_L1 + lesson.title + "\n\n"_L1
               + tr("%1 minutes, %2").arg(QString::number(lesson.minutes), levelInWords(lesson.level)) + "\n\n"_L1
               + boxed(lesson.aim);
    case LessonPlayer::Part::Step:
        return stepMarkdown(*m_player->step());
    case LessonPlayer::Part::Remember:
        return "## "_L1 + tr("Remember") + "\n\n"_L1 + boxed(lesson.remember);
    case LessonPlayer::Part::Exercise:
        return exerciseMarkdown(*lesson.exercise);
    case LessonPlayer::Part::Done:
        break;
    }
    return "## "_L1 + tr("Done") + "\n\n"_L1 + tr("That was “%1”. Where more stands:").arg(lesson.title) + "\n\n"_L1
           + referenceMarkdown(lesson.references);
}

} // namespace Detour
