// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/playground.h"

#include "semantics/displaytext.h"
#include "story/instep.h"
#include "ui/inspector/inspector.h"
#include "ui/memory/memorybar.h"
#include "ui/playground/gatedesk.h"
#include "ui/playground/gatepanel.h"
#include "ui/playground/stagepanel.h"
#include "ui/playground/strip.h"
#include "ui/playground/tracecontroller.h"
#include "ui/playground/transportbar.h"
#include "ui/predict/optionspanel.h"
#include "ui/predict/predictiondesk.h"
#include "ui/request/curldraft.h"
#include "ui/request/requestbar.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

/// Below this width of the window (logical pixels) the strip folds away and the inspector shows one line.
constexpr int wideWindow = 1280;

/// What a newcomer sees: a capsule with a method on it, and a sheet if there is a body.
QString noteOn(const RequestDraft &draft)
{
    const QString word = Playground::tr("The word is its method");
    if (!draft.hasBody || draft.bodySize() <= 0)
        return word + u'.';
    const QString size = byteCountInWords(draft.bodySize());
    const bool isForm = draft.bodyKind == BodyKind::Form;
    return word + u",\n"_s
           + (isForm ? Playground::tr("the sheet is its body: %1 of form.")
                     : Playground::tr("the sheet is its body: %1."))
                 .arg(size);
}

/// Whatever client it is followed as.
bool isSameRequest(const RequestDraft &a, const RequestDraft &b)
{
    return a.method == b.method && a.url == b.url && a.fieldLines == b.fieldLines && a.hasBody == b.hasBody
           && a.bodyKind == b.bodyKind && a.body == b.body && a.bodyFile == b.bodyFile;
}

StagePanel::Invitation invitationTo(const RequestDraft &draft)
{
    StagePanel::Invitation result;
    result.note = noteOn(draft);
    const bool isExample = draft.script && draft.url == RequestDraft::fromScript(*draft.script).url;
    const bool answersAreKnown = isExample && !draft.script->steps.isEmpty();
    result.title = answersAreKnown
                       ? Playground::tr("Watch what %1 does to it.").arg(draft.script->steps.constFirst().answer.status)
                       : Playground::tr("Watch what becomes of it.");
    if (isExample || draft.url.trimmed().startsWith(u"lab:"_s, Qt::CaseInsensitive))
        result.destination = Playground::tr("It is sent for real, to a server inside Detour.");
    else if (Session::goesToNetwork(draft.url.trimmed().toUtf8()))
        result.destination = Playground::tr("It is sent for real, and leaves this computer.");
    else
        result.destination = Playground::tr("It is sent for real, on this computer.");
    return result;
}

} // namespace

Playground::Playground(Session &session, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_controller(new TraceController(session, this))
    , m_request(new RequestBar(session, this))
    , m_memory(new MemoryBar(session.memory(), this))
    , m_strip(new Strip(this))
    , m_panel(new StagePanel(this))
    , m_gate(new GatePanel(this))
    , m_desk(new GateDesk(session, *m_controller, *m_request, *m_gate, this))
    , m_options(new OptionsPanel(this))
    , m_prediction(new PredictionDesk(session, *m_controller, *m_panel->stage()->clock(), *m_options, this))
    , m_transport(new TransportBar(*m_panel->stage()->clock(), this))
    , m_inspector(new Inspector(this))
{
    buildColumn();
    connectParts();
    connectPrediction();
    applyTheme();
    replaceStory();
}

Playground::~Playground() = default;

void Playground::buildColumn()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_request);
    column->addWidget(m_memory);
    column->addWidget(m_strip);
    column->addWidget(m_panel, 3);
    column->addWidget(m_gate);
    column->addWidget(m_options);
    column->addWidget(m_transport);
    column->addWidget(m_inspector, 1);
    m_gate->hide();
    m_options->hide();
    shareRoom();
    m_memory->hide();
}

