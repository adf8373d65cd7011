// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/displaytext.h"
#include "session/session.h"
#include "ui/playground/tracecontroller.h"
#include "ui/predict/predictionwords.h"
#include "ui/present/presentfoot.h"
#include "ui/present/presentoptions.h"
#include "ui/present/presentview.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"

// The question on the wall: votes, reveal, and what was really sent.

using namespace Qt::StringLiterals;

namespace Detour {

bool PresentView::asks() const
{
    return m_question && !m_isSent && !m_grade && m_controller.prediction() && clock().atEnd() && !showsSlide();
}

/// The controller has one as soon as the answer is there; the wall first tells the story up to it.
void PresentView::lookForQuestion()
{
    if (m_isSent || m_grade)
        return; // first what was sent
    const PredictionQuestion *open = m_controller.prediction();
    if (!open) {
        m_question.reset();
    } else if (!m_question || m_question->hop != open->hop) {
        m_question = *open;
        m_tally = VoteTally(int(open->options.size()));
        m_options->ask(*open);
    }
}

void PresentView::forgetQuestion()
{
    m_question.reset();
    m_grade.reset();
    m_isSent = false;
    m_turnIsTold = false;
}

void PresentView::vote(int option)
{
    if (asks() && m_tally.add(option))
        showMoment();
}

void PresentView::takeBack()
{
    if (asks() && m_tally.undo())
        showMoment();
}

void PresentView::reveal()
{
    m_isSent = true;
    clock().pause(); // or what comes would be told at once, up to the next question
    showMoment();
    m_controller.reveal();
}

void PresentView::showGrade(const PredictionGrade &grade)
{
    m_isSent = false;
    if (!m_question || m_question->hop != grade.hop)
        return; // it was revealed elsewhere, before it was asked here
    clock().pause();
    m_grade = grade;
    m_turnIsTold = false;
    m_options->reveal(grade.right, m_tally);
    tellTurn();
    showMoment();
}

/// As soon as the story has it: the turn alone, so that it can be talked about.
void PresentView::tellTurn()
{
    if (!m_grade || m_turnIsTold)
        return;
    const Storyboard &board = m_stage->storyboard();
    const int hop = m_grade->hop - 1;
    if (hop >= board.hops().size() || board.hops().at(hop).isAsked())
        return;
    m_turnIsTold = true;
    clock().playTo(board.timeOfHop(hop));
}

void PresentView::dismissGrade()
{
    forgetQuestion();
    lookForQuestion();
    showMoment();
}

std::optional<ShownMistake> PresentView::mistake() const
{
    if (!m_grade || !m_question)
        return {};
    return shownMistake(*m_question, *m_grade, m_tally, m_session.misconceptions());
}

/// The window has the page: the wall gives way to it.
void PresentView::openClause()
{
    const std::optional<ShownMistake> shown = mistake();
    if (!shown)
        return;
    close();
    emit clauseRequested(shown->link);
}

QString PresentView::mistakeWords() const
{
    const std::optional<ShownMistake> mistake = this->mistake();
    if (!mistake || mistake->name.isEmpty())
        return {};
    return tr("“%1” is not so. %2 (%3)").arg(mistake->name, mistake->why, mistake->clause);
}

void PresentView::showVotes()
{
    const int total = m_tally.total();
    if (m_grade && total > 0)
        m_foot->setWords(tr("%1 of %2").arg(m_tally.of(m_grade->right)).arg(total), tr("right"), hint());
    else if (m_grade)
        m_foot->setWords({}, {}, hint());
    else if (total == 0)
        m_foot->setWords({}, tr("Vote with 1 to %1").arg(m_tally.options()), hint());
    else
        m_foot->setWords(QString::number(total), total == 1 ? tr("vote in") : tr("votes in"), hint());
}

} // namespace Detour
