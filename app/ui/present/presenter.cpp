// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presenter.h"

#include "semantics/expectationwords.h"
#include "session/lessonrun.h"
#include "ui/playground/playground.h"
#include "ui/playground/tracecontroller.h"
#include "ui/present/presentlesson.h"
#include "ui/present/presentview.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QGuiApplication>
#include <QScreen>

namespace Detour {

Presenter::Presenter(Session &session, Playground &playground, ThemeController &theme, QWidget &window,
                     PresenterNotes::Now now)
    : m_session(session)
    , m_playground(playground)
    , m_theme(theme)
    , m_window(window)
    , m_now(std::move(now))
{}

Presenter::~Presenter() = default;

PresentView &Presenter::view()
{
    if (!m_view) {
        m_view = new PresentView(m_session, m_playground.controller(), m_theme, &m_window);
        connect(m_view, &PresentView::loadRequested, this, &Presenter::load);
        connect(m_view, &PresentView::sendRequested, &m_playground, &Playground::send);
        connect(m_view, &PresentView::left, this, &Presenter::leave);
        connect(m_view, &PresentView::momentChanged, this, &Presenter::writeNote);
        connect(m_view, &PresentView::itemChanged, this,
                [this](int item) { emit placeReached(m_lesson, m_view->items().at(item).place); });
        connect(m_view, &PresentView::notesRequested, this, &Presenter::showNotes);
        connect(m_view, &PresentView::clauseRequested, &m_playground, &Playground::followLink);
    }
    return *m_view;
}

PresenterNotes &Presenter::notes()
{
    if (!m_notes) {
        m_notes = new PresenterNotes(&m_window, m_now);
        m_notes->setTheme(m_theme.theme());
        connect(&m_theme, &ThemeController::changed, m_notes, [this] { m_notes->setTheme(m_theme.theme()); });
        connect(m_notes, &PresenterNotes::commanded, &view(), &PresentView::press);
    }
    return *m_notes;
}

bool Presenter::isPresenting() const
{
    return m_view && m_view->isVisible();
}

void Presenter::presentTrace()
{
    const qreal time = m_playground.clock().time();
    m_lesson.clear();
    m_playground.clock().pause();
    open();
    view().showTrace(time);
}

void Presenter::stop()
{
    if (m_view)
        m_view->close();
}

void Presenter::presentLesson(const Lesson &lesson, int place)
{
    forgetLesson(m_session.memory(), lesson);
    m_lesson = lesson.id;
    m_playground.clock().pause();
    open();
    const QList<PresentItem> items = itemsOfLesson(lesson);
    view().showItems(items, itemOfPlace(items, place));
}

void Presenter::load(const RequestDraft &draft, bool predicts)
{
    m_playground.setPredicting(predicts);
    m_playground.putDraft(draft);
}

QScreen *Presenter::otherScreen() const
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (QScreen *screen : screens) {
        if (screen != m_window.screen())
            return screen;
    }
    return nullptr;
}

void Presenter::open()
{
    QScreen *other = otherScreen();
    const QScreen *wall = other ? other : m_window.screen();
    if (!isPresenting())
        m_predicted = m_playground.predicts();
    notes().startClock();
    if (other) {
        notes().setGeometry(m_window.screen()->availableGeometry().adjusted(40, 60, -40, -40));
        notes().show();
    }
    view().setGeometry(wall->geometry());
    if (!m_window.testAttribute(Qt::WA_DontShowOnScreen)) {
        view().showFullScreen();
    } else {
        view().setAttribute(Qt::WA_DontShowOnScreen);
        view().show();
    }
    view().activateWindow();
    view().setFocus(Qt::OtherFocusReason);
}

void Presenter::leave(qreal time)
{
    if (m_notes)
        m_notes->hide();
    m_playground.clock().pause();
    m_playground.clock().setTime(time);
    if (!m_playground.isRunning()) // or what is withheld would be told
        m_playground.setPredicting(m_predicted);
    m_window.activateWindow();
    emit left();
}

void Presenter::showNotes()
{
    if (notes().isVisible()) {
        notes().hide();
        view().activateWindow();
        return;
    }
    writeNote();
    notes().show();
    notes().raise();
    notes().activateWindow();
}

void Presenter::writeNote()
{
    if (m_notes)
        m_notes->setNote(note());
}

PresenterNote Presenter::note() const
{
    PresenterNote note;
    note.now = m_view->title();
    const int at = m_view->currentItem();
    if (at >= 0) {
        const QList<PresentItem> &items = m_view->items();
        note.markdown = items.at(at).notes;
        if (at + 1 < items.size())
            note.next = items.at(at + 1).title;
        if (!items.at(at).isStage())
            return note;
    }
    const StageWidget &stage = m_view->stage();
    const int hop = stage.frame().currentHop;
    const QList<Hop> &hops = m_playground.controller().chain().hops;
    if (!m_playground.controller().wasSent() || hop < 0 || hop >= stage.storyboard().hops().size())
        return note;
    if (const PredictionQuestion *question = m_view->question()) {
        for (int i = 0; i < question->options.size(); ++i) {
            const QString words =
                expectationWords(question->options.at(i), question->options, question->request).sentence;
            note.options.append({words, m_view->tally().of(i), m_view->grade() && m_view->grade()->right == i});
        }
    }
    note.told.append(stage.storyboard().hops().at(hop).sentence);
    if (hop < hops.size() && hops.at(hop).decision) {
        for (const Reason &reason : hops.at(hop).decision->reasons)
            note.told.append(reason.text + u' ' + reason.reference);
    }
    return note;
}

} // namespace Detour
