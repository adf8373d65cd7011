// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/tracecontroller.h"
#include "ui/present/presentview.h"
#include "ui/present/slideview.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"

// What the keys do while one presents: on, back, and over what lies above it.

namespace Detour {

namespace {

constexpr qreal nearer = 1.6;

} // namespace

void PresentView::keyPressEvent(QKeyEvent *event)
{
    press(*event);
}

void PresentView::press(const QKeyEvent &event)
{
    const std::optional<PresentCommand> command = presentCommand(event);
    if (isBlank()) {
        // Any key brings it back, and does nothing else; Shift alone is none.
        if (command || !event.text().isEmpty())
            perform(PresentCommand::Blank);
        return;
    }
    if (command == PresentCommand::Vote && !event.isAutoRepeat())
        vote(event.key() - Qt::Key_1);
    if (command && (!event.isAutoRepeat() || repeats(*command)))
        perform(*command);
}

/// A key that is held walks through what was told, and no further: it neither sends, reveals nor leaves a step.
bool PresentView::repeats(PresentCommand command) const
{
    if (command == PresentCommand::Back)
        return true;
    return command == PresentCommand::Next && !showsSlide() && m_controller.wasSent() && !asks() && !m_grade
           && !clock().atEnd();
}

void PresentView::perform(PresentCommand command)
{
    if (showsKeys() && command != PresentCommand::Keys && command != PresentCommand::Leave)
        m_keys->hide();
    switch (command) {
    case PresentCommand::Play:
        return play();
    case PresentCommand::Next:
        return next();
    case PresentCommand::Back:
        return back();
    case PresentCommand::First:
        return toFirst();
    case PresentCommand::Last:
        return toLast();
    case PresentCommand::Vote: // press() knows for what
        return;
    case PresentCommand::TakeBack:
        return takeBack();
    case PresentCommand::Blank:
        return blank();
    case PresentCommand::Zoom:
        return zoom(!m_isZoomed && !asks()); // the options have the room
    case PresentCommand::Notes:
        return notesRequested();
    case PresentCommand::Keys:
        return toggleKeys();
    case PresentCommand::Clause:
        return openClause();
    case PresentCommand::Leave:
        return leave();
    }
}

void PresentView::toggleKeys()
{
    m_keys->setVisible(!showsKeys());
    m_keys->raise();
}

void PresentView::blank()
{
    clock().pause();
    m_blank->setVisible(!isBlank());
    m_blank->raise();
}

void PresentView::play()
{
    if (m_grade)
        dismissGrade();
    if (showsSlide())
        next();
    else if (asks())
        reveal();
    else if (m_controller.wasSent())
        clock().toggle();
    else if (!m_stage->storyboard().isEmpty())
        emit sendRequested();
}

void PresentView::next()
{
    if (showsSlide()) {
        if (!m_slide->turn(1))
            go(1);
        showMoment();
    } else if (!m_controller.wasSent() || asks()) {
        play();
    } else if (m_grade && clock().isPlaying()) {
        clock().pause(); // to the end of the turn that is talked about
        clock().setTime(m_stage->storyboard().timeOfHop(m_grade->hop - 1));
    } else if (m_grade) {
        dismissGrade();
        next();
    } else if (!clock().atEnd()) {
        stepOn();
    } else if (!m_controller.isRunning()) {
        go(1);
    }
}

/// Animated; who presses again before it is told does not wait.
void PresentView::stepOn()
{
    const qreal stop = m_stage->storyboard().nextStop(clock().time());
    if (clock().isPlaying()) {
        clock().pause();
        clock().setTime(stop);
    } else {
        clock().playTo(stop);
    }
}

void PresentView::back()
{
    if (showsSlide()) {
        if (!m_slide->turn(-1))
            go(-1);
        showMoment();
        return;
    }
    clock().pause();
    if (m_grade)
        dismissGrade();
    if (clock().time() > 0)
        clock().setTime(m_stage->storyboard().previousStop(clock().time()));
    else
        go(-1);
}

void PresentView::toFirst()
{
    const bool isAtStart = showsSlide() || clock().time() <= 0;
    clock().pause();
    if (m_grade)
        dismissGrade();
    if (!isAtStart)
        clock().setTime(0);
    else if (m_at > 0)
        showItem(0);
}

void PresentView::toLast()
{
    if (!showsSlide() && !m_controller.wasSent())
        return; // nothing is known yet
    clock().pause();
    if (m_grade)
        dismissGrade();
    if (!showsSlide() && !clock().atEnd())
        clock().setTime(clock().duration());
    else if (m_at >= 0 && m_at + 1 < m_items.size() && !m_controller.isRunning())
        showItem(int(m_items.size()) - 1);
}

bool PresentView::go(int way)
{
    const int at = m_at + way;
    if (m_at < 0 || at < 0 || at >= m_items.size())
        return false;
    showItem(at);
    if (way > 0)
        return true;
    if (showsSlide())
        m_slide->toEnd();
    else if (m_controller.wasSent())
        clock().setTime(clock().duration());
    showMoment();
    return true;
}

void PresentView::showItem(int at)
{
    m_at = at;
    const PresentItem &item = m_items.at(at);
    zoom(false);
    clock().pause();
    if (m_grade)
        dismissGrade();
    m_slide->setVisible(!item.isStage());
    m_stage->setVisible(item.isStage());
    if (!item.isStage()) {
        m_slide->setMarkdown(item.markdown);
    } else if (m_loaded == at) {
        clock().setTime(0); // it was sent, and is still there
    } else {
        m_loaded = at;
        emit loadRequested(*item.draft, !item.question.isEmpty());
    }
    arrange();
    showMoment();
    emit itemChanged(at);
}

void PresentView::showItems(const QList<PresentItem> &items, int at)
{
    m_items = items;
    m_at = -1;
    m_loaded = -1;
    if (!items.isEmpty())
        showItem(qBound(0, at, int(items.size()) - 1));
}

void PresentView::showTrace(qreal time)
{
    m_items.clear();
    m_at = -1;
    m_loaded = -1;
    m_slide->hide();
    m_stage->show();
    m_blank->hide();
    m_keys->hide();
    m_isZoomed = false;
    m_stage->setZoom(1);
    arrange();
    replaceStory();
    clock().pause();
    clock().setTime(time);
    showMoment();
}

void PresentView::zoom(bool zoomed)
{
    if (m_isZoomed == zoomed || (zoomed && showsSlide()))
        return;
    m_isZoomed = zoomed;
    arrange();
    m_stage->setZoom(zoomed ? nearer : 1);
    m_stage->project(m_scale.stageUnit()); // to the playhead: a zoom holds what stood at its corner
    showMoment();
}

bool PresentView::leaveWhatLiesOver()
{
    if (showsKeys())
        m_keys->hide();
    else if (m_isZoomed)
        zoom(false);
    else
        return false;
    return true;
}

void PresentView::leave()
{
    if (!leaveWhatLiesOver())
        close();
}

} // namespace Detour