void Playground::connectParts()
{
    connect(&m_theme, &ThemeController::changed, this, &Playground::applyTheme);
    connect(m_request, &RequestBar::sendRequested, this, &Playground::send);
    connect(m_request, &RequestBar::stepRequested, this, [this] {
        if (m_controller->isRunning())
            setAsking(!m_controller->asks());
        else
            step();
    });
    connect(m_request, &RequestBar::cancelRequested, this, &Playground::cancel);
    connect(m_request, &RequestBar::draftEdited, this, &Playground::noteEdit);
    connect(m_panel, &StagePanel::playRequested, this, &Playground::send);
    connect(m_transport, &TransportBar::playRequested, this, &Playground::send);
    connect(m_transport, &TransportBar::paceChosen, this, &Playground::setPace);
    connect(m_controller, &TraceController::storyReplaced, this, &Playground::replaceStory);
    connect(m_controller, &TraceController::storyGrew, this, &Playground::growStory);
    connect(m_controller, &TraceController::runningChanged, m_request, &RequestBar::setRunning);
    connect(m_controller, &TraceController::stillWaiting, this, [this] { showFrame(m_panel->stage()->frame()); });
    connect(m_controller, &TraceController::questionChanged, this, &Playground::showQuestion);
    connect(&clock(), &StageClock::timeChanged, this, &Playground::showQuestion);
    connect(&clock(), &StageClock::playingChanged, this, &Playground::showQuestion);
    connect(m_desk, &GateDesk::closed, this, &Playground::leaveQuestion);
    connect(m_panel->stage(), &StageWidget::frameChanged, this, &Playground::showFrame);
    connect(m_panel->stage(), &StageWidget::hopActivated, this, &Playground::selectHop);
    connect(m_strip, &Strip::hopActivated, this, &Playground::selectHop);
    connect(m_inspector, &Inspector::hopActivated, this, &Playground::selectHop);
    connect(m_inspector, &Inspector::pageRequested, this, &Playground::pageRequested);
    connect(m_inspector, &Inspector::sendAgainRequested, this, &Playground::send);
    connect(m_inspector, &Inspector::compareRequested, this,
            [this](int hop) { emit compareRequested(m_controller->draftOfHop(m_request->draft(), hop)); });
    m_inspector->setPages(&m_session.pages());
    m_inspector->setCurlOptions([this] { return curlOptionsOf(m_request->draft()); });
    m_inspector->setWire([this] { return m_controller->wireChain(); });
}

void Playground::applyTheme()
{
    const Theme &theme = m_theme.theme();
    m_request->setTheme(theme);
    m_memory->setTheme(theme);
    m_strip->setTheme(theme);
    m_panel->setTheme(theme);
    m_panel->stage()->setReducedMotion(m_theme.reducedMotion());
    m_gate->setTheme(theme);
    m_options->setTheme(theme);
    m_transport->setTheme(theme);
    m_inspector->setTheme(theme);
}

/// Switched off, it forgets: what a client was told to remember must not come back unasked.
void Playground::heedMemory()
{
    if (m_desk->isOpen())
        return; // the bar holds the next request, not the person's own
    const bool remembers = m_request->draft().remembers;
    if (!remembers && !m_memory->isHidden()) {
        m_session.memory().forgetAll();
        m_session.memory().resetClock();
    }
    m_memory->setVisible(remembers);
}

/// What a client keeps is a habit of the person who watches, not part of an example.
RequestDraft Playground::withHabits(RequestDraft draft) const
{
    draft.keepsCookies = draft.keepsCookies || m_request->draft().keepsCookies;
    draft.remembers = draft.remembers || m_request->draft().remembers;
    return draft;
}

StageClock &Playground::clock() const
{
    return *m_panel->stage()->clock();
}

bool Playground::isRunning() const
{
    return m_controller->isRunning();
}

void Playground::loadExample(const QString &pageSlug, const Example &example)
{
    m_example = RequestDraft::fromExample(example);
    m_examplePage = pageSlug;
    m_isOwn = false;
    putAtClient(m_example);
    m_panel->focusInvitation();
}

void Playground::offerExample(const QString &pageSlug, const Example &example)
{
    const RequestDraft draft = RequestDraft::fromExample(example);
    const bool isShown = pageSlug == m_examplePage || isSameRequest(draft, m_example);
    if (m_isOwn)
        return;
    m_examplePage = pageSlug;
    if (isShown)
        return;
    m_example = draft;
    putAtClient(m_example);
}

void Playground::loadDraft(const RequestDraft &draft)
{
    m_isOwn = true;
    putAtClient(draft);
    m_panel->focusInvitation();
}

void Playground::putAtClient(const RequestDraft &draft)
{
    m_desk->leave();
    m_request->setDraft(withHabits(draft));
    heedMemory();
    m_controller->wait(m_request->draft());
}

void Playground::noteEdit()
{
    m_request->setError({});
    heedMemory();
    if (m_desk->isOpen()) {
        m_isOwn = true;
        return;
    }
    m_isOwn = m_examplePage.isEmpty() || !isSameRequest(m_request->draft(), m_example);
    if (!m_controller->wasSent())
        m_controller->wait(m_request->draft()); // what waits on the stage is what will be sent
}

const RequestDraft &Playground::draft() const
{
    return m_request->draft();
}

void Playground::runExample(const QString &pageSlug, const Example &example)
{
    sendDraft(RequestDraft::fromExample(example));
    m_example = m_request->draft();
    m_examplePage = pageSlug;
    m_isOwn = false;
}

void Playground::followAs(const QString &client)
{
    m_request->setClient(client);
}

void Playground::sendDraft(const RequestDraft &draft)
{
    m_isOwn = true;
    m_desk->leave();
    m_request->setDraft(withHabits(draft));
    heedMemory();
    sendAsking(false);
}

void Playground::send()
{
    if (m_desk->isOpen())
        m_desk->send();
    else
        sendAsking(false);
}

void Playground::setSettings(Settings &settings)
{
    m_request->setSettings(settings);
}

void Playground::cancel()
{
    if (m_desk->isOpen())
        m_desk->stop();
    else
        m_controller->cancel();
}

void Playground::showChain(const RedirectChain &chain)
{
    m_isOwn = true;
    m_desk->leave();
    if (!chain.hops.isEmpty()) {
        const Exchange &exchange = chain.hops.constFirst().exchange;
        Request first = exchange.request;
        for (const QByteArray &name : exchange.added)
            first.fields.remove(name); // the client will make them again
        RequestDraft draft = RequestDraft::fromRequest(first);
        if (m_session.policies().policy(chain.clientId))
            draft.client = chain.clientId;
        m_request->setDraft(withHabits(draft));
        if (draft.hasBody && draft.bodySize() < first.content->bytes)
            m_request->setError(tr("Of the body’s %1 the saved trace holds %2: Send would send those.")
                                    .arg(byteCount(first.content->bytes), byteCount(draft.bodySize())));
    }
    m_controller->show(chain);
}

RedirectChain Playground::chain() const
{
    return m_controller->finishedHops();
}

void Playground::replaceStory()
{
    const Storyboard &board = m_controller->storyboard();
    m_shownTold = -1;
    m_pinnedHop = -1;
    m_strip->setStoryboard(board);
    m_transport->setStoryboard(board, false);
    m_panel->stage()->setStoryboard(board, false);
    clock().setOpenEnded(m_controller->isRunning());
    updateIdleState();
    if (m_controller->wasSent())
        clock().play();
}

void Playground::growStory()
{
    const Storyboard &board = m_controller->storyboard();
    m_shownTold = -1;
    m_strip->setStoryboard(board);
    m_transport->setStoryboard(board, true);
    m_panel->stage()->setStoryboard(board, true);
    clock().setOpenEnded(m_controller->isRunning());
}

void Playground::setPace(Pace pace)
{
    const Storyboard before = m_controller->storyboard();
    const qreal time = clock().time();
    m_controller->setPace(pace);
    if (!m_controller->wasSent())
        return;
    growStory();
    clock().setTime(timeInStep(before, time, m_controller->storyboard()));
}

void Playground::updateIdleState()
{
    const bool waiting = !m_controller->wasSent();
    const bool loaded = waiting && !m_controller->storyboard().isEmpty();
    m_panel->setInvitation(loaded ? invitationTo(m_request->draft()) : StagePanel::Invitation());
    m_strip->setSelectedHop(loaded ? 0 : -1);
    m_request->setSendPrimary(!loaded);
    m_transport->setIdleText(waiting ? tr("not sent yet") : QString());
    if (waiting)
        m_panel->setCaption(tr("Ready."), tr("Nothing has been sent yet."));
}

void Playground::showFrame(const Frame &frame)
{
    m_strip->setFrame(frame);
    m_transport->setFrame(frame);
    if (!m_controller->wasSent())
        return;
    // Where the trace ended early the inspector has the next step.
    const bool endedEarly = frame.atEnd && m_controller->chain().end.has_value();
    m_request->setSendPrimary(!m_desk->isOpen() && !m_prediction->waits() && !endedEarly);
    const int seconds = frame.atEnd ? m_controller->secondsWaited() : 0;
    m_panel->setCaption(frame.captionLead,
                        seconds > 0 ? tr("%1 %2 s so far.").arg(frame.captionText).arg(seconds) : frame.captionText);
    const int told = frame.currentHop + 1;
    if (told != m_shownTold) {
        m_shownTold = told;
        m_inspector->setChain(m_controller->chain(), told);
    }
    if (m_pinnedHop >= 0 && !qFuzzyCompare(m_pinnedAt + 1, frame.time + 1))
        m_pinnedHop = -1;
    const int hop = m_pinnedHop >= 0 ? m_pinnedHop : frame.currentHop;
    const Frame current = frameAt(m_controller->storyboard(), frame.time, hop, hop);
    const bool answerTold =
        hop < told - 1
        || (!current.hops.isEmpty() && (current.hops.constFirst().answer >= 1.0 || current.hops.constFirst().stop > 0));
    m_inspector->setMoment(hop, answerTold);
    m_strip->setSelectedHop(hop);
    m_panel->stage()->setSelectedHop(hop);
}

void Playground::selectHop(int hop)
{
    const Storyboard &board = m_controller->storyboard();
    if (hop < 0 || hop >= board.hops().size() || !m_controller->wasSent())
        return;
    clock().pause();
    m_pinnedHop = hop;
    m_pinnedAt = board.timeOfHop(hop);
    clock().setTime(m_pinnedAt);
}

void Playground::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return && event->modifiers() == Qt::ControlModifier) {
        send();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_controller->isRunning()) {
        cancel();
        return;
    }
    if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (!m_prediction->steer(*event) && !m_transport->steer(*event))
        QWidget::keyPressEvent(event);
}

void Playground::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setCompact(window()->width() < wideWindow);
    shareRoom();
}

void Playground::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    m_strip->setVisible(!compact);
    m_request->setCompact(compact);
    m_transport->setCompact(compact);
    m_inspector->setCompact(compact);
}

} // namespace Detour
